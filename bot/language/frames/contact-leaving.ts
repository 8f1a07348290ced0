import { isPlace, isRegion } from '../../../core/names/index.ts';
import { firstSlot, type Utterance, wordsOf } from '../utterance.ts';
import { isCompanyLike } from './company-like.ts';
import { AT_EN, AT_ZH, customerOf, WHO_EN, WHO_ZH } from './contact-changes.ts';
import { type Candidate, type Frame, filled, isAsking, pattern, tight, trimmed, withoutCourtesy } from './frame.ts';

const SINCE_ZH = '(?:{day}|最近|刚|已|经|早|就|也|都|又|正式|现在|，|,| )*';
const SOME_COMPANY = '\\p{Lu}[\\p{L}\\d&.-]+(?: \\p{Lu}[\\p{L}\\d&.-]+){0,3}';

const COMPANY_ZH = '(?<to>{customer}|[\\p{Script=Han}\\p{Script=Latin}\\d]{2,20}?)';

/** He works there no more: of whom, at which company, since when, and where he works now. */
const LEFT: readonly RegExp[] = [
  pattern(
    `^(?:听说|据说)?${AT_ZH}?${WHO_ZH}(?:那边)?${SINCE_ZH}(?:从(?:他们|原)?公司)?(?:离职|辞职|退休|跳槽|离开公司|调走|被裁|被开除|不干)(?:掉|走)?(?:了|啦)?$`,
  ),
  pattern(
    `^(?:听说|据说)?${WHO_ZH}${SINCE_ZH}从(?<from>{customer})(?:公司)?(?:离职|辞职|离开|跳槽|退休|走)(?:了|啦)?$`,
  ),
  pattern(`^(?:听说|据说)?${WHO_ZH}${SINCE_ZH}(?:离开了(?<from>{customer})(?:公司)?|从?离职了?(?<of>{customer}))$`),
  pattern(
    `^(?:听说|据说)?${WHO_ZH}${SINCE_ZH}(?:不|没)再?在(?<from>{customer})(?:公司|那边|那儿|那里|这边)?(?:干|做|工作|上班|任职|待)?(?:了|啦)$`,
  ),
  pattern(
    `^(?:听说|据说)?${AT_ZH}?${WHO_ZH}(?:已经?|早就)不在(?:他们|原来的?)?公司(?:干|做|工作|上班|任职)?(?:了|啦)$`,
  ),
  pattern(
    `^(?:听说|据说)?${AT_ZH}?${WHO_ZH}${SINCE_ZH}(?:从(?<from>{customer})(?:公司)?)?(?:跳槽|跳|离职)(?:，|,)?(?:到|去)了?${COMPANY_ZH}(?:公司)?(?:上班|工作|任职)?(?:了|啦)?$`,
  ),
  pattern(
    `^(?:听说|据说)?${AT_ZH}?${WHO_ZH}${SINCE_ZH}(?:从(?<from>{customer})(?:公司)?)?(?:转|调)?(?:到|去)了?${COMPANY_ZH}(?:公司)?(?:上班|工作|任职)(?:了|啦)$`,
  ),
  pattern(
    `^${WHO_EN}${AT_EN} (?:has |have |just |already |recently |now )*(?:left|quit|resigned from|retired from|departed(?: from)?) (?<from>{customer}|the company|(?:his|her|their|the) (?:job|firm))(?: (?:on )?{day})?(?: (?:for|to join) (?<to>{customer}|${SOME_COMPANY}))?$`,
    'u',
  ),
  pattern(
    `^${WHO_EN}${AT_EN} (?:has |have |just |already |recently )*(?:resigned|retired|quit|been (?:laid off|let go|fired)|was (?:laid off|let go|fired)|got (?:laid off|fired))(?: (?:on )?{day})?$`,
    'u',
  ),
  pattern(
    `^${WHO_EN}${AT_EN} (?:no longer works?|(?:does not|doesn['’]t) work|is no longer|has stopped working)(?: (?:at|for|with) (?<from>{customer}|the company)| there)?(?: any ?more| any longer)?(?: since {day})?$`,
    'u',
  ),
  pattern(
    `^${WHO_EN} (?:is not|isn['’]t)(?: working)? (?:(?:at|for|with) (?<from>{customer}|the company)|there)(?: any ?more| any longer)(?: since {day})?$`,
    'u',
  ),
  pattern(
    `^${WHO_EN}${AT_EN} (?:has |have |just |already |recently )*(?:(?:moved(?: over| on)?|switched|changed jobs|transferred)(?: from (?<from>{customer}))?|(?:gone|went) from (?<of>{customer})) to (?<to>{customer}|${SOME_COMPANY})(?: (?:on )?{day})?$`,
    'u',
  ),
  pattern(
    `^${WHO_EN}${AT_EN} (?:has |have |just |already |recently )*(?:joined (?<to>{customer}|${SOME_COMPANY})|now works (?:at|for) (?<now>{customer}|${SOME_COMPANY})|works (?:at|for) (?<at>{customer}|${SOME_COMPANY}) now)$`,
    'u',
  ),
];

const RETURNED: readonly RegExp[] = [
  pattern(`^(?:听说|据说)?${AT_ZH}?${WHO_ZH}${SINCE_ZH}(?:回来|回归|复职|返岗|回公司)(?:上班|工作|任职)?(?:了|啦)$`),
  pattern(
    `^(?:听说|据说)?${WHO_ZH}${SINCE_ZH}(?:重新)?回(?:到)?了?(?<from>{customer})(?:公司)?(?:上班|工作|任职)?(?:了|啦)$`,
  ),
  pattern(
    `^${WHO_EN} (?:is|has come|came|has gone|went) back (?:at|to|with|working (?:at|for)) (?<from>{customer}|the company)(?: since {day})?$`,
    'u',
  ),
  pattern(`^${WHO_EN}${AT_EN} (?:is back|has returned|has come back|came back)(?: at work| at the company)?$`, 'u'),
  pattern(
    `^${WHO_EN} (?:has returned to|returned to|works (?:at|for)|is (?:at|with)) (?<from>{customer})(?: again)?$(?<=(?:again|returned to .*))`,
    'u',
  ),
];

/** What somebody is there, and no name of his; who speaks, and words that only begin a sentence. */
const NOBODY =
  /^(?:对接人|联系人|决策人|负责人|关键人|老板|老总|员工|同事|.{0,4}(?:采购|销售|技术|财务|行政)(?:总监|经理|主任|主管)?|总经理|副总|总监|经理|主任|主管|人家?|有人|谁|.*(?:他|她|我|你).*)$|^(?:we|they|he|she|it|who|everyone|everybody|somebody|someone|nobody|just|has|have|had|finally|now|today|yesterday|already|only|then|so|and|ok|okay|still|also|recently|our|the|their|that|this|champion|boss)(?![a-z])/iu;

/** Wished, expected or about to be: he is still there. */
const NOT_YET =
  /不是|差点|险些|[想要]|希望|打算|准备|可能|也许|即将|如果|月底前|快(?=离)|没(?!再)(?:有)?|(?<![a-z])(?:wants?|might|may|will|if|hopes?|should|going to|not left|never|almost|nearly)(?![a-z])/iu;

/** A department or a town is no company he has gone to, nor is a meal. */
const NO_COMPANY = /(?:部门?|科室?|组|处|室|车间|岗位?|产线|项目)$|^(?:lunch|dinner|breakfast|the )/iu;
const SAYS_LEFT = /跳|离职|(?<![a-z])left(?![a-z])/iu;

function isNoCompany(utterance: Utterance, said: string | undefined, text: string): boolean {
  if (said === undefined || SAYS_LEFT.test(text) || firstSlot(utterance, 'customer', said)) {
    return false;
  }
  const words = trimmed(wordsOf(utterance, said));
  return (
    NO_COMPANY.test(words) ||
    isPlace(words) ||
    isRegion(words) ||
    (/(?<![a-z])joined(?![a-z])/iu.test(text) && !isCompanyLike(words))
  );
}

/** 王总离职了, 王建国已经不在华星电子了, Nora left Acme; 王总回来了, Nora is back at Acme (R12, R13). */
export const contactLeavingFrame: Frame = (utterance): Candidate | undefined => {
  const text = trimmed(tight(withoutCourtesy(utterance.text)));
  if (isAsking(utterance.text) || NOT_YET.test(text)) {
    return undefined;
  }
  const back = RETURNED.map((form) => form.exec(text)?.groups).find((groups) => groups !== undefined);
  if (back?.who && !NOBODY.test(back.who)) {
    return { invocations: [{ command: 'contact.back', input: { contact: named(utterance, back) } }], confidence: 0.99 };
  }
  const left = LEFT.map((form) => form.exec(text)?.groups).find((groups) => groups !== undefined);
  if (!left?.who || NOBODY.test(left.who)) {
    return undefined;
  }
  const day = firstSlot(utterance, 'day', text);
  // Who left at five has gone home.
  if (
    (day?.past.time ?? day?.future.time) !== undefined ||
    isNoCompany(utterance, left.to ?? left.now ?? left.at, text)
  ) {
    return undefined;
  }
  const on = day?.past.from;
  const to = companyIn(utterance, left.to ?? left.now ?? left.at);
  const input = filled({ contact: named(utterance, left), on, to });
  return { invocations: [{ command: 'contact.left', input }], confidence: 0.99 };
};

type Groups = Readonly<Record<string, string | undefined>>;

/** As the record is looked for: the name, with the customer where one is said. */
export const named = (utterance: Utterance, { who, customer, from, of }: Groups): string =>
  [who, customerOf(utterance, customer ?? from ?? of)].filter(Boolean).join(' · ');

function companyIn(utterance: Utterance, said: string | undefined): string | undefined {
  return said === undefined
    ? undefined
    : (firstSlot(utterance, 'customer', said)?.name ?? trimmed(wordsOf(utterance, said)));
}
