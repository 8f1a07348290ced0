import type { Filter } from '../../../core/questions/question.ts';
import { firstSlot, type Utterance } from '../utterance.ts';
import type { Claims } from './claims.ts';
import { en, pattern } from './frame.ts';
import { PRIORITY_SAID } from './question-words.ts';

const NOT = pattern(
  `(?:但是?|却|而|且|并且|，|,)?(?:从?没有?|未|没)(?:再)?(?:购?买|采购|下单)?过?{product}(?:的)?|${en('(?:but |and |, ?)*(?:who |that )?(?:have |has )?(?:not|never|n.t|haven.?t|hasn.?t|did not|didn.?t|without)(?: yet)?(?: bought| buy| purchased| ordered)?')} ?{product}`,
);
const HAS = pattern(
  `(?:购?买|采购|下单)过?了?{product}(?:的)?|${en('(?:who |that |which )?(?:have |has )?(?:bought|purchased|ordered)')} ?{product}`,
);

/** 买过精华没买过面霜; "bought essence but not cream" (R16). */
export function readProducts(utterance: Utterance, claims: Claims): Filter[] {
  const filters: Filter[] = [];
  for (const [op, form] of [
    ['not_in', NOT],
    ['contains', HAS],
  ] as const) {
    const name = firstSlot(utterance, 'product', claims.take(form) ?? '')?.name;
    if (name) {
      filters.push({ field: 'products', op, values: [name] });
    }
  }
  return filters.reverse();
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
