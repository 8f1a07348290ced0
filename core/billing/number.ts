import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import type { DocumentKind } from './document.ts';

/** The number that was typed, or the next one that is free of its kind. Throws exists for one that is taken, also by what is void. */
export async function takeNumber(
  core: Core,
  kind: DocumentKind | 'invoice',
  wanted: string | undefined,
): Promise<string> {
  const [row] = await core.sql<{ number: string | null }>({
    name: 'billing-number',
    text: 'SELECT parley_billing_number($1, $2) AS number',
    values: [kind, wanted ?? null],
  });
  if (!row?.number) {
    throw new DomainError('exists', `${kind} number taken`, {
      say: { en: `“${wanted}” is another one's number already.`, zh: `编号“${wanted}”已被使用。` },
    });
  }
  return row.number;
}
