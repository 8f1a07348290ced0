import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../id.ts';
import { secureBytes } from '../random.ts';
import { findHooks, getHook, type HookLine, matchHook } from './find-hooks.ts';
import { type TouchedKind, USUAL_FIELDS } from './hook.ts';
import type { HookSecrets } from './hook-secrets.ts';
import { KNOWN_FIELDS } from './read-event.ts';

const SALT_BYTES = 16;

/** A source with what its developer is to be given: shown once, to whoever asked. */
export type Opened = { key: string; name: string; secret: string; address: string };

/** Makes an address others may send events to. Throws exists for a name that is taken. */
export async function addHook(
  core: Core,
  { name, source }: { name: string; source?: string | undefined },
): Promise<Opened> {
  const secrets = secretsOf(core);
  if (matchHook(await findHooks(core), name)) {
    throw new DomainError('exists', `a hook called ${name}`, {
      say: { en: `“${name}” is connected already.`, zh: `“${name}”已接入。` },
    });
  }
  const id = newId();
  const salt = newSalt();
  const slug = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const key = slug || `s-${salt.slice(0, 8)}`;
  core.change.insert('hook_sources', {
    ...{ id, key, name, salt, fields: USUAL_FIELDS },
    sourceKey: source ?? null,
    createdBy: core.actor.userId,
  });
  return { key, name, secret: secrets.secretOf({ id, salt }), address: secrets.addressOf(key) };
}

/** A new secret; the old one holds no longer. */
export async function rotateHook(core: Core, name: string): Promise<Opened> {
  const secrets = secretsOf(core);
  const { id, key, name: known, version } = await getHook(core, name);
  const salt = newSalt();
  core.change.update('hook_sources', id, { salt }, { version });
  return { key, name: known, secret: secrets.secretOf({ id, salt }), address: secrets.addressOf(key) };
}

export type HookChange = {
  name: string;
  /** Null takes it away. */
  source?: string | null | undefined;
  perMinute?: number | undefined;
  /** How long what was refused is kept; nothing of it for 0. */
  keepBodyDays?: number | undefined;
  /** How long an event of nobody on file waits for him. */
  keepUnmatchedDays?: number | undefined;
  enquiries?: readonly TouchedKind[] | undefined;
  isActive?: boolean | undefined;
  /** Their names of fields and ours, added to those it has. */
  fields?: Readonly<Record<string, string>> | undefined;
};

/** Throws bad_input for a field we have none of. */
export async function changeHook(
  core: Core,
  { name, source, perMinute, keepBodyDays, keepUnmatchedDays, enquiries, isActive, fields }: HookChange,
): Promise<HookLine> {
  const hook = await getHook(core, name);
  const unknown = Object.values(fields ?? {}).find((ours) => !KNOWN_FIELDS.some((each) => each === ours));
  if (unknown !== undefined) {
    const known = KNOWN_FIELDS.join(', ');
    throw new DomainError('bad_input', `no field ${unknown}`, {
      say: { en: `“${unknown}” is none of my fields: ${known}.`, zh: `没有字段“${unknown}”，可用字段：${known}。` },
    });
  }
  const set = {
    ...{ sourceKey: source, perMinute, keepBodyDays, keepUnmatchedDays, active: isActive },
    enquiries: enquiries && [...enquiries],
    fields: fields && { ...hook.fields, ...fields },
  };
  core.change.update('hook_sources', hook.id, set, { version: hook.version });
  return hook;
}

export function secretsOf({ org }: Pick<Core, 'org'>): HookSecrets {
  if (!org.hooks) {
    throw new DomainError('unavailable', 'no secrets for hooks were given');
  }
  return org.hooks;
}

export function newSalt(): string {
  return secureBytes(SALT_BYTES).toString('hex');
}
