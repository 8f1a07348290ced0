import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../id.ts';
import { getOpportunity } from './find-opportunities.ts';

type Member = { id: string; userId: string; share: number; version: number };

/**
 * Gives a colleague a part of a deal, in whole percent, and with it leave to see it and work on it (R84); 0 takes both.
 * What the others have stays, the owner has the rest: the parts of a deal are always 100 %, by the database's own word.
 * Throws forbidden for whoever does not own the deal or lead its owner, bad_input where the owner would have less than nothing.
 */
export async function setMember(
  core: Core,
  { opportunityId, userId, share }: { opportunityId: string; userId: string; share: number },
): Promise<void> {
  const [deal, members, [mine]] = await Promise.all([
    getOpportunity(core, opportunityId),
    core.sql<Member>({
      name: 'deal-members',
      text: 'SELECT id, user_id AS "userId", share, version FROM opportunity_members WHERE opportunity_id = $1',
      values: [opportunityId],
    }),
    core.sql<{ may: boolean; grantId: string | null; grantVersion: number | null }>({
      name: 'deal-member-grant',
      text: `SELECT o.owner_id = ANY ((SELECT parley_workable())::uuid[]) AS may, g.id AS "grantId", g.version AS "grantVersion" FROM seen.opportunities o
               LEFT JOIN grants g ON g.entity = 'opportunity' AND g.record_id = o.id AND g.user_id = $2 AND g.reason = 'joint_deal' WHERE o.id = $1`,
      values: [opportunityId, userId],
    }),
  ]);
  if (!mine?.may) {
    throw new DomainError('forbidden', `shares of opportunity ${opportunityId}`, {
      say: {
        en: `Only ${deal.ownerName} or a manager above shares this deal out.`,
        zh: `只有负责人${deal.ownerName}或其上级可以分配该商机。`,
      },
    });
  }
  if (userId === deal.ownerId) {
    throw new DomainError('bad_input', 'a share for the owner', {
      say: {
        en: `${deal.ownerName} owns the deal and has whatever the others have not.`,
        zh: `${deal.ownerName}是负责人，比例为其他成员分配后的剩余部分。`,
      },
    });
  }
  const others = members.filter((member) => member.userId !== userId && member.userId !== deal.ownerId);
  const rest = 100 - share - others.reduce((sum, other) => sum + other.share, 0);
  if (rest < 0) {
    throw new DomainError('bad_input', `shares of ${100 - rest} percent`, {
      say: {
        en: `That would be ${100 - rest}% in all. At most ${share + rest}% is left to give.`,
        zh: `合计将达到 ${100 - rest}%，最多还能分配 ${share + rest}%。`,
      },
    });
  }
  const isAlone = share === 0 && others.length === 0;
  keep(core, opportunityId, { known: members.find((each) => each.userId === userId), userId, share: share || null });
  keep(core, opportunityId, {
    known: members.find((each) => each.userId === deal.ownerId),
    userId: deal.ownerId,
    share: isAlone ? null : rest,
  });
  if (share > 0 && !mine.grantId) {
    const grant = { entity: 'opportunity', recordId: opportunityId, userId, reason: 'joint_deal' };
    core.change.insert('grants', { id: newId(), ...grant });
    core.change.record('opportunity.shared', { opportunityId, userId });
  } else if (share === 0 && mine.grantId && mine.grantVersion !== null) {
    core.change.remove('grants', mine.grantId, { version: mine.grantVersion });
  }
}

function keep(
  core: Core,
  opportunityId: string,
  { known, userId, share }: { known: Member | undefined; userId: string; share: number | null },
): void {
  if (known && share === null) {
    core.change.remove('opportunity_members', known.id, { version: known.version });
  } else if (known && share !== null && known.share !== share) {
    core.change.update('opportunity_members', known.id, { share }, { version: known.version });
  } else if (!known && share !== null) {
    core.change.insert('opportunity_members', { id: newId(), opportunityId, userId, share });
  }
}
