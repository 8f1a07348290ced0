import type { Core } from '../context.ts';
import type { Entity } from './catalogue/entity.ts';

/** What a condition compares with: known where it is put together, and not of who asks. */
const GIVEN: ReadonlySet<string> = new Set(['value', 'from', 'to']);

/** SQL put together of constant texts; whatever a person says becomes a parameter. */
export class StatementText {
  readonly values: unknown[] = [];
  private readonly known = new Map<string, string>();
  private readonly core: Pick<Core, 'actor' | 'today'>;
  private readonly binds: NonNullable<Entity['binds']>;

  constructor(core: Pick<Core, 'actor' | 'today'>, { binds = {} }: Pick<Entity, 'binds'>) {
    this.core = core;
    this.binds = binds;
  }

  bind(value: unknown): string {
    return `$${this.values.push(value)}`;
  }

  /** The catalogue's text with parameters where its placeholders stand. */
  put(
    sql: string,
    {
      time,
      part,
      ...said
    }: { value?: string; from?: string; to?: string; time?: () => string; part?: () => string } = {},
  ): string {
    const given: Readonly<Record<string, string | undefined>> = said;
    return sql
      .replaceAll('($time)', () => `(${time?.() ?? 'NULL'})`)
      .replaceAll('($part)', () => `(${part?.() ?? 'true'})`)
      .replace(/\$(tz|today|actor|locale|value|from|to|own\d+)(?![a-z])/g, (slot, name: string) =>
        GIVEN.has(name) ? (given[name] ?? slot) : (this.known.get(name) ?? this.keep(name)),
      );
  }

  private keep(name: string): string {
    const own = this.binds[name];
    const { value, cast } = own ?? this.ofAsker(name);
    const slot = `${this.bind(value)}::${cast}`;
    this.known.set(name, slot);
    return slot;
  }

  private ofAsker(name: string): { value: unknown; cast: string } {
    const { actor, today } = this.core;
    switch (name) {
      case 'tz':
        return { value: actor.timeZone, cast: 'text' };
      case 'locale':
        return { value: actor.locale, cast: 'text' };
      case 'today':
        return { value: today, cast: 'date' };
      default:
        return { value: actor.userId, cast: 'uuid' };
    }
  }
}

/** The joins whose alias is named in what was put together, and those these name, in the order they are declared. */
export function neededJoins(joins: Readonly<Record<string, string>>, used: string): string {
  const needed = new Set<string>();
  for (let text = used; ; ) {
    const found = Object.entries(joins).filter(
      ([alias]) => !needed.has(alias) && new RegExp(`(?<![\\w.])${alias}\\.`).test(text),
    );
    if (found.length === 0) {
      break;
    }
    for (const [alias, join] of found) {
      needed.add(alias);
      text += ` ${join}`;
    }
  }
  return Object.entries(joins)
    .filter(([alias]) => needed.has(alias))
    .map(([, join]) => join)
    .join(' ');
}
