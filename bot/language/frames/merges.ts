import { firstSlot, type Utterance, wordsOf } from '../utterance.ts';
import { type Candidate, type Frame, isAsking, nameIn, pattern, tight, trimmed, withoutCourtesy } from './frame.ts';

const ONE = '(?<one>[^,，。;；]{1,60}?)';
const OTHER = '(?<other>[^,，。;；]{1,60}?)';
const AND = '(?:和|与|跟|同|、| and | & | with )';
const SAME =
  '(?:(?:其实|就|都)*(?:是|为)(?:同一家(?:公司|客户)?|同一个(?:客户|公司)?|一家(?:公司|客户)?|一个(?:客户|公司)|重复的?)(?:了)?)';

const FORMS: readonly RegExp[] = [
  pattern(
    `^${ONE}${AND}${OTHER}(?:重复了|${SAME})(?:[,，。 ]*(?:请|帮我)?(?:合并|并)(?:一下|起来|成一个|掉|了)?(?:吧)?)?$`,
  ),
  pattern(
    `^(?:这|有)?(?:两|2)?(?:个|家)?(?:客户|公司)(?:是)?重复(?:了|的)*[:：，, ]+${ONE}${AND}${OTHER}(?:[,，。 ]*(?:请|帮我)?(?:合并|并)(?:一下|起来|成一个|掉|了)?(?:吧)?)?$`,
  ),
  pattern(`^(?:把|将)?${ONE}${AND}${OTHER}合并(?:一下|起来|成一个|成一家|掉)?(?:吧)?$`),
  pattern(`^合并(?:一下)?(?:客户)?${ONE}${AND}${OTHER}(?:吧)?$`),
  pattern(
    `^(?:merge|combine|join) (?:the )?(?:customers? |accounts? )?${ONE}${AND}${OTHER}(?: accounts?| customers?)?$`,
  ),
  pattern(
    `^${ONE} and ${OTHER} are (?:really |actually |in fact )?(?:the same(?: company| customer| account)?|one company|one customer|duplicates|one and the same)(?:[,;.]? (?:please )?merge (?:them|these))?$`,
  ),
];

/** The one that stays is said last: 把华星科技合并到华星电子; merge Acme Inc into Acme. */
const INTO: readonly RegExp[] = [
  pattern(
    `^(?:把|将)?(?!标签|来源|团队|产品)${ONE}(?:合并|并|归并)(?:到|进|入|至|给)(?:了)?(?:客户)?${OTHER}(?:里|中|里面)?(?:去)?(?:吧)?$`,
  ),
  pattern(
    `^(?:merge|combine|fold) (?:the )?(?!tags? |sources? )(?:customer |account )?${ONE} into (?:the )?${OTHER}(?: account| customer)?$`,
  ),
];

const MERGED_ZH = '(?:[,，。 ]*(?:请|帮我)?(?:合并|并)(?:一下|起来|成一个|掉|了)?(?:吧)?)?';
const PERSONS_EN = '(?:the )?(?:duplicate )?contacts? (?:of )?';
/** Two who are one person, by the word for contacts or for somebody; `into` names the one that stays last. */
const PERSONS: readonly { form: RegExp; into?: true }[] = [
  {
    form: pattern(
      `^(?:把|将)?(?:重复的)?联系人[:： ]?${ONE}(?:合并|并|归并)(?:到|进|入|至|给)(?:联系人)?${OTHER}(?:里|中)?(?:吧)?$`,
    ),
    into: true,
  },
  {
    form: pattern(
      `^(?:把|将)?(?:重复的)?(?:两个)?联系人[:： ]?${ONE}${AND}(?:联系人)?${OTHER}(?:是同一个?人|重复了|录了两次|录重了)?(?:合并(?:一下|起来|成一个|掉)?(?:吧)?|${MERGED_ZH})$`,
    ),
  },
  { form: pattern(`^合并(?:一下)?(?:重复的)?(?:两个)?联系人[:： ]?${ONE}${AND}${OTHER}(?:吧)?$`) },
  { form: pattern(`^${ONE}${AND}${OTHER}(?:其实|就|都)*是(?:同一个?(?:人|联系人)|同一位|一个人)${MERGED_ZH}$`) },
  { form: pattern(`^(?:merge|combine|fold) ${PERSONS_EN}${ONE} into (?:the contact )?${OTHER}$`), into: true },
  { form: pattern(`^(?:merge|combine|join) ${PERSONS_EN}${ONE} (?:and|with) ${OTHER}$`) },
  {
    form: pattern(
      `^${ONE} and ${OTHER} are (?:really |actually |in fact )?(?:the same (?:person|contact)|one (?:person|contact))(?:[,;.]? (?:please )?merge (?:them|these))?$`,
    ),
  },
];

/** 孙晓岚和孙小岚是同一个人: entered twice at one customer (R80). */
function readPersons(utterance: Utterance, text: string): Candidate | undefined {
  for (const { form, into } of PERSONS) {
    const groups = form.exec(text)?.groups;
    const [one, other] = [groups?.one, groups?.other].map((each) => each && trimmed(wordsOf(utterance, each)));
    // Two leads are no contacts.
    const isOfLeads = [groups?.one, groups?.other].some(
      (each) => each && firstSlot(utterance, 'customer', each)?.kind === 'lead',
    );
    if (one && other && !isOfLeads) {
      const [contact, double] = into ? [other, one] : [one, other];
      return { invocations: [{ command: 'contact.merge', input: { contact, other: double } }], confidence: 0.99 };
    }
  }
  return undefined;
}

/** Deals, tasks and meetings are no customers, nor is a day. */
const NO_CUSTOMER = pattern(
  '{day}|(?:商机|单子?|项目|会议?|报价|合同|任务|待办|订单|工单)$|(?<![a-z])(?:deals?|opportunit(?:y|ies)|tasks?|meetings?|quotes?|contracts?|orders?|tickets?)$',
);

/** We have Acme twice: which two they are is looked for. */
const TWICE = pattern(
  '^(?:系统里?|库里|我们|咱们|这里)?有(?:两|2|好?几)[个家]{customer}(?:[，, ]*重复了)?$|^{customer}(?:在系统里|在库里)?(?:录|建)?重复了$|^(?:we have|there are|i see|i found)(?: got)? (?:{customer} (?:twice|two times)|(?:two|2) {customer}s?)(?: in here| in the system| on file)?$',
);

/** 华星电子和华星科技是同一家，合并; merge Acme and Acme Inc (R80). What it comes to is shown before it is done. */
export const mergeFrame: Frame = (utterance: Utterance): Candidate | undefined => {
  const text = tight(trimmed(withoutCourtesy(utterance.text)));
  if (
    /^(?:查重|查一下重|(?:有没有|有哪些|找出?|查找|看看)(?:一下)?重复(?:的)?客户|(?:find|show|list|look for|any|are there(?: any)?)(?: me)?(?: the)? (?:duplicates?|duplicate (?:customers?|accounts?))(?: customers?| accounts?)?)[?？]?$/iu.test(
      text,
    )
  ) {
    return { invocations: [{ command: 'customer.doubles', input: {} }], confidence: 0.99 };
  }
  if (isAsking(utterance.text)) {
    return undefined;
  }
  const persons = readPersons(utterance, text);
  if (persons) {
    return persons;
  }
  if (TWICE.test(text)) {
    return { invocations: [{ command: 'customer.doubles', input: {} }], confidence: 0.99 };
  }
  for (const form of [...INTO, ...FORMS]) {
    const { one, other } = form.exec(text)?.groups ?? {};
    const first = nameIn(utterance, one);
    const second = nameIn(utterance, other);
    if (INTO.includes(form) && [one, other].some((each) => each !== undefined && NO_CUSTOMER.test(each))) {
      continue;
    }
    // A lead that goes into a customer becomes part of it, which is its conversion.
    if (first && second && firstSlot(utterance, 'customer', one ?? '')?.kind !== 'lead') {
      const input = INTO.includes(form) ? { customer: second, other: first } : { customer: first, other: second };
      return { invocations: [{ command: 'customer.merge', input }], confidence: 0.99 };
    }
  }
  return undefined;
};
