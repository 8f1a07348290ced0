import type { Core } from '../context.ts';
import { getCustomerWithDeal } from '../customers/sole-deal.ts';
import { DomainError } from '../errors.ts';
import { describeCheckIn } from '../visits/describe-check-in.ts';
import { getGround } from '../visits/ground.ts';
import type { CheckIn } from '../visits/visit.ts';
import type { LoggedFollowUp } from './log-follow-up.ts';

type Logged = Pick<LoggedFollowUp, 'id' | 'subject' | 'on' | 'happenedAt' | 'checkIn'>;

export type Move = {
  subject: LoggedFollowUp['subject'];
  set: { customerId: string; opportunityId: string | null; checkIn?: CheckIn };
};

/**
 * What follows where a follow-up is another customer's than it was entered for: it is about that one's deal, the tasks that came
 * with it go along, and a check-in is measured from that one's place. When either was touched last the database works out by
 * itself. Throws not_found, bad_input for one of a lead.
 */
export async function moveFollowUp(core: Core, logged: Logged, customerId: string): Promise<Move> {
  const { id, subject, checkIn } = logged;
  if (subject.entity === 'lead') {
    throw new DomainError('bad_input', `follow-up ${id} is of a lead`, {
      say: {
        en: 'That one is of a lead, whose answer it counts as. Take it back, or log it anew with the customer.',
        zh: '这条是线索的跟进，关系到线索的响应时间；请撤销，或在客户下重新记录。',
      },
    });
  }
  const [customer, tasks] = await Promise.all([
    getCustomerWithDeal(core, customerId),
    core.sql<{ id: string; version: number }>({
      name: 'follow-up-tasks',
      text: `SELECT id, version FROM tasks WHERE follow_up_id = $1 AND customer_id = $2 AND owner_id = ANY ((SELECT parley_workable())::uuid[])`,
      values: [id, subject.id],
    }),
  ]);
  const { name, opportunityId, mark, calls } = customer;
  for (const task of tasks) {
    core.change.update('tasks', task.id, { customerId, opportunityId }, { version: task.version });
  }
  return {
    subject: { entity: 'customer', id: customerId, name, mark, calls },
    set: {
      customerId,
      opportunityId,
      ...(checkIn ? { checkIn: await measuredAnew(core, { ...logged, checkIn }, customerId) } : {}),
    },
  };
}

async function measuredAnew(
  core: Core,
  { id, on, happenedAt, checkIn }: Logged & { checkIn: CheckIn },
  customerId: string,
): Promise<CheckIn> {
  const ground = await getGround(core, { partyId: customerId, received: [] });
  return describeCheckIn(core, {}, { ground, on, at: happenedAt ?? undefined, before: { id, checkIn } });
}
