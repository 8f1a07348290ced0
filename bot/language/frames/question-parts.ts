import type { Utterance } from '../utterance.ts';
import { Claims } from './claims.ts';
import { withoutCourtesy } from './frame.ts';
import { readAsked, readTags, readTier } from './question-customers.ts';
import { readGroupings } from './question-dimensions.ts';
import { readFelt } from './question-felt.ts';
import { readAmount, readIdle, readPlace, readRelations, readStageSpan } from './question-filters.ts';
import { inFigures, readOften } from './question-often.ts';
import { meant, readChart, readFirst, readSigns } from './question-signs.ts';
import { readLeadStatus, readSource, readUsualTag } from './question-sorts.ts';
import { readTime } from './question-time.ts';
import { readTouched } from './question-touched.ts';
import * as words from './question-words.ts';

/** All that a sentence says of a question, before it is decided what the question is. */
export function readParts(utterance: Utterance) {
  const text = inFigures(withoutCourtesy(utterance.text))
    .replace(words.AS_LIST, '')
    .replace(words.FIND_THOSE, 'list ')
    .replace(words.CALL_THOSE, 'list ')
    .replace(words.TO_ME, '$<deed> ')
    .replace(words.WHOM_I, 'which of my customers ')
    .replace(words.WHO_ARE, '有哪些');
  const claims = new Claims(text);
  const seen = claims.match(words.CUSTOMERS_SEEN);
  const chart = readChart(claims);
  const often = readOften(claims);
  const touched = words.CUSTOMER_NOUN.test(text) ? readTouched(claims) : undefined;
  const felt = readFelt(claims);
  const idle = readIdle(claims, utterance, words.CLOSING.test(text));
  const tier = readTier(claims);
  const tags = [...readTags(claims), ...readUsualTag(claims)];
  const source = readSource(claims);
  const leadStatus = words.LEAD_NOUN.test(text) ? readLeadStatus(claims) : undefined;
  const stageSpan = readStageSpan(claims, text);
  const asked = words.LEAD_NOUN.test(text) ? readAsked(utterance, claims) : [];
  const relations = readRelations(utterance, claims, words.CUSTOMER_NOUN.test(text));
  const amount = readAmount(utterance, claims);
  const time = readTime(utterance, claims);
  const first = readFirst(claims);
  const places = readPlace(claims);
  const groupings = readGroupings(claims);
  const rest = claims.text;
  const signs = meant(readSigns(claims, rest), text);
  return {
    text,
    rest,
    claims,
    seen,
    chart,
    often,
    touched,
    felt,
    idle,
    asked,
    relations,
    tier,
    tags,
    source,
    leadStatus,
    stageSpan,
    amount,
    time,
    first,
    places,
    groupings,
    signs,
  };
}

export type Parts = ReturnType<typeof readParts>;
