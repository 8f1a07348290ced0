import { DomainError } from '../errors.ts';
import type { Text } from '../text.ts';
import type { Match } from './find-duplicates.ts';

/** What somebody enters is on file already; whoever can show him the matches does, all others say whose it is. */
export class DuplicateFound extends DomainError {
  /** What the record is called that was entered. */
  readonly what: string;
  readonly matches: readonly Match[];

  constructor(what: string, matches: readonly Match[]) {
    super('exists', 'it is on file already', { say: sayOf(what, matches[0]) });
    this.what = what;
    this.matches = matches;
  }
}

/** Where only a number or an address is the same, it is that which is on file, not what was entered. */
function sayOf(what: string, match: Match | undefined): Text {
  const owner = match?.ownerName;
  const shared = match && SHARED[match.by];
  const entered: Text = shared
    ? { en: `Somebody with the same ${shared.en} as ${what}`, zh: `与${what}${shared.zh}相同的记录` }
    : { en: what, zh: what };
  return owner
    ? {
        en: `${entered.en} is on file already; ${owner} looks after it.`,
        zh: `${entered.zh}已在系统中，负责人是${owner}。`,
      }
    : { en: `${entered.en} is on file already, in the public pool.`, zh: `${entered.zh}已在系统中，目前在公海。` };
}

const SHARED: Readonly<Record<Match['by'], Text | undefined>> = {
  phone: { en: 'phone', zh: '电话' },
  email: { en: 'e-mail', zh: '邮箱' },
  company: undefined,
  near: undefined,
};
