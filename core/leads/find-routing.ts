import type { Core } from '../context.ts';
import type { Day } from '../days.ts';
import { productsOf } from '../products/several-products.ts';
import type { Text } from '../text.ts';
import type { AssignmentRule, Taker } from './route-lead.ts';

/** The place of the rule that comes after all others. */
export const LAST_RULE = 999;

export type RuleLine = AssignmentRule & {
  id: string;
  teamName: string | null;
  userName: string | null;
  sourceNames: Text[];
  isActive: boolean;
  version: number;
};

/** What a seller knows, and until when he is away; of whom nothing is known stands here too. */
export type ProfileLine = {
  userId: string;
  name: string;
  id: string | null;
  version: number | null;
  regions: string[];
  industries: string[];
  products: { id: string; name: Text }[];
  awayUntil: Day | null;
};

/** The company's rules in their order; those no longer used only when asked for. */
export async function findRules(core: Core, { all = false }: { all?: boolean } = {}): Promise<RuleLine[]> {
  return core.sql<RuleLine>({
    name: 'assignment-rules',
    text: `SELECT r.id, r.position, r.regions, r.industries, r.sources, r.team_id AS "teamId", t.name AS "teamName",
             r.user_id AS "userId", u.name AS "userName", r.territory,
             r.expertise, r.product, r.wins, r.load, r.fairness, r.active AS "isActive", r.version,
             (SELECT coalesce(json_agg(json_build_object('en', s.name_en, 'zh', s.name_zh) ORDER BY s.position), '[]')
                FROM lead_sources s WHERE s.key = ANY (r.sources)) AS "sourceNames"
             FROM assignment_rules r LEFT JOIN teams t ON t.id = r.team_id LEFT JOIN users u ON u.id = r.user_id
            WHERE r.active OR $1 ORDER BY r.position`,
    values: [all],
    isRead: true,
  });
}

/** Everybody who sells. */
export async function findProfiles(core: Core): Promise<ProfileLine[]> {
  return core.sql<ProfileLine>({
    name: 'routing-profiles',
    text: `SELECT u.id AS "userId", u.name, p.id, p.version, coalesce(p.regions, '{}') AS regions,
             coalesce(p.industries, '{}') AS industries, ${productsOf('p.product_ids')} AS products, p.away_until AS "awayUntil"
             FROM users u LEFT JOIN routing_profiles p ON p.user_id = u.id
            WHERE u.active AND 'rep' = ANY (u.roles) ORDER BY u.name, u.id`,
    isRead: true,
  });
}

/** Whom the actor may give a lead to now. One giving waits here for the other, so that it counts what that one gave. */
export async function findTakers(core: Core): Promise<Taker[]> {
  return core.sql<Taker>({ name: 'lead-takers', text: 'SELECT * FROM parley_lead_takers($1)', values: [core.today] });
}
