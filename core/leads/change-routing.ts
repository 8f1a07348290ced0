import type { Core } from '../context.ts';
import type { Day } from '../days.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../id.ts';
import { matchOwn } from '../names/own-words.ts';
import { findProfiles, findRules, LAST_RULE, type RuleLine } from './find-routing.ts';
import { findSources } from './find-sources.ts';
import { sameRule, takesBefore } from './same-rule.ts';

/** A list anew, or what is added to the one that stands. */
export type ListChange = readonly string[] | { readonly added: readonly string[] };

export type RuleChange = {
  /** Without one the rule comes behind the others. */
  position?: number | undefined;
  regions?: ListChange | undefined;
  industries?: ListChange | undefined;
  /** In anybody's words. */
  sources?: readonly string[] | undefined;
  /** Null gives it to everybody who sells. */
  teamId?: string | null | undefined;
  /** In place of a team. */
  userId?: string | null | undefined;
  territory?: number | undefined;
  expertise?: number | undefined;
  product?: number | undefined;
  wins?: number | undefined;
  load?: number | undefined;
  fairness?: number | undefined;
  isActive?: boolean | undefined;
};

/** The rule that asks for what is said, where no place is; undefined for one of its own. */
export async function findRuleFor(core: Core, { regions, industries, sources }: RuleChange) {
  const [rules, known] = await Promise.all([findRules(core, { all: true }), findSources(core)]);
  const keys = sources?.flatMap((words) => matchOwn(known, words)?.key ?? []);
  return keys?.length === sources?.length ? sameRule(rules, askedBy({ regions, industries }, keys)) : undefined;
}

/**
 * Changes the rule at a place, or puts one there (R4); without a place the one that asks for the same. Throws not_found for a
 * source nobody knows, bad_input for one that would never apply.
 */
export async function changeRule(core: Core, { position, sources, isActive, ...change }: RuleChange): Promise<void> {
  const [rules, known] = await Promise.all([findRules(core, { all: true }), findSources(core)]);
  const keys = sources?.map((words) => {
    const source = matchOwn(known, words);
    if (!source) {
      throw new DomainError('not_found', `source ${words}`, {
        say: { en: `There is no source “${words}”.`, zh: `没有来源“${words}”。` },
      });
    }
    return source.key;
  });
  const asked = askedBy(change, keys);
  const rule = position === undefined ? sameRule(rules, asked) : rules.find((each) => each.position === position);
  const { regions, industries, teamId, userId, ...rest } = change;
  const set = {
    ...withoutUndefined(rest),
    // Whoever is named last takes the place of whoever was.
    ...(userId ? { userId, teamId: null } : teamId ? { teamId, userId: null } : withoutUndefined({ teamId, userId })),
    ...(regions ? { regions: listed(regions, rule?.regions) } : {}),
    ...(industries ? { industries: listed(industries, rule?.industries) } : {}),
    ...(keys ? { sources: keys } : {}),
    ...(isActive === undefined ? {} : { active: isActive }),
  };
  if (rule) {
    core.change.update('assignment_rules', rule.id, set, { version: rule.version });
  } else {
    const place = position ?? nextOf(rules);
    refuseIdle(position === undefined ? takesBefore(rules, place, asked) : undefined);
    core.change.insert('assignment_rules', { id: newId(), position: place, ...set });
  }
}

const askedBy = (
  { regions, industries }: Pick<RuleChange, 'regions' | 'industries'>,
  keys: readonly string[] = [],
) => ({
  regions: listed(regions ?? []),
  industries: listed(industries ?? []),
  sources: [...keys],
});

/** A rule behind one that takes all of its leads would never be asked. */
function refuseIdle(earlier: RuleLine | undefined): void {
  if (earlier) {
    const { position } = earlier;
    throw new DomainError('bad_input', `rule ${position} takes them`, {
      say: {
        en: `Rule ${position} comes first and takes these leads already. Change that one, or give this one a smaller number.`,
        zh: `规则 ${position} 在前，这些线索已由它分配。请修改那条规则，或为这条填一个更小的序号。`,
      },
    });
  }
}

const STEP = 10;

/** Behind the others, before the one for all the rest. */
function nextOf(rules: readonly { position: number }[]): number {
  const taken = rules.map(({ position }) => position).filter((position) => position < LAST_RULE);
  const last = Math.max(0, ...taken);
  const free = Array.from({ length: LAST_RULE - 1 }, (_, at) => LAST_RULE - 1 - at).find(
    (each) => !taken.includes(each),
  );
  return last + STEP < LAST_RULE ? last + STEP : (free ?? LAST_RULE);
}

const listed = (change: ListChange, held: readonly string[] = []): string[] =>
  'added' in change ? [...new Set([...held, ...change.added])] : [...change];

function withoutUndefined<Fields extends object>(fields: Fields) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

export type ProfileChange = {
  userId: string;
  regions?: ListChange | undefined;
  industries?: ListChange | undefined;
  productIds?: readonly string[] | undefined;
  /** Beside those he knows. */
  alsoProductIds?: readonly string[] | undefined;
  awayUntil?: Day | null | undefined;
};

/** What a seller knows, and until when he is away (R5). Throws not_found for somebody who does not sell. */
export async function changeProfile(
  core: Core,
  { userId, regions, industries, productIds, alsoProductIds, awayUntil }: ProfileChange,
): Promise<void> {
  const profile = (await findProfiles(core)).find((each) => each.userId === userId);
  if (!profile) {
    throw new DomainError('not_found', `user ${userId} sells nothing`, {
      say: { en: 'Leads are routed to sales reps only.', zh: '线索只分配给销售代表。' },
    });
  }
  const set = {
    ...(regions ? { regions: listed(regions, profile.regions) } : {}),
    ...(industries ? { industries: listed(industries, profile.industries) } : {}),
    ...(productIds || alsoProductIds
      ? {
          productIds: [
            ...new Set([...(productIds ?? profile.products.map(({ id }) => id)), ...(alsoProductIds ?? [])]),
          ],
        }
      : {}),
    ...(awayUntil === undefined ? {} : { awayUntil }),
  };
  if (profile.id && profile.version !== null) {
    core.change.update('routing_profiles', profile.id, set, { version: profile.version });
  } else {
    core.change.insert('routing_profiles', { id: newId(), userId, ...set });
  }
}
