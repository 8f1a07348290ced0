import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../id.ts';
import { dropFirstCalls } from '../leads/close-lead-tasks.ts';
import { type Planned, shelveTasks } from '../leads/pass-tasks.ts';
import type { Text } from '../text.ts';
import { type PoolParty, recordMove } from './claim-party.ts';
import { findRecycleReasons } from './recycle-reasons.ts';

type Held = PoolParty & { ownerId: string | null; version: number; open: boolean };

/**
 * Puts a lead or a customer back into the public pool, with why (R10); what is said besides becomes a note on it.
 * Throws decided where it is there already.
 */
export async function releaseParty(
  core: Core,
  { partyId, reason: key, note }: { partyId: string; reason: string; note?: string | undefined },
): Promise<{ party: PoolParty; reason: Text; planned: Planned[] }> {
  const [[party], reasons] = await Promise.all([
    core.sql<Held>({
      name: 'pool-party',
      text: `SELECT 'lead' AS entity, id, concat_ws(' · ', contact_name, company) AS name, owner_id AS "ownerId", version, status IN ('new', 'working', 'nurturing') AS open
               FROM seen.leads WHERE id = $1
             UNION ALL SELECT 'customer', id, name, owner_id, version, true FROM seen.customers WHERE id = $1`,
      values: [partyId],
    }),
    findRecycleReasons(core),
  ]);
  const reason = reasons.find((each) => each.key === key);
  if (!party || !reason) {
    throw new DomainError(party ? 'out_of_date' : 'not_found', `party ${partyId}, reason ${key}`);
  }
  if (!party.open) {
    throw new DomainError('bad_transition', `lead ${partyId} is closed`, {
      say: { en: 'This lead has been closed already.', zh: '该线索已关闭或已转化。' },
    });
  }
  if (!party.ownerId) {
    throw new DomainError('decided', `${partyId} is in the pool`, {
      say: { en: `${party.name} is in the pool already.`, zh: `${party.name}已在公海。` },
    });
  }
  const { entity, id, name, version, ownerId } = party;
  if (note) {
    core.change.insert('follow_ups', {
      id: newId(),
      ...(entity === 'lead' ? { leadId: id } : { customerId: id }),
      authorId: core.actor.userId,
      kind: 'note',
      note,
      happenedOn: core.today,
    });
  }
  const shelved = entity === 'lead' ? await shelveTasks(core, [{ leadId: id, ownerId }]) : undefined;
  const planned = shelved?.get(id) ?? [];
  recordMove(core, party, { kind: 'released', userId: ownerId, reasonKey: key, tasks: planned });
  if (entity === 'lead') {
    await dropFirstCalls(core, [{ leadId: id, ownerId }]);
    core.change.update('leads', id, { ownerId: null, givenAt: null, givenEn: null, givenZh: null }, { version });
  } else {
    core.change.update('customers', id, { ownerId: null }, { version });
  }
  return { party: { entity, id, name }, reason: reason.name, planned };
}
