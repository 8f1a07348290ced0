import { distance } from 'fastest-levenshtein';
import { z } from 'zod';
import { isTimeZone } from './days.ts';
import { FILE_KINDS } from './files/file-kinds.ts';
import { BEFORE_DAYS, EDIT_DAYS } from './follow-ups/follow-up.ts';
import { OUTGOING_RULES } from './gateways/gateway.ts';
import { REPORT_PERIODS, REPORT_RULES } from './reports/report.ts';
import { TAG_FLOOR } from './tags/rank-tags.ts';
import { LOCALES } from './text.ts';
import { VISIT_LIMITS } from './visits/visit.ts';

/** Settings of the product as a whole; each platform declares its own in its folder. Names are fixed (docs/settings.md). */
export const settingsSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgresql://')
    .optional(),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'must begin with redis://')
    .optional(),
  ORG_TIMEZONE: z.string().refine(isTimeZone, 'is no IANA time zone, like Asia/Shanghai').default('Asia/Shanghai'),
  ORG_CURRENCY: z
    .string()
    .regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code, like CNY')
    .default('CNY'),
  ORG_LOCALE: z.enum(LOCALES).default('zh'),
  /** How long its author may change a follow-up. */
  FOLLOW_UP_EDIT_DAYS: z.coerce.number().int().min(0).max(365).default(EDIT_DAYS),
  /** When a tag is suggested (R23): so many alike carry it, this share of them; and so many tags at once. */
  TAG_SUGGEST_LEAST: z.coerce.number().int().min(1).max(100).default(TAG_FLOOR.leastCarriers),
  TAG_SUGGEST_PERCENT: z.coerce.number().int().min(0).max(100).default(TAG_FLOOR.leastPercent),
  TAG_SUGGEST_MOST: z.coerce.number().int().min(1).max(10).default(TAG_FLOOR.most),
  /** Which reports are asked for. */
  REPORTS: z
    .string()
    .transform((list) => (list === 'none' ? [] : list.split(',').map((period) => period.trim())))
    .pipe(z.array(z.enum(REPORT_PERIODS), `holds ${REPORT_PERIODS.join(', ')}, separated by commas, or none`))
    .default([...REPORT_RULES.periods]),
  /** On which day of the week the weekly one is asked for; 1 is Monday. */
  REPORT_WEEKDAY: z.coerce.number().int().min(1).max(5).default(REPORT_RULES.weekday),
  /** How long before he was put on file a customer may have been met. */
  FOLLOW_UP_BEFORE_DAYS: z.coerce.number().int().min(0).max(3_650).default(BEFORE_DAYS),
  /** From where on a check-in is far from the customer. */
  VISIT_NEAR_METRES: z.coerce.number().int().min(50).max(100_000).default(VISIT_LIMITS.nearMetres),
  /** How far a photo's own time may be from the visit. */
  VISIT_PHOTO_MINUTES: z.coerce.number().int().min(1).max(10_080).default(VISIT_LIMITS.photoMinutes),
  /** How often the very same coordinates are an accident, and within how many days. */
  VISIT_SAME_SPOT_TIMES: z.coerce.number().int().min(1).max(100).default(VISIT_LIMITS.sameSpotTimes),
  VISIT_SAME_SPOT_DAYS: z.coerce.number().int().min(1).max(3_650).default(VISIT_LIMITS.sameSpotDays),
  /** Hosts inside a private network that a gateway may be on all the same; commas between. */
  OUTGOING_PRIVATE_HOSTS: z
    .string()
    .transform((list) => list.split(',').map((host) => host.trim().toLowerCase()))
    .pipe(z.array(z.string().regex(/^[\w.:-]+$/, 'holds names of hosts, separated by commas')))
    .default([...OUTGOING_RULES.privateHosts]),
  OUTGOING_TIMEOUT_SECONDS: z.coerce
    .number()
    .int()
    .min(1)
    .max(30)
    .default(OUTGOING_RULES.timeoutMs / 1_000),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  ENCRYPTION_KEY: z.string().min(32, 'needs 32 characters or more').optional(),
  ADMIN_EMAIL: z.email().optional(),
  /** The largest file that is kept. */
  FILES_MAX_MB: z.coerce.number().int().min(1).max(200).default(20),
  FILES_KINDS: z
    .string()
    .transform((list) => list.split(',').map((kind) => kind.trim()))
    .pipe(z.array(z.enum(FILE_KINDS), `holds ${FILE_KINDS.join(', ')}, separated by commas`).min(1))
    .default([...FILE_KINDS]),
  FILES_LINK_MINUTES: z.coerce.number().int().min(1).max(10_080).default(60),
  PLAYGROUND: z
    .enum(['on', 'off', '1', '0', 'true', 'false'])
    .transform((value) => ['on', '1', 'true'].includes(value))
    .optional(),
});

export type Settings = z.output<typeof settingsSchema>;

/** A setting that stops the start: one line that says which and why. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads a set of settings once. Blank counts as not set. Throws SettingsError naming every bad one, never its value. */
export function readSettings<Schema extends z.ZodObject>(schema: Schema, env: Environment): z.output<Schema> {
  const given = Object.fromEntries(
    Object.keys(schema.shape).flatMap((name) => (env[name]?.trim() ? [[name, env[name]?.trim()]] : [])),
  );
  const result = schema.safeParse(given);
  if (result.success) {
    return result.data;
  }
  const lines = result.error.issues.map(({ path, message }) => {
    const name = String(path[0]);
    return given[name] === undefined ? `${name} is missing` : `${name} ${message}`;
  });
  throw new SettingsError([...new Set(lines)].join('; '));
}

/** Whether anything of this set is given: a platform with none of its settings is off, with some of them it must be whole. */
export function isMentioned(schema: z.ZodObject, env: Environment): boolean {
  return Object.keys(schema.shape).some((name) => env[name]?.trim());
}

const OURS =
  /^(?:ORG|SLACK|FEISHU|MICROSOFT|TEAMS|OPENAI|TRANSCRIPTION|ADMIN|S3|FILES|ENCRYPTION|PUBLIC|DATABASE|REDIS|DATA|LOG|FOLLOW|REPORTS?|TAG|VISIT|OUTGOING|PLAYGROUND)_?/;

/** Names that look like one of ours and are none, each with the nearest known one. */
export function findMisspelt(known: readonly string[], env: Environment): { name: string; nearest: string }[] {
  return Object.keys(env).flatMap((name) => {
    if (known.includes(name) || !OURS.test(name)) {
      return [];
    }
    const [nearest] = [...known].sort((a, b) => distance(name, a) - distance(name, b));
    return nearest && distance(name, nearest) <= 3 ? [{ name, nearest }] : [];
  });
}
