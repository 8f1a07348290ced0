import { firstSlot } from '../utterance.ts';
import { AT_EN, AT_ZH, customerOf, WHO_EN, WHO_ZH } from './contact-changes.ts';
import { type Candidate, type Frame, filled, isAsking, pattern, tight, trimmed, withoutCourtesy } from './frame.ts';

const VALUE = '(?<value>{phone}|{email})';
const WHAT_ZH = '(?:联系电话|电话号码|手机号码|电话|手机号?|号码|联系方式|电子邮箱|邮箱(?:地址)?|邮件地址)';
const WHAT_EN =
  '(?:(?:phone|mobile|cell)(?: number| no\\.?)?|telephone|number|e-?mail(?: address)?|contact details|details)';
const IS_ZH = '(?:现在|最新|新|的|号码?|电话|手机|邮箱|是|为|换成|改成|变成|换到|[，,:： ])*';
const IS_EN = "(?:,|:| -| –|;)?(?: it| that)?(?: is|'s)?(?: now)?(?: to)?";

/** Somebody's number or address, told as it is or as it is from now on. */
const REACHED: readonly RegExp[] = [
  pattern(
    `^(?:把|将|给)?(?:(?:补充?|添加|新增|加上?|登记|录入?|记|存|更新|修改)(?:一?下|个|上)?(?:，| )?)?${AT_ZH}?${WHO_ZH}(?:那边)?的?新?(?:的)?${WHAT_ZH}${IS_ZH}${VALUE}$`,
  ),
  pattern(
    `^${AT_ZH}?${WHO_ZH}(?:最近|刚|已经?|又|说)*(?:换|改|变)了?(?:个|一个)?新?(?:的)?${WHAT_ZH}了?(?:${IS_ZH}${VALUE})?$`,
  ),
  pattern(
    `^${AT_ZH}?${WHO_ZH}(?:那边)?的?${WHAT_ZH}(?:最近|刚|已经?|又)*(?:换|改|变|更新)(?:了|掉)*(?:${IS_ZH}${VALUE})?$`,
  ),
  pattern(
    `^(?:给|把)${AT_ZH}?${WHO_ZH}(?:补|加|添|存|记|录)(?:充|上|一?下|个|一个)*新?(?:的)?${WHAT_ZH}${IS_ZH}${VALUE}$`,
  ),
  pattern(
    `^(?:[Aa]dd|[Ss]ave|[Pp]ut in|[Uu]pdate|[Cc]hange|[Ss]et|[Nn]ote|[Rr]ecord)?(?: down)? ?${WHO_EN}${AT_EN}['’]s (?:new |correct )?${WHAT_EN}${IS_EN} ?${VALUE}$`,
    'u',
  ),
  pattern(
    `^(?:(?:[Aa]dd|[Uu]pdate|[Cc]hange|[Ss]et) )?(?<customer>{customer})['’]s ${WHO_EN}['’]s (?:new )?${WHAT_EN}${IS_EN} ?${VALUE}$`,
    'u',
  ),
  pattern(`^${WHO_EN}${AT_EN} (?:has|got|has got|is on|uses) (?:a |an )?new ${WHAT_EN}${IS_EN} ?${VALUE}$`, 'u'),
  pattern(
    `^${WHO_EN}${AT_EN} (?:has |just )*(?:changed|switched|moved|got)(?: (?:his|her|their|to a new|to another))? ${WHAT_EN}(?:${IS_EN} ?${VALUE})?$`,
    'u',
  ),
  pattern(
    `^(?:(?:[Aa]dd|[Ss]ave|[Nn]ote) )?(?:(?:[Tt]he )?[Nn]ew )?${WHAT_EN} (?:for|of) ${WHO_EN}${AT_EN}${IS_EN} ?${VALUE}$`,
    'u',
  ),
  pattern(`^(?:[Aa]dd|[Ss]ave|[Pp]ut) ${VALUE} (?:to|for|as|on) ${WHO_EN}${AT_EN}(?:['’]s ${WHAT_EN})?$`, 'u'),
];

const TITLE_ZH =
  '(?<title>[\\p{Script=Han}]{0,6}(?:总监|经理|副总|总裁|总经理|主任|主管|科长|处长|部长|厂长|院长|校长|工程师|总工|董事长|负责人|店长|组长|助理|[CVE][A-Z]O))';
const TITLE_EN =
  '(?<title>(?:[A-Z]{2,4}|[\\p{L} ]{0,30}?(?:[Mm]anager|[Dd]irector|[Pp]resident|VP|[Hh]ead|[Cc]hief|[Oo]fficer|[Ll]ead|[Ss]upervisor|[Bb]uyer|[Ee]ngineer|[Pp]artner)(?: of [\\p{L} ]{2,30})?))';

/** What he is there from now on. */
const POSTS: readonly RegExp[] = [
  pattern(
    `^(?:听说)?${AT_ZH}?${WHO_ZH}(?:最近|刚|已经?|现在|被|要)*(?:升(?:职|任|为|成|到|做|了)*(?:[，,]?(?:现在)?是)?|晋升(?:为|成)?|提拔(?:为|成|到)?|提(?:成|为|了)|调任|转任|改任|当上?了?|(?:现在|以后)(?:是|做|当)|担任|接任)了?${TITLE_ZH}了?$`,
  ),
  pattern(
    `^${WHO_EN}${AT_EN} (?:has |was |is |just |been |got )*promoted to (?:the |their )?(?:new )?${TITLE_EN}$`,
    'u',
  ),
  pattern(
    `^${WHO_EN}${AT_EN} (?:is now|has become|became|moved up to|is the new|was made|has been made) (?:the |their |an? )?(?:new )?${TITLE_EN}$`,
    'u',
  ),
  pattern(`^${WHO_EN}${AT_EN}['’]s (?:new (?:job )?title is|(?:job )?title is now) (?:the )?${TITLE_EN}$`, 'u'),
];

/** Wished or expected: nothing is new yet. */
const NOT_YET =
  /[想要]|希望|打算|准备|可能|也许|即将|如果|(?<![a-z])(?:wants?|might|may|will|if|hopes?|should)(?![a-z])/iu;

/** 王总换电话了，新号码138…; add Nora's email …; 王总升副总了: what is new of a contact, told rather than ordered (R12). */
export const contactNewsFrame: Frame = (utterance): Candidate | undefined => {
  const text = trimmed(tight(withoutCourtesy(utterance.text)));
  if (isAsking(utterance.text) || NOT_YET.test(text)) {
    return undefined;
  }
  const reached = REACHED.map((form) => form.exec(text)?.groups).find((groups) => groups !== undefined);
  const said = reached?.value ?? '';
  const phone = firstSlot(utterance, 'phone', said)?.text;
  const email = firstSlot(utterance, 'email', said)?.text;
  const found = reached ?? POSTS.map((form) => form.exec(text)?.groups).find((groups) => groups !== undefined);
  if (!found?.who) {
    return undefined;
  }
  const contact = [found.who, customerOf(utterance, found.customer)].filter(Boolean).join(' · ');
  return {
    invocations: [{ command: 'contact.change', input: filled({ contact, phone, email, title: found.title }) }],
    confidence: 0.99,
  };
};
