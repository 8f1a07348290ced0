import { isNameOf } from '../../core/names/index.ts';
import type { Candidate } from './record-rule.ts';

/** All that was said is part of what something is called. */
export const isCalled = (mention: string, name: string): boolean =>
  name.toLowerCase().includes(mention.trim().toLowerCase()) || isNameOf(mention, name);

/**
 * What was found for a mention, as it is offered: those of whose names, or of their customers' or companies', all that was
 * said is part; where there is none, the others as guesses.
 */
export function asMeant<Line>(
  mention: string,
  lines: readonly Line[],
  { names, draw }: { names(line: Line): readonly (string | null)[]; draw(line: Line): Candidate },
): Candidate[] {
  const meant = lines.filter((line) => names(line).some((name) => name !== null && isCalled(mention, name)));
  return meant.length > 0 ? meant.map(draw) : lines.map((line) => ({ ...draw(line), isGuess: true }));
}

/** The customer at whom somebody is called so, where it is one: a follow-up with him is one with the customer. */
export function onlyByContact(candidates: readonly Candidate[]): Candidate | undefined {
  const [first, ...others] = candidates.filter(({ isByContact }) => isByContact);
  return first && others.every(({ id }) => id === first.id) ? first : undefined;
}

/** Of several kinds together: nobody guesses where something is called so. */
export function meantFirst(candidates: readonly Candidate[]): Candidate[] {
  const meant = candidates.filter(({ isGuess }) => !isGuess);
  return meant.length > 0 ? meant : [...candidates];
}

/** The one that is meant without a question. */
export function onlyMeant(candidates: readonly Candidate[]): Candidate | undefined {
  const [only, another] = candidates;
  return only && !another && !only.isGuess ? only : undefined;
}
