import { findLastChanges } from '../core/changes/last-changes.ts';
import type { Core } from '../core/context.ts';
import { findLeadsGivenSince } from '../core/leads/find-given-since.ts';
import type { Text } from '../core/text.ts';
import { offerInstead } from './ask-back.ts';
import type { Invocation } from './invocation.ts';
import { givenMeanwhileCard, severalGivenMeanwhileCard } from './views/given-meanwhile.ts';
import { viewer } from './views/viewer.ts';

/** Whose it is; nobody's where it lies in the pool. */
export type Holding = { id: string; name: string; ownerId: string | null; ownerName: string | null };

const TABLES = { lead: 'leads', customer: 'customers', opportunity: 'opportunities' } as const;

const ANYWAY: Text = { en: 'Give it all the same', zh: '仍然转交' };
const REST: Text = { en: 'Give the others only', zh: '只分配其余的' };
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

/** The same of several leads: those that somebody gave away while the form stood open are named, and nothing is done. */
export async function refuseLeadsGivenMeanwhile(
  core: Core,
  {
    leadIds,
    owner,
    drawn,
    again,
    leave,
  }: {
    leadIds: readonly string[];
    owner: string | undefined;
    /** Undefined where no form was drawn. */
    drawn: string | undefined;
    /** The same for these leads, as they stand now. */
    again(input: { leads: string; drawn: string }): Invocation;
    leave: Invocation;
  },
): Promise<void> {
  const found = drawn === undefined ? [] : await findLeadsGivenSince(core, { leadIds, since: new Date(drawn) });
  const given = found.filter(({ ownerId }) => ownerId !== owner);
  if (given.length === 0) {
    return;
  }
  const invocationFor = (ids: readonly string[]) => again({ leads: ids.join(','), drawn: core.now.toISOString() });
  const others = leadIds.filter((id) => given.every((each) => each.id !== id));
  throw offerInstead(
    [
      ...(others.length > 0 ? [{ label: REST, invocations: [invocationFor(others)] }] : []),
      { label: ANYWAY, invocations: [invocationFor(leadIds)] },
      { label: LEAVE, invocations: [leave] },
    ],
    (buttons, asking) => severalGivenMeanwhileCard(given, buttons, viewer(asking)),
  );
}
