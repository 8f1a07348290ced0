import type { RuleLine } from './find-routing.ts';
import { covers } from './route-lead.ts';

/** What a rule asks of a lead; sources by their keys. */
export type Conditions = Pick<RuleLine, 'regions' | 'industries' | 'sources'>;

const folded = (words: readonly string[]) => [...new Set(words.map((each) => each.toLowerCase()))].sort().join('\n');

/** The rule in use that asks for exactly this; none for what asks for nothing. */
export function sameRule(
  rules: readonly RuleLine[],
  { regions, industries, sources }: Conditions,
): RuleLine | undefined {
  return regions.length + industries.length + sources.length === 0
    ? undefined
    : rules.find(
        (rule) =>
          rule.isActive &&
          folded(rule.regions) === folded(regions) &&
          folded(rule.industries) === folded(industries) &&
          folded(rule.sources) === folded(sources),
      );
}

/** The first in use that takes every lead which asks for this. */
export function takesBefore(rules: readonly RuleLine[], position: number, asked: Conditions): RuleLine | undefined {
  const takes = (wide: readonly string[], narrow: readonly string[]) =>
    wide.length === 0 || (narrow.length > 0 && narrow.every((each) => covers(wide, each)));
  return rules.find(
    (rule) =>
      rule.isActive &&
      rule.position < position &&
      takes(rule.regions, asked.regions) &&
      takes(rule.industries, asked.industries) &&
      (rule.sources.length === 0 ||
        (asked.sources.length > 0 && asked.sources.every((key) => rule.sources.includes(key)))),
  );
}
