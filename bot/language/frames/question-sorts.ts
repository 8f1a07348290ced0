import type { Filter } from '../../../core/questions/question.ts';
import type { Claims } from './claims.ts';

const en = (words: string) => `(?<![a-z])(?:${words})(?![a-z])`;

/** Where leads usually come from; each is a word that a source of the company goes by. */
const SOURCE_ZH =
  '官网|网站|在线咨询|展会|展览会|博览会|转介绍|朋友介绍|客户介绍|广告|抖音|百度|公众号|小红书|陌拜|电销';
const SOURCE_EN =
  'web ?site|web form|trade (?:shows?|fairs?)|expos?|exhibitions?|referrals?|ads?|advertising|linkedin|google ads|google|facebook|cold calls?|cold calling';
const OF_SORT = '(?=(?:新)?(?:线索|潜客|潜在客户|客户|商机|单子|机会|询盘))';

const FROM = new RegExp(
  `(?:来自|从|通过)?(?<zh>${SOURCE_ZH})(?:渠道|平台|那边)?上?(?:过来|带来|进来|来|获得|获取|留资)?的?${OF_SORT}|来源(?:是|为|于|[:：])?[“"「]?(?<named>[^\\s，,。的“”"「」]{1,12})[”"」]?的?${OF_SORT}|${en(
    `(?:(?:that |which )?(?:came|come|comes|coming) )?(?:from|via|through)(?: the| our| an?)? (?<from>${SOURCE_EN})|(?<of>${SOURCE_EN})(?= (?:leads?|prospects?|customers?|clients?|deals?|opportunities|enquiries))`,
  )}`,
  'iu',
);

/** 展会来的线索, leads from the website: by any word the source goes by. */
export function readSource(claims: Claims): Filter[] {
  const { zh, named, from, of } = claims.match(FROM)?.groups ?? {};
  const said = zh ?? named ?? (from ?? of)?.toLowerCase().replace(/(?<=[^s])s$/u, '');
  return said ? [{ field: 'source', op: 'eq', values: [said === 'ad' ? 'ads' : said] }] : [];
}

const STATUSES: readonly (readonly [status: string, said: RegExp])[] = [
  ['nurturing', new RegExp(`(?:在|正在)?培育中的?|${en('(?:being )?nurtured|nurturing|in nurture')}`, 'iu')],
  ['dropped', new RegExp(`(?:已经?)?放弃(?:掉)?了?的|${en('dropped|abandoned|given up')}`, 'iu')],
  ['converted', new RegExp(`已经?转化了?的?(?!率)|转化了的|${en('converted(?! rate)')}`, 'iu')],
];

/** 培育中的线索, dropped leads. */
export function readLeadStatus(claims: Claims): string | undefined {
  return STATUSES.find(([, said]) => claims.take(said) !== undefined)?.[0];
}

/** The tags every company begins with need no word for a tag beside them. */
const USUAL_TAG = new RegExp(
  `(?<zh>高意向|需培育|竞品对比)的?(?=线索|潜客|客户|公司)|${en('(?<en>high[- ]intent|to[- ]nurture)(?= (?:leads?|prospects?|customers?|clients?))')}`,
  'iu',
);

export function readUsualTag(claims: Claims): Filter[] {
  const { zh, en: said } = claims.match(USUAL_TAG)?.groups ?? {};
  const tag = zh ?? said?.replace('-', ' ');
  return tag ? [{ field: 'tags', op: 'contains', values: [tag] }] : [];
}
