import { isDeepStrictEqual } from 'node:util';
import { type Changed, findLastChanges } from '../core/changes/last-changes.ts';
import { nothingChanges } from '../core/changes/nothing-changes.ts';
import type { Core } from '../core/context.ts';
import { isId } from '../core/id.ts';
import type { Text } from '../core/text.ts';
import { offerInstead } from './ask-back.ts';
import type { Command, Prefill } from './command.ts';
import { asShown, type Shown, shownOf, unfolded } from './derive/as-shown.ts';
import { readTyped } from './derive/read-typed.ts';
import { isEmptying } from './fields/empty.ts';
import { type Field, type FieldMeta, fieldsOf } from './fields/field.ts';
import { isRecordKind } from './fields/kinds.ts';
import { RECORDS, type RecordKindRule } from './fields/records.ts';
import type { Invocation } from './invocation.ts';
import { type Disputed, versionsCard } from './views/versions.ts';
import { viewer } from './views/viewer.ts';

type Values = Readonly<Record<string, unknown>>;

const MINE: Text = { en: 'Save mine', zh: '用我的' };
const THEIRS: Text = { en: 'Keep theirs', zh: '保留对方的' };
const ONLY: Text = { en: 'Save only my {field}', zh: '只用我的{field}' };

/** What a command's form holds before anybody types; of one that changes a record, with what it carries of that. */
export async function heldBy(
  core: Core,
  { changes, input, ...command }: Pick<Command, 'prefill' | 'changes' | 'input'>,
  known: Readonly<Record<string, unknown>>,
): Promise<Prefill> {
  const { unseen, ...read }: Prefill = (await command.prefill?.(core, known)) ?? {};
  const isAsked = (name: string) => !changes || fieldsOf(input).some((each) => each.name === name);
  const held = Object.fromEntries(
    Object.entries(read).filter(([name, value]) => isAsked(name) && value !== null && value !== undefined),
  );
  const carried = changes && Object.keys(held).length > 0 ? { was: asShown(held) } : {};
  return { ...held, ...carried, ...(unseen && { unseen }) };
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
  const now = shownOf(await heldBy(core, command, resolved));
  const [before, current] = [unfolded(carried, input, now), now].map((shown) => readShown(core, command, shown));
  const typed = fieldsOf(command.input).filter(
    // Of what there is only one, nothing says which.
    ({ name, meta }) =>
      !meta.hidden && !(meta.positional && changes.record !== undefined) && resolved[name] !== undefined,
  );
  const own = typed.filter(({ name }) => !isDeepStrictEqual(resolved[name], before?.[name]));
  const disputed = own.filter(
    ({ name }) =>
      !isDeepStrictEqual(current?.[name], before?.[name]) &&
      !isDeepStrictEqual(current?.[name] ?? null, resolved[name]),
  );
  if (own.length === 0) {
    throw nothingChanges(command.name);
  }
  if (disputed.length > 0) {
    throw await offerVersions(core, command, {
      ...changes,
      which: changes.record === undefined ? {} : { [changes.record]: String(resolved[changes.record]) },
      input,
      own,
      disputed,
      now,
    });
  }
  const others = new Set(typed.filter((each) => !own.includes(each)).map(({ name }) => name));
  return withoutCarried(command, Object.fromEntries(Object.entries(data).filter(([name]) => !others.has(name))));
}

function withoutCarried(command: Command, data: Record<string, unknown>): Record<string, unknown> {
  const carried = fieldsOf(command.input).filter(({ meta }) => meta.isCarried);
  return Object.fromEntries(Object.entries(data).filter(([name]) => carried.every((each) => each.name !== name)));
}

function readShown(core: Core, command: Command, shown: Shown): Values {
  return readTyped(command, shown, { today: core.today, org: core.org }).values;
}

type Overtaken = NonNullable<Command['changes']> & {
  which: Readonly<Record<string, string>>;
  input: Values;
  own: readonly Field[];
  disputed: readonly Field[];
  /** What stands, as a form would show it. */
  now: Shown;
};

async function offerVersions(
  core: Core,
  { name: command }: Command,
  { table, rowOf, shownBy, isShownAmongAll, columns = {}, which, input, own, disputed, now }: Overtaken,
) {
  const [said = ''] = Object.values(which);
  const id = rowOf ? await rowOf(core, said) : said;
  const columnsOf = (name: string) => [columns[name] ?? name].flat();
  const found = await findLastChanges(core, { table, id, fields: disputed.flatMap(({ name }) => columnsOf(name)) });
  // Without the fields of others' changes; what is sent from here is measured against what it shows.
  const saving = (fields: readonly Field[]): Invocation[] => {
    const values = fields.map(({ name }) => [name, input[name]]);
    return fields.length === 0
      ? [{ command: shownBy, input: isShownAmongAll ? {} : which, via: 'button' }]
      : [{ command, input: { ...Object.fromEntries(values), ...which, was: asShown(now) }, via: 'form' }];
  };
  const free = own.filter((each) => !disputed.includes(each));
  const each = disputed.length > 1 ? disputed : [];
  const offers = [
    { label: MINE, invocations: saving(own) },
    { label: THEIRS, invocations: saving(free) },
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
  return offerInstead(offers, (buttons, asking) => versionsCard(shown, buttons, viewer(asking)));
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
  const [only, another] = await rule.find(core, value);
  return only && !another ? only.label : value;
}

const labelled = (label: Text, { meta }: Field): Text => ({
  en: label.en.replace('{field}', meta.label.en.toLowerCase()),
  zh: label.zh.replace('{field}', meta.label.zh),
});
