import { z } from 'zod';
import { readPhone } from '../customers/phone.ts';
import type { Organisation } from '../organisation.ts';
import { withoutControls } from '../text.ts';
import { HOOK_EVENTS, type HookEventKind, type HookProblem } from './hook.ts';
import { readInstant } from './read-instant.ts';

/** The fields we know; everything else is kept as it came. */
export const KNOWN_FIELDS = [
  'event',
  'contact',
  'company',
  'phone',
  'email',
  'region',
  'industry',
  'product',
  'note',
  'what',
  'at',
] as const;

type KnownField = (typeof KNOWN_FIELDS)[number];

const MOST_FIELDS = 100;
const LONGEST = 2_000;

/** Senders' clocks run a little ahead. */
const AHEAD_MS = 5 * 60_000;

export type HookEvent = {
  kind: HookEventKind;
  contact: string | undefined;
  company: string | undefined;
  /** E.164 */
  phone: string | undefined;
  email: string | undefined;
  region: string | undefined;
  industry: string | undefined;
  /** What they ask for, in their words. */
  product: string | undefined;
  /** What they wrote, or what they did: the page, the file, the order. */
  note: string | undefined;
  at: Date;
  /** What we know no place for, and numbers and addresses that are none: nothing sent is lost. */
  rest: Record<string, string>;
};

type Options = { fields: Readonly<Record<string, string>>; now: Date; org: Pick<Organisation, 'locale' | 'timeZone'> };

const object = z.record(z.string().max(200), z.unknown());

/** What a body tells, its fields called as the source calls them; or why it cannot be read. */
export function readEvent(body: Uint8Array, { fields, now, org }: Options): HookEvent | HookProblem {
  const sent = parse(body);
  if (!sent) {
    return 'not_json';
  }
  const entries = Object.entries(sent).flatMap(([name, value]): [string, string][] => {
    const text = toText(value);
    return text === '' ? [] : [[name, text]];
  });
  if (entries.length > MOST_FIELDS) {
    return 'too_many_fields';
  }
  if (entries.some(([, value]) => value.length > LONGEST)) {
    return 'too_long';
  }
  const { known, rest } = sort(entries, fields);
  const kind = HOOK_EVENTS.find((each) => each === (known.event ?? 'lead'));
  if (!kind) {
    return 'unknown_event';
  }
  const phone = known.phone === undefined ? undefined : readPhone(known.phone, org);
  const email = z.email().max(200).safeParse(known.email?.toLowerCase()).data;
  const at = known.at === undefined ? now : readInstant(known.at, org.timeZone);
  if (!at || !(at.getTime() <= now.getTime() + AHEAD_MS)) {
    return 'bad_time';
  }
  if (kind !== 'test' && !phone && !email && !known.company) {
    return 'nobody';
  }
  const { contact, company, region, industry, product, note, what } = known;
  return {
    ...{ kind, contact, company, phone, email, region, industry, product, at },
    note: [what, note].filter(Boolean).join(' · ') || undefined,
    rest: {
      ...rest,
      ...(known.phone && !phone ? { phone: known.phone } : {}),
      ...(known.email && !email ? { email: known.email } : {}),
    },
  };
}

function parse(body: Uint8Array): Record<string, unknown> | undefined {
  try {
    return object.safeParse(JSON.parse(Buffer.from(body).toString('utf8'))).data;
  } catch {
    return undefined;
  }
}

function toText(value: unknown): string {
  const text = typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '');
  return withoutControls(text).trim();
}

/** Ours by our own name first, then by what the source calls it; a second word for the same is kept beside it. */
function sort(entries: readonly [string, string][], fields: Options['fields']) {
  const known: Partial<Record<KnownField, string>> = {};
  const rest: [string, string][] = [];
  const isOurs = (name: string) => KNOWN_FIELDS.find((each) => each === name);
  const ours = entries.filter(([name]) => isOurs(name));
  for (const [name, value] of [...ours, ...entries.filter(([each]) => !isOurs(each))]) {
    const field = isOurs(name) ?? isOurs((Object.hasOwn(fields, name) && fields[name]) || '');
    if (field && known[field] === undefined) {
      known[field] = value;
    } else {
      rest.push([name, value]);
    }
  }
  return { known, rest: Object.fromEntries(rest) };
}
