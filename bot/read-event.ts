import type { Core } from '../core/context.ts';
import { timeIn } from '../core/days.ts';
import { briefQuestionSchema, type Question } from '../core/questions/question.ts';
import type { Text } from '../core/text.ts';
import { commandNamed } from './commands/index.ts';
import type { InboundEvent, Reply } from './contract.ts';
import { commandTitled } from './derive/by-title.ts';
import { readLine } from './derive/read-line.ts';
import type { Invocation } from './invocation.ts';
import { type Named, type Reading, readSentence, reportAsked } from './language/index.ts';
import { linkLine } from './link-code.ts';
import { namePort, readLink } from './look-up.ts';
import { withMeantThread } from './meant-thread.ts';
import { offersAbout } from './offers-about.ts';
import { carried } from './once.ts';
import { choices } from './pending.ts';
import { readSentFiles } from './sent-files.ts';
import { readSentLocation } from './sent-location.ts';
import { sharedForm } from './shared.ts';
import { NOTHING, type TakenIn } from './take-in.ts';
import { clarifyCard, notUnderstoodCard } from './views/not-understood.ts';

/** What an event asks for: invocations for the gate, or a question back. */
export type Asked = { invocations: Invocation[]; reading?: Reading } | { reply: Reply };

const SPOKEN_COMMAND = /^\/(?:crm|parley|洽谈)\b\s*/iu;

/** What his last sentence here was read as, and what was last spoken of. */
export type Before = { previous?: Reading | undefined; at?: Date | undefined; named?: Named | undefined };

/** From what happened on a platform to what the person asks for. */
export async function readEvent(
  core: Core,
  event: InboundEvent,
  before: Before,
  taken: TakenIn = NOTHING,
): Promise<Asked> {
  const files = [...taken.files.values()];
  if ((event.kind === 'line' || event.kind === 'message') && files.length > 0) {
    return readSentFiles(core, event, { files, readWords: () => readSaid(core, event, before) });
  }
  if ((event.kind === 'line' || event.kind === 'message') && event.location) {
    return readSentLocation(core, event, event.location);
  }
  switch (event.kind) {
    case 'press':
      return {
        invocations: [{ command: event.command, input: { ...event.input }, via: 'button' }],
        ...pressedQuestion(event.command, event.input),
      };
    case 'submit':
      return {
        invocations: [{ command: event.command, input: filledIn(event, taken), via: 'form' }],
      };
    case 'joined':
      return { invocations: [{ command: 'help.show', input: {}, via: 'button' }] };
    case 'home':
      return { invocations: [{ command: 'today.show', input: {}, via: 'button' }] };
    case 'shared':
      return { reply: { kind: 'form', card: await sharedForm(core, event, taken) } };
    case 'line':
    case 'message':
      return withMeantThread(core, event, await readSaid(core, event, before), taken);
  }
}

function readSaid(
  core: Core,
  { kind, text }: Extract<InboundEvent, { kind: 'line' | 'message' }>,
  before: Before,
): Promise<Asked> {
  return kind === 'line'
    ? readWords(core, text, before)
    : readWords(core, text.replace(SPOKEN_COMMAND, ''), before, SPOKEN_COMMAND.test(text));
}

/** What a form carried, what was typed into it, and what was taken in of the files put into it. */
export function filledIn(
  { hidden, values, files = {} }: Extract<InboundEvent, { kind: 'submit' }>,
  taken: TakenIn,
): Record<string, unknown> {
  const picked = Object.entries(files).flatMap(([field, refs]): [string, string][] => {
    const ids = refs.flatMap(({ id }) => taken.files.get(id)?.id ?? []);
    return ids.length > 0 ? [[field, ids.join(',')]] : [];
  });
  return { ...carried(hidden), ...values, ...Object.fromEntries(picked) };
}

/** What a button asked is what the next words go on from: "only Jim's", "by stage". */
function pressedQuestion(command: string, input: Readonly<Record<string, unknown>>): { reading?: Reading } {
  const asked = command === 'question.ask' ? briefQuestionSchema.safeParse(input.question) : undefined;
  return asked?.success
    ? { reading: { kind: 'question', question: asked.data, confidence: 1, echo: { en: '', zh: '' } } }
    : withReading(reportAsked(command, input));
}

const withReading = (reading: Reading | undefined) => (reading ? { reading } : {});

async function readWords(core: Core, text: string, before: Before, isLine = true): Promise<Asked> {
  if (text.trim() === '') {
    return { invocations: [{ command: 'help.show', input: {}, via: 'words' }] };
  }
  const code = linkLine(text);
  if (code) {
    return { invocations: [{ command: 'link.show', input: { code }, via: 'words' }] };
  }
  const linked = readLink(text);
  if (linked) {
    return { invocations: [linked] };
  }
  const titled = isLine ? undefined : commandTitled(text);
  if (titled) {
    const invocation: Invocation = { command: titled.name, input: {}, via: 'guess' };
    return { invocations: [invocation], ...withReading(reportAsked(titled.name, {})) };
  }
  const line = readLine(text, { today: core.today, org: core.org }, { isLine });
  // "/crm ask …" is a sentence like any other, so that the next one can go on from it; but it writes nothing.
  const said = line?.command === 'question.ask' ? line.input.words : undefined;
  // "Ask Jim to …" is a task for Jim, "ask for 10% off …" a request, as long as nobody typed it as a command.
  const isOrder = !isLine && /^ask (?:for|\S+(?: \S+)? to)(?![a-z])/iu.test(text.trim());
  const asked = typeof said === 'string' && !isOrder ? said : undefined;
  // In a message the words of a command must be all there is, or come with options or quotes; else it is a sentence.
  if (line && asked === undefined && !isOrder && (isLine || isPlainCommand(line, text))) {
    return { invocations: [line], ...withReading(reportAsked(line.command, line.input)) };
  }
  const words = asked ?? text;
  const { previous, at, named } = before;
  const reading = await readSentence(
    words,
    {
      today: core.today,
      time: timeIn(core.now, core.actor.timeZone),
      locale: core.actor.locale,
      currency: core.org.currency,
      ...(previous ? { previous } : {}),
      ...(at ? { previousAt: at.toISOString() } : {}),
      ...(named ? { named } : {}),
    },
    namePort(core),
  );
  if (line && asked !== undefined && !isAnswerable(reading)) {
    return { invocations: [line] };
  }
  return toAsked(core, words, reading, { line: isOrder ? undefined : line, before });
}

function isAnswerable(reading: Reading): boolean {
  return (
    reading.kind === 'question' ||
    (reading.kind === 'invocations' &&
      reading.invocations.every(({ command }) => commandNamed(command).effect === 'read'))
  );
}

function isPlainCommand({ input }: Invocation, text: string): boolean {
  return Object.keys(input).length === 0 || /\s(?:--\p{L}|["“][^"“”]*(?:["”](?![，,。；;、])|$))/u.test(text);
}

async function toAsked(
  core: Core,
  text: string,
  reading: Reading,
  { line, before }: { line: Invocation | undefined; before: Before },
): Promise<Asked> {
  switch (reading.kind) {
    case 'invocations': {
      const invocations = reading.invocations.map(
        ({ command, input }): Invocation => ({ command, input: { ...input }, via: 'language' }),
      );
      return { invocations, reading };
    }
    case 'question': {
      const question: Question = reading.question;
      return { invocations: [{ command: 'question.ask', input: { question }, via: 'language' }], reading };
    }
    case 'clarify': {
      const alternatives = reading.options.map(({ invocation: { command, input } }): Invocation[] => [
        { command, input: { ...input }, via: 'language' },
      ]);
      const buttons = await choices(
        core,
        alternatives,
        reading.options.map(({ label }: { label: Text }) => label[core.actor.locale]),
      );
      return { reply: { kind: 'card', card: clarifyCard(reading.ask, buttons, core.actor.locale) } };
    }
    case 'none': {
      if (line) {
        return { invocations: [{ ...line, via: 'guess' }] };
      }
      const about = await offersAbout(core, text, before);
      return { reply: { kind: 'card', card: notUnderstoodCard(text, about, core.actor.locale) } };
    }
  }
}
