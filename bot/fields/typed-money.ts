import type { Core } from '../../core/context.ts';
import { money } from '../views/format.ts';

/** An amount as a form shows it and reads it again: ¥ and $ are signs of several currencies, so of another than ours the code tells which. */
export function typedMoney(minor: bigint, currency: string, { actor, org }: Pick<Core, 'actor' | 'org'>): string {
  const shown = money(minor, currency, actor);
  return currency === org.currency ? shown : `${shown.replace(/^[^\d-]+/u, '')} ${currency}`;
}
