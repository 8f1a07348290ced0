import type { Core } from '../context.ts';
import type { Day } from '../days.ts';
import { DomainError } from '../errors.ts';

export type Milestone = {
  id: string;
  name: string;
  plannedOn: Day | null;
  doneOn: Day | null;
  remark: string | null;
  customer: { id: string; name: string };
  version: number;
};

/** Which one: by its id; by its name, or words of that, at a customer; or among those of the actor's own customers. */
export type WhichMilestone = {
  milestoneId?: string | undefined;
  customerId?: string | undefined;
  name?: string | undefined;
};

/** Of one's own customers this many that are open are looked through for a name. */
const MOST = 200;

/** Of `m`, a milestone: whether the actor may mend it; the policy of the table says the same. */
export const IS_MILESTONE_MENDED = `(m.created_by = (SELECT parley_actor()) OR (SELECT 'service' = ANY (parley_roles()))
  OR EXISTS (SELECT FROM seen.customers o WHERE o.id = m.customer_id AND o.owner_id = ANY ((SELECT parley_workable())::uuid[])))`;

const LINE = `SELECT m.id, m.name, m.planned_on AS "plannedOn", m.done_on AS "doneOn", m.remark, m.version,
    json_build_object('id', c.id, 'name', c.name) AS customer
  FROM milestones m JOIN seen.customers c ON c.id = m.customer_id WHERE m.removed_at IS NULL`;

/** All of a customer, what is still to be done first. */
export function findMilestonesOf(core: Core, customerId: string): Promise<Milestone[]> {
  return core.sql({
    name: 'milestones-of',
    text: `${LINE} AND m.customer_id = $1 ORDER BY m.done_on IS NOT NULL, m.planned_on NULLS LAST, m.name`,
    values: [customerId],
  });
}

/** Throws not_found, bad_input where several could be meant. */
export async function getMilestone(core: Core, { milestoneId, customerId, name }: WhichMilestone): Promise<Milestone> {
  const among = milestoneId
    ? await core.sql<Milestone>({ name: 'milestone', text: `${LINE} AND m.id = $1`, values: [milestoneId] })
    : customerId
      ? await findMilestonesOf(core, customerId)
      : await core.sql<Milestone>({
          name: 'milestones-own',
          text: `${LINE} AND m.done_on IS NULL AND (c.owner_id = $1 OR m.created_by = $1) ORDER BY m.planned_on NULLS LAST, m.id LIMIT $2`,
          values: [core.actor.userId, MOST],
        });
  const found = name === undefined ? soleOf(among) : milestoneCalled(among, name);
  if (!found) {
    throw new DomainError('not_found', `milestone ${milestoneId ?? name}`, {
      say: {
        en: 'I find no such delivery milestone. Say whose it is, as in “the installation for Acme”.',
        zh: '没有找到这个交付节点，请带上客户名称，如“华星的安装”。',
      },
    });
  }
  return found;
}

/** The one called so, an open one first; else the only one whose name holds these words. Throws bad_input for several. */
export function milestoneCalled(milestones: readonly Milestone[], name: string): Milestone | undefined {
  const wanted = folded(name);
  const open = milestones.filter(({ doneOn }) => doneOn === null);
  const isExact = (each: Milestone) => folded(each.name) === wanted;
  const isLike = (each: Milestone) => folded(each.name).includes(wanted);
  const tries = [open.filter(isExact), milestones.filter(isExact), open.filter(isLike), milestones.filter(isLike)];
  return soleOf(tries.find((each) => each.length > 0) ?? []);
}

/** Throws bad_input for several. */
function soleOf(milestones: readonly Milestone[]): Milestone | undefined {
  const [only, another] = milestones;
  if (only && another) {
    const isOfOne = milestones.every(({ customer }) => customer.id === only.customer.id);
    const names = milestones.map(({ name, customer }) => (isOfOne ? name : `${customer.name} · ${name}`));
    throw new DomainError('bad_input', `several milestones: ${milestones.length}`, {
      say: { en: `Which one: ${names.join(', ')}?`, zh: `是哪一个：${names.join('、')}？` },
    });
  }
  return only;
}

export function folded(name: string): string {
  return name.toLowerCase().replace(/\s+/g, '');
}
