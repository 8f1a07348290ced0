import type { Entity, Field } from '../../../core/questions/catalogue/entity.ts';
import type { Question, Range } from '../../../core/questions/question.ts';
import type { DaySpan } from '../days.ts';
import { firstSlot, type Utterance } from '../utterance.ts';
import type { Claims } from './claims.ts';
import { pattern } from './frame.ts';
import { namesOf } from './question-own-fields.ts';
import { readTime } from './question-time.ts';

const BOUND = pattern(
  '(?<pre>(?<![a-z])(?:before|earlier than|prior to|older than|more than|after|later than|since) )?(?<slot>{day})(?<post>以前|之前|前|以后|之后|后|以来|起)?',
);
/** A year by itself is a number like any other, but not behind these words. */
const YEAR = pattern('(?<![a-z])(?<pre>before|prior to|after|since|in|during|from) (?<slot>{money})(?![a-z])');
const YEARS = pattern('(?<slot>{between})');
const BARE_YEAR = /^(?:19|20)\d{2}$/;

const ENDS = /到期|(?<![a-z])(?:ends?|ending|expir(?:es|ing|ed)|runs? out|is due|due)(?![a-z])/iu;

/** When: a time on the field that was said (bought, 质保到期), else on the first day of its kind. */
export function readOwnDays(
  utterance: Utterance,
  claims: Claims,
  entity: Entity,
): Pick<Question, 'time' | 'compareTo'> {
  const ends = readEnds(utterance, claims);
  const said = ends ? undefined : readTime(utterance, claims);
  const range = ends ?? said?.range;
  const field = dayField(claims, entity);
  return { time: range ? { field: field.key, range } : null, compareTo: said?.compareTo ?? null };
}

/** The day whose name or word stands in the sentence, the longest first. */
function dayField(claims: Claims, { fields, time }: Entity): Pick<Field, 'key'> {
  const spoken = fields
    .filter(({ type }) => type === 'day' || type === 'instant')
    .flatMap((field) => namesOf(field).map((name) => ({ field, name })))
    .sort((one, other) => other.name.length - one.name.length);
  claims.take(ENDS);
  const found = spoken.find(({ name }) => name.test(claims.text));
  for (const { name } of spoken.filter(({ field }) => field === found?.field)) {
    claims.take(name.pattern);
  }
  return found?.field ?? { key: time };
}

/** Before, after or since a day or a year; undefined for a time with both ends. */
function readEnds(utterance: Utterance, claims: Claims): Range | undefined {
  const years = yearsIn(utterance, claims);
  if (years) {
    return years;
  }
  const found = BOUND.exec(claims.text);
  const span = found && firstSlot(utterance, 'day', found.groups?.slot ?? '')?.asked;
  if (!found || !span) {
    return undefined;
  }
  const end = endOf(span, found.groups ?? {});
  if (end) {
    claims.take(BOUND);
  }
  return end;
}

/** Which side of the day is meant, by what stands around it and in it. */
function endOf(
  { from, to, bound, text, grain }: DaySpan,
  { pre = '', post = '' }: Readonly<Record<string, string | undefined>>,
): Range | undefined {
  if (/前$/u.test(post) || /before|earlier|prior|older|more/iu.test(pre) || BEFORE.test(text)) {
    return between(null, from);
  }
  if (bound === 'by') {
    return between(null, to);
  }
  if (/after|later/iu.test(pre) || /^after/iu.test(text)) {
    return between(to, null);
  }
  const isSince = bound === 'since' || post !== '' || /since/iu.test(pre);
  return isSince && grain !== 'range' ? between(from, null) : undefined;
}

const BEFORE = /^(?:before|earlier|prior)|(?:以前|之前|(?<=[年月天周])前|ago)$/iu;

const between = (from: string | null, to: string | null): Range => ({ kind: 'absolute', from, to });

function yearsIn(utterance: Utterance, claims: Claims): Range | undefined {
  const one = YEAR.exec(claims.text)?.groups;
  const year = one && firstSlot(utterance, 'money', one.slot ?? '')?.text.trim();
  if (one && year && BARE_YEAR.test(year)) {
    claims.take(YEAR);
    const [from, to] = [`${year}-01-01`, `${Number(year) + 1}-01-01`];
    const pre = (one.pre ?? '').toLowerCase();
    return pre === 'before' || pre === 'prior to'
      ? between(null, from)
      : pre === 'after'
        ? between(to, null)
        : pre === 'since' || pre === 'from'
          ? between(from, null)
          : between(from, to);
  }
  const both = firstSlot(utterance, 'between', YEARS.exec(claims.text)?.groups?.slot ?? '')?.text;
  const [first, last] = both?.match(/\d+/gu) ?? [];
  if (first && last && BARE_YEAR.test(first) && BARE_YEAR.test(last)) {
    claims.take(YEARS);
    return between(`${first}-01-01`, `${Number(last) + 1}-01-01`);
  }
  return undefined;
}
