import { DomainError } from '../errors.ts';
import type { Match } from './find-duplicates.ts';

/** What somebody enters is on file already; whoever can show him the matches does, all others say whose it is. */
export class DuplicateFound extends DomainError {
  /** What the record is called that was entered. */
  readonly what: string;
  readonly matches: readonly Match[];

  constructor(what: string, matches: readonly Match[]) {
    const owner = matches[0]?.ownerName;
    super('exists', 'it is on file already', {
      say: owner
        ? { en: `${what} is on file already; ${owner} looks after it.`, zh: `${what}已在系统中，负责人是${owner}。` }
        : { en: `${what} is on file already, in the public pool.`, zh: `${what}已在系统中，目前在公海。` },
    });
    this.what = what;
    this.matches = matches;
  }
}
