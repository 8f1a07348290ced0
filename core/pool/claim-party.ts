import type { Core } from '../context.ts';
import { dateText } from '../day-words.ts';
import { dayIn, instantOf, timeIn } from '../days.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../id.ts';
import { findShelved, type Planned, unshelve } from '../leads/pass-tasks.ts';
import { findPoolRules, type PoolRules } from './pool-rules.ts';

export type PoolParty = { entity: 'lead' | 'customer'; id: string; name: string };

type Taken = {
  id: string;
  entity: PoolParty['entity'];
  name: string | null;
  version: number;
  open: boolean;
  ownerId: string | null;
  ownerName: string | null;
  takenAt: Date | null;
  claims: number;
  held: number;
};

/**
 * Takes a lead or a customer out of the public pool (R10), with what was planned with it. Of two who do so at once one wins. Throws decided where somebody
 * has it, saying who and since when, and limit where the day's claims or what one may have are used up.
 */
export async function claimParty(core: Core, id: string): Promise<PoolParty & { planned: Planned[] }> {
  const [[party], shelved] = await Promise.all([claimParties(core, [id]), findShelved(core, [id])]);
  if (!party) {
    throw new DomainError('not_found', `party ${id}`);
  }
  const { userId, name, timeZone } = core.actor;
  const planned = unshelve(core, shelved.get(id) ?? [], { leadId: id }, { id: userId, name, timeZone });
  return { ...party, planned };
}

/** The same of several at once, all or none; each counts those before it, and of what one has those of its kind. */
export async function claimParties(core: Core, ids: readonly string[]): Promise<PoolParty[]> {
  const { actor, today } = core;
  const [rules, taken] = await Promise.all([
    findPoolRules(core),
    core.sql<Taken>({
      name: 'pool-take',
      // In one order for everybody, so that two who take the same wait for each other and do not block each other.
      text: `SELECT p.id, t.entity, t.name, t.version, t.open, t.owner_id AS "ownerId", t.owner_name AS "ownerName", t.taken_at AS "takenAt", t.claims, t.held
               FROM (SELECT id FROM unnest($1::uuid[]) id ORDER BY id) p CROSS JOIN LATERAL parley_pool_take(p.id, $2) t`,
      values: [ids, instantOf(today, '00:00', actor.timeZone)],
    }),
  ]);
  const missing = ids.find((id) => taken.every((each) => each.id !== id));
  if (missing) {
    throw new DomainError('not_found', `party ${missing}`);
  }
  return taken.map((each, before) =>
    take(core, rules, {
      ...each,
      claims: each.claims + before,
      held: each.held + taken.slice(0, before).filter(({ entity }) => entity === each.entity).length,
    }),
  );
}

function take(core: Core, { claimsPerDay, heldMost }: PoolRules, taken: Taken): PoolParty {
  const { entity, id, name, version } = taken;
  if (taken.ownerId || name === null) {
    throw takenBy(core, taken);
  }
  if (!taken.open) {
    throw new DomainError('bad_transition', `lead ${id} is closed`, {
      say: { en: 'This lead has been closed already.', zh: '该线索已关闭或已转化。' },
    });
  }
  if (taken.claims >= claimsPerDay) {
    throw new DomainError('bad_input', `${taken.claims} claims today`, {
      say: {
        en: `You have claimed ${taken.claims} today; that is the most in a day. More tomorrow.`,
        zh: `你今天已认领 ${taken.claims} 个，达到每日上限，明天再来。`,
      },
    });
  }
  if (taken.held >= heldMost) {
    throw new DomainError('bad_input', `${taken.held} held`, {
      say: {
        en: `You have ${taken.held} already; that is the most one may have. Put some back first.`,
        zh: `你名下已有 ${taken.held} 个，达到上限，请先放回一些。`,
      },
    });
  }
  const own = { ownerId: core.actor.userId };
  if (entity === 'lead') {
    const why = { givenEn: 'taken out of the pool', givenZh: '从公海认领' };
    core.change.update('leads', id, { ...own, ...why, givenAt: core.now }, { version });
  } else {
    core.change.update('customers', id, own, { version });
  }
  recordMove(core, { entity, id }, { kind: 'claimed', userId: core.actor.userId });
  return { entity, id, name };
}

function takenBy({ actor, today }: Core, { ownerId, ownerName, takenAt }: Taken): DomainError {
  const date = takenAt && dateText(dayIn(takenAt, actor.timeZone), today);
  const time = takenAt && timeIn(takenAt, actor.timeZone);
  const isMine = ownerId === actor.userId;
  return new DomainError('decided', `taken by ${ownerId}`, {
    say: {
      en: `${isMine ? 'You have' : `${ownerName} has`} it already${date ? `, since ${date.en} ${time}` : ''}.`,
      zh: `${isMine ? '你' : ownerName}已${date ? `于${date.zh} ${time} ` : ''}认领。`,
    },
  });
}

export type PoolMoveKind = 'claimed' | 'released' | 'warned' | 'returned';

/** One line of what went into the pool and out of it. */
export function recordMove(
  { change, ...context }: Pick<Core, 'change'> & { actor?: Core['actor'] },
  { entity, id }: Pick<PoolParty, 'entity' | 'id'>,
  {
    kind,
    userId,
    reasonKey = null,
    tasks = [],
  }: { kind: PoolMoveKind; userId: string; reasonKey?: string | null; tasks?: Planned[] | undefined },
): void {
  change.insert('pool_moves', {
    id: newId(),
    ...(entity === 'lead' ? { leadId: id } : { customerId: id }),
    kind,
    userId,
    reasonKey,
    tasks,
    createdBy: context.actor?.userId ?? null,
  });
}
