import { dayOfSpan } from '../days.ts';
import { type DaySlot, firstSlot, type Utterance } from '../utterance.ts';
import { isMeantAhead } from './ahead.ts';
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
import { notedMoney } from './noted-money.ts';
import { A_ZH, IN_FULL, PAYMENTS, RECORD_EN, SUM, WHEN_EN, WHEN_ZH, WHO, withoutInvoice } from './payments.ts';
import { dueOf, titleOf } from './tasks.ts';

const BY_ZH =
  '(?:[，,、 ]*(?:(?:到期日?|有效期|账期)(?:是|为|到|至)?|最晚|要求)?(?<by>{day})(?:到期|截止|之?前(?:付款|付清|回款|有效)?|付款|付清|有效)?)?';
const DUE_EN = '(?:,? (?:is |which is )?(?:due|payable)(?: on| by| at)?(?: the)? (?<by>{day}))?';
const UNTIL_EN = '(?:,? (?:valid|good|open)(?: until| till| through| to)?(?: the)? (?<by>{day}))?';

type Kind = 'invoice' | 'payment' | 'order' | 'quote' | 'contract';

/** What is said of money with a customer, and what it puts on record; always confirmed on its form. */
const FORMS: Readonly<Record<Kind, readonly RegExp[]>> = {
  invoice: [
    pattern(
      `^${WHEN_ZH}(?:给|为|向)${WHO}${WHEN_ZH.replace('<on>', '<later>')}开(?:了|具了?|出了?)?${A_ZH}${SUM}的?(?:增值税|专用|普通|电子|专)*(?:发票|票)${BY_ZH}$`,
    ),
    pattern(
      `^${WHEN_ZH}(?:给|为|向)?${WHO}${WHEN_ZH.replace('<on>', '<later>')}(?:的?发票|开票|开了?${A_ZH}发票)(?:金额|是|为|了|[:：，, ])*${SUM}${BY_ZH}$`,
    ),
    pattern(
      `^(?:we |i )?(?:have |'ve |just |need to |have to )*(?:invoiced|billed|invoice|bill) ${WHO}(?: for)? ${SUM}${WHEN_EN}${DUE_EN}$`,
    ),
    pattern(
      `^(?:${RECORD_EN}|(?:we |i )?(?:sent|send|issued|issue|raised|raise)(?: an?| the)?)(?: ${SUM})? invoice (?:to|for) ${WHO}${WHEN_EN}${DUE_EN}$`,
    ),
    pattern(
      `^(?:${RECORD_EN}|(?:we |i )?(?:sent|send|issued|issue|raised|raise)(?: an?| the)?) invoice (?:to|for) ${WHO} (?:for|of|over|at) ${SUM}${WHEN_EN}${DUE_EN}$`,
    ),
  ],
  payment: PAYMENTS,
  order: [
    pattern(
      `^${WHEN_ZH}${WHO}(?:公司|那边)?${WHEN_ZH.replace('<on>', '<later>')}下(?:了|过)?${A_ZH}${SUM}的?(?:采购)?(?:订单|单子?)(?:了)?$`,
    ),
    pattern(
      `^${WHEN_ZH}${WHO}(?:公司|那边)?${WHEN_ZH.replace('<on>', '<later>')}(?:下单|订货|订购)(?:了|金额|是|[:：，, ])*${SUM}(?:的货)?$`,
    ),
    pattern(`^(?:给|为|帮)?${WHO}(?:登记|录入?|记|新建|新增|建)(?:了|一下)?${A_ZH}${SUM}的?订单$`),
    pattern(`^${WHO}(?: has| have| just)* placed an order(?:,| (?:of|for|worth|over)) ${SUM}${WHEN_EN}$`),
    pattern(`^${WHO}(?: has| have| just)* placed (?:an? )?${SUM} order${WHEN_EN}$`),
    pattern(
      `^(?:${RECORD_EN}|we (?:got|have|received) an?|got an?|new) order (?:of|for|worth|over) ${SUM} (?:from|for|by) ${WHO}${WHEN_EN}$`,
    ),
    pattern(
      `^(?:${RECORD_EN}|we (?:got|have|received) an?|got an?|new)(?: ${SUM})? order (?:from|for|by) ${WHO}${WHEN_EN}$`,
    ),
    pattern(
      `^(?:${RECORD_EN}|we (?:got|have|received) an?|got an?|new) order (?:from|for|by) ${WHO} (?:of|for|worth|over) ${SUM}${WHEN_EN}$`,
    ),
  ],
  quote: [
    pattern(
      `^${WHEN_ZH}(?:给|为|向)${WHO}${WHEN_ZH.replace('<on>', '<later>')}(?:发|出|做|登记|录入?|提交)(?:了|过)?${A_ZH}${SUM}的?报价单?${BY_ZH}$`,
    ),
    pattern(
      `^${WHEN_ZH}(?:给|为|向)${WHO}${WHEN_ZH.replace('<on>', '<later>')}报(?:了)?价(?:了|为|是|[:：，, ])*${SUM}${BY_ZH}$`,
    ),
    // Nothing but that there is to be one: its form asks the rest.
    pattern(
      `^(?:再)?(?:给|为|向|帮)${WHO}(?:再)?(?:报一?[个下]价|报价|(?:做|出|开|发|写|弄|建)(?:一?[个份张下])?报价单?)(?:吧|一下)?$`,
    ),
    pattern(
      `^(?:make|create|do|write|prepare|draft|start)(?: me)?(?: up)?(?: an?| the)(?: new)? (?:quote|quotation|offer) (?:for|to) ${WHO}$`,
    ),
    pattern(`^quote ${WHO}$`),
    pattern(`^(?:we |i )?(?:have |'ve |just )*quoted ${WHO} ${SUM}${WHEN_EN}${UNTIL_EN}$`),
    pattern(
      `^(?:${RECORD_EN}|(?:we |i )?(?:sent|gave)(?: out)? an?)(?: ${SUM})? quote (?:to|for) ${WHO}${WHEN_EN}${UNTIL_EN}$`,
    ),
    pattern(
      `^(?:${RECORD_EN}|(?:we |i )?(?:sent|gave)(?: out)? an?) quote (?:to|for) ${WHO} (?:for|of|over|at) ${SUM}${WHEN_EN}${UNTIL_EN}$`,
    ),
    pattern(`^(?:we |i )?(?:sent|gave) ${WHO} a quote (?:for|of|over) ${SUM}${WHEN_EN}${UNTIL_EN}$`),
  ],
  // A contract that is signed wins its deal: only who says that it is to be put on record means this.
  contract: [
    pattern(`^(?:给|为|把|跟|和)?${WHO}(?:登记|录入?|新建|新增|建)(?:了|一下)?${A_ZH}${SUM}的?合同${BY_ZH}$`),
    pattern(`^(?:登记|录入|新建|新增)(?:一下)?${WHO}的?${A_ZH}${SUM}的?合同${BY_ZH}$`),
    pattern(`^(?:登记|录入|新建|新增)(?:一下)?${WHO}的?${A_ZH}合同[:：，, ]*${SUM}${BY_ZH}$`),
    pattern(`^${RECORD_EN}(?: ${SUM})? contract (?:with|for|of) ${WHO}(?:,? signed)?${WHEN_EN}$`),
    pattern(`^${RECORD_EN} contract (?:with|for|of) ${WHO} (?:for|of|over|worth|at) ${SUM}(?:,? signed)?${WHEN_EN}$`),
  ],
};

/** The same, by the word for it first. */
const NOTED: Readonly<Record<Kind, readonly RegExp[]>> = {
  invoice: notedMoney('(?:发票|开票)', 'invoice'),
  payment: notedMoney('(?:回款|付款|来款|到款)', 'payment'),
  order: notedMoney('(?:采购)?订单', 'order'),
  quote: notedMoney('报价单?', '(?:quote|quotation)'),
  contract: notedMoney('合同', 'contract'),
};

/** The field that the later day goes into. */
const BY: Readonly<Partial<Record<Kind, string>>> = { invoice: 'due', quote: 'until', contract: 'ends' };

/** 给华星电子开了35万的发票，月底到期; Received 200k from Acme; Acme placed an order of 120k. */
export const billingFrame: Frame = (utterance): Candidate | undefined => {
  const text = tight(trimmed(withoutCourtesy(utterance.text)));
  if (isAsking(text)) {
    return undefined;
  }
  const settled = withoutInvoice(text);
  for (const [kind, forms] of Object.entries(FORMS) as [Kind, readonly RegExp[]][]) {
    const { invoice, text: said } = kind === 'payment' ? settled : { text };
    const groups = groupsOf([...forms, ...NOTED[kind], ...(invoice ? IN_FULL : [])], said);
    const customer = nameIn(utterance, groups?.who);
    if (groups && customer !== undefined) {
      return recorded(utterance, { kind, groups, customer, invoice, text });
    }
  }
  return undefined;
};

type Recorded = {
  kind: Kind;
  groups: Record<string, string | undefined>;
  customer: string;
  invoice: string | undefined;
  text: string;
};

function recorded(utterance: Utterance, { kind, groups, customer, invoice, text }: Recorded): Candidate {
  const day = firstSlot(utterance, 'day', groups.on ?? groups.later ?? '');
  if (day && isMeantAhead(day, text, utterance.today)) {
    return planned(utterance, text, day, customer);
  }
  const by = groups.by ? firstSlot(utterance, 'day', groups.by)?.future : undefined;
  const input = filled({
    customer,
    amount: groups.sum && firstSlot(utterance, 'money', groups.sum)?.text.trim(),
    invoice,
    on: day && onDay(day, utterance.today),
    ...(by && BY[kind] ? { [BY[kind]]: dayOfSpan(by, 'future') } : {}),
  });
  return { invocations: [{ command: `${kind}.add`, input }], confidence: SURE };
}

/** Ahead of the same words taken for something that happened. */
const SURE = 1;
/** Money that is still to come is no record; something to be done about it is offered. */
const OFFERED = 0.6;

function planned(utterance: Utterance, text: string, day: DaySlot, customer: string): Candidate {
  const input = filled({ title: titleOf(utterance, '', text), due: dueOf(day), customer });
  return { invocations: [{ command: 'task.add', input }], confidence: OFFERED };
}

const LIMITS: readonly RegExp[] = [
  pattern(`^(?:把|将|给)?${WHO}的?(?:信用|授信)(?:额度|限额)(?:设置?|改|调整?|定|是|为|成|到|给|[:：，, ])*${SUM}$`),
  pattern(`^(?:set|change|raise|lower|put|make)(?: the)? ${WHO}(?:'s)? credit limit (?:to|at) ${SUM}$`),
  pattern(`^(?:set|change|raise|lower)(?: the)? credit limit (?:of|for) ${WHO} (?:to|at) ${SUM}$`),
  pattern(`^(?:the )?${WHO}(?:'s)? credit limit (?:is|to|at|=|:)? ?${SUM}$`),
  pattern(`^(?:the )?credit limit (?:of|for) ${WHO} (?:is|to|at|=|:)? ?${SUM}$`),
];
const LIFTS: readonly RegExp[] = [
  pattern(`^(?:取消|去掉|不限|解除)(?:了)?${WHO}的?(?:信用|授信)(?:额度|限额)?(?:限制)?$`),
  pattern(`^(?:把|将)?${WHO}的?(?:信用|授信)(?:额度|限额)(?:取消|去掉|解除)(?:了|掉|吧)*$`),
  pattern(`^(?:remove|lift|drop|take away)(?: the)? ${WHO}(?:'s)? credit limit$`),
  pattern(`^(?:remove|lift|drop|take away)(?: the)? credit limit (?:of|for|from) ${WHO}$`),
];

/** 华星电子信用额度50万; set Acme's credit limit to 500k. */
export const creditFrame: Frame = (utterance): Candidate | undefined => {
  const text = tight(trimmed(withoutCourtesy(utterance.text)));
  const [set, lifted] = [groupsOf(LIMITS, text), groupsOf(LIFTS, text)];
  const customer = nameIn(utterance, (set ?? lifted)?.who);
  if (customer === undefined || isAsking(text)) {
    return undefined;
  }
  const limit = set?.sum ? firstSlot(utterance, 'money', set.sum)?.text.trim() : undefined;
  return set
    ? { invocations: [{ command: 'credit.set', input: filled({ customer, limit }) }], confidence: SURE }
    : { invocations: [{ command: 'credit.lift', input: { customer } }], confidence: SURE };
};

const OVERDUE_ZH = '(?:已经?)?(?:逾期|超期|过期|到期)(?:了|未付|没付|未回款|没回款)*';
const UNPAID_ZH = '(?:未付(?:清|款)?|没付(?:清|款)?|未回款|没回款|未收款?|没收到款|未结清?)';
const LOOK_ZH = '(?:看|查|一|下|列出|显示|有|还|哪些|的|都|我们?|客户|[，, ])*';
const LOOK_EN = '(?:show|list|see|check|what|which|any|me|are|is|there|the|our|my|all|have|do|we| )*';
const LISTS: readonly (readonly [which: 'overdue' | 'open', RegExp])[] = [
  ['overdue', pattern(`^${LOOK_ZH}(?:(?<who>{customer})${LOOK_ZH})?${OVERDUE_ZH}的?发票(?:有?哪些|列表)?$`)],
  ['overdue', pattern(`^${LOOK_ZH}(?:(?<who>{customer})(?:的|有|哪些)*)?发票${OVERDUE_ZH}(?:的|了|呢)?$`)],
  [
    'overdue',
    pattern(
      `^${LOOK_ZH}(?:谁|哪家|哪几家|客户|(?<who>{customer}))?${LOOK_ZH}(?:逾期|超期|过期|到期)了?(?:还|都)*(?:没付款?|未付款?|没回款|未回款|没打款|没给钱|欠着)的?(?:客户|单子|公司)?(?:有?哪些|都?有谁|列表)?$`,
    ),
  ],
  ['open', pattern(`^${LOOK_ZH}(?:(?<who>{customer})${LOOK_ZH})?${UNPAID_ZH}的?发票(?:有?哪些|列表)?$`)],
  ['open', pattern(`^${LOOK_ZH}(?:(?<who>{customer})(?:的|有|哪些)*)?发票(?:还)?${UNPAID_ZH}(?:的|了|呢)?$`)],
  [
    'overdue',
    pattern(
      `^${LOOK_EN}(?<who>{customer})?(?:'s)? ?(?:overdue|late|past due) invoices(?: (?:of|for|at|from) (?<of>{customer}))?$`,
    ),
  ],
  ['overdue', pattern('^(?:which|what) invoices(?: of| for)?(?: (?<who>{customer}))? are (?:overdue|late|past due)$')],
  [
    'open',
    pattern(
      `^${LOOK_EN}(?<who>{customer})?(?:'s)? ?(?:unpaid|open|outstanding) invoices(?: (?:of|for|at|from) (?<of>{customer}))?$`,
    ),
  ],
  [
    'open',
    pattern('^(?:which|what) invoices(?: of| for)?(?: (?<who>{customer}))? are (?:unpaid|open|outstanding|not paid)$'),
  ],
];
/** Whether one of them is behind. */
const BEHIND: readonly RegExp[] = [
  pattern(
    `^${WHO}(?:那边|公司)?(?:现在|目前)?(?:有没有|有无|是不是|是否|还有|有)*(?:逾期|拖欠|超期)(?:的|了|未付)*(?:发票|款项?|货款|账款|应收款?)?(?:吗|没有?|呢)?$`,
  ),
  pattern(
    `^(?:is|are) ${WHO} (?:still )?(?:behind|late|overdue|in arrears|past due)(?: (?:on|with|in))?(?: (?:their|its|his|the|our|any))? ?(?:payments?|paying|invoices?|bills?)?$`,
  ),
  pattern(
    `^(?:does|has|do) ${WHO} (?:have |got |get )?(?:any |an )?(?:overdue|late|past due) (?:invoices?|payments?|bills?)$`,
  ),
];
/** Whether anything is still to be paid, be it due or not. */
const UNPAID: readonly RegExp[] = [
  pattern(
    `^${WHO}(?:那边|公司)?(?:现在|目前)?(?:有没有|有无|是不是|是否|还有|有)*欠着(?:的|了|未付)*(?:发票|款项?|货款|账款|应收款?)?(?:吗|没有?|呢)?$`,
  ),
  pattern(`^(?:does|has|do) ${WHO} (?:have |got |get )?(?:any |an )?unpaid (?:invoices?|payments?|bills?)$`),
];
const WHETHER = [
  ['overdue', BEHIND],
  ['open', UNPAID],
] as const;
const OWES: readonly RegExp[] = [
  pattern(
    `^${WHO}(?:现在|目前|一共|总共)?(?:还)?(?:欠|差)(?:我们|咱们)?(?:多少|几)(?:钱|款|货款)?(?:没付|没给|没回)?$`,
  ),
  pattern(`^${WHO}(?:现在|目前)?的?(?:应收|欠款|应收账款)(?:是)?(?:多少|有多少)?$`),
  pattern(`^how much (?:does|do) ${WHO} (?:still )?owe(?: us)?$`),
  pattern(`^what (?:does|do) ${WHO} (?:still )?owe(?: us)?$`),
];

/** 哪些发票逾期了; overdue invoices; 华星还欠多少. */
export const invoiceListFrame: Frame = (utterance): Candidate | undefined => {
  const text = tight(trimmed(withoutCourtesy(utterance.text)));
  for (const [which, form] of LISTS) {
    const groups = form.exec(text)?.groups;
    if (groups) {
      const customer = nameIn(utterance, groups.who ?? groups.of);
      return { invocations: [{ command: 'invoice.list', input: filled({ which, customer }) }], confidence: 1 };
    }
  }
  const asked = text.replace(/[?？]$/u, '');
  for (const [which, forms] of WHETHER) {
    const customer = nameIn(utterance, groupsOf(forms, asked)?.who);
    if (customer !== undefined) {
      return { invocations: [{ command: 'invoice.list', input: { which, customer } }], confidence: 1 };
    }
  }
  const customer = nameIn(utterance, groupsOf(OWES, text)?.who);
  return customer === undefined
    ? undefined
    : { invocations: [{ command: 'customer.show', input: { customer } }], confidence: 0.97 };
};

const groupsOf = (forms: readonly RegExp[], text: string) =>
  forms.map((form) => form.exec(text)?.groups).find((groups) => groups !== undefined);

/** Today where nothing else is said; of a week or a month the form asks which day it was. */
function onDay({ past }: DaySlot, today: string): string | undefined {
  const isDay = past.grain === 'day' && past.bound === undefined;
  return isDay && past.from === today ? undefined : isDay ? past.from : past.text;
}
