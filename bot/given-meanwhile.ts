import { findLastChanges } from '../core/changes/last-changes.ts';
import type { Core } from '../core/context.ts';
import type { Text } from '../core/text.ts';
import { offerInstead } from './ask-back.ts';
import type { Invocation } from './invocation.ts';
import { givenMeanwhileCard } from './views/given-meanwhile.ts';
import { viewer } from './views/viewer.ts';

/** Whose it is; nobody's where it lies in the pool. */
export type Holding = { id: string; name: string; ownerId: string | null; ownerName: string | null };

const TABLES = { lead: 'leads', customer: 'customers', opportunity: 'opportunities' } as const;

const ANYWAY: Text = { en: 'Give it all the same', zh: '仍然转交' };
const LEAVE: Text = { en: 'Leave it', zh: '不再转交' };

/** As the form that gives it away carries it. */
export const holderOf = ({ ownerId }: Pick<Holding, 'ownerId'>): string => ownerId ?? 'nobody';

/** Somebody else has given it away while the form stood open: who has it now, and by whom, is said, and nothing is done. */
export async function refuseGivenMeanwhile(
  core: Core,
  entity: keyof typeof TABLES,
  {
    held,
    holder,
    owner,
    again,
    leave,
  }: {
    held: Holding;
    /** Whose it was when the form was drawn; undefined where none was. */
    holder: string | undefined;
    owner: string | undefined;
    again: Invocation;
    /** What is shown where it is left at that. */
    leave: Invocation;
  },
): Promise<void> {
  const now = holderOf(held);
  if (holder === undefined || now === holder || held.ownerId === owner) {
    return;
  }
  const [last] = await findLastChanges(core, { table: TABLES[entity], id: held.id, fields: ['ownerId'] });
  throw offerInstead(
    [
      { label: ANYWAY, invocations: [{ ...again, input: { ...again.input, holder: now } }] },
      { label: LEAVE, invocations: [leave] },
    ],
    (buttons, asking) => givenMeanwhileCard({ entity, ...held }, last, buttons, viewer(asking)),
  );
}
