import { type DaySpan, findDays } from './days.ts';
import { echoOf } from './echo.ts';
import { isMeantAhead } from './frames/ahead.ts';
import type { Reading, SentenceContext, SpokenInvocation } from './reading.ts';
import { noSuchDay } from './unreal-days.ts';

/** A day, an hour, or both: how an entry of a diary begins. */
const HOUR =
  '(?:(?:凌晨|早上|上午|中午|下午|傍晚|晚上) ?)?\\d{1,2}(?:[:：]\\d{2}|点(?:半|\\d{1,2}分?)?)|\\d{1,2}(?::\\d{2})? ?[ap]\\.?m\\.?(?![a-z])';
const BEFORE =
  '(?:(?:今天|昨天|前天|大前天|(?:上?周|星期|礼拜)[一二三四五六日天]|\\d{1,2}月\\d{1,2}[日号]?|today|yesterday)[，, ]*)?(?:at )?';
const SPLIT = new RegExp(`\\n+|[;；]\\s*|[，,、。]\\s*(?=${BEFORE}(?:${HOUR}))`, 'iu');
const TIMED = new RegExp(`^${BEFORE}(?:${HOUR})`, 'iu');

const BULLET = /^(?:[-–—•·*]+|\(?\d{1,2}[.)、）](?!\d))\s*/u;

/** What an entry may be: things that have happened, each put on record at once. */
const LOGGED: readonly string[] = ['follow-up.log', 'lead.log', 'visit.check-in'];

/** As many as are read at once; what is beyond is asked about. */
const MOST = 20;

type Beginning = Pick<DaySpan, 'text' | 'length' | 'from' | 'time' | 'impossible'>;

type Entry = { said: string; invocation: SpokenInvocation | undefined; on: string | undefined; at: string | undefined };

/**
 * Several entries pasted or said at once, each with its own time, as kept while there was no net: 9:30 拜访华星…；11:00 电话天成…
 * In the order in which they happened; what is not understood comes last and is asked about. Undefined where it is one sentence.
 */
export async function readEntries(
  text: string,
  context: SentenceContext,
  read: (text: string) => Promise<Reading>,
): Promise<Reading | undefined> {
  const pieces = text
    .split(SPLIT)
    .map((piece) => piece.trim().replace(BULLET, ''))
    .filter(Boolean);
  if (pieces.length < 2) {
    return undefined;
  }
  const timed = pieces.filter((piece) => TIMED.test(piece)).length;
  const isLines = /\n/.test(text.trim());
  if (timed < 2 && !isLines) {
    return undefined;
  }
  const entries: Entry[] = [];
  const unreal = pieces.map((piece) => beginning(piece, context.today)).find((span) => span?.impossible);
  let day: string | undefined;
  for (const [index, piece] of pieces.entries()) {
    const heading = dayAlone(piece, context);
    if (heading !== undefined) {
      day = heading;
      continue;
    }
    const entry = await readEntry(piece, { day, context, read: index < MOST ? read : async () => ({ kind: 'none' }) });
    day = entry.on ?? day;
    entries.push(entry);
  }
  const logged = entries.filter(({ invocation }) => invocation && LOGGED.includes(invocation.command));
  // A note of several lines about one visit is one note.
  if (logged.length < (timed >= 2 ? 1 : 2) || entries.length < 2) {
    return undefined;
  }
  if (unreal) {
    return noSuchDay(unreal.text);
  }
  const invocations = [...inOrder(entries, context.today), ...entries.flatMap(unread)];
  return { kind: 'invocations', invocations, confidence: 0.9, echo: echoOf(invocations) };
}

/** 昨天：, Monday: — what the entries below are of. */
function dayAlone(piece: string, { today }: SentenceContext): string | undefined {
  const [span] = findDays(piece, { today, prefer: 'past' });
  const isAlone = span?.index === 0 && /^[\s:：,，的]*$/u.test(piece.slice(span.length));
  return isAlone && span.grain === 'day' && span.time === undefined ? span.from : undefined;
}

async function readEntry(
  said: string,
  {
    day,
    context,
    read,
  }: { day: string | undefined; context: SentenceContext; read: (text: string) => Promise<Reading> },
): Promise<Entry> {
  const { today, time } = context;
  const span = beginning(said, today);
  const words = span ? said.slice(span.length).replace(/^[\s,，:：\-–—]+/u, '') : said;
  const isDated = span !== undefined && !TIME_ALONE.test(span.text);
  const on = isDated ? span.from : day;
  const at = span?.time;
  const isAhead =
    (on ?? today) > today || ((on ?? today) === today && at !== undefined && time !== undefined && at > time);
  const reading = isAhead ? await read(said) : await readPast(words, read);
  const [invocation, ...others] = reading.kind === 'invocations' ? reading.invocations : [];
  if (!invocation || others.length > 0 || (!LOGGED.includes(invocation.command) && !isAhead)) {
    return { said, invocation: undefined, on, at };
  }
  if (!LOGGED.includes(invocation.command)) {
    return { said, invocation, on, at };
  }
  const note = invocation.command === 'visit.check-in' ? {} : { note: words };
  const when = { ...(on ? { on } : {}), ...(at ? { at } : {}) };
  return { said, invocation: { ...invocation, input: { ...invocation.input, ...note, ...when } }, on, at };
}

/** The day and hour an entry begins with. 11点 is one here, though in a sentence it may be points. */
function beginning(said: string, today: string): Beginning | undefined {
  const [first] = findDays(said, { today, prefer: 'past' });
  if (first?.index === 0 && first.grain === 'day') {
    const [future = first] = findDays(said, { today, prefer: 'future' });
    // 周四10点和华星开会, said on a Wednesday, is of tomorrow.
    return isMeantAhead({ past: first, future, asked: first }, said, today) ? future : first;
  }
  const text = TIMED.exec(said)?.[0];
  const time = text && findDays(`今天${text}`, { today, prefer: 'past' })[0]?.time;
  return text && time ? { text, length: text.length, from: today, time } : undefined;
}

const TIME_ALONE = new RegExp(`^(?:${HOUR})$`, 'iu');

/** Of an entry whose hour has passed it is known that it happened: 拜访华星 is no plan. */
async function readPast(words: string, read: (text: string) => Promise<Reading>): Promise<Reading> {
  const plain = await read(words);
  const isLogged = plain.kind === 'invocations' && plain.invocations.every(({ command }) => LOGGED.includes(command));
  return isLogged ? plain : read(/\p{Script=Han}/u.test(words) ? `跟进记录：${words}` : `log: ${words}`);
}

/** By day and hour; one without an hour stays behind the one it was said after. */
function inOrder(entries: readonly Entry[], today: string): SpokenInvocation[] {
  let hour = '';
  return entries
    .map((entry) => {
      hour = entry.at ?? hour;
      return { ...entry, key: `${entry.on ?? today} ${hour}` };
    })
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .flatMap(({ invocation }) => invocation ?? []);
}

function unread({ said, invocation, on, at }: Entry): SpokenInvocation[] {
  return invocation
    ? []
    : [{ command: 'follow-up.unread', input: { note: said, ...(on ? { on } : {}), ...(at ? { at } : {}) } }];
}
