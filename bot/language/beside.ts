import { ROLE_EN, ROLE_ZH } from './frames/decision-chain.ts';
import { pattern } from './frames/frame.ts';
import { isNobody } from './frames/no-name.ts';
import { isPost } from './frames/party-posts.ts';
import { areNames, saysOfRival } from './frames/rivals.ts';
import { isGivenWord } from './given-names.ts';

const AND_ZH = '(?:另外|还有|同时|并且?|而且|顺便|再|也|另)*';
const SET_ZH = '(?:改|调整?|更新|变更?|降低?|砍|涨|减少?|提高?)(?:到|至|成|为)?了?';
const NO_NAME = '(?!he |she |they |who |that |this |it |we |which )';

/** 金额降到90万: of the deal. */
const SUMS: readonly RegExp[] = [
  pattern(
    `^${AND_ZH}(?:把)?(?:商机|项目|合同|单子?)?的?(?:金额|总额|总价|价格)(?:现在|已经?|可以)*${SET_ZH}(?<zh>{money})了?$`,
  ),
  pattern(
    '^(?:and |also |the |so )*(?:amount|value|price)(?: is| now| has| was| goes| come| came| comes| cut| reduced| raised| lowered| changed)*(?: (?:down|up|to|now))+ (?<en>{money})(?: now)?$',
  ),
  pattern(
    "^(?:and |also |so |please )*(?:change|set|update|adjust|lower|reduce|raise|bump|move) (?:(?:the|its|our|their|deal|deal's) )*(?:amount|value|price)(?: down| up)? to (?<en>{money})(?: now)?$",
  ),
];
/** When it is signed, beside its sum. */
const CLOSES: readonly RegExp[] = [
  pattern(
    `^${AND_ZH}(?:预计|争取|估计|大概)?(?<zh>{day})(?:左右|前后|之前|前)?(?:能|会|可以)?(?:成交|签约|签单|签|关闭)$`,
  ),
  pattern(
    '^(?:and |also )*(?:it |should |will )*(?:clos(?:e|es|ing)|sign(?:s|ing)?)(?: on| by| in| around)? (?<en>{day})$',
  ),
];
/** 成交日期改到7月1日: set anew by itself. */
const SET_CLOSES: readonly RegExp[] = [
  pattern(
    `^${AND_ZH}(?:把)?(?:商机|项目|单子?)?的?(?:预计)?(?:成交|签约|签单|结单)(?:日期|时间)?(?:先)?(?:改|调整?|推迟?|延后?|挪|移|提前)(?:到|至|成|为)(?<zh>{day})$`,
  ),
  pattern(
    "^(?:and |also |so |please )*(?:change|set|update|adjust|move|push) (?:(?:the|its|our|their|deal|deal's|expected) )*(?:clos(?:e|ing)|signing)(?: date| day)?(?: back| out)? to (?:the )?(?<en>{day})$",
  ),
];
const TAGS: readonly RegExp[] = [
  pattern(
    `^${AND_ZH}(?:把|给)?(?:[他她]们?|它|客户|对方)(?:标成|标为|标记成|标记为|打上|贴上)(?!输单|赢单|丢单|[a-c]类)(?<zh>[^，,。]{2,12}?)(?:的?标签)?$`,
  ),
  pattern(`^${AND_ZH}(?:把|给)?(?:[他她]们?|它|客户|对方)(?:打|加上?|贴)(?<zh>[^，,。]{2,12}?)的?标签$`),
  /^(?:and |also |please )*(?:tag|label) (?:them|him|her|it|the (?:customer|client))(?: as| with)? (?<en>[^,.]{2,40})$/iu,
];
/** 王总是决策人; also Priya will be the user. */
const ROLES: readonly RegExp[] = [
  pattern(`^${AND_ZH}(?<zh>[\\p{Script=Han}·]{2,4}?)(?:会|将|就|才)?是(?:最终|主要|项目)?${ROLE_ZH}$`),
  pattern(
    `^(?:and |also )*(?<en>${NO_NAME}\\p{L}[\\p{L}.'’-]+(?: \\p{Lu}[\\p{L}.'’-]*)?) (?:is|will be) (?:the |our |an? )?${ROLE_EN}$`,
  ),
];
const RIVALS: readonly RegExp[] = [
  pattern(`^${AND_ZH}(?:主要)?(?:竞争对手|竞品|对手)(?:是|有|为|[:：])(?<zh>[^，,。]{2,24})$`),
  pattern('^(?:and |also |the |our |their )*(?:main )?competitors? (?:is|are) (?<en>[^,.]{2,40})$'),
];

/** 联系人改成李红: of whoever was spoken to. */
const CONTACTS: readonly RegExp[] = [
  pattern(
    `^${AND_ZH}(?:把|将)?(?:他们|对方|客户)?的?(?:联系人|对接人)(?:已经?|现在)*(?:改成|改为|换成|换为|变成)了?(?<zh>[\\p{Script=Han}·]{2,4}?|{person})了?$`,
  ),
  pattern(
    "^(?:and |also |so |please )*(?:change|set|update|switch) (?:(?:the|their|our) )?(?:main |primary )?contact(?: person)? to (?<en>\\p{L}[\\p{L}.'’-]+(?: \\p{L}[\\p{L}.'’-]+){0,2}|{person}|{customer})$",
  ),
];

const saidIn = (forms: readonly RegExp[], clause: string) =>
  forms.map((form) => form.exec(clause)?.groups).find((groups) => groups !== undefined);

/** Price is the blocker, 价格是决策人: a remark, and nobody new. */
const isSomebody = ({ zh, en }: { zh?: string; en?: string }) =>
  zh !== undefined ? !isNobody(zh) : !isNobody(en ?? '') && (/^\p{Lu}/u.test(en ?? '') || isGivenWord(en ?? ''));

/** The same in a sentence of its own; what it says is on record beside the contact. */
function standing(customer: string, clause: string): string | undefined {
  const tag = saidIn(TAGS, clause);
  if (tag) {
    return tag.zh ? `给${customer}打上${tag.zh}标签` : `tag ${customer} as ${tag.en}`;
  }
  const role = saidIn(ROLES, clause);
  if (role && isSomebody(role)) {
    return role.zh ? `${customer}的${role.zh}是${role.role}` : `${role.en} at ${customer} is the ${role.role}`;
  }
  const contact = saidIn(CONTACTS, clause);
  // 换成采购经理 says what he does, and not who he is.
  if (contact && !isPost(contact.zh ?? contact.en ?? '')) {
    return `${customer}的联系人改成${contact.zh ?? contact.en}`;
  }
  const rival = saidIn(RIVALS, clause);
  const name = rival?.zh ?? rival?.en;
  return name === undefined || saysOfRival(name) || !areNames(name) ? undefined : `${customer}的竞争对手是${name}`;
}

/** 客户要求，金额降到90万: their wish, and nothing agreed. */
const THEIR_WISH =
  /(?:要求|希望|想要?|说|问|建议|提出|(?<![a-z])(?:ask(?:s|ed)?|wants?|wanted|says?|said|hopes?))[^，,。]{0,6}$/iu;

/** What of the deal, or of whoever was spoken to, goes on record beside the contact: 金额降到90万, tag them as price sensitive. */
export function isBeside(clause: string, told: string, before: readonly string[]): boolean {
  const isSum = saidIn(SUMS, clause) !== undefined;
  const isClose =
    saidIn(SET_CLOSES, clause) !== undefined ||
    (saidIn(CLOSES, clause) !== undefined && before.some((each) => saidIn(SUMS, each)));
  return (isSum && !THEIR_WISH.test(told)) || isClose || standing('', clause) !== undefined;
}

/** Sentences of their own for what was said beside a contact with this customer; of its deal in one. */
export function besidesOf(customer: string, clauses: readonly string[]): string[] {
  const of = clauses.flatMap((clause) => {
    const sum = saidIn(SUMS, clause);
    const day = saidIn([...SET_CLOSES, ...CLOSES], clause);
    return [...(sum ? [`金额改成${sum.zh ?? sum.en}`] : []), ...(day ? [`预计成交${day.zh ?? day.en}`] : [])];
  });
  const others = clauses.flatMap((clause) => standing(customer, clause) ?? []);
  return [...(of.length > 0 ? [`${customer}的${of.join('，')}`] : []), ...others];
}
