import { isDeepStrictEqual } from 'node:util';
import { type Changed, findLastChanges } from '../core/changes/last-changes.ts';
import { nothingChanges } from '../core/changes/nothing-changes.ts';
import type { Core } from '../core/context.ts';
import { isId } from '../core/id.ts';
import type { Text } from '../core/text.ts';
import { offerInstead } from './ask-back.ts';
import type { Command, Prefill } from './command.ts';
import { asShown, type Shown, shownIn, shownOf, unfolded } from './derive/as-shown.ts';
import { readTyped } from './derive/read-typed.ts';
import { ADDED, isEmptying } from './fields/empty.ts';
import { type Field, type FieldMeta, fieldsOf } from './fields/field.ts';
import { isRecordKind } from './fields/kinds.ts';
import { onlyMeant } from './fields/meant.ts';
import { RECORDS, type RecordKindRule } from './fields/records.ts';
import type { Invocation } from './invocation.ts';
import { type Disputed, versionsCard } from './views/versions.ts';
import { viewer } from './views/viewer.ts';
import { isWhichOnly } from './which-first.ts';

type Values = Readonly<Record<string, unknown>>;

export const MINE: Text = { en: 'Save mine', zh: '用我的' };
export const THEIRS: Text = { en: 'Keep theirs', zh: '保留对方的' };
const STANDING: Text = { en: 'Keep what is there', zh: '保留现有的' };
const ONLY: Text = { en: 'Save only my {field}', zh: '只用我的{field}' };

type Holding = Pick<Command, 'prefill' | 'changes' | 'input'>;

/** What a command's form holds before anybody types; of one that changes a record, with what it carries of that. */
export async function heldBy(core: Core, command: Holding, known: Values): Promise<Prefill> {
  const { offered, ...held } = await readHeld(core, command, known);
  return { ...offered, ...held };
}

async function readHeld(core: Core, { changes, input, ...command }: Holding, known: Values): Promise<Prefill> {
  const { unseen, offered, ...read }: Prefill = (await command.prefill?.(core, known)) ?? {};
  const isAsked = (name: string) => !changes || fieldsOf(input).some((each) => each.name === name);
  const held = Object.fromEntries(
    Object.entries(read).filter(([name, value]) => isAsked(name) && value !== null && value !== undefined),
  );
  const isKnown = changes && (changes.record === undefined || known[changes.record] !== undefined);
  const isCarried = isKnown || isSaid({ changes, input }) || (changes && Object.keys(held).length > 0);
  const carried = isCarried
    ? { was: asShown({ ...held, ...keysIn({ changes, input }, { ...offered, ...held, ...known }) }) }
    : {};
  return { ...held, ...carried, ...(unseen && { unseen }), ...(offered && { offered }) };
}

type Changing = Pick<Command, 'input'> & { changes?: Command['changes'] | undefined };

/** Whether what it changes is said by a name or a number, or is a line of a record: then it may not be there yet. */
function isSaid({ changes, input }: Changing): boolean {
  const key = fieldsOf(input).find(({ name }) => name === changes?.record);
  return changes?.line !== undefined || (key !== undefined && !key.meta.hidden && !isRecordKind(key.meta.kind));
}

/** Which one a form was drawn for, where it may be sent for another; under names that no field has. */
function keysIn(command: Changing, known: Values): Shown {
  const { record, line } = command.changes ?? {};
  const names = isSaid(command) ? [record, line] : [];
  return Object.fromEntries(
    names.flatMap((name) => (name && known[name] !== undefined ? [[`@${name}`, String(known[name])]] : [])),
  );
}

/** What a form carries that was drawn before anybody knew of what. */
export const nothingShown = (command: Changing): Values => (isSaid(command) ? { was: asShown({}) } : {});

/** True of a form that did not show what stands of what it is sent for: it was drawn for none yet, or for another. */
export function isUnshown(command: Changing, sent: Values): boolean {
  if (isWhichOnly(sent.was)) {
    return true;
  }
  const keys = keysIn(command, sent);
  const shown = typeof sent.was === 'string' ? unfolded(sent.was, keys) : keys;
  return Object.entries(keys).some(([name, value]) => shown[name] !== value);
}

/** A form that is sent for another one than it was drawn for, as it is meant: what it showed of that one is not said of this. */
export function meantOfThis(command: Changing, sent: Values, resolved: Values): Values | undefined {
  const shown = shownIn(sent.was);
  const isOfAnother =
    !isWhichOnly(sent.was) && isUnshown(command, resolved) && Object.keys(shown).some((name) => name.startsWith('@'));
  const meant = Object.entries(sent).filter(([name, value]) => shown[name] === undefined || shown[name] !== value);
  return isOfAnother ? { ...Object.fromEntries(meant), ...nothingShown(command) } : undefined;
}

/** Which record it is, whatever that is called by then, and how it stands; a form that comes again carries what the first one did. */
export async function standing(core: Core, { stands }: Command, known: Values) {
  if (stands && 'moment' in stands) {
    return { [stands.moment]: known[stands.moment] ?? core.now.toISOString() };
  }
  const id = stands && known[stands.record];
  if (!stands || typeof id !== 'string' || !isId(id)) {
    return {};
  }
  const stood = Object.entries(await stands.read(core, id)).map(([name, value]) => [name, known[name] ?? value]);
  return { ...Object.fromEntries(stood), [stands.record]: id };
}

/**
 * What of a form is still to be saved: only what the person changed himself. Where somebody else has changed the same
 * meanwhile nothing is saved; both values are shown, and he chooses. `resolved` is what he typed as it was read.
 */
export async function withoutOvertaken(
  core: Core,
  command: Command,
  { input, resolved, data }: { input: Values; resolved: Values; data: Record<string, unknown> },
): Promise<Record<string, unknown>> {
  const { was: carried } = resolved;
  const { changes } = command;
  if (!changes || typeof carried !== 'string') {
    return withoutCarried(command, data);
  }
  const { offered: _, ...stands } = await readHeld(core, command, resolved);
  const now = shownOf(stands);
  const isNew = isUnshown(command, resolved);
  if (isNew && changes.isAlwaysThere) {
    return withoutCarried(command, data);
  }
  const [before, current] = [isNew ? {} : unfolded(carried, input, now), now].map((shown) =>
    readShown(core, command, shown),
  );
  const typed = fieldsOf(command.input).filter(
    ({ name, meta }) => !meta.hidden && !saysWhich(changes, { name, meta }) && resolved[name] !== undefined,
  );
  const own = typed.filter(({ name }) => !isDeepStrictEqual(resolved[name], before?.[name]));
  const disputed = own.filter(
    ({ name, meta }) =>
      !isDeepStrictEqual(current?.[name], before?.[name]) &&
      !isDeepStrictEqual(current?.[name] ?? null, resolved[name]) &&
      !(meta.mayAdd && ADDED.test(String(resolved[name]))),
  );
  if (own.length === 0 && Object.keys(now).length > 0) {
    throw nothingChanges(command.name);
  }
  if (disputed.length > 0) {
    throw await offerVersions(core, command, {
      ...changes,
      which: changes.record === undefined ? {} : { [changes.record]: String(resolved[changes.record]) },
      ...(changes.line && { said: String(resolved[changes.line]) }),
      was: asShown({ ...now, ...keysIn(command, resolved) }),
      isNew,
      input,
      own,
      disputed,
      now,
    });
  }
  const others = new Set(typed.filter((each) => !own.includes(each)).map(({ name }) => name));
  return withoutCarried(command, Object.fromEntries(Object.entries(data).filter(([name]) => !others.has(name))));
}

/** Of what there is only one, nothing says which; what has a column of its own is what is changed, wherever it is typed. */
const saysWhich = (
  { record, line, columns = {} }: NonNullable<Command['changes']>,
  { name, meta }: Pick<Field, 'name' | 'meta'>,
) =>
  name === line ||
  name === record ||
  (record !== undefined && meta.positional === true && isRecordKind(meta.kind) && !columns[name]);

function withoutCarried(command: Command, data: Record<string, unknown>): Record<string, unknown> {
  const carried = fieldsOf(command.input).filter(({ meta }) => meta.isCarried);
  return Object.fromEntries(Object.entries(data).filter(([name]) => carried.every((each) => each.name !== name)));
}

function readShown(core: Core, command: Command, shown: Shown): Values {
  return readTyped(command, shown, { today: core.today, org: core.org }).values;
}

type Overtaken = NonNullable<Command['changes']> & {
  which: Readonly<Record<string, string>>;
  /** Its line. */
  said?: string | undefined;
  /** What is sent from here is measured against what it shows. */
  was: string;
  /** Nobody has been shown yet that there is one. */
  isNew: boolean;
  input: Values;
  own: readonly Field[];
  disputed: readonly Field[];
  /** What stands, as a form would show it. */
  now: Shown;
};

async function offerVersions(
  core: Core,
  { name: command }: Command,
  { table, line, rowOf, shownBy, isShownAmongAll, columns = {}, which, said, was, isNew, ...rest }: Overtaken,
) {
  const { input, own, disputed, now } = rest;
  const [record = ''] = Object.values(which);
  const id = rowOf ? await rowOf(core, record, said) : record;
  const columnsOf = (name: string) => [columns[name] ?? name].flat();
  const fields = disputed.flatMap(({ name }) => columnsOf(name));
  const found = id ? await findLastChanges(core, { table, id, fields }) : [];
  const theLine = line ? { [line]: said } : {};
  // Without the fields of others' changes.
  const saving = (fields: readonly Field[]): Invocation[] => {
    const values = fields.map(({ name }) => [name, input[name]]);
    return fields.length === 0
      ? [{ command: shownBy, input: isShownAmongAll ? {} : which, via: 'button' }]
      : [{ command, input: { ...Object.fromEntries(values), ...which, ...theLine, was }, via: 'form' }];
  };
  const free = own.filter((each) => !disputed.includes(each));
  const each = disputed.length > 1 ? disputed : [];
  const offers = [
    { label: MINE, invocations: saving(own) },
    { label: isNew ? STANDING : THEIRS, invocations: saving(free) },
    ...each.map((only) => ({ label: labelled(ONLY, only), invocations: saving([...free, only]) })),
  ];
  const shown = await Promise.all(
    disputed.map(
      async ({ name, meta }): Promise<Disputed> => ({
        meta,
        mine: isEmptying(input[name]) ? '' : await named(core, meta, String(input[name])),
        theirs: await named(core, meta, now[name] ?? ''),
        by: latest(found.filter(({ field }) => columnsOf(name).includes(field))),
      }),
    ),
  );
  return offerInstead(offers, (buttons, asking) => versionsCard(shown, buttons, viewer(asking), { isNew }));
}

const latest = (changes: readonly Changed[]) =>
  changes.reduce<Changed | undefined>((last, each) => (last && last.at >= each.at ? last : each), undefined);

/** What is chosen from a list is shown by its name, never by its key. */
async function named(core: Core, { kind, options = [] }: FieldMeta, value: string): Promise<string> {
  if (!value || !isRecordKind(kind)) {
    const labels = value.split(',').map((each) => options.find((option) => option.value === each)?.label);
    return labels.every((label) => label !== undefined)
      ? labels.map((label) => label[core.actor.locale]).join(', ')
      : value;
  }
  const rule: RecordKindRule = RECORDS[kind];
  if (isId(value) && rule.label) {
    return (await rule.label(core, value)) ?? '';
  }
  return onlyMeant(await rule.find(core, value))?.label ?? value;
}

const labelled = (label: Text, { meta }: Field): Text => ({
  en: label.en.replace('{field}', meta.label.en.toLowerCase()),
  zh: label.zh.replace('{field}', meta.label.zh),
});
