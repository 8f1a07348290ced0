import { OTHER_SOURCE } from './find-sources.ts';

/** A source as it travels from a form or a press: its key, or what was said where the company has no such source. */
export type SourceChoice = string;

const OTHER = `${OTHER_SOURCE}:`;

/** "Another one", keeping the words. */
export function otherSource(words: string): SourceChoice {
  return `${OTHER}${words}`;
}

/** The columns of a row it comes to. */
export function readSource(choice: SourceChoice | undefined): { sourceKey: string | null; source: string | null } {
  if (choice === undefined) {
    return { sourceKey: null, source: null };
  }
  return isOtherSource(choice)
    ? { sourceKey: OTHER_SOURCE, source: choice.slice(OTHER.length) }
    : { sourceKey: choice, source: null };
}

/** The other way round: how a form holds what is on file. */
export function toSourceChoice({ sourceKey, source }: ReturnType<typeof readSource>): SourceChoice | null {
  return source !== null && (sourceKey === null || sourceKey === OTHER_SOURCE) ? otherSource(source) : sourceKey;
}

export function isOtherSource(choice: SourceChoice): boolean {
  return choice.startsWith(OTHER);
}
