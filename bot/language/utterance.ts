import type { Catalogue } from '../../core/questions/catalogue/entity.ts';
import { CATALOGUE } from '../../core/questions/catalogue/index.ts';
import { isOwnKey, toOwnKey } from '../../core/questions/catalogue/own-keys.ts';
import { type AmountSpan, findAmounts } from './amounts.ts';
import { plainSpeech } from './colloquial.ts';
import { type DaySpan, findDays } from './days.ts';
import { mayBeDone } from './doings-cue.ts';
import { lastNamed } from './last-named.ts';
import { mentionKeys } from './mention-keys.ts';
import { findMentions, findPlainlySaid, ITS, type Mention, type PlainlySaid } from './mentions.ts';
import { normalise } from './normalise.ts';
import type { Named, NamePort, SentenceContext } from './reading.ts';
import { withoutOverlaps } from './scan.ts';
import { ANY_SLOT, type SlotKind, slotCharacter, slotOf } from './slots.ts';

/** One day as it would be meant looking back, looking ahead, and in a question. */
export type DaySlot = { readonly past: DaySpan; readonly future: DaySpan; readonly asked: DaySpan };

export type Slots = {
  customer: Mention[];
  person: Mention[];
  product: Mention[];
  team: Mention[];
  /** Stages by the names their admin gave them: only words of the text, until a frame finds them where a stage is said. */
  stage: PlainlySaid[];
  /** The company's own kinds of objects likewise. */
  object: PlainlySaid[];
  /** Where leads come from, what records are marked with and how calls end, in the company's own words. */
  source: PlainlySaid[];
  tag: PlainlySaid[];
  outcome: PlainlySaid[];
  day: DaySlot[];
  money: AmountSpan[];
  between: AmountSpan[];
  percent: (AmountSpan & { kind: 'percent' })[];
  phone: { text: string }[];
  email: { text: string }[];
};

/** A sentence with its spans found and replaced by slots. */
export type Utterance = {
  /** The sentence as it was sent, trimmed. */
  said: string;
  /** The normalised sentence with slots in place of spans. */
  text: string;
  slots: Slots;
  /** What can be asked about, with the company's own kinds where one was named. */
  catalogue: Catalogue;
  today: string;
  /** HH:MM where the person is, where it is known. */
  time: string | undefined;
  currency: string;
  /** What was spoken of before, for 他们, they. */
  last: Named;
};

type Span = { index: number; length: number; text: string; kind: SlotKind; put(slots: Slots): number };

const EMAIL_TEXT = /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;
/** Numbers as they are written: with their country's and in any groups, or as one has them at home. */
const PHONE_TEXT =
  /(?<![\w-])(?:1[3-9]\d(?:[ -]?\d{4}){2}|\+(?=(?:[ ()-]{0,3}\d){8,15}(?!\d))\d{1,3}(?:[ -]\(?\d{1,11}\)?){1,5}|(?:\+\d{1,3}[ -]?)?\(?\d{3,4}\)?[ -]\d{3,4}[ -]?\d{4}|\+\d{8,14}|0\d{2,3}-?\d{7,8}|\(?0\d\)?[ -]\d{4}[ -]?\d{4}|04\d{2}[ -]?\d{3}[ -]?\d{3}|0\d{4}[ -]\d{3}[ -]?\d{3}|1[38]00[ -]\d{3}[ -]\d{3})(?![\w-])/gu;

function mask(text: string, spans: readonly { index: number; length: number }[]): string {
  return spans.reduce(
    (rest, { index, length }) => rest.slice(0, index) + '\0'.repeat(length) + rest.slice(index + length),
    text,
  );
}

function plainSpans(text: string, pattern: RegExp, kind: 'email' | 'phone'): Span[] {
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
    index,
    length: found.length,
    text: found,
    kind,
    put: (slots) => slots[kind].push({ text: found }) - 1,
  }));
}

function nameSpans(mentions: readonly Mention[]): Span[] {
  return mentions.map((mention) => {
    const kind = mention.kind === 'lead' || mention.kind === 'deal' ? 'customer' : mention.kind;
    return { ...mention, kind, put: (slots) => slots[kind].push(mention) - 1 };
  });
}

/** 北辰那个风机的单子, Ironbark's conveyor belt deal: the customer before its deal says whose it is, and no more. */
function withItsCustomer(text: string, mentions: readonly Mention[]): Mention[] {
  return mentions.flatMap((mention, at) => {
    const [before, next] = [mentions[at - 1], mentions[at + 1]];
    if (next && isItsCustomer(text, mention, next)) {
      return [];
    }
    if (!before || !isItsCustomer(text, before, mention)) {
      return [mention];
    }
    const length = mention.index + mention.length - before.index;
    return [{ ...mention, index: before.index, length, text: text.slice(before.index, before.index + length) }];
  });
}

function isItsCustomer(text: string, customer: Mention, deal: Mention): boolean {
  const between = text.slice(customer.index + customer.length, deal.index);
  return customer.kind === 'customer' && deal.kind === 'deal' && deal.of === customer.name && ITS.test(between);
}

function daySpans(text: string, today: string): Span[] {
  return findDays(text, { today, prefer: 'future' }).map((future) => {
    const again = (prefer?: 'past') => findDays(future.text, { today, ...(prefer ? { prefer } : {}) })[0] ?? future;
    // Most days are asked for one reading only, so the others are found when wanted.
    const day: DaySlot = {
      future,
      get past() {
        return again('past');
      },
      get asked() {
        return again();
      },
    };
    return { ...future, kind: 'day', put: (slots) => slots.day.push(day) - 1 };
  });
}

/** Small bare figures stay words: "3 tasks" and 一下 are about no sum. */
function amountSpans(text: string, currency: string): Span[] {
  return findAmounts(text, { currency }).flatMap((amount): Span[] => {
    // The blank after a figure is nobody's: it parts the words that follow.
    const said = amount.text.trimEnd();
    const place = { index: amount.index, length: said.length, text: said };
    if (amount.kind === 'percent') {
      return [{ ...place, kind: 'percent', put: (slots) => slots.percent.push(amount) - 1 }];
    }
    if (amount.kind === 'between') {
      return [{ ...place, kind: 'between', put: (slots) => slots.between.push(amount) - 1 }];
    }
    const isSum =
      amount.scaled ||
      amount.currency !== undefined ||
      amount.value.digits >= 1000n * 10n ** BigInt(amount.value.scale);
    return isSum ? [{ ...place, kind: 'money', put: (slots) => slots.money.push(amount) - 1 }] : [];
  });
}

const WITHOUT_APOSTROPHE = /([\ue000-\ue1ff])s(?= [\p{L}\ue000-\ue9ff])/gu;

/** Find the spans of a sentence, in the order in which they may hide one another, and put slots in their place. */
export async function toUtterance(
  raw: string,
  { today, time, currency, previous, named: last = {} }: SentenceContext,
  port: NamePort,
): Promise<Utterance> {
  const text = plainSpeech(normalise(raw).replace(ANY_SLOT, ' '));
  const fixed = withoutOverlaps([...plainSpans(text, EMAIL_TEXT, 'email'), ...plainSpans(text, PHONE_TEXT, 'phone')]);
  const keys = mentionKeys(mask(text, fixed));
  const hits = keys.size > 0 ? await port.lookUp([...keys.keys()]) : [];
  const named = [
    ...fixed,
    ...nameSpans(withItsCustomer(text, findMentions(text, keys, hits))),
    ...nameSpans(lastNamed(text, last)),
  ];
  const dated = [...named, ...daySpans(mask(text, named), today)];
  const spans = withoutOverlaps([...dated, ...amountSpans(mask(text, dated), currency)]);
  const slots: Slots = {
    customer: [],
    person: [],
    product: [],
    team: [],
    stage: findPlainlySaid('stage', text, keys, hits),
    object: [...findPlainlySaid('object', text, keys, hits)],
    source: findPlainlySaid('source', text, keys, hits),
    tag: findPlainlySaid('tag', text, keys, hits),
    outcome: findPlainlySaid('outcome', text, keys, hits),
    day: [],
    money: [],
    between: [],
    percent: [],
    phone: [],
    email: [],
  };
  const short = slots.object.length === 0 ? oneLetter(text) : undefined;
  const isOwn =
    slots.object.length > 0 ||
    short !== undefined ||
    mayBeDone(text) ||
    (previous?.kind === 'question' && isOwnKey(previous.question.entity));
  const kinds = (isOwn && (await port.findKinds?.())) || {};
  if (short !== undefined) {
    slots.object.push(...calledShort(short, kinds));
  }
  let rest = '';
  let end = 0;
  for (const span of spans) {
    rest += text.slice(end, span.index) + slotCharacter(span.kind, span.put(slots));
    end = span.index + span.length;
  }
  return {
    said: raw.trim(),
    text: (rest + text.slice(end)).replace(WITHOUT_APOSTROPHE, "$1's"),
    slots,
    catalogue: { ...CATALOGUE, ...kinds },
    today,
    time,
    currency,
    last,
  };
}

/** 哪些车, 周车主的车: a kind by the one letter that its words end with. */
const ONE_LETTER =
  /(?:哪[些几]?|几|多少|这|那)(?:[辆台套])?(\p{Script=Han})(?=快|该|要|需|到|有|没|是|$)|(?<=.{2})的(\p{Script=Han})$/u;

const oneLetter = (text: string) => ONE_LETTER.exec(text)?.slice(1).find(Boolean);

function calledShort(letter: string, kinds: Catalogue): PlainlySaid[] {
  const keys = Object.entries(kinds).flatMap(([key, { one, synonyms }]) =>
    [one.zh, ...synonyms.zh].filter((word) => word.length > 1 && word.endsWith(letter)).length > 1
      ? [key.slice(toOwnKey('').length)]
      : [],
  );
  return keys.length > 0 ? [{ text: letter, keys }] : [];
}

/** A piece of the slotted text in the person's own words. */
export function wordsOf({ slots }: Utterance, piece: string): string {
  return piece
    .replace(ANY_SLOT, (character) => {
      const slot = slotOf(character);
      const filled = slot && slots[slot.kind][slot.index];
      return filled === undefined ? '' : 'future' in filled ? filled.future.text : filled.text;
    })
    .replace(/\s+/g, ' ')
    .trim();
}

/** The first slot of a kind in a piece of the slotted text. */
export function firstSlot<Kind extends SlotKind>(
  { slots }: Utterance,
  kind: Kind,
  piece: string,
): Slots[Kind][number] | undefined {
  for (const character of piece) {
    const slot = slotOf(character);
    if (slot?.kind === kind) {
      return slots[kind][slot.index];
    }
  }
  return undefined;
}

/** Every slot of a kind in a piece of the slotted text, as they come. */
export function everySlot<Kind extends SlotKind>(
  utterance: Utterance,
  kind: Kind,
  piece: string,
): Slots[Kind][number][] {
  return Array.from(piece, (character) => firstSlot(utterance, kind, character)).filter((slot) => slot !== undefined);
}

/** 建个商机冷藏车定位: the new deal is called like one that stands, 冷藏车温度追溯, and that is no customer's name. */
export const withoutDeals = (utterance: Utterance, clause: string) =>
  clause.replace(ANY_SLOT, (character) => {
    const slot = slotOf(character);
    const isDeal = slot?.kind === 'customer' && utterance.slots.customer[slot.index]?.kind === 'deal';
    return isDeal ? wordsOf(utterance, character) : character;
  });
