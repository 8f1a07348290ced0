import { isHan } from '../../../core/names/index.ts';
import { isGivenWord } from '../given-names.ts';
import { firstSlot, type Utterance, wordsOf } from '../utterance.ts';
import { DEAL_EN, DEAL_ZH, EN, first, sure, ZH } from './deal-said.ts';
import { type Candidate, filled, pattern, trimmed } from './frame.ts';
import { isNobody } from './no-name.ts';

/** What somebody is in a decision, as it is said. */
export const ROLE_ZH =
  '(?<role>决策人|决策者|拍板人|拍板的?人?|支持者|内部支持者|内线|影响者|影响人|把关人|使用者|使用人|反对者|反对的人)';
export const ROLE_EN =
  '(?:(?:main|key|real|final|internal|biggest) )?(?<role>decision[- ]maker|champion|supporter|influencer|gatekeeper|(?:end )?user|blocker)';
const NAME_EN = "(?<name>\\p{Lu}[\\p{L}.'’-]*(?: \\p{Lu}[\\p{L}.'’-]*){0,2})";
const ROLE: readonly RegExp[] = [
  pattern(`^(?:${ZH}${DEAL_ZH}(?:那边|这边)?的?)?${ROLE_ZH}(?:是|为|[:：])(?<name>[\\p{L}·]{2,12})$`),
  pattern(`^(?<name>[\\p{Script=Han}·]{2,6})是${ZH}${DEAL_ZH}的?${ROLE_ZH}$`),
  pattern(`^(?<target>{customer})(?:那边|这边)?的?(?<name>[\\p{Script=Han}·]{2,6})是(?:最终)?${ROLE_ZH}$`),
  pattern(`^(?:the |our )?${ROLE_EN} (?:at|on|for)(?: the)? ${EN}${DEAL_EN} is (?<name>\\S.{1,30}?)$`),
  pattern(`^(?<name>\\p{L}.{1,30}?) is (?:the |our |an? )?${ROLE_EN} (?:at|on|for)(?: the)? ${EN}${DEAL_EN}$`),
  pattern(`^${NAME_EN} (?:at|from|of) (?<target>{customer}) is (?:the |our |an? )?${ROLE_EN}$`),
];
/** What he does about it, in a rep's own words: offered, for he may have another part already, which this would take from him. */
const DOES: readonly RegExp[] = [
  pattern(
    '^(?<target>{customer})(?:那边|这边)?的?(?<name>[\\p{Script=Han}·]{2,6}?)(?:一直|总是|老是?|很|也)?(?:在)?(?<role>反对|阻挠|卡着?|挡着?|力挺|支持|向着)(?:我们|咱们)$',
  ),
  pattern(
    `^${NAME_EN} (?:at|from|of) (?<target>{customer}) (?:(?:always|still|really|keeps) )?(?<role>blocks|is blocking|blocking|opposes|is against|supports|backs|champions|is (?:firmly )?on the side of|influences) (?:us|our (?:deal|offer|bid)|the deal|this deal|the decision)$`,
  ),
  pattern(`^${NAME_EN} (?:at|from|of) (?<target>{customer}) is (?<role>on our side|against us)$`),
];
/** The one who signs, in a rep's own words. */
const SIGNS: readonly RegExp[] = [
  pattern(
    '^(?<target>{customer})(?:那边|这边)?的?(?<name>[\\p{Script=Han}·]{2,6}?)(?:是|才是)?(?<role>拍板|做主|说了算|做决定)的?(?:人)?$',
  ),
  pattern(
    '^(?:the )?(?<role>buyer|one who decides) (?:at|for)(?: the)? (?<target>{customer}) is (?<name>\\S.{1,30}?)$',
  ),
  pattern(
    '^(?<name>\\p{L}.{1,30}?) (?<role>decides|makes the decisions?|has the final say|calls the shots|signs off) (?:at|for)(?: the)? (?<target>{customer})$',
  ),
];
/** Nothing says at which customer: he is looked for among all one knows. */
const OF_HIM: readonly RegExp[] = [
  pattern(
    `^(?<name>[\\p{Script=Han}·]{2,4}?)(?:才|就|应该|其实|现在)*是(?:我们|咱们|这个项目|这单|那边|最终|真正|关键|主要|的)*${ROLE_ZH}$`,
  ),
  pattern(`^${NAME_EN} is (?:now )?(?:the |our |an? )?${ROLE_EN}(?: there)?$`),
];
const NOBODY = /^(?:[他她它谁这那哪]|我们|你们|客户|对方|老板$|the |this |that |who|nobody|everybody|he$|she$|it$)/iu;

/** The procurement manager is no name: asked about before anybody is put on file. */
const isNamed = (name: string) =>
  isHan(name) || name.split(' ').every((word) => /^\p{Lu}/u.test(word)) || isGivenWord(name);

const ROLES: readonly [RegExp, string][] = [
  [/决策|拍板|做主|说了算|做决定|decision[- ]maker|decides|makes|buyer|final say|shots|signs/iu, 'decision_maker'],
  [/支持|力挺|向着|内线|champion|support|backs|our side|side of/iu, 'champion'],
  [/影响|influenc/iu, 'influencer'],
  [/把关|gatekeeper/iu, 'gatekeeper'],
  [/使用|user/iu, 'user'],
  [/反对|阻挠|卡|挡|block|oppos|against/iu, 'blocker'],
];
const OFFERED = 0.6;

const roleIn = (said = '') => ROLES.find(([words]) => words.test(said))?.[1];

const APART = /[，,；;] ?(?:and )?| and (?=\p{Lu})|(?:，|,)?(?:而|并且)(?=\p{Script=Han})/u;

/** 孙晓岚是影响者，王总是决策人: each of whom it is told; what the first says of where is so of all. */
export function rolesSaid(utterance: Utterance, text: string): Candidate | undefined {
  const clauses = /[，,；;]| and /u.test(text) ? text.split(APART).map(trimmed) : [];
  const told = clauses.length > 1 && clauses.length <= MOST ? clauses.map((clause) => roleSaid(utterance, clause)) : [];
  const sure = told.filter((each): each is Candidate => each !== undefined);
  if (sure.length < 2 || sure.length < clauses.length) {
    return undefined;
  }
  const [first, ...others] = sure.flatMap(({ invocations }) => invocations);
  const opportunity = first?.input.opportunity;
  const invocations = others.map((each) =>
    opportunity !== undefined && each.command === 'contact.change'
      ? { command: 'opportunity.contact' as const, input: filled({ ...each.input, opportunity }) }
      : each,
  );
  return (
    first && { invocations: [first, ...invocations], confidence: Math.min(...sure.map((each) => each.confidence)) }
  );
}

/** Nobody tells of more in a sentence. */
const MOST = 5;

/** 华星的王总拍板; Nora is the decision maker at Ironbark; 孙晓岚是影响者: what somebody at a customer decides (R24). */
export function roleSaid(utterance: Utterance, text: string): Candidate | undefined {
  const told = first(utterance, text, [...ROLE, ...SIGNS]);
  const found = told ?? first(utterance, text, DOES);
  if (found) {
    const { groups, opportunity } = found;
    const contact = trimmed(wordsOf(utterance, groups.name ?? ''));
    const input = filled({ opportunity, contact, role: roleIn(groups.role) });
    const confidence = told && isNamed(contact) ? sure(opportunity) : OFFERED;
    return isNobody(contact) ? undefined : { invocations: [{ command: 'opportunity.contact', input }], confidence };
  }
  const { name = '', role } = OF_HIM.map((form) => form.exec(text)?.groups).find((groups) => groups) ?? {};
  const contact = trimmed(wordsOf(utterance, name));
  return contact === '' || NOBODY.test(contact) || isNobody(contact) || firstSlot(utterance, 'person', name)
    ? undefined
    : { invocations: [{ command: 'contact.change', input: filled({ contact, role: roleIn(role) }) }], confidence: 0.9 };
}
