import { EMPTY } from '../../fields/empty.ts';
import { firstSlot, type Utterance, wordsOf } from '../utterance.ts';
import {
  type Candidate,
  eitherOf,
  type Frame,
  filled,
  isAsking,
  nameIn,
  pattern,
  tight,
  trimmed,
  withoutCourtesy,
} from './frame.ts';
import { readOwnQuestion } from './question-own.ts';

const ADD_ZH = '(?:登记|新增|新建|添加|增加|加上?|录入|录|记录|记|建)(?:了|一下|上)?';
const COUNT_ZH = '(?:一|1|个|辆|台|部|次|套|份|条|处|家|新的?)*';
const NAME_ZH = '{customer}|[^，,。:： ]{2,12}?';
const NAME_EN = "{customer}|(?:(?:mr|mrs|ms|miss|dr)\\.? )?[\\p{L}\\d][\\p{L}\\d&.'-]*(?: [\\p{L}\\d&.'-]+){0,3}?";

/** `<T>` is any word for a kind of object that was said. */
const ADDS: readonly string[] = [
  `^(?:给|为|帮)(?<customer>${NAME_ZH})${ADD_ZH}${COUNT_ZH}(?<type><T>)[:：，, ]*(?<rest>.*)$`,
  `^(?:${ADD_ZH}${COUNT_ZH})(?<customer>{customer})的?(?<type><T>)[:：，, ]*(?<rest>.*)$`,
  `^(?<customer>${NAME_ZH})(?:那边)?(?:新|刚|又)?(?:买|购|采购|购入|装|提)了${COUNT_ZH}(?<type><T>)[:：，, ]*(?<rest>.+)$`,
  `^(?:${ADD_ZH}${COUNT_ZH}|{day})?(?<type><T>)(?:登记|记录)?[:：，, ]*(?<customer>{customer})(?:家|店|公司)?[:：，, ]*(?<rest>.*)$`,
  `^(?:${ADD_ZH}${COUNT_ZH})(?<type><T>)[:：，, ]*(?<rest>.*)$`,
  `^(?<type><T>)(?:登记|记录)?[:： ]+(?<customer>(?!(?:by|whose|with|where|that|per|in|on|at|of|for|to|is|are|was|were|due|and|this|last|next|before|after|since|between|over|under|from)(?![a-z]))[^\\s，,]{2,20})[\\s，,]+(?<rest>.+)$`,
  `^(?:log|add|register|record|enter|note|new)(?: an?| the| new)* (?<type><T>)(?: (?:of|at|in)|:)? (?<rest>.+?) (?:for|with|to) (?<customer>${NAME_EN})$`,
  `^(?:log|add|register|record|enter|note|new)(?: an?| the| new)* (?<type><T>) (?:for|with|to|at|of) (?<customer>${NAME_EN})(?:[:,;] ?(?<rest>.+))?$`,
  `^(?<type><T>) (?:for|with|at|of) (?<customer>{customer})(?:[:,;]? (?<rest>.+))?$`,
  `^(?:log|add|register|record|enter|new)(?: an?| the| new)* (?<type><T>)$`,
];

const LISTS: readonly string[] = [
  '^(?<customer>{customer})(?:那边|家里?|厂里?|公司)?(?:都|现在|目前)?(?:装|买|用|有|购|提|安装|登记)[了着过]?(?:哪些|什么|几[辆台个次套])(?<type><T>)$',
  '^(?:查看?|看看?|查一下|看一下|列出|打开)(?:(?<customer>{customer})的?|我的)?(?<type><T>)(?:列表|清单|记录|信息)?$',
  '^(?:(?<customer>{customer})(?:的|有)|我的|有)(?:哪些|什么|几[辆台个次])?(?<type><T>)(?:列表|清单|记录|信息|有哪些|情况)?$',
  "^(?:show|list|see|view|what are)(?: me)?(?: the| my| our| all)* (?:(?<customer>{customer})'?s? )?(?<type><T>)(?:e?s)?(?: list)?$",
  "^(?:(?<customer>{customer})'?s?|my|our) (?<type><T>)(?:e?s)?$",
  '^(?:which|what) (?<type><T>)(?:e?s)? (?:has|have|does) (?<customer>{customer})(?: have| own)?$',
];

/** 给陈先生登记一辆车 沪A12345 2023年5月买的; log a showing of unit 12-3 for Ms Li; 华星的设备: the company's own objects. */
export const objectFrame: Frame = (utterance): Candidate | undefined => {
  const said = utterance.slots.object;
  if (said.length === 0) {
    return undefined;
  }
  const text = tight(trimmed(withoutCourtesy(utterance.text)));
  const listed = readForms(utterance, text, LISTS);
  if (listed) {
    const customer = nameIn(utterance, listed.groups.customer);
    return {
      invocations: [{ command: 'object.list', input: filled({ type: listed.type, customer }) }],
      confidence: 0.97,
    };
  }
  const isOther = isAsking(text) || objectRemovalFrame(utterance) !== undefined;
  const added = isOther ? undefined : readForms(utterance, text, ADDS);
  if (!added || isQuestion(utterance, added.groups.customer)) {
    return undefined;
  }
  const { type, groups } = added;
  const customer = customerIn(utterance, groups.customer);
  const day = /^[\ue300-\ue3ff]/u.exec(text)?.[0] ?? '';
  const name = wordsOf(utterance, trimmed(`${groups.rest ?? ''} ${day}`));
  return { invocations: [{ command: 'object.add', input: filled({ type, customer, name }) }], confidence: 1 };
};

/** Between a kind and a stranger's name, and a kind and what is asked of it, there is only what the words say. */
function isQuestion(utterance: Utterance, customer: string | undefined): boolean {
  const isKnown = customer !== undefined && firstSlot(utterance, 'customer', customer) !== undefined;
  return !isKnown && (readOwnQuestion(utterance)?.confidence ?? 0) > READ;
}

/** So sure is a question of which every word was read. */
const READ = 0.9;

/** The first of the forms that fits, with the kind that stands where it has `<T>`. */
function readForms(utterance: Utterance, text: string, forms: readonly string[]) {
  const words = eitherOf(utterance.slots.object);
  for (const form of forms) {
    const groups = pattern(form.replaceAll('<T>', words)).exec(text)?.groups;
    const type = groups && keyOf(utterance, groups.type);
    if (groups && type !== undefined) {
      return { type, groups };
    }
  }
  return undefined;
}

const REMOVES: readonly string[] = [
  '^(?:把|将)?(?:(?<customer>{customer})的?)?(?:这|那)?(?:辆|台|条|份|个|次)?(?<type><T>)[:： ]*(?<name>.{0,60}?)(?:这(?:一)?(?:辆|台|条|份|个|次))?(?:移除|删除|删掉|删了|去掉|作废)(?:掉|了)?$',
  '^(?:移除|删除|删掉|去掉|作废)(?:(?<customer>{customer})的?)?(?:这|那)?(?:辆|台|条|份|个|次)?(?<type><T>)[:： ]*(?<name>.{0,60})$',
  '^(?:(?<customer>{customer})的?)?(?<type><T>)[:： ]*(?<name>.{1,60}?)(?:是)?(?:登记|录入?|录)(?:错|重复?)了(?:[，, ]*(?:请|帮我)?(?:移除|删除|删掉|去掉)(?:掉|了)?)?$',
  "^(?:remove|delete|drop|take off)(?: the| that| this)? (?:(?<customer>{customer})'?s? )?(?<type><T>)(?: called| named)?(?: (?<name>.{1,60}))?$",
  '^(?:the )?(?<type><T>) (?<name>.{1,60}?) ?(?:was|is) (?:entered|recorded|logged|put in)(?: there)? (?:by mistake|twice|wrongly)$',
];
const DROPS: readonly string[] = [
  '^(?:移除|删除|停用|取消)(?:档案类型|这类档案)[:： ]*[“"]?(?<type><T>)[”"]?$',
  '^(?:移除|删除|停用|取消)(?<type><T>)(?:这个|这类|这种)?(?:档案)?类型$',
  '^(?:我们)?(?:以后)?不再登记(?<type><T>)了?$',
  '^(?:remove|delete|retire|drop) the (?:kind|type)(?: of records?)?(?: called)? [“"]?(?<type><T>)(?:e?s)?[”"]?$',
  '^(?:we )?(?:stop keeping|no longer keep) (?<type><T>)(?:e?s)?$',
];
/** Nobody means all of them by one sentence. */
const ALL = /^(?:的|都|全|所有|一切|all|every|each|any)/iu;

const WHOSE_ZH =
  '(?:(?<customer>{customer})的?)?(?:这|那)?(?:辆|台|条|份|个|次)?(?<type><T>)[:： ]*(?<name>[^的，,。]{1,40}?)';
const TO_ZH = '(?:改成|改为|改到|换成|设为|设成|更新为|更新成|更正为|填成|填为|是)';
const SETS: readonly string[] = [
  `^(?:把|将)?${WHOSE_ZH}的(?<field>[^的，,。]{1,12}?)${TO_ZH}(?<value>.{1,60})$`,
  '^(?:set|change|update|correct) (?:the )?(?<field>[a-z][a-z ]{1,24}?) (?:of|for) (?:the )?(?<type><T>) (?<name>.{1,40}?) ?(?<![a-z])to (?<value>.{1,60})$',
  "^(?:set|change|update|correct) (?:the )?(?<type><T>) (?<name>.{1,40}?)(?:['’]s)? (?<field>[a-z][a-z ]{1,24}?) ?(?<![a-z])to (?<value>.{1,60})$",
];
const EMPTIES: readonly string[] = [
  `^(?:把|将)?${WHOSE_ZH}的(?<field>[^的，,。]{1,12}?)(?:清空|清除|清掉|删掉|去掉)(?:了|掉|吧)?$`,
  '^(?:clear|remove|empty|delete|erase) (?:the )?(?<field>[a-z][a-z ]{1,24}?) (?:of|for|from) (?:the )?(?<type><T>) (?<name>.{1,40})$',
];

/** 把车辆沪A12345的颜色改成白色, clear the mileage of vehicle B-1234: one field of a record of the company's own. */
export const objectChangeFrame: Frame = (utterance): Candidate | undefined => {
  if (utterance.slots.object.length === 0 || isAsking(utterance.text)) {
    return undefined;
  }
  const text = tight(trimmed(withoutCourtesy(utterance.text)));
  const empties = readForms(utterance, text, EMPTIES);
  const { groups } = empties ?? readForms(utterance, text, SETS) ?? {};
  const said = (piece: string | undefined) => trimmed(wordsOf(utterance, piece ?? ''));
  const [object, field, value] = [said(groups?.name), said(groups?.field), empties ? EMPTY : said(groups?.value)];
  return object && field && value && !ALL.test(object)
    ? { invocations: [{ command: 'object.change', input: { object, [field]: value } }], confidence: 1 }
    : undefined;
};

const SHOWS: readonly string[] = [
  '^(?:查看|看看|看一?下|打开)(?:(?<customer>{customer})的?)?(?:这|那)?(?:辆|台|条|份|个|次)?(?<type><T>)[:： ]*(?<name>[^的，,。]{2,40})$',
  '^(?:show|open|see)(?: me)? (?:the )?(?<type><T>) ?(?<name>[^,.?]{2,40})$',
];
const NO_OBJECT =
  /模板|^(?:列表|清单|记录|信息|情况|进展|详情|数量|总数|统计|有哪些|有|lists?|counts?|numbers?|total|history|for|of|with|without|from|that|which|i|we|by|in|at|per|today|this|last|next)(?![a-z'-])/iu;

/** 看看车辆沪A12345, show the showing unit 12-3. */
export const objectShowFrame: Frame = (utterance): Candidate | undefined => {
  const { groups } =
    (utterance.slots.object.length > 0 &&
      readForms(utterance, tight(trimmed(withoutCourtesy(utterance.text))), SHOWS)) ||
    {};
  const object = groups && trimmed(wordsOf(utterance, groups.name ?? ''));
  return object && !NO_OBJECT.test(object) && !isAsking(object) && !isQuestion(utterance, groups.customer)
    ? { invocations: [{ command: 'object.show', input: { object } }], confidence: 0.8 }
    : undefined;
};

/** 移除车辆沪A12345, remove the showing unit 12-3; 停用档案类型 车辆. Both are confirmed on their form. */
export const objectRemovalFrame: Frame = (utterance): Candidate | undefined => {
  if (utterance.slots.object.length === 0) {
    return undefined;
  }
  const text = tight(trimmed(withoutCourtesy(utterance.text)));
  const dropped = readForms(utterance, text, DROPS);
  if (dropped) {
    return { invocations: [{ command: 'admin.object-remove', input: { kind: dropped.type } }], confidence: 0.99 };
  }
  const { groups } = readForms(utterance, text, REMOVES) ?? {};
  const name = groups && trimmed(wordsOf(utterance, groups.name ?? ''));
  if (!groups || name === undefined || ALL.test(name)) {
    return undefined;
  }
  const object = name || nameIn(utterance, groups.customer);
  return object ? { invocations: [{ command: 'object.remove', input: { object } }], confidence: 0.99 } : undefined;
};

function keyOf({ slots }: Utterance, word = ''): string | undefined {
  const wanted = tight(word).toLowerCase();
  const meant = slots.object.find(({ text }) => tight(text).toLowerCase() === wanted)?.keys;
  return meant?.length === 1 ? meant[0] : meant && word;
}

/** Somebody who is no known customer is looked for by the name that was said. */
function customerIn(utterance: Utterance, piece: string | undefined): string | undefined {
  return nameIn(utterance, piece) ?? (piece === undefined ? undefined : wordsOf(utterance, piece) || undefined);
}
