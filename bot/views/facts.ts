import type { Locale, Text } from '../../core/text.ts';
import type { Rich } from '../cards/card.ts';

/** What something is called, and what is known of it. */
export type Fact = readonly [name: Text, value: Rich | null | undefined];

/** Facts as a card holds them; of what nothing is known nothing is said. */
export function factsOf(known: readonly Fact[], locale: Locale): { label: string; value: Rich }[] {
  return known.flatMap(([name, value]) => (value ? [{ label: name[locale], value }] : []));
}
