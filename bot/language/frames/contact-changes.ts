import { CHINESE_TITLES } from '../../../core/names/index.ts';
import { firstSlot, type Utterance, wordsOf } from '../utterance.ts';
import { type Candidate, type Frame, isAsking, pattern, tight, trimmed, withoutCourtesy } from './frame.ts';

/** What of somebody at a customer is set, by its words in both languages. */
const FIELDS = [
  ['phone', '电话|手机|手机号码?|电话号码|联系电话|号码', '(?:phone|mobile|cell)(?: number)?|number'],
  ['email', '邮箱|邮箱地址|电子邮箱|邮件地址', 'e-?mail(?: address)?'],
  ['title', '职务|职位|头衔', '(?:job )?title|position|role'],
  ['name', '名字|姓名', 'name'],
] as const;

const SET = '(?:改成|改为|改到|换成|换为|设为|设成|更新为|更新成|更正为)';
const CHANGE = '(?:set|change|update|correct)(?: the)?';
export const AT_ZH = '(?:(?<customer>{customer})(?:那边|那里)?的?)';
export const WHO_ZH = `(?<who>\\p{Script=Han}{1,3}(?:${CHINESE_TITLES})|(?!公司|客户|对方|他们?的?|她们?|我们?|咱们?)\\p{Script=Han}{2,4}?)`;
export const WHO_EN = '(?<who>(?:(?:mr|mrs|ms|dr)\\.? )?\\p{Lu}[\\p{L}.-]+(?: \\p{Lu}[\\p{L}.-]+){0,2})';
export const AT_EN = '(?: (?:at|of|from) (?<customer>{customer}))?';

const forms = FIELDS.map(([field, zh, en]) => ({
  field,
  said: [
    pattern(`^(?:把|将|给|帮)?${AT_ZH}?${WHO_ZH}的?(?:${zh})${SET}(?<value>.{1,60})$`),
    pattern(`^(?:修改|更新|更正)${AT_ZH}?${WHO_ZH}的?(?:${zh})(?:为|成|到|[:：])(?<value>.{1,60})$`),
    pattern(`^${CHANGE} ${WHO_EN}${AT_EN}['’]s (?:${en}) to (?<value>.{1,60})$`, 'u'),
    pattern(`^${CHANGE} (?:${en}) (?:of|for) ${WHO_EN}${AT_EN} to (?<value>.{1,60})$`, 'u'),
    pattern(`^${CHANGE} (?<customer>{customer})['’]s ${WHO_EN}['’]s (?:${en}) to (?<value>.{1,60})$`, 'u'),
  ],
}));

/** 王总电话换成13900002222了: what ends the sentence is no part of what is set. */
const PARTICLES = /(?<=\S)[ ]?(?:了|啦|吧|哈|哦|呢)+$/u;

/** 把华星王总的电话改成13800138000; change Mary Major's title to CFO (R12). */
export const contactChangeFrame: Frame = (utterance): Candidate | undefined => {
  const text = trimmed(tight(withoutCourtesy(utterance.text)));
  if (isAsking(utterance.text)) {
    return undefined;
  }
  for (const { field, said } of forms) {
    const groups = said.map((form) => form.exec(text)?.groups).find((found) => found !== undefined);
    const value = groups?.value && trimmed(wordsOf(utterance, groups.value).replace(PARTICLES, ''));
    if (groups?.who && value) {
      const contact = [groups.who, customerOf(utterance, groups.customer)].filter(Boolean).join(' · ');
      return { invocations: [{ command: 'contact.change', input: { contact, [field]: value } }], confidence: 0.95 };
    }
  }
  return undefined;
};

export const customerOf = (utterance: Utterance, said: string | undefined) =>
  said === undefined ? undefined : firstSlot(utterance, 'customer', said)?.name;
