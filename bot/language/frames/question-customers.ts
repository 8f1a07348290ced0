import type { Filter } from '../../../core/questions/question.ts';
import { firstSlot, type Utterance, wordsOf } from '../utterance.ts';
import type { Claims } from './claims.ts';
import { en, pattern } from './frame.ts';
import { PRIORITY_SAID } from './question-words.ts';

/** Any words that may be a product's: which of them are is asked of the price list. */
const WARE_ZH =
  '(?<ware>(?![两几一二三四五多\\d]+(?:[次个家台]|万|千|百)|什么|哪|多少|东西|我们|咱们|产品|[的过了没未])[^，,。？?\\s的没未][^，,。？?的没未]{0,18}?)';
const ENDS_ZH =
  '(?=[，, ]*(?:的|(?:但是?|却|而|且|并且)?(?:从?没有?|未|没)(?:再)?(?:购?买|采购|下单|订购)|但|却|而且|客户|公司|[？?。]?$))';
const WARE_EN =
  '(?:the |our |an? |any )?(?<ware>(?!(?:from|in|since|during|last|this|before|after|more|less|most|at|for|over|under|between|again|once|twice|recently|something|anything|nothing|everything|products?|not|never|yet|it|them|us|within|on|by|only|often)(?![a-z]))[\\p{L}\\d][\\p{L}\\d+./& -]{0,38}?)(?: (?:from us|before|yet|so far))?(?=,| (?:but|and|who|that|have|without|with)(?![a-z])|[.?]?$)';
const WITHOUT_EN =
  '(?:but |and |, ?)*(?:who |that )?(?:have |has )?(?:not|never|n.t|haven.?t|hasn.?t|did not|didn.?t|without)(?: yet)?';
const BUY_ZH = '(?:购?买|采购|下单|订购)';
const NOT = pattern(
  `(?:但是?|却|而|且|并且|，|,)?(?:从?没有?|未|没)(?:再)?${BUY_ZH}?过?{product}(?:的)?|${en(`${WITHOUT_EN}(?: bought| buy| purchased| ordered)?`)} ?{product}`,
);
const HAS = pattern(
  `${BUY_ZH}过?了?{product}(?:的)?|${en('(?:who |that |which )?(?:have |has )?(?:bought|purchased|ordered)')} ?{product}`,
);
const NOT_WORDS: readonly RegExp[] = [
  pattern(`[，, ]*(?:但是?|却|而|且|并且)?(?:从?没有?|未|没)(?:再)?${BUY_ZH}过?${WARE_ZH}${ENDS_ZH}的?`),
  pattern(`${en(`${WITHOUT_EN} (?:bought|buy|buying|purchased|ordered)`)} ${WARE_EN}`),
  pattern(
    `(?<=(?:bought|purchased|ordered) [^,.]{1,40})(?:, ?| )(?:but |and )(?:not|never|no|without)(?: yet)? ${WARE_EN}`,
  ),
];
const HAS_WORDS: readonly RegExp[] = [
  pattern(`${BUY_ZH}(?:过了?|了)${WARE_ZH}${ENDS_ZH}的?`),
  pattern(`${en('(?:who |that |which )?(?:have |has )?(?:bought|purchased|ordered)')} ${WARE_EN}`),
];
/** Whose, when and how much is no product. */
const NO_WARE = pattern('{day}|{money}|{person}|{customer}|{team}|[也还又](?:购?买|采购)');

/** 买过精华没买过面霜; "bought essence but not cream" (R16). */
export function readProducts(utterance: Utterance, claims: Claims, isCustomer: boolean): Filter[] {
  const filters: Filter[] = [];
  for (const [op, form, words] of [
    ['not_in', NOT, NOT_WORDS],
    ['contains', HAS, HAS_WORDS],
  ] as const) {
    const name = firstSlot(utterance, 'product', claims.take(form) ?? '')?.name;
    const said = name ?? (isCustomer ? waresIn(utterance, claims, words) : undefined);
    if (said) {
      filters.push({ field: 'products', op, values: [said] });
    }
  }
  return filters.reverse();
}

/** What is bought by words that are no product's whole name: 买过网关, bought gateways. */
function waresIn(utterance: Utterance, claims: Claims, forms: readonly RegExp[]): string | undefined {
  for (const form of forms) {
    const ware = form.exec(claims.text)?.groups?.ware;
    if (ware !== undefined && !NO_WARE.test(ware)) {
      claims.take(form);
      return wordsOf(utterance, ware).trim();
    }
  }
  return undefined;
}

const ASKED = pattern(
  `(?:想要?|要|对)?(?:了解|咨询|询问|打听|问|看|买)?过?了?{product}(?:感兴趣|有兴趣|有意向)?的?(?=线索|潜客|潜在客户|询盘)|${en('(?:who |that |which )?(?:are |is )?(?:ask(?:s|ed|ing)? (?:about|for|after)|interested in|want(?:s|ing|ed)?|looking for|enquir(?:ed|ing) about)(?: the| our)?')} ?{product}`,
);

/** 想了解企业版的线索; leads asking about the EdgeGate 10 (R5). */
export function readAsked(utterance: Utterance, claims: Claims): Filter[] {
  const name = firstSlot(utterance, 'product', claims.take(ASKED) ?? '')?.name;
  return name ? [{ field: 'products', op: 'contains', values: [name] }] : [];
}

const TAGGED = new RegExp(
  `(?<no>没有?|不带|无)?(?:带有?|有|打了?|打上|贴了?)?[“"「]?(?![各每按哪])(?<zh>[^\\s，,。“”"「」的有带打贴没不无]{1,20})[”"」]?标签(?:的)?(?=客户|公司|线索|潜客|[，,。]|$)|${en(
    '(?<not>not )?(?:tagged|labell?ed)(?: as| with)? ["“]?(?<en>[\\p{L}\\d-]{1,20}(?: (?!(?:and|or|but|in|from|with|without|this|last|not|by|for|at|of|on|since|per|each|that|who|whose|created|added|new|came)(?![a-z]))[\\p{L}\\d-]{1,20}){0,2})["”]?',
  )}`,
  'iu',
);

/** 带VIP标签的客户, leads tagged VIP (R12, R16). */
export function readTags(claims: Claims): Filter[] {
  const { no, not, zh, en: said } = claims.match(TAGGED)?.groups ?? {};
  const tag = zh ?? said;
  return tag ? [{ field: 'tags', op: (no ?? not) ? 'not_in' : 'contains', values: [tag] }] : [];
}

const TIER = new RegExp(
  `(?<![a-z])(?<zh>[a-z][a-z0-9+]{0,9})(?:类|级|等级)(?:的)?(?:客户的?(?=商机|单子|投诉|工单|项目)|(?=客户|公司|商机|单子|投诉|工单|项目))|(?:客户)?等级(?:为|是)?(?<is>[a-z][a-z0-9+]{0,9})(?![a-z])(?:的)?|${en(
    '(?:of |in )?(?:tier|class|grade)[- ](?<en>[a-z])|(?<first>[a-z])[- ](?:tier|class|grade)',
  )}`,
  'iu',
);

/** A类客户, tier A customers: by the name the company gave the tier. */
export function readTier(claims: Claims): Filter[] {
  const { zh, is, en: said, first } = claims.match(TIER)?.groups ?? {};
  const tier = zh ?? is ?? said ?? first;
  return tier ? [{ field: 'tier', op: 'eq', values: [tier.toUpperCase()] }] : [];
}

/** 紧急工单, urgent tickets (R14). */
export function readPriority(claims: Claims): Filter[] {
  const { zh, en: said } = claims.match(PRIORITY_SAID)?.groups ?? {};
  const priority = zh ?? said;
  return priority ? [{ field: 'priority', op: 'eq', values: [/急|urgent/iu.test(priority) ? 'urgent' : 'high'] }] : [];
}

const STILL_OPEN = '(?:未处理|没处理|未解决|没解决|未关闭|没关闭?|待处理|进行中|在处理)?的?';
const WITH_COMPLAINT = new RegExp(
  `有${STILL_OPEN}投诉(?:的)?(?= ?(?:客户|公司))|${en('(?:with|who have|that have|having)(?: an?)?(?: open| unsolved| unresolved)? complaints?')}`,
  'iu',
);
const WITH_TICKET = new RegExp(
  `有${STILL_OPEN}工单(?:的)?(?= ?(?:客户|公司))|${en('(?:with|who have|that have|having)(?: an?)?(?: open| unsolved| unresolved)?(?: service)? tickets?')}`,
  'iu',
);

/** 有未处理投诉的客户, customers with open complaints. */
export function readTrouble(claims: Claims): Filter[] {
  const field = claims.take(WITH_COMPLAINT) ? 'open_complaint' : claims.take(WITH_TICKET) ? 'open_ticket' : undefined;
  return field ? [{ field, op: 'eq', values: ['true'] }] : [];
}
