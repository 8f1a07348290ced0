import { z } from 'zod';
import type { Core } from '../core/context.ts';
import { keepPending, takePending } from '../core/pending-actions.ts';
import type { Text } from '../core/text.ts';
import type { Button, CardNode } from './cards/card.ts';
import { commandNamed } from './commands/index.ts';
import type { Reply } from './contract.ts';
import { type FieldMeta, fieldsOf } from './fields/field.ts';
import { RECORDS, type RecordKindRule } from './fields/records.ts';
import { type Invocation, invocationSchema } from './invocation.ts';
import { isPersonName } from './language/index.ts';
import { areGuesses, type Unresolved, unclear } from './resolve.ts';
import { inWords } from './views/format.ts';
import { viewer } from './views/viewer.ts';

const alternativesSchema = z.array(z.array(invocationSchema)).min(1);

const CREATE: Text = { en: 'Add “{name}” and go on', zh: '新建“{name}”并继续' };
const SAVE: Text = { en: 'Save', zh: '保存' };
const CONFIRM: Text = { en: 'Shall I save all of this?', zh: '确认保存以下内容？' };
const TITLE: Text = { en: 'Please choose', zh: '请选择' };

/** A phone has no room for more buttons side by side. */
const OFFERED = 5;

/** Candidates as buttons; a name nobody knows can be put on file and the sentence goes on. What was said is kept. */
export async function askToChoose(
  core: Core,
  unresolved: Unresolved,
  invocation: Invocation,
  whole: (better: Invocation) => Invocation[],
): Promise<Reply> {
  const { locale } = core.actor;
  const { field, kind, mention, candidates } = unresolved;
  const rule: RecordKindRule = RECORDS[kind];
  const meta = fieldsOf(commandNamed(invocation.command).input).find(({ name }) => name === field)?.meta;
  // 陈工 is somebody's name, and no customer's to put on file.
  const create = areGuesses(candidates) && !meta?.isKnown && !isPersonName(mention) ? rule.createdBy : undefined;
  const instead = candidates.length === 0 ? ((await rule.instead?.(core, mention, invocation.input)) ?? []) : [];
  const offered = candidates.slice(0, create ? OFFERED - 1 : OFFERED);
  const alternatives = offered.map(({ id }) => whole({ ...invocation, input: { ...invocation.input, [field]: id } }));
  const labels = offered.map(({ label }) => label);
  if (create) {
    alternatives.push([
      { command: create.command, input: { [create.field]: mention }, via: 'form' },
      ...whole(invocation),
    ]);
    labels.push(CREATE[locale].replace('{name}', () => mention));
  }
  for (const { label, command, input } of instead) {
    alternatives.push([{ command, input, via: 'words' }]);
    labels.push(label[locale]);
  }
  const buttons = alternatives.length > 0 ? await choices(core, alternatives, labels) : [];
  return {
    kind: 'card',
    card: {
      title: candidates.length > 0 ? TITLE[locale] : commandNamed(invocation.command).summary[locale],
      // A question is nothing wrong.
      tone: candidates.length > 0 ? 'info' : 'warning',
      body: [
        { type: 'text', text: unclear(unresolved)[locale] },
        ...(buttons.length > 0 ? [{ type: 'actions' as const, buttons }] : []),
      ],
    },
  };
}

/** Several readings of one sentence, or several records one name may mean: one press goes on with what was said. */
export async function choices(
  core: Core,
  alternatives: readonly (readonly Invocation[])[],
  labels: readonly string[],
): Promise<Button[]> {
  const pending = await keepPending(core, alternatives);
  return labels.map((label, choice) => ({
    label,
    command: 'pending.take',
    input: { pending, choice },
    ...(choice === 0 ? { style: 'primary' as const } : {}),
  }));
}

export async function askToConfirm(core: Core, invocations: readonly Invocation[]): Promise<Reply> {
  const { locale } = core.actor;
  const shown = ({ options = [] }: FieldMeta, value: string) =>
    options.find((each) => each.value === value)?.label[locale] ?? inWords(value, viewer(core));
  const body = invocations.flatMap(({ command: name, input }): CardNode[] => {
    const command = commandNamed(name);
    const facts = fieldsOf(command.input).flatMap(({ name: field, meta }) =>
      input[field] === undefined || meta.hidden || meta.kind === 'file'
        ? []
        : [{ label: meta.label[locale], value: shown(meta, String(input[field])) }],
    );
    return [
      { type: 'heading', text: command.summary[locale] },
      { type: 'facts', facts },
    ];
  });
  // All of it was shown here, so the press is the confirmation.
  const confirmed = invocations.map((invocation): Invocation => ({ ...invocation, via: 'form' }));
  const buttons = await choices(core, [confirmed], [SAVE[locale]]);
  return {
    kind: 'card',
    card: { title: CONFIRM[locale], body: [...body, { type: 'actions', buttons }] },
  };
}

/** What a press on one of those buttons asks for; once, by the person it was shown to. */
export async function takeChoice(
  core: Core,
  { pending, choice }: { pending: string; choice: number },
): Promise<Invocation[]> {
  const alternatives = alternativesSchema.parse(await takePending(core, pending));
  return alternatives[choice] ?? [];
}
