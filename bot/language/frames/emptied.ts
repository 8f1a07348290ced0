import { EMPTY } from '../../fields/empty.ts';
import { firstSlot, type Utterance, wordsOf } from '../utterance.ts';
import { AT_EN, AT_ZH, customerOf, WHO_EN, WHO_ZH } from './contact-changes.ts';
import { type Candidate, dealIn, type Frame, isAsking, pattern, tight, trimmed, withoutCourtesy } from './frame.ts';

const GONE = '(?:都|给我|全)?(?:清空|清除|清掉|清了|删掉|删除|删去|删了|去掉|抹掉|移除|拿掉|取消)(?:了|掉|吧)?';
const CLEAR_ZH = '(?:清空|清除|清掉|删掉|删除|删去|去掉|抹掉|移除|拿掉|取消)(?:一下)?';
const LEFT = '(?:不要了|留空|置空|设为空|改为空|改成空|清零)';
const CLEAR_EN =
  '(?:clear(?: out)?|remove|delete|erase|empty|blank(?: out)?|wipe|drop|take (?:out|off|away)|get rid of)(?: the)?';

/** A word of each of them: no other pattern is tried without. */
const CUE = new RegExp(`${GONE}|${LEFT}|(?<![a-z])(?:${CLEAR_EN}|take)(?![a-z])`, 'iu');

/** What can be emptied, by its words in both languages. */
type Words = readonly (readonly [field: string, zh: string, en: string])[];

const PHONE = [
  'phone',
  '电话|手机|手机号码?|电话号码|联系电话|号码',
  '(?:phone|mobile|cell)(?: number)?|number',
] as const;
const EMAIL = ['email', '邮箱|邮箱地址|电子邮箱|邮件地址', 'e-?mail(?: address)?'] as const;
const REGION = ['region', '地区|区域|所在地区', 'region|area|territory'] as const;
const INDUSTRY = ['industry', '行业|所属行业', 'industry|sector'] as const;
const COMPANY_PHONE = '公司电话|总机|座机';

const CUSTOMER: Words = [
  ['phone', `${PHONE[1]}|${COMPANY_PHONE}`, `(?:company |main )?(?:${PHONE[2]}|line)|switchboard`],
  ['address', '地址|公司地址', 'address'],
  REGION,
  INDUSTRY,
];
const LEAD: Words = [
  PHONE,
  EMAIL,
  ['company', '公司|公司名称?|单位', 'company(?: name)?|employer'],
  ['source', '来源|线索来源|渠道', '(?:lead )?source'],
  REGION,
  INDUSTRY,
  ['products', '意向产品|产品', 'products?'],
];
const CONTACT: Words = [
  PHONE,
  EMAIL,
  ['title', '职务|职位|头衔', '(?:job )?title|position'],
  ['role', '角色', 'role'],
  ['reportsTo', '上级|汇报对象', 'boss|manager|superior'],
];
const DEAL: Words = [
  ['amount', '金额|总额|预算|合同额', 'amount|value|size|budget|price'],
  [
    'closeOn',
    '(?:预计)?(?:成交|签约|签单|关闭|结单|关单)(?:日期?|时间)',
    '(?:expected )?(?:close|closing|signing)(?: date| day)?',
  ],
];

const formsOf = (who: { zh: string; en: string; flags?: string }, zh: string, en: string): RegExp[] => [
  pattern(`^(?:把|将)?${who.zh}(?:的|那边的?)?(?:${zh})${GONE}$`),
  pattern(`^${CLEAR_ZH}${who.zh}(?:的|那边的?)?(?:${zh})$`),
  pattern(`^(?:把|将)?${who.zh}(?:的|那边的?)?(?:${zh})${LEFT}$`),
  pattern(`^${CLEAR_EN} ${who.en}(?:['’]s?)? (?:${en})$`, who.flags),
  pattern(`^${CLEAR_EN} (?:${en}) (?:of|for|from|on|at) (?:the )?${who.en}$`, who.flags),
  pattern(`^take ${who.en}(?:['’]s?)? (?:${en}) (?:off|out|away)$`, who.flags),
];

const each = (who: Parameters<typeof formsOf>[0], words: Words) =>
  words.map(([field, zh, en]) => ({ field, forms: formsOf(who, zh, en) }));

const NAMED = { zh: '(?<who>{customer})(?:公司|客户|线索)?', en: '(?<who>{customer})' };
const OF_CUSTOMER = each(NAMED, CUSTOMER);
const OF_LEAD = each(NAMED, LEAD);
// A stranger's name is told by its capitals, so these mind the case.
const OF_CONTACT = each(
  { zh: `${AT_ZH}?${WHO_ZH}`, en: `(?:(?<customer>{customer})['’]s )?${WHO_EN}`, flags: 'u' },
  CONTACT,
);
const CONTACT_AT = CONTACT.map(([field, , en]) => ({
  field,
  forms: [pattern(`^${CLEAR_EN} (?:${en}) (?:of|for|from) ${WHO_EN}${AT_EN}$`, 'u')],
}));
const OF_DEAL = each(
  {
    zh: '(?<who>{customer}|[^，。,.!！?？\\s的]{2,20}?)(?:的|这个|那个)*(?:商机|单子?|项目)?',
    en: "(?<who>{customer}|\\S.{0,40}?)(?:['’]s?)?(?: (?:deal|opportunity|opp))?",
  },
  DEAL,
);

const TASK_EN = '(?:task|to-?do|reminder)';
const DUE_EN = '(?:due (?:date|day|time)|date|day|deadline|time)';
const DUE_ZH = '(?:截止)?(?:日期|时间|期限)';
const OF_TASK: readonly RegExp[] = [
  pattern(`^(?:把|将)?(?<who>.{1,30}?)(?:的|这个|那个|这条|那条)*(?:任务|待办)的?${DUE_ZH}(?:${GONE}|${LEFT})$`),
  pattern(`^${CLEAR_ZH}(?<who>.{1,30}?)(?:的|这个|那个)*(?:任务|待办)的?${DUE_ZH}$`),
  pattern(`^${CLEAR_EN} (?<who>.{1,60}?) ${TASK_EN}(?:['’]s)? ${DUE_EN}$`),
  pattern(`^${CLEAR_EN} ${DUE_EN} (?:of|for|from|on) (?:the |my )?(?<who>.{1,60}?) ${TASK_EN}$`),
  pattern(`^${CLEAR_EN} ${DUE_EN} (?:of|for|from|on) (?:the |my )?${TASK_EN}(?: to| about|:)? (?<who>.{1,60})$`),
];

type Groups = Record<string, string | undefined>;

function found(text: string, fields: readonly { field: string; forms: readonly RegExp[] }[]) {
  for (const { field, forms } of fields) {
    const groups: Groups | undefined = forms.map((form) => form.exec(text)?.groups).find((hit) => hit !== undefined);
    if (groups) {
      return { field, groups };
    }
  }
  return undefined;
}

/** One field of one record: many are nobody's slip of the tongue. */
const MANY = /所有|全部|每[个家条位]|(?<![a-z])(?:all|every|everybody|everyone|each)(?![a-z])/iu;

/** Ahead of the same words taken for something that is removed as a whole. */
const SURE = 0.99;

const emptying = (command: string, about: Record<string, string>, field: string) =>
  ({ invocations: [{ command, input: { ...about, [field]: EMPTY } }], confidence: SURE }) as Candidate;

/** 把华星的电话清空, clear Acme's phone, remove the close date of Acme's deal: one field of a record holds nothing any more. */
export const emptiedFrame: Frame = (utterance): Candidate | undefined => {
  const text = trimmed(tight(withoutCourtesy(utterance.text)));
  return !CUE.test(text) || isAsking(utterance.text) || MANY.test(text)
    ? undefined
    : (ofTask(utterance, text) ?? ofParty(utterance, text) ?? ofDeal(utterance, text) ?? ofContact(utterance, text));
};

function ofTask(utterance: Utterance, text: string): Candidate | undefined {
  const who = OF_TASK.map((form) => form.exec(text)?.groups?.who).find((hit) => hit !== undefined);
  const task = who && trimmed(wordsOf(utterance, who)).replace(/^(?:the|my|我的?)\s*/iu, '');
  return task ? emptying('task.change', { task }, 'due') : undefined;
}

function ofParty(utterance: Utterance, text: string): Candidate | undefined {
  const customer = found(text, OF_CUSTOMER);
  const lead = found(text, OF_LEAD);
  const named = firstSlot(utterance, 'customer', (customer ?? lead)?.groups.who ?? '');
  if (named?.kind === 'customer' && customer) {
    return emptying('customer.change', { customer: named.name }, customer.field);
  }
  return named?.kind === 'lead' && lead ? emptying('lead.change', { lead: named.name }, lead.field) : undefined;
}

function ofDeal(utterance: Utterance, text: string): Candidate | undefined {
  const deal = found(text, OF_DEAL);
  const opportunity = deal && dealIn(utterance, deal.groups.who);
  return opportunity ? emptying('opportunity.change', { opportunity }, deal.field) : undefined;
}

function ofContact(utterance: Utterance, text: string): Candidate | undefined {
  const { field, groups } =
    found(
      text.replace(/^\p{Lu}/u, (first) => first.toLowerCase()),
      [...OF_CONTACT, ...CONTACT_AT],
    ) ?? {};
  if (!field || !groups?.who) {
    return undefined;
  }
  const contact = [groups.who, customerOf(utterance, groups.customer)].filter(Boolean).join(' · ');
  return emptying('contact.change', { contact }, field);
}
