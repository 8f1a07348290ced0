import type { Entity } from '../../../core/questions/catalogue/entity.ts';
import { type OwnKey, toOwnKey } from '../../../core/questions/catalogue/own-keys.ts';
import { type Question, toQuestion } from '../../../core/questions/question.ts';
import type { Utterance } from '../utterance.ts';
import { Claims } from './claims.ts';
import { plainly, withoutCourtesy } from './frame.ts';
import { readEnding } from './object-doings.ts';
import { readTier } from './question-customers.ts';
import { readGroupings } from './question-dimensions.ts';
import { readNamed } from './question-filters.ts';
import { readOwnDays } from './question-own-days.ts';
import { readOwnFields } from './question-own-fields.ts';
import { readPlace } from './question-places.ts';
import { readChart, readFirst } from './question-signs.ts';
import * as words from './question-words.ts';
import type { QuestionCandidate } from './questions.ts';

const COUNTED = /(?:了)?(?:多少|几)(?:辆|台|套|部|份|处|间|户|名|种|组|拨|批|家|趟)/u;

const WHOSE = /(?<![a-z])(?:whose|ones)(?![a-z])/iu;

type Kind = { key: OwnKey; entity: Entity; noun: RegExp };

/** 本月看房多少次, how many vehicles bought before 2022, 设备按客户: a company's own records, asked for by its own words (R22). */
export function readOwnQuestion(utterance: Utterance): QuestionCandidate | undefined {
  const kind = kindSaid(utterance);
  const claims = new Claims(withoutCourtesy(utterance.text).replace(words.TO_ME, '$<deed> '));
  if (!kind || claims.take(kind.noun) === undefined) {
    return undefined;
  }
  const { entity } = kind;
  const ending = readEnding(utterance, entity, kind.key);
  if (ending) {
    return { question: ending, confidence: 0.95 };
  }
  const chart = readChart(claims);
  const fields = readOwnFields(utterance, claims, entity);
  const tier = readTier(claims);
  const days = readOwnDays(utterance, claims, entity);
  const first = fields.sorted?.first ?? readFirst(claims);
  const places = readPlace(claims);
  const groupings = readGroupings(claims, entity);
  const signs = readWanted(claims);
  const named = readNamed(utterance, claims);
  claims.take(WHOSE);
  const byOwner = signs.who !== undefined && groupings.length === 0 ? ['owner'] : [];
  const groupBy = [...groupings.map(({ key }) => key), ...byOwner].slice(0, 2);
  const isFigure = signs.counted !== undefined || groupBy.length > 0 || chart !== null || days.compareTo !== null;
  const measure = fields.measure ?? (isFigure ? 'count' : undefined);
  const filters = [...fields.filters, ...tier, ...places, ...named];
  const question = toQuestion({
    entity: kind.key,
    measures: measure ? [measure] : [],
    filters,
    groupBy,
    time: days.time,
    compareTo: days.compareTo,
    ...orderOf({ measure, isGrouped: groupBy.length > 0, first, sorted: fields.sorted?.sort, ...signs }),
    scope: signs.team ? 'team' : signs.all ? 'all' : signs.mine ? 'mine' : 'all',
    chart,
  });
  // A noun alone, or with whose it is, is what the list is for.
  const isAsked =
    measure !== undefined ||
    signs.listed !== undefined ||
    days.time !== null ||
    first !== undefined ||
    fields.sorted !== undefined ||
    filters.some(({ field }) => field !== 'customer' && field !== 'owner');
  return isAsked
    ? { question, confidence: Math.max(0, 0.92 - 0.25 * claims.left([words.SMALL_TALK]).length) }
    : undefined;
}

/** The kind that was named; undefined where two of them were, or a word means several. */
function kindSaid({ slots, catalogue, text }: Utterance): Kind | undefined {
  const [longest, ...others] = slots.object;
  const [typeKey, another] = longest?.keys ?? [];
  if (!longest || typeKey === undefined || another !== undefined) {
    return undefined;
  }
  const isOther = others.some(({ text: word, keys }) => !longest.text.includes(word) && !keys.includes(typeKey));
  const key = toOwnKey(typeKey);
  const entity = catalogue[key];
  const said = slots.object.filter(({ keys }) => keys.includes(typeKey)).map(({ text: word }) => plainly(word));
  const noun = new RegExp(`(?<![a-z])(?:${said.join('|')})(?:e?s)?(?![a-z])`, 'iu');
  return entity && !isOther && noun.test(text) ? { key, entity, noun } : undefined;
}

/** What is wanted of them; words of deals (won, closing) mean nothing here and stay unread. */
function readWanted(claims: Claims) {
  return {
    ranking: claims.take(words.RANKING),
    who: claims.take(words.BY_OWNER) ?? claims.take(words.WHO),
    most: claims.take(words.MOST),
    counted: claims.take(COUNTED) ?? claims.take(words.COUNT) ?? claims.take(/多少/u),
    listed: claims.take(words.LIST),
    team: claims.take(words.TEAM),
    all: claims.take(words.ALL),
    mine: claims.take(words.MINE),
  };
}

type Ordered = {
  measure: string | undefined;
  isGrouped: boolean;
  first: number | undefined;
  sorted: Question['sort'] | undefined;
  ranking: string | undefined;
  who: string | undefined;
  most: string | undefined;
};

function orderOf({ measure, isGrouped, first, sorted, ranking, who, most }: Ordered): Pick<Question, 'sort' | 'limit'> {
  if (!isGrouped) {
    return { sort: sorted ?? null, limit: measure === undefined ? (first ?? null) : null };
  }
  const by = { by: measure ?? 'count', dir: 'desc' as const };
  if (first !== undefined) {
    return { sort: by, limit: first };
  }
  return most && who ? { sort: by, limit: 1 } : { sort: ranking || most ? by : null, limit: null };
}
