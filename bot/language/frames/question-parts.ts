import type { Utterance } from '../utterance.ts';
import { Claims } from './claims.ts';
import { withoutCourtesy } from './frame.ts';
import { sideBySide } from './question-compare.ts';
import { readAsked, readPriority, readTags, readTier } from './question-customers.ts';
import { readDealStates } from './question-deals.ts';
import { readGroupings } from './question-dimensions.ts';
import { readFelt } from './question-felt.ts';
import { IN_TIME_RATE } from './question-figure-words.ts';
import { readAmount, readIdle, readRelations, readStageSpan } from './question-filters.ts';
import { readLapsed, readLongest } from './question-lapsed.ts';
import { readNumbers } from './question-numbers.ts';
import { inFigures, readOften } from './question-often.ts';
import { readPlace, readPlaceBefore } from './question-places.ts';
import { readRival } from './question-rivals.ts';
import { meant, readChart, readFirst, readSigns } from './question-signs.ts';
import {
  readLeadStatus,
  readOtherStage,
  readOwnStage,
  readOwnTags,
  readSource,
  readUnanswered,
  readUsualTag,
} from './question-sorts.ts';
import { readDwell, readOneStage, readPiled, staysIn } from './question-stages.ts';
import { readTime } from './question-time.ts';
import { readTouched } from './question-touched.ts';
import * as words from './question-words.ts';
import { readWorth } from './question-worth.ts';

/** What is at risk without a word for it is a deal. */
const IS_RISK = /^(?:.{0,12}(?:有(?:流失)?风险|快丢)|(?:what|how much|anything|everything|which)[^,.]{0,20} at risk)/iu;

/** All that a sentence says of a question, before it is decided what the question is. */
export function readParts(utterance: Utterance) {
  const text = sideBySide(inFigures(withoutCourtesy(utterance.text)))
    .replace(words.LISTED_OUT, '列出$<those>')
    .replace(words.AS_LIST, '')
    .replace(words.FIND_THOSE, 'list ')
    .replace(words.CALL_THOSE, 'list ')
    .replace(words.TO_ME, '$<deed> ')
    .replace(words.WHOM_I, 'which of my customers ')
    .replace(words.WHO_ARE, '有哪些');
  const claims = new Claims(text);
  const seen = claims.match(words.CUSTOMERS_SEEN);
  const isOfDeals = words.DEAL_NOUN.test(text);
  const rival = isOfDeals ? readRival(utterance, claims) : [];
  const share = words.SHARE.exec(text)?.[0];
  const oneStage = readOneStage(claims, share !== undefined);
  const dwell = readDwell(claims, text);
  const chart = readChart(claims);
  const often = readOften(claims);
  const lapsed = readLapsed(utterance, claims);
  const touched = words.CUSTOMER_NOUN.test(text) ? readTouched(utterance, claims) : undefined;
  const felt = readFelt(claims);
  const unanswered = words.LEAD_NOUN.test(text) ? readUnanswered(claims) : [];
  const isLongest = readLongest(claims);
  const idle = readIdle(claims, utterance, words.CLOSING.test(text));
  const tier = readTier(claims);
  const priority = words.TICKETS.test(text) ? readPriority(claims) : [];
  const ownTags = readOwnTags(utterance, claims);
  const tags = [...readTags(claims), ...(ownTags.length > 0 ? ownTags : readUsualTag(claims))];
  const source = readSource(utterance, claims);
  const ownStage = readOwnStage(utterance, claims) ?? (isOfDeals ? readOtherStage(claims) : undefined);
  const leadStatus = words.LEAD_NOUN.test(text) ? readLeadStatus(claims) : undefined;
  const stageSpan = [...oneStage, ...readStageSpan(claims, text)].slice(0, 1);
  const asked = words.LEAD_NOUN.test(text) ? [...readAsked(utterance, claims), ...unanswered] : [];
  const relations = readRelations(utterance, claims, words.CUSTOMER_NOUN.test(text));
  const hasLeft = words.CONTACTS.test(text) && claims.take(words.LEFT_COMPANY) !== undefined;
  const about = (['lead', 'opportunity', 'customer'] as const).find((key) =>
    words.ENTITIES.some(([entity, noun]) => entity === key && noun.test(claims.text)),
  );
  const numbers = about ? readNumbers(utterance, claims, about) : [];
  const dealStates = isOfDeals || IS_RISK.test(text) ? readDealStates(claims) : [];
  const amount = readAmount(utterance, claims);
  // 大于20万但小于50万: the other end of it.
  const other = amount ? readAmount(utterance, claims) : undefined;
  if (other) {
    claims.take(/但是?|而且|并且|且|(?<![a-z])(?:but|and)(?![a-z])/iu);
  }
  const worth = amount && !other ? readWorth(claims, text) : undefined;
  const time = readTime(utterance, claims);
  const first = readFirst(claims);
  const named = readPlace(claims);
  const places = named.some(({ field }) => field === 'region') ? named : [...named, ...readPlaceBefore(claims)];
  const groupings = readGroupings(claims);
  const piled = dwell ? [] : readPiled(claims, text);
  if (!IN_TIME_RATE.test(text)) {
    claims.take(words.SHARE);
  }
  const rest = claims.text;
  const signs = meant(readSigns(claims, rest, text), text);
  const stays = staysIn({ rest, text, dwell, groupings, signs, isOfLeads: about === 'lead' });
  return {
    text,
    rest,
    claims,
    seen,
    chart,
    often,
    touched,
    felt,
    isLongest,
    lapsed,
    idle,
    asked,
    relations,
    hasLeft,
    tier,
    priority,
    tags,
    source,
    leadStatus,
    stageSpan,
    ownStage,
    unanswered,
    about,
    numbers,
    worth,
    dealStates: [...dealStates, ...rival, ...piled],
    share,
    dwell,
    isPiled: piled.length > 0,
    ...stays,
    amount,
    other,
    amounts: [amount, other].filter((each) => each !== undefined),
    time,
    first,
    places,
    groupings,
    signs,
  };
}

export type Parts = ReturnType<typeof readParts>;
