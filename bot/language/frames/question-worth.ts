import type { Claims } from './claims.ts';
import * as words from './question-words.ts';

/** It is customers that are listed, by what their deals come to. */
const LISTED_BY_WORTH =
  /(?:的|大|新|老|重点)客户|哪些客户|客户有?哪些|(?<![a-z])(?:customers|accounts|clients|(?:which|any|every|each) (?:customer|account|client))(?![a-z])/iu;
const OTHER_NOUN =
  /线索|潜客|任务|待办|投诉|工单|跟进|拜访|(?<![a-z])(?:leads?|prospects?|tasks?|tickets?|visits?|calls?)(?![a-z])/iu;
const BY_DEALS =
  /(?<open>在谈|进行中|未成交|未结)(?:的)?(?:商机|单子)?|(?:商机|单子)(?=[ \s]*的?客户)|(?<![a-z])(?:(?:in|of|worth of) )(?<openEn>(?:open |active )?(?:deals|opportunities|pipeline))(?![a-z])/iu;
const BY_SALES =
  /(?:累计|总共|一共|共)?(?:成交|签单|签约|采购|购买|买|下单|消费|贡献)(?:了|过)?(?:总?金?额)?|(?<![a-z])(?:(?:who|that|which) )?(?:have |has |'ve )?(?:bought|spent|ordered|purchased|paid|brought(?: in)?)(?: us)?(?: for)?(?![a-z])|(?<![a-z])(?:spending|buying|(?:in|of) (?:orders|sales|revenue|business|purchases))(?![a-z])/iu;

export type Worth = { isOpen: boolean };

/** Accounts worth over 100k, 在谈金额不到20万的客户: what the deals of each come to, not what one of them is about. */
export function readWorth(claims: Claims, text: string): Worth | undefined {
  if (!LISTED_BY_WORTH.test(text) || OTHER_NOUN.test(text)) {
    return undefined;
  }
  const isOpen = claims.take(BY_DEALS) !== undefined;
  if (!isOpen) {
    claims.take(BY_SALES);
    claims.take(/(?<![a-z])(?:with|from) us(?![a-z])/iu);
  }
  return words.DEALS.test(claims.text) ? undefined : { isOpen };
}
