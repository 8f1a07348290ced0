import type { Filter } from '../../../core/questions/question.ts';
import type { Utterance } from '../utterance.ts';
import type { Claims } from './claims.ts';
import { en, plainly } from './frame.ts';
import { stageOf } from './stages.ts';

/** Where leads usually come from; each is a word that a source of the company goes by. */
const SOURCE_ZH =
  '官网|网站|在线咨询|展会|展览会|博览会|转介绍|朋友介绍|客户介绍|广告|抖音|百度|公众号|小红书|微博|知乎|快手|微信|阿里巴巴|直播|陌拜|电销';
const SOURCE_EN =
  'web ?site|web form|trade (?:shows?|fairs?)|expos?|exhibitions?|referrals?|ads?|advertising|linkedin|google ads|google|facebook|tiktok|douyin|instagram|youtube|whatsapp|wechat|alibaba|cold calls?|cold calling';
const USUAL = new RegExp(`^(?:${SOURCE_ZH}|${SOURCE_EN})$`, 'iu');

/** A usual source by its name alone, one of them where several are said. */
export const usualSource = (said: string): string | undefined => (USUAL.test(said) ? singular(said) : undefined);

const singular = (said: string) => said.replace(/(?<=[^s])s$/iu, '').replace(/^ad$/iu, 'ads');

const NOUN_ZH = '线索|潜客|潜在客户|客户|商机|单子|机会|询盘';
const NOUN_EN = 'leads?|prospects?|customers?|clients?|accounts?|deals?|opportunities|enquiries';
/** What is sorted, in either language: 官网 leads of 李雷. */
const OF_SORT = `(?= ?(?:(?:新)?(?:${NOUN_ZH})|(?:new )?(?:${NOUN_EN})(?![a-z])))`;
const CAME_ZH = '(?:渠道|平台|那边|来源)?上?(?:过来|带来|进来|来|获得|获取|留资)?(?:了)?的?';

const FROM = new RegExp(
  `(?:来自|从|通过)?(?<zh>${SOURCE_ZH})${CAME_ZH}${OF_SORT}|来源(?:是|为|于|[:：])?[“"「]?(?<named>[^\\s，,。的“”"「」]{1,12})[”"」]?的?${OF_SORT}|${en(
    `(?:(?:that |which )?(?:came|come|comes|coming) )?(?:from|via|through)(?: the| our| an?)? (?<from>${SOURCE_EN})|(?<of>${SOURCE_EN})(?= (?:${NOUN_EN}))`,
  )}`,
  'iu',
);

/** 展会来的线索, leads from the website, webinar leads: by any word the source goes by, those of the house before the usual ones. */
export function readSource(utterance: Utterance, claims: Claims): Filter[] {
  const own = utterance.slots.source.find(({ text }) => claims.take(ownSource(text)) !== undefined);
  if (own) {
    return [{ field: 'source', op: 'eq', values: [own.text.toLowerCase()] }];
  }
  const { zh, named, from, of } = claims.match(FROM)?.groups ?? {};
  const said = zh ?? named ?? (from ?? of)?.toLowerCase();
  return said ? [{ field: 'source', op: 'eq', values: [singular(said)] }] : [];
}

/** Before what it brought, or after a word that says it brought something. */
function ownSource(said: string): RegExp {
  const name = plainly(said);
  return new RegExp(
    `(?:来自|从|通过)?(?<![a-z]|没有?再?|未再?|无|不再?)${name}(?![a-z])${CAME_ZH}${OF_SORT}|(?:来自|从|通过)${name}(?:渠道|平台)?|${name}(?:渠道|平台)?(?:带来|来|进来)了|(?<![a-z])(?:from|via|through)(?: the| our| an?)? ${name}(?![a-z])`,
    'iu',
  );
}

/** 价格敏感的客户, price sensitive leads: a tag of the house right before what carries it. */
export function readOwnTags(utterance: Utterance, claims: Claims): Filter[] {
  const own = utterance.slots.tag.find(
    ({ text }) =>
      claims.take(
        new RegExp(
          `(?<![a-z])${plainly(text)}(?![a-z])(?:的)?(?= ?(?:线索|潜客|客户|公司|(?:leads?|prospects?|customers?|clients?|accounts?)(?![a-z])))`,
          'iu',
        ),
      ) !== undefined,
  );
  return own ? [{ field: 'tags', op: 'contains', values: [own.text.toLowerCase()] }] : [];
}

/** 样品测试的商机, deals in sample test: a stage of the house beside the word for deals. */
export function readOwnStage(utterance: Utterance, claims: Claims): string | undefined {
  return utterance.slots.stage.find(({ text, keys }) => {
    const isUsual = stageOf(text) !== undefined && keys.includes(stageOf(text) ?? '');
    const name = plainly(text);
    const form = new RegExp(
      `(?:处于|在)?(?<![a-z])${name}(?![a-z])(?:阶段)?(?:里|中)?的?(?= ?(?:商机|单子|机会|项目|(?:deals?|opportunities|opps)(?![a-z])))|(?<=(?:deals?|opportunities|opps) (?:that )?(?:(?:are|is|stand|sit|do we have|have we got) )?(?:now |still |currently )?)(?:at|in)(?: the)? ${name}(?![a-z])(?: stage)?`,
      'iu',
    );
    return !isUsual && claims.take(form) !== undefined;
  })?.text;
}

/** What stages are often called, and this company may have none of: 试用阶段, deals in trial. */
const OTHER_STAGE =
  /(?:处于|停在|卡在|在)?(?<zh>(?:试用|演示|产品演示|试点|样品|打样|测试|验证|考察|立项|招标|续约|交付|验收))阶段(?:里|中)?的?|(?<=(?:deals?|opportunities|opps) (?:that )?(?:(?:are|is|stand|sit|do we have|have we got) )?(?:now |still |currently )?)(?:at|in)(?: the| a)? (?<en>trial|demo|pilot|poc|evaluation|onboarding|sampling|testing|renewal)(?![a-z])(?: stage)?/iu;

export function readOtherStage(claims: Claims): string | undefined {
  const { zh, en: said } = claims.match(OTHER_STAGE)?.groups ?? {};
  return zh ?? said?.toLowerCase();
}

const UNANSWERED = new RegExp(
  `(?:至今|目前|到现在)?(?:还|都|仍|尚|一直)?(?:没有?|未|无)(?:人)?(?:被)?(?:及时)?(?:响应|回复|回应|答复|搭理|回(?![来款头访访放收公]))(?:过)?的?|${en(
    "(?:(?:that |which |who )?(?:have|has|had|got|with)(?:n't| not)?(?: had| got| received)? )?(?:no|any) (?:answer|reply|response)(?: yet| so far)?|(?:that |which )?(?:nobody|no one|no-one|we|i)(?:'s| has| have)?(?:n't| not)? (?:yet )?(?:answered|replied to|responded to)(?: yet)?|(?:are |is )?(?:still )?(?:waiting for|awaiting|without)(?: an?| our)? (?:answer|reply|response)|(?:not|never)(?: yet)?(?: been)? (?:answered|replied to|responded to)(?: yet)?|haven't (?:yet )?been (?:answered|replied to)(?: yet)?|unanswered",
  )}`,
  'iu',
);

/** Nobody has called them; for how long not is another matter. */
const UNCALLED = new RegExp(
  `(?<![天周月年期拜\\ue300-\\ue3ff])(?:至今|目前|到现在)?(?:还|都|仍|尚|一直|从来|从)*(?:没有?|未|无)(?:有)?(?:人|我|谁)?(?:打|联系|跟进?|碰|理|拨打?|处理)(?:过)?(?:电话)?了?的?|${en(
    "(?:that |which |who )?(?:nobody|no one|no-one)(?:'s| has| have)? (?:ever |yet )?(?:called|contacted|phoned|rung|followed up(?: with| on)?|touched|worked on)(?: yet)?|(?:that |which )?(?:we|i)(?: have|'ve)?(?:n't| not| never) (?:yet )?(?:called|contacted|phoned|rung|followed up(?: with| on)?|touched|worked on|spoken (?:to|with))(?: yet)?|(?:(?:that|which) )?(?:(?:have|has|were|are)(?:n't| not| never)|not|never) (?:yet )?(?:been )?(?:called|contacted|phoned|followed up(?: with| on)?|touched|worked on)(?: yet)?|(?:have|did)(?:n't| not) (?:we|i) (?:yet )?(?:call(?:ed)?|contact(?:ed)?|phoned?|reach(?:ed)?)(?: yet)?|(?:have|did) (?:we|i) not (?:yet )?(?:call(?:ed)?|contact(?:ed)?|phoned?|reach(?:ed)?)(?: yet)?|uncalled|uncontacted|untouched",
  )}(?! (?:for|in|since|over|within|\\d|[\\ue300-\\ue3ff]))`,
  'iu',
);

/** 还没响应的线索, leads that have had no answer yet, leads I haven't called (R6). */
export function readUnanswered(claims: Claims): Filter[] {
  const said = claims.take(UNANSWERED) ?? claims.take(UNCALLED);
  if (said === undefined) {
    return [];
  }
  const isMine = /(?<![a-z])i(?![a-z])/iu.test(said);
  return [
    { field: 'answered', op: 'eq', values: ['false'] },
    ...(isMine ? [{ field: 'owner', op: 'eq' as const, values: ['me'] }] : []),
  ];
}

const STATUSES: readonly (readonly [status: string, said: RegExp])[] = [
  ['nurturing', new RegExp(`(?:在|正在)?培育中的?|${en('(?:being )?nurtured|nurturing|in nurture')}`, 'iu')],
  ['dropped', new RegExp(`(?:已经?)?放弃(?:掉)?了?的|${en('dropped|abandoned|given up')}`, 'iu')],
  [
    'converted',
    new RegExp(
      `(?:已经?)?(?:成功)?转化(?:成功)?(?:(?:成|为)客户)?(?:了|过)(?:的)?(?!率)|已经?转化的?(?!率)|转化(?:成|为)客户的?|转化的?(?=(?:客户)?线索(?!转化|的?转化))|转化(?=多少|几|哪)|${en(
        '(?:that |which )?(?:were |was |got |have been |has been |been )?converted(?! rate)(?: (?:in)?to customers?)?|(?<=(?:did|have|do) (?:we|i|they|you) )convert',
      )}`,
      'iu',
    ),
  ],
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
