import { unclaimed } from './frame.ts';

const global = new WeakMap<RegExp, RegExp>();

/** The same pattern for all places at once; compiled once, since the words are. */
function everywhere(pattern: RegExp): RegExp {
  const known = global.get(pattern);
  if (known) {
    return known;
  }
  const all = new RegExp(pattern.source, `${pattern.flags}g`);
  global.set(pattern, all);
  return all;
}

/** Words of a sentence, claimed one after another; what nobody claims counts against the reading. */
export class Claims {
  private rest: string;

  constructor(text: string) {
    this.rest = text;
  }

  /** What is left to be claimed. */
  get text(): string {
    return this.rest;
  }

  /** `pattern` is not global: that would remember where it last was. */
  take(pattern: RegExp): string | undefined {
    return this.match(pattern)?.[0];
  }

  /** With what its groups caught. */
  match(pattern: RegExp): RegExpExecArray | undefined {
    const found = pattern.exec(this.rest);
    if (found) {
      this.rest = this.rest.replace(everywhere(pattern), ' ');
    }
    return found ?? undefined;
  }

  left(claims: readonly RegExp[]): string[] {
    return unclaimed(this.rest, claims);
  }
}
