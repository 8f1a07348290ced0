import type { Text } from '../../core/text.ts';
import { readCorrection } from './corrections.ts';
import { aboutDeals } from './deals-meant.ts';
import { echoOf, echoOfQuestion, offered } from './echo.ts';
import { effectsOf } from './effects.ts';
import { readEntries } from './entries.ts';
import { readDoings } from './frames/doings.ts';
import type { Candidate } from './frames/frame.ts';
import { FRAMES } from './frames/index.ts';
import { isNews } from './frames/news.ts';
import { readBillingQuestion } from './frames/question-billing.ts';
import { readColleagues } from './frames/question-colleagues.ts';
import { readOwnQuestion } from './frames/question-own.ts';
import { readPatch } from './frames/question-patch.ts';
import { readQuotes } from './frames/question-quotes.ts';
import { type QuestionCandidate, readQuestion, SUREST } from './frames/questions.ts';
import { aboutLastQuestion } from './frames/segments.ts';
import { aboutLastDeal } from './last-named.ts';
import { readLastReport } from './last-report.ts';
import { readLastTask } from './last-task.ts';
import { aboutLeads } from './leads-meant.ts';
import { withRest } from './letters.ts';
import { isOutOfReach } from './out-of-reach.ts';
import { readRange } from './ranges.ts';
import type { NamePort, Question, Reading, SentenceContext } from './reading.ts';
import { together } from './together.ts';
import { withUnplacedDays } from './unplaced-days.ts';
import { withUnrealDays } from './unreal-days.ts';
import { toUtterance, type Utterance } from './utterance.ts';

/** Nothing else goes on from a report. */
const MAY_BE_OF_REPORT =
  /[加补写评批]|回[复他她]|[交发送]|日报|周报|(?<![a-z])(?:add|put|include|send|submit|file|comment|reply|note|answer|tell)(?![a-z])/iu;

/** From here up a reading stands by itself; below, down to `POSSIBLE`, it is offered. */
const SURE = 0.7;
const POSSIBLE = 0.5;
/** Two readings this close are the person's to tell apart. */
const CLOSE = 0.04;
const ASK: Text = { en: 'What did you mean?', zh: '你是想：' };
const NONE: Reading = { kind: 'none' };

/** What a message asks for, a sentence or several entries at once. Pure but for looking up names; any text is answered, the unclear with `none`. */
export async function readSentence(text: string, context: SentenceContext, port: NamePort): Promise<Reading> {
  const entries = await readEntries(text, context, (each) => readOne(each, context, port));
  return entries ?? withRest(await readOne(text, context, port), text);
}

async function readOne(text: string, context: SentenceContext, port: NamePort): Promise<Reading> {
  const utterance = await toUtterance(text, context, port);
  return withUnplacedDays(withUnrealDays(await readUtterance(utterance, context, port), utterance), utterance);
}

async function readUtterance(utterance: Utterance, context: SentenceContext, port: NamePort): Promise<Reading> {
  if (!/\p{L}|\p{Co}|\p{Extended_Pictographic}/u.test(utterance.text) || isOutOfReach(utterance)) {
    return NONE;
  }
  const corrected = readCorrection(utterance, context.previous);
  if (corrected) {
    return { kind: 'invocations', invocations: corrected, confidence: 0.9, echo: echoOf(corrected), corrects: true };
  }
  const moved = readLastTask(utterance, context.named);
  if (moved) {
    return { kind: 'invocations', invocations: [moved], confidence: 0.9, echo: echoOf([moved]) };
  }
  const reported = MAY_BE_OF_REPORT.test(utterance.text) ? readLastReport(utterance, context) : undefined;
  if (reported) {
    return { kind: 'invocations', invocations: [reported], confidence: 0.9, echo: echoOf([reported]) };
  }
  const ranged = await readRange(utterance.said, (each) => readOne(each, context, port));
  const whole = ranged ?? readEffects(utterance, context) ?? withLast(readWhole(utterance), context);
  const patch = context.previous?.kind === 'question' ? readPatch(utterance, context.previous.question) : undefined;
  // A fragment goes on from the last question; what is a sentence of its own does so only where it says that it does.
  return patch && (patch.hasCue || isVague(whole))
    ? { kind: 'question', question: patch.question, confidence: 0.85, echo: echoed(patch.question, utterance) }
    : whole;
}

/** 北区本季度 by itself is a summary; after a question it is that question of others. */
const VAGUE = 0.75;

function isVague(reading: Reading): boolean {
  return (
    reading.kind === 'none' ||
    reading.kind === 'clarify' ||
    (reading.kind === 'invocations' && reading.confidence < VAGUE)
  );
}

function withLast(reading: Reading, { previous, named }: SentenceContext): Reading {
  return reading.kind === 'invocations'
    ? {
        ...reading,
        invocations: reading.invocations.map((each) => aboutLastDeal(aboutLastQuestion(each, previous), named)),
      }
    : reading;
}

/** Several commands said in one breath, when every part is clear. */
function readEffects(utterance: Utterance, { named }: SentenceContext): Reading | undefined {
  const parts = effectsOf(utterance);
  if (parts.length < 2) {
    return undefined;
  }
  const best = parts.map((part) => candidatesOf(part)[0]);
  const sure = best.filter(
    (candidate): candidate is Candidate =>
      candidate !== undefined && candidate.confidence >= SURE && !isOrderAlone(candidate),
  );
  if (sure.length < parts.length) {
    return undefined;
  }
  const said = together(sure.flatMap((candidate) => candidate.invocations));
  const isOfLast = utterance.slots.customer.length === 0;
  const invocations = isOfLast ? said.map((each) => aboutLastDeal(each, named)) : said;
  return {
    kind: 'invocations',
    invocations,
    confidence: Math.min(...sure.map(({ confidence }) => confidence)),
    echo: echoOf(invocations),
  };
}

/** …，加个线索: of whom was said before, so that it is no command of its own. */
const isOrderAlone = ({ invocations }: Candidate) =>
  invocations.some(({ command, input }) => command === 'lead.add' && Object.keys(input).length === 0);

function candidatesOf(utterance: Utterance): Candidate[] {
  return FRAMES.flatMap((frame) => frame(utterance) ?? [])
    .map(({ invocations, confidence }) => ({
      invocations: invocations.map((each) => aboutDeals(utterance, aboutLeads(utterance, each))),
      confidence,
    }))
    .sort((a, b) => b.confidence - a.confidence);
}

function readWhole(utterance: Utterance): Reading {
  const doings = readDoings(utterance) ?? readColleagues(utterance);
  const [best, ...others] = candidatesOf(utterance);
  const own = readOwnQuestion(utterance) ?? readQuotes(utterance) ?? readBillingQuestion(utterance);
  const isOfDeal = utterance.slots.customer.some(({ kind }) => kind === 'deal');
  // Whoever says the company's own word for its records means those; what one deal is like is told by its card.
  const isPlain = !isOfDeal && !(best && best.confidence >= SUREST) && !isNews(utterance);
  const other = own && own.confidence >= SURE ? own : isPlain ? readQuestion(utterance) : undefined;
  const asked = doings ?? other;
  if (asked && asked.confidence >= SURE && (asked === doings || isBetter(asked, best))) {
    return { kind: 'question', ...asked, echo: echoed(asked.question, utterance) };
  }
  if (!best || best.confidence < POSSIBLE) {
    return NONE;
  }
  const rivals = others.filter(
    (other) => other.confidence > best.confidence - CLOSE && commandsOf(other) !== commandsOf(best),
  );
  if (best.confidence >= SURE && rivals.length === 0) {
    return { kind: 'invocations', ...best, echo: echoOf(best.invocations) };
  }
  const options = [best, ...rivals]
    .slice(0, 4)
    .flatMap(({ invocations: [first] }) => (first ? [offered(first, utterance)] : []));
  return { kind: 'clarify', ask: ASK, options };
}

const echoed = (question: Question, utterance: Utterance) =>
  echoOfQuestion(question, { ...utterance, entity: utterance.catalogue[question.entity] });

/** A list is what commands are for; a question wins where it counts, sums, or stands alone. */
function isBetter(asked: QuestionCandidate, best: Candidate | undefined): boolean {
  const isCommand = best !== undefined && best.confidence >= SURE;
  return !isCommand || (isMoreThanList(asked.question) && asked.confidence > best.confidence);
}

/** What the commands that list cannot say: figures, an order, several people, a bound. */
function isMoreThanList({ measures, sort, filters }: Question): boolean {
  return measures.length > 0 || sort !== null || filters.some(({ op }) => op !== 'eq');
}

const commandsOf = ({ invocations }: Candidate): string => invocations.map(({ command }) => command).join();
