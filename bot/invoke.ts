import { isDeepStrictEqual } from 'node:util';
import type { Core } from '../core/context.ts';
import type { Giver } from '../core/customers/phone.ts';
import { changeIdOf } from '../core/db/transaction.ts';
import { DomainError } from '../core/errors.ts';
import { AskBack, type Question } from './ask-back.ts';
import { filesHeld } from './awaited-file.ts';
import { heldBy, isUnshown, meantOfThis, nothingShown, standing, withoutOvertaken } from './both-versions.ts';
import type { Card } from './cards/card.ts';
import type { Command, Prefill } from './command.ts';
import { commandNamed } from './commands/index.ts';
import { judge } from './complaints.ts';
import type { Reply } from './contract.ts';
import { dealsShown } from './deals-shown.ts';
import { shownOf, withEmptied } from './derive/as-shown.ts';
import { toForm } from './derive/form.ts';
import { clean, readTyped, type Typed } from './derive/read-typed.ts';
import { fieldsOf } from './fields/field.ts';
import { isRecordKind, KINDS } from './fields/kinds.ts';
import { choicesIn, toOptions } from './form-choices.ts';
import { asTyped, idsIn, setsNothing, withChoices, withoutBlanks } from './form-values.ts';
import type { Invocation } from './invocation.ts';
import { leaveOut, withLeftOut } from './left-out.ts';
import { askToChoose, askToConfirm } from './pending.ts';
import { refuseUnallowed } from './refuse-unallowed.ts';
import { resolveRecords, type Unresolved, unclear } from './resolve.ts';
import { towardsSurvivors } from './survivors.ts';
import { mergeCards, withUndo } from './views/undo.ts';
import { askedFirst, isWhichOnly } from './which-first.ts';

/**
 * The one gate. Judges what a person asked for, all of it in one transaction: role, what was typed, whom it names,
 * then form, confirmation or the deed itself. Several invocations are one card and one Undo.
 */
export async function invoke(core: Core, asked: readonly Invocation[]): Promise<Reply> {
  const { kept: invocations, notes } = await leaveOut(core, asked);
  try {
    return withLeftOut(await invokeAll(core, invocations), notes);
  } catch (error) {
    const better = await towardsSurvivors(core, invocations, error);
    if (!better) {
      throw error;
    }
    return invokeAll(core, better);
  }
}

async function invokeAll(core: Core, invocations: readonly Invocation[]): Promise<Reply> {
  const commands = invocations.map(({ command }) => commandNamed(command));
  core.origin.command = commands.map(({ name }) => name).join('+');
  core.origin.undoable =
    commands.some(isUndoable) &&
    commands.every((command) => isUndoable(command) || isUndo(command) || command.effect === 'read');
  for (const command of commands) {
    await refuseUnallowed(core, command);
  }
  if (
    invocations.length > 1 &&
    commands.some(({ effect }, index) => effect === 'write' && invocations[index]?.via === 'language')
  ) {
    return askToConfirm(core, invocations);
  }

  const replies: Reply[] = [];
  const done: unknown[] = [];
  for (const [index, asked] of invocations.entries()) {
    const declared = commands[index];
    if (!declared) {
      continue;
    }
    const { command, invocation } = await tailored(core, declared, asked);
    const step = await prepare(core, command, invocation, (better) =>
      invocations.map((each, at) => (at === index ? better : each)),
    );
    if ('ask' in step) {
      return askBack(core, step.ask);
    }
    // 给高总和潘经理打了电话: where both are of one customer, it is one entry.
    if (asked.via === 'language' && done.some((each) => isDeepStrictEqual(each, [command.name, step.input]))) {
      continue;
    }
    done.push([command.name, step.input]);
    const reply = await command.run(core, step.input);
    if (!isUndo(command) || invocations.length === 1) {
      replies.push(reply); // what takes something's place says so by itself
    }
    if (index < invocations.length - 1) {
      await core.flush();
    }
  }
  return finish(core, replies, { isPublic: commands.every((command) => command.isPublic === true) });
}

/** The command as it is for what it is about, where its fields are data. */
async function tailored(core: Core, command: Command, invocation: Invocation) {
  const typed = Object.entries(invocation.input).map(([name, raw]) => [
    name,
    typeof raw === 'string' ? clean(raw) : raw,
  ]);
  const own = await command.tailor?.(core, { ...invocation, input: Object.fromEntries(typed) });
  return own ? { command: own.command, invocation: { ...invocation, input: own.input } } : { command, invocation };
}

type Values = Readonly<Record<string, unknown>>;

type Prepared = { input: Record<string, unknown> } | { ask: Question };

function askBack(core: Core, ask: Question): Promise<Reply> {
  if (core.change.hasRows) {
    throw new AskBack(ask);
  }
  return ask(core);
}

type Read = Pick<Typed, 'complaints'> & { input: Values; resolved: Record<string, unknown>; unresolved: Unresolved[] };

/** What was typed, as it is read; sent on a form that showed another one, what that did not show. */
async function read(core: Core, command: Command, { via, input: sent }: Invocation): Promise<Read> {
  const input = via === 'form' ? withEmptied(command, sent) : sent;
  const giver = giverOf(core, input);
  const { values, complaints } = readTyped(command, input, { today: core.today, org: core.org, giver });
  const { values: resolved, unresolved } = await resolveRecords(core, command, values);
  const meant = via === 'form' ? meantOfThis(command, sent, resolved) : undefined;
  return meant
    ? read(core, command, { command: command.name, via, input: meant })
    : { input, complaints, resolved, unresolved };
}

async function prepare(
  core: Core,
  command: Command,
  invocation: Invocation,
  whole: (better: Invocation) => Invocation[],
): Promise<Prepared> {
  const { via } = invocation;
  const { input, complaints, resolved, unresolved } = await read(core, command, invocation);
  const judged = judge(command.input, resolved, core.actor.locale);
  const errors: Record<string, string> = 'errors' in judged ? { ...judged.errors } : {};
  for (const [field, complaint] of Object.entries(complaints)) {
    errors[field] = complaint[core.actor.locale];
  }
  for (const each of unresolved) {
    errors[each.field] = unclear(each)[core.actor.locale];
  }

  if (Object.keys(errors).length === 0 && 'data' in judged) {
    return ready(core, command, { ...invocation, input }, { resolved, data: judged.data });
  }
  // What could not be read for certain, as a number of which country nothing says, is asked about on the form.
  if (via === 'button' && Object.keys(errors).some((field) => input[field] !== undefined && !complaints[field])) {
    throw new DomainError('out_of_date', `${command.name}: ${Object.keys(errors).join(', ')}`);
  }
  const [name, ...otherNames] = unresolved;
  // One of several that is not clear is seen among the others, in the form; so is whose 王总 is.
  const isOnForm = name && (KINDS[name.kind].widget === 'choices' || (name.isPerson && via === 'language'));
  if (name && !isOnForm && otherNames.length === 0 && Object.keys(errors).length === 1 && via !== 'form') {
    return { ask: (asking) => askToChoose(asking, name, invocation, whole) };
  }
  // Somebody who has only named the thing is given its form, not told what he has not done yet.
  const isFirst = via !== 'form' && setsNothing(command, input);
  const open = fieldsOf(command.input).filter(({ name: own }) => input[own] === undefined && !complaints[own]);
  // Once it is clear what it is about, the form holds what that says of the rest; a form that comes again holds it already.
  const isShown = via === 'form' && !isUnshown(command, resolved);
  const isAbout =
    (via === 'button' || (command.changes !== undefined && !isShown)) &&
    fieldsOf(command.input).every(({ name: own, meta }) => !isRecordKind(meta.kind) || !errors[own]);
  const { unseen, ...held }: Prefill = isAbout ? await heldBy(core, command, resolved) : nothingShown(command);
  const typed = isAbout && via === 'form' ? withoutBlanks(input) : input;
  const told = Object.entries(errors).filter(
    ([field]) =>
      (held[field] === undefined || typed[field] !== undefined) &&
      (!isFirst || open.every(({ name: own }) => own !== field)),
  );
  const known = { ...held, ...withChoices(command, typed, resolved) };
  return {
    ask: (asking) => form(asking, command, { known, resolved, unseen, errors: Object.fromEntries(told), unresolved }),
  };
}

/** Whose numbers they are: the region typed beside them tells of the country as well. */
function giverOf({ actor: { timeZone, locale } }: Core, { region }: Values): Giver {
  return { timeZone, locale, region: typeof region === 'string' ? region : undefined };
}

/** All of it could be read: it is done, unless something is missing or the person has to see it first. */
async function ready(
  core: Core,
  command: Command,
  { input, via }: Invocation,
  { resolved, data }: { resolved: Record<string, unknown>; data: Record<string, unknown> },
): Promise<Prepared> {
  const isShown = via === 'form' && !isUnshown(command, resolved);
  if (command.asksWhenEmpty && !isShown && setsNothing(command, input)) {
    const { unseen, ...held } = await heldBy(core, command, resolved);
    const known = { ...held, ...withoutBlanks(resolved) };
    if (via !== 'form' || isWhichOnly(resolved.was) || Object.keys(shownOf(held)).length > 0) {
      return { ask: (asking) => form(asking, command, { known, resolved, unseen }) };
    }
  }
  const missing = (await command.wants?.(core, data)) ?? {};
  if (Object.keys(missing).length > 0) {
    const said = Object.entries(missing).map(([field, text]) => [field, text[core.actor.locale]]);
    const held: Values = command.changes && !isShown ? await heldBy(core, command, resolved) : {};
    const known = { ...held, ...asTyped(input, isShown ? resolved : withoutBlanks(resolved)) };
    return { ask: (asking) => form(asking, command, { known, resolved, errors: Object.fromEntries(said) }) };
  }
  const isUnsure = (command.effect === 'write' && via === 'language') || (command.effect !== 'read' && via === 'guess');
  if (!isUnsure) {
    return { input: await withoutOvertaken(core, command, { input, resolved, data }) };
  }
  const foreseen = await command.foresees?.(core, data);
  if (foreseen) {
    return { ask: async () => foreseen };
  }
  // What a sentence leaves out of a deed that is previewed is shown as it would be filled, and of a change as it stands.
  const isHeld = command.preview || command.changes;
  const { unseen, ...held }: Prefill = isHeld ? await heldBy(core, command, resolved) : {};
  const known = { ...held, ...withChoices(command, input, resolved) };
  return { ask: (asking) => form(asking, command, { known, resolved, unseen, confirms: true }) };
}

/** The command's form, its record fields with what there is to choose from. */
async function form(
  core: Core,
  command: Command,
  {
    known: said,
    resolved,
    errors = {},
    unresolved = [],
    unseen,
    confirms = false,
  }: {
    known: Values;
    /** The same with ids for names, where they are clear. */
    resolved: Values;
    errors?: Record<string, string>;
    unresolved?: Unresolved[];
    unseen?: readonly string[] | undefined;
    confirms?: boolean;
  },
): Promise<Reply> {
  const known = {
    ...dealsShown(command, said, resolved),
    ...(await standing(core, command, { ...said, ...resolved })),
  };
  const first = askedFirst(command, known, unresolved);
  const { choices, offers } = await choicesIn(core, command, known);
  for (const { field, candidates } of unresolved) {
    if (candidates.length > 0) {
      choices[field] = toOptions(candidates);
    }
  }
  const preview = ((await command.preview?.(core, { ...known, ...idsIn(resolved) })) ?? []).map(
    (line) => line[core.actor.locale],
  );
  const held = await filesHeld(core, command, known);
  return {
    kind: 'form',
    card: toForm(command, core.actor.locale, {
      known: { ...known, ...first?.carried },
      errors: Object.fromEntries(Object.entries(errors).filter(([name]) => !first?.unseen.includes(name))),
      choices,
      offers,
      held,
      unseen: [...(unseen ?? (await command.hides?.(core, known)) ?? []), ...(first?.unseen ?? [])],
      goesOn: first?.carried.was !== undefined,
      preview,
      confirms,
    }),
  };
}

const isUndo = ({ name }: Command): boolean => name === 'change.undo';

const isUndoable = ({ effect, undoable = true }: Command): boolean => effect !== 'read' && undoable;

/** Who reads the answer is the commands' declarations to say, never what a deed gave back. */
function finish(core: Core, replies: readonly Reply[], { isPublic }: { isPublic: boolean }): Reply {
  const [first] = replies;
  if (!first) {
    throw new Error('an invocation gave no reply');
  }
  const cards = replies.flatMap((reply) => (reply.kind === 'card' ? [reply.card] : []));
  if (first.kind !== 'card' || cards.length === 0) {
    return first;
  }
  const card: Card = cards.length === 1 ? first.card : mergeCards(cards);
  const canUndo = core.origin.undoable && core.change.hasRows;
  const audience = isPublic ? 'place' : 'asker';
  return { ...first, audience, card: canUndo ? withUndo(card, changeIdOf(core), core.actor.locale) : card };
}
