import { firstSlot, type Utterance, wordsOf } from '../utterance.ts';
import { isCompanyLike } from './company-like.ts';
import {
  type Candidate,
  type Frame,
  filled,
  isAsking,
  nameIn,
  pattern,
  tight,
  trimmed,
  withoutCourtesy,
} from './frame.ts';
import { readParty } from './parties.ts';

const NEW_CUSTOMER =
  /^新客户[\s:：，,]+|^(?:[\ue300-\ue3ff]|刚|又|们|我|这|边)*(?:新来|来|多|新增|谈下)(?:了|个|一个|家|一家|位|一位)+新?客户[:：，,\s]+|(?:新建|新增|新开|添加|录入|创建|登记|建|加|录|开(?=了?(?:一?[个家])新?客户(?:叫|名|[:：])))(?:了|个|一个|家|一家|一下)*新?客户(?:档案|信息|资料)?(?!的|跟进|拜访)(?:叫|名为|名称为?|是|[:：])?\s*|(?<![a-z])(?:(?:add|create|set up|register|onboard|make)(?: me| us)?(?: an?| the)?(?: new)? (?:customer|account|client|company)(?: for| called| named| record for)?|(?<!(?:have|got)(?: an?| the)? )new (?:customer|account|client)(?: called| named| is)?)(?![a-z])[:：]?\s*/iu;
/** We got a new customer, Bright Foods: only where its name comes, for a new client meeting is also had. */
const GOT_CUSTOMER = pattern(
  '(?<![\\p{L}])(?:[Ww]e (?:just )?have|(?:[Ww]e )?(?:(?:[Jj]ust|[Hh]ave) )?[Gg]ot)(?: an?)? new (?:customer|client|account)(?: called| named|(?=[,，:：])|(?= (?:{customer}|\\p{Lu}|\\p{Script=Han})))[:：]?\\s*',
  'u',
);
const AS_CUSTOMER =
  /^(?:把)?(.{2,30}?)(?:加|添加|录入|建)(?:为|成|到|进)(?:新)?客户(?:里|库|档案)?$|^(?:add|register|onboard|set up) (.{2,40}?) as an? (?:new )?(?:customer|account|client)(?=[,，]|$)|^put (.{2,60}?) on (?:file|record|the books)(?: as an? (?:new )?(?:customer|account|client))?(?=[,，]|$)/iu;
/** 新客户远山机械 苏州 张总 …: its name without a stop before it, known by what else is told of it. */
const AT_ONCE = /^新客户(?=\p{Script=Han}{2,20}(?:[，,]|\s))/u;

/** 客户 中车四方 青岛 联系人 王工 139…: set apart, with a number to reach them by. */
const SET_APART = pattern('^客户[ :：]+(?=[^，,\\s]{2,20}[，,\\s].*(?:{phone}|{email}))');

/** 客户叫恒立精工，联系人是沈总，手机…: its name and at least one who can be reached there. */
const CALLED = pattern(
  '^(?:新?客户|公司)(?:名称?)?(?:叫做?|名为|名称是)(?=[^，,]{3,30}[，,])(?=.*(?:{phone}|{email}|联系人))',
);

/** 客户叫小李送样品过去: what somebody is told to do, and no name. */
function isErrand(text: string): boolean {
  const name = /^[^，,]*/u.exec(text.replace(CALLED, ''))?.[0] ?? '';
  return (
    /^(?:我|你|他|她|咱|大家|[小老]\p{Script=Han}(?:去|来|送|给|签|开|过|带|把))/u.test(name) ||
    (/[去来送给签开]/u.test(name) && !isCompanyLike(name))
  );
}

/** 建个客户，叫远山机械. */
const NAMED_NEXT =
  /^[，,：: ]*(?:名字|名称|公司名)?(?:叫做?|名叫|名为|是叫)(?!了|停|号)[：: ]?(?=.{2})|^[,: ]+(?:called|named|it's|its name is) (?=\S)/iu;

/** 新建客户杭州星辰网络有限公司; create a customer called Soylent Foods. */
export const customerAddFrame: Frame = (utterance) => {
  const text = withoutCourtesy(utterance.text);
  const named = AS_CUSTOMER.exec(text);
  const order = NEW_CUSTOMER.exec(text) ?? GOT_CUSTOMER.exec(text);
  const cue = order ?? AT_ONCE.exec(text) ?? SET_APART.exec(text) ?? (isErrand(text) ? null : CALLED.exec(text));
  if (isAsking(text) || (!named && !cue)) {
    return undefined;
  }
  const said = named
    ? `${named.slice(1).find(Boolean) ?? ''}，${text.slice(named[0].length)}`
    : text.slice((cue?.index ?? 0) + (cue?.[0].length ?? 0)).replace(NAMED_NEXT, '');
  const before = named ? '' : text.slice(0, cue?.index);
  const { company, region, industry, contact, title, phone, email, note } = readParty(
    utterance,
    said,
    'company',
    before,
  );
  if (!named && !order && (company === undefined || (phone ?? email ?? region) === undefined)) {
    return undefined;
  }
  const name = company ?? contact ?? asCalled(utterance, text, cue);
  const person = company ? { contact, title } : {};
  const input = filled({ name, region, industry, ...person, phone, email, note });
  return { invocations: [{ command: 'customer.add', input }], confidence: name === undefined ? 0.75 : 0.9 };
};

/** 新建客户今天, add customer 🐼: whatever comes alone after the word is its name, be it a day or no letters. */
function asCalled(utterance: Utterance, text: string, cue: RegExpExecArray | null): string | undefined {
  const rest = cue ? text.slice(cue.index + cue[0].length) : '';
  const isAlone = cue?.index === 0 && rest.length <= 40 && !/[，,。;；\ue100-\ue2ff\ue400-\ue8ff]/u.test(rest);
  const words = isAlone ? wordsOf(utterance, rest).replace(/^["“「]|["”」]$/gu, '') : '';
  return words === '' || NO_NAME.test(words) ? undefined : words;
}

const NO_NAME = /^(?:吧|了|呢|啊|please|for me|now|资料|信息|档案|一下)$/iu;

const SHOW: readonly RegExp[] = [
  pattern(
    '^(?:show|check|open|查(?!找)|查询|查看|看|看看|看下|打开|显示|调出)(?:一下|下|看)?(?:客户)?({customer}|[^，。?？\\s的]{2,20}?)(?:这个?客户|客户)?(?:最近|现在)?(?:的)?(?:资料|信息|情况|档案|详情|客户卡片?|卡片|全貌|概况|客户|详细信息)?[。]?$',
  ),
  pattern(
    '^(?:客户)?({customer})(?:这个?客户|客户|那边|这边)?(?:的)?(?:近况如何|近况|现在怎么样了?|资料|信息|情况|档案|详情|卡片|全貌|概况|客户|怎么样了?|是?[啥什]么?情况|最近[啥什]么?情况|情况如何|进展如何|进展怎么样了?|最近怎么样|现在什么情况)?[?？。]?$',
  ),
  pattern(
    "^(?:show|open|pull up|look up|display|bring up|view|get|see|tell me about|who(?:'s| is)|info(?:rmation)? (?:on|about|for)|details (?:of|on|for|about)|what do we know about|what(?:'s|s| is) (?:up|going on|new|happening) with|how is|how's|how are (?:we doing|things(?: going)?) (?:with|at)|status of|what about)(?: me)?(?: the)?(?: customer| account| client)? ({customer}|\\p{Lu}.{1,30}?)(?:'s)?(?: (?:account|customer|client|profile|details|info|record|page|card|file|doing))*(?: (?:before|for|ahead of) (?:my|the|our) (?:meeting|call|visit|lunch))?[?.]?$",
  ),
  // Looking for somebody is the search's, but where it is said that he is a customer.
  pattern('^(?:搜索|搜|查找|找)(?:一下|下|看)?客户({customer}|[^，。?？\\s的]{2,20}?)$'),
  pattern('^(?:搜索|搜|查找|找)(?:一下|下|看)?({customer})的?(?:客户)?(?:资料|信息|情况|档案|详情|卡片|全貌|概况)$'),
  pattern('^(?:find|search(?: for)?)(?: me)?(?: the)? (?:customer|account|client) ({customer}|\\p{Lu}.{1,30}?)[.]?$'),
  pattern(
    "^(?:find|search(?: for)?)(?: me)?(?: the)? ({customer})(?:'s)? (?:account|customer|client|profile|details|info|record|page|card|file)[.]?$",
  ),
  pattern(
    '^(?:为什么)?({customer})(?:为什么|怎么|咋|凭什么)?(?:会|就)?(?:是|算|成了?|变成了?|掉到)?[a-d](?:类|级|等)(?:客户)?(?:的|了)?[?？]?$',
  ),
  pattern(
    '^why is ({customer}) (?:an? |in |only |just )*(?:tier[- ]?[a-d]|[a-d])(?:[- ]tier)?(?: (?:customer|account|client))?[?]?$',
  ),
  pattern(
    "^(?:the )?(?:customer |account |client )?({customer})(?:'s)?(?: (?:account|customer|profile|details|info|record|page|card|status))?[?.]?$",
  ),
];

/** 查一下华星电子; pull up Acme; or the name alone. */
export const customerShowFrame: Frame = (utterance): Candidate | undefined => {
  const text = tight(withoutCourtesy(utterance.text));
  for (const form of SHOW) {
    const target = form.exec(text)?.[1];
    const customer = nameIn(utterance, target);
    const isOfColleague = firstSlot(utterance, 'person', target ?? '') !== undefined;
    if (
      customer !== undefined &&
      !isOfColleague &&
      !LIST.test(customer) &&
      isKnownOrAsked(utterance, target ?? '', text)
    ) {
      return {
        invocations: [{ command: 'customer.show', input: { customer } }],
        confidence: target?.length === 1 ? 0.88 : 0.72,
      };
    }
  }
  return undefined;
};

/** All of them, and nobody's name. */
const LIST = /^(?:列表|清单|名单|总数|数量)$/u;

/** An unknown name counts only when the sentence says that it is a customer's. */
function isKnownOrAsked(utterance: Utterance, target: string, text: string): boolean {
  return (
    target.length === 1 ||
    (/客户|资料|档案|customer|account|client/iu.test(text) && trimmed(wordsOf(utterance, target)).length > 1)
  );
}
