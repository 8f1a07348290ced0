import { firstSlot, type Utterance, wordsOf } from '../utterance.ts';
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

const DEAL_ZH = '(?:的|那个|这个|那)*(?:商机|单子?|项目|案子)?';
const DEAL_EN = "(?:'s)?(?: (?:deal|opportunity|opp|account))?";
const ZH = '(?<target>{customer}|[^，。,.!！?？\\s]{2,20}?)';
const EN = '(?<target>{customer}|\\p{Lu}\\S{0,40}?)';

const STUCK: readonly RegExp[] = [
  /^(?<mine>我的)?(?:单子?|商机|项目)(?:里)?有?(?:哪些|哪几个)(?:是|被)?(?:卡住|卡着|停滞)了?的?$/u,
  /^(?:看看?|查|列出)?(?:一下)?(?<mine>我的?)?(?:现在|目前)?(?:有)?(?:哪些|哪几个|什么)?(?:单子?|商机|项目)(?:被|都)?(?:卡住|卡着|卡了|停滞|停住|不动)(?:的|了)*(?:有哪些|呢)?$/u,
  /^(?:看看?|列出)?(?<mine>我的?)?(?:被)?(?:卡住|停滞)了?的(?:单子?|商机|项目)(?:有哪些)?$/u,
  /^(?:现在)?(?:是)?(?:哪个|哪些|什么)阶段(?:的?(?:单子?|商机))?(?:在|出现|有)?(?:堆积|积压|堆着)(?:了|最多|最严重)?$/u,
  /^(?:which|what|show(?: me)?(?: all)?|list)(?: of)?(?: (?<mine>my)| our| the)? ?(?:open )?(?:deals?|opportunities|opps)?(?: are| is| that are)? (?:stuck|stalled|stalling)(?: deals| opportunities)?(?: right now| now)?$/iu,
  /^(?:(?<mine>my) )?(?:stuck|stalled) (?:deals|opportunities)$/iu,
  /^(?:which|what) stages? (?:is|are) (?:piling up|clogged|jammed)(?: right now| now)?$|^where (?:is the pipeline|are deals) piling up$/iu,
];

/** 哪些单子卡住了; which stage is piling up. */
export const stuckFrame: Frame = (utterance): Candidate | undefined => {
  const text = trimmed(withoutCourtesy(utterance.text).replace(/[?？。.!！]+$/u, ''));
  for (const form of STUCK) {
    const match = form.exec(text);
    if (match) {
      return {
        invocations: [{ command: 'opportunity.stuck', input: filled({ owner: match.groups?.mine && 'me' }) }],
        confidence: 0.92,
      };
    }
  }
  return undefined;
};

const WHERE: readonly RegExp[] = [
  pattern(`^${ZH}${DEAL_ZH}(?:现在|目前)?(?:卡|停|走|进行|推进)?(?:在|到)(?:哪(?:里|儿|一步|个阶段)?|什么阶段)了?$`),
  pattern(`^${ZH}${DEAL_ZH}(?:现在|目前)?(?:是|在|处于)?(?:什么|哪个)阶段了?$`),
  pattern(
    `^${ZH}${DEAL_ZH}(?:预计|大概|估计)?(?:什么时候|啥时候|何时|哪天)(?:能|会|可以)?(?:成交|签约|签单|签|关闭|结单)$`,
  ),
  pattern(`^${ZH}${DEAL_ZH}(?:为什么|怎么)(?:卡住|不动|还没动)了?$`),
  pattern(
    `^where (?:is|are|does|do we stand with)(?: we (?:with|on))?(?: the| our)? ${EN}${DEAL_EN}(?: stuck| stand| now| at)*(?:,? since when)?(?:,?(?: and)? who (?:holds|owns|has) it)?$`,
  ),
  pattern(
    `^when (?:will|does|do|is|should)(?: we| the)? ${EN}${DEAL_EN}(?: expected| going)?(?: to)? (?:close|closing|be signed|sign)$`,
  ),
  pattern(`^(?:what|which) stage is(?: the)? ${EN}${DEAL_EN}(?: in| at)?(?: now)?$`),
];

/** 华星的单子卡在哪了; where is the Acme deal, since when, who holds it (R32). */
export const whereFrame: Frame = (utterance): Candidate | undefined => {
  const text = tight(trimmed(withoutCourtesy(utterance.text).replace(/[?？。.!！]+$/u, '')));
  for (const form of WHERE) {
    const opportunity = nameIn(utterance, form.exec(text)?.groups?.target);
    if (opportunity !== undefined) {
      return { invocations: [{ command: 'opportunity.show', input: { opportunity } }], confidence: 0.92 };
    }
  }
  return undefined;
};

const RIVAL = '(?<name>[^，。,.!！?？]{2,30}?)';
const COMPETITOR: readonly RegExp[] = [
  pattern(`^(?:主要|这单的?)?(?:竞争对手|对手|竞品)(?:是|有|为|[:：])${RIVAL}$`),
  pattern(
    `^(?:在)?${ZH}${DEAL_ZH}(?:上|里|这边|那边)?(?:的|我们的)(?:主要)?(?:竞争对手|对手|竞品)(?:是|有|为|[:：])${RIVAL}$`,
  ),
  pattern(`^(?:the |our )?(?:main )?competitors?(?: (?:at|on|for|in)(?: the)? ${EN}${DEAL_EN})? (?:is|are) ${RIVAL}$`),
  pattern(
    `^(?:we are|we're|we) (?:up )?(?:against|competing with) ${RIVAL} (?:at|on|for|in)(?: the)? ${EN}${DEAL_EN}$`,
  ),
];

const ROLE_ZH = '(?<role>决策人|决策者|拍板人|支持者|内部支持者|影响者|把关人|使用者|反对者)';
const ROLE_EN = '(?<role>decision[- ]maker|champion|influencer|gatekeeper|blocker)';
const ROLE: readonly RegExp[] = [
  pattern(`^(?:${ZH}${DEAL_ZH}(?:那边|这边)?的?)?${ROLE_ZH}(?:是|为|[:：])(?<name>[\\p{L}·]{2,12})$`),
  pattern(`^(?<name>[\\p{Script=Han}·]{2,6})是${ZH}${DEAL_ZH}的?${ROLE_ZH}$`),
  pattern(`^(?:the |our )?${ROLE_EN} (?:at|on|for)(?: the)? ${EN}${DEAL_EN} is (?<name>\\S.{1,30}?)$`),
  pattern(`^(?<name>\\p{Lu}.{1,30}?) is (?:the |our |a )?${ROLE_EN} (?:at|on|for)(?: the)? ${EN}${DEAL_EN}$`),
];
const ROLES: readonly [RegExp, string][] = [
  [/决策|拍板|decision/iu, 'decision_maker'],
  [/支持|champion/iu, 'champion'],
  [/影响|influencer/iu, 'influencer'],
  [/把关|gatekeeper/iu, 'gatekeeper'],
  [/使用/u, 'user'],
  [/反对|blocker/iu, 'blocker'],
];

const MEMBER: readonly RegExp[] = [
  pattern(
    `^(?:把|让|拉|请)?(?<person>{person})(?:加进|加入|拉进|加到|进)(?:来|${ZH}${DEAL_ZH}(?:里|中|来)?)[，,]?(?:占|分|比例)?(?:比例)?(?:是|为)?(?<share>{percent})$`,
  ),
  pattern(
    `^(?:add|bring|put) (?<person>{person}) (?:in(?:to)?|to|on(?:to)?)(?: the)? ${EN}${DEAL_EN},?(?: with| for| at)?(?: a share of)? (?<share>{percent})$`,
  ),
];

/** 华星的竞争对手是远景; 决策人是王总; 把韩梅梅加进来 30%: what a deal is made of. */
export const dealPartsFrame: Frame = (utterance): Candidate | undefined => {
  const text = tight(trimmed(withoutCourtesy(utterance.text).replace(/[。.!！]+$/u, '')));
  if (isAsking(utterance.text)) {
    return undefined;
  }
  return competitor(utterance, text) ?? role(utterance, text) ?? member(utterance, text);
};

/** The first of the forms that fits; without a target the deal is asked for. */
function first(utterance: Utterance, text: string, forms: readonly RegExp[]) {
  for (const form of forms) {
    const groups = form.exec(text)?.groups;
    const opportunity = nameIn(utterance, groups?.target);
    if (groups && (groups.target === undefined || opportunity !== undefined)) {
      return { groups, opportunity };
    }
  }
  return undefined;
}

const sure = (opportunity: string | undefined) => (opportunity === undefined ? 0.72 : 0.9);

function competitor(utterance: Utterance, text: string): Candidate | undefined {
  const found = first(utterance, text, COMPETITOR);
  if (!found) {
    return undefined;
  }
  const { groups, opportunity } = found;
  const input = filled({ opportunity, name: trimmed(wordsOf(utterance, groups.name ?? '')) });
  return { invocations: [{ command: 'opportunity.competitor', input }], confidence: sure(opportunity) };
}

function role(utterance: Utterance, text: string): Candidate | undefined {
  const found = first(utterance, text, ROLE);
  if (!found) {
    return undefined;
  }
  const { groups, opportunity } = found;
  const said = ROLES.find(([words]) => words.test(groups.role ?? ''))?.[1];
  const input = filled({ opportunity, contact: trimmed(wordsOf(utterance, groups.name ?? '')), role: said });
  return { invocations: [{ command: 'opportunity.contact', input }], confidence: sure(opportunity) };
}

function member(utterance: Utterance, text: string): Candidate | undefined {
  const found = first(utterance, text, MEMBER);
  const person = found && firstSlot(utterance, 'person', found.groups.person ?? '')?.name;
  const percent = found && firstSlot(utterance, 'percent', found.groups.share ?? '');
  if (!found || person === undefined || !percent) {
    return undefined;
  }
  const input = filled({ opportunity: found.opportunity, person, share: String(percent.basisPoints / 100) });
  return { invocations: [{ command: 'opportunity.member', input }], confidence: sure(found.opportunity) };
}
