import { isMasked } from '../../core/permissions/mask.ts';
import { COMMA, type Locale, type Text } from '../../core/text.ts';
import type { Card, Form, Input, Option } from '../cards/card.ts';
import { SEND_HERE } from '../cards/send-here.ts';
import type { Command } from '../command.ts';
import { EMPTY, isEmptying } from '../fields/empty.ts';
import { type Field, fieldsOf } from '../fields/field.ts';
import { isRecordKind, KINDS } from '../fields/kinds.ts';
import { mustStay, shownIn, withoutUndrawn } from './as-shown.ts';

const GO: Text = { en: 'Go', zh: '确定' };
const NEXT: Text = { en: 'Go on', zh: '下一步' };
const CONFIRM: Text = {
  en: 'Is this right? Nothing is saved until you press “{submit}”.',
  zh: '请核对，点击“{submit}”后才会生效。',
};

const CHOOSE: Text = { en: 'Choose…', zh: '请选择' };
const NONE: Text = { en: 'leave empty', zh: '清空' };
const EMPTIED: Text = { en: 'Will be emptied: {names}', zh: '将清空：{names}' };

export type FormState = {
  /** As typed, or ids with their labels in `chosen`. */
  known: Readonly<Record<string, unknown>>;
  errors?: Readonly<Record<string, string>>;
  /** Choices for fields whose records were looked up. */
  choices?: Readonly<Record<string, { label: string; value: string }[]>>;
  /** For records that are searched: the one that is known, and a few likely ones. */
  offers?: Readonly<Record<string, { label: string; value: string }[]>>;
  /** Fields of the record that the person may not see: they are not in its form. */
  unseen?: readonly string[];
  /** Names of the files that were sent already, by field: they are shown and carried, not asked for again. */
  held?: Readonly<Record<string, readonly string[]>>;
  /** What it would come to. */
  preview?: readonly string[];
  /** True where what the command itself has no field for is carried as it is: fields that are data (`tailor`). */
  keepsAll?: boolean;
  /** True when nothing is wrong and the person is only asked to confirm what was understood. */
  confirms?: boolean;
  /** True where another form comes of it. */
  goesOn?: boolean;
};

/** The fields of a command as a form, holding what is known and saying what is wrong beside each field. */
export function toForm(
  command: Command,
  locale: Locale,
  {
    known,
    errors = {},
    choices = {},
    offers = {},
    held = {},
    unseen = [],
    preview = [],
    keepsAll = false,
    confirms = false,
    goesOn = false,
  }: FormState,
): Card {
  const fields = fieldsOf(command.input);
  const inputs = fields
    .filter(({ name, meta }) => !meta.hidden && !held[name] && !(unseen.includes(name) && !isMasked(known[name])))
    .map((field) => toInput(field, locale, { known, errors, choices, offers }));
  const form: Form = {
    command: command.name,
    hidden: Object.fromEntries([
      ...fields.flatMap(({ name, meta }) =>
        (meta.hidden || held[name]) && known[name] !== undefined ? [[name, known[name]]] : [],
      ),
      ...(typeof known.was === 'string' ? [['was', withoutUndrawn(known.was, inputs)]] : []),
      ...(keepsAll ? Object.entries(known).filter(([name]) => fields.every((field) => field.name !== name)) : []),
    ]),
    inputs,
    submit: (goesOn ? NEXT : submitOf(command))[locale],
  };
  const strays = Object.entries(errors).filter(([name]) => !form.inputs.some((input) => input.name === name));
  return {
    title: command.summary[locale],
    ...(strays.length > 0 ? { tone: 'warning' as const } : {}),
    body: [
      ...preview.map((text) => ({ type: 'text' as const, text })),
      ...(confirms
        ? [{ type: 'text' as const, text: CONFIRM[locale].replace('{submit}', form.submit), muted: true }]
        : []),
      ...Object.values(held)
        .flat()
        .map((name) => ({ type: 'text' as const, text: `📎 ${name}` })),
      ...emptied(fields, known, locale),
      ...strays.map(([, message]) => ({ type: 'text' as const, text: message })),
      { type: 'form' as const, form },
    ],
  };
}

/** The button says what it does; a question is only sent off. */
function submitOf({ effect, submit, summary }: Pick<Command, 'effect' | 'submit' | 'summary'>): Text {
  return submit ?? (effect === 'read' ? GO : summary);
}

function toInput(
  { name, meta, required }: Field,
  locale: Locale,
  { known, errors, choices, offers }: Required<Pick<FormState, 'known' | 'errors' | 'choices' | 'offers'>>,
): Input {
  const kind = KINDS[meta.kind];
  const { options, offered, source } = choicesFor({ name, meta }, locale, { known, choices, offers });
  const shown = valueIn(name, known, { isChosen: options !== undefined || offered !== undefined });
  // What is shown in part is not sent back: left empty it stays as it is.
  const value = isMasked(shown) ? undefined : shown;
  const error = errors[name];
  return {
    name,
    label: meta.label[locale],
    widget: options && kind.widget !== 'choices' ? 'choice' : kind.widget,
    required: required || mustStay({ name, meta }, known.was),
    ...(kind.widget === 'file' ? { placeholder: SEND_HERE[locale] } : {}),
    ...(kind.widget === 'file'
      ? {}
      : shown === value
        ? hint(meta.example ?? (options ? CHOOSE : kind.placeholder), locale)
        : kept(shown, locale)),
    ...(value === undefined ? {} : { value: String(value) }),
    ...(options ? { options } : {}),
    ...(source ? { source, ...(offered ? { options: offered } : {}) } : {}),
    ...(error ? { error } : {}),
  };
}

/** What may be chosen, or searched for; of what stands and may be taken away also that. */
function choicesFor(
  { name, meta }: Pick<Field, 'name' | 'meta'>,
  locale: Locale,
  { known, choices, offers }: Required<Pick<FormState, 'known' | 'choices' | 'offers'>>,
): { options?: Option[] | undefined; offered?: Option[] | undefined; source?: string } {
  const isOneOf = KINDS[meta.kind].widget !== 'choices';
  const none = meta.isClearable && isOneOf && known[name] !== undefined ? [{ value: EMPTY, label: NONE[locale] }] : [];
  const listed = choices[name] ?? meta.options?.map(({ value, label }) => ({ value, label: label[locale] }));
  if (listed) {
    return { options: [...listed, ...none] };
  }
  const likely = offers[name];
  return isRecordKind(meta.kind) ? { source: meta.kind, offered: likely && [...likely, ...none] } : {};
}

/** What was shown and is shown no more has gone; where nothing was, or where one chooses, that nothing is to be is a value. */
function valueIn(name: string, known: FormState['known'], { isChosen }: { isChosen: boolean }): unknown {
  const given = known[name];
  if (given === undefined || !isEmptying(given)) {
    return given;
  }
  return !isChosen && shownIn(known.was)[name] !== undefined ? undefined : (given ?? EMPTY);
}

/** What is to go is said in so many words: an empty box says nothing. */
function emptied(fields: readonly Field[], known: FormState['known'], locale: Locale): Card['body'] {
  const gone = fields.filter(
    ({ name, meta }) => meta.isClearable && known[name] !== undefined && isEmptying(known[name]),
  );
  const names = gone.map(({ meta }) => meta.label[locale]).join(COMMA[locale]);
  return gone.length === 0 ? [] : [{ type: 'text', text: EMPTIED[locale].replace('{names}', names) }];
}

/** Where the form holds only a part of what is on file. */
function kept(shown: unknown, locale: Locale): { placeholder: string } {
  return { placeholder: { en: `${shown}, kept unless you type`, zh: `${shown}，不填则不变` }[locale] };
}

/** “text” says nothing that an empty box does not. */
function hint(placeholder: Text, locale: Locale): { placeholder?: string } {
  return placeholder === KINDS.text.placeholder || placeholder === KINDS.longText.placeholder
    ? {}
    : { placeholder: placeholder[locale] };
}
