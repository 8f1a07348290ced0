import { isPlace } from '../../../core/names/index.ts';
import { firstSlot, type Utterance } from '../utterance.ts';
import { dealIn, type Frame, pattern, tight, trimmed, withoutCourtesy } from './frame.ts';
import { ANY_STAGE } from './stages.ts';

const DEAL = '(?:商机|单子?|项目|案子)';
/** Named, or pointed at: 华星那单, 它, this deal. */
const WHICH_ZH = `(?:(?<last>它|(?:这|那|该)(?:一)?(?:个|笔)?${DEAL}?)|(?<target>{customer}|[^，。,.!！?？]{2,20}?)(?<deal>(?:的|那个|这个|那|这)*${DEAL})?)(?:的)?`;
const WHICH_EN =
  "(?:(?<last>it|(?:this|that|the) (?:deal|opportunity|opp|one|project))|(?:the |our |my )?(?<target>{customer}|\\p{Lu}[\\p{L}\\d&.'/-]*(?: [\\p{L}\\d&.'/-]+){0,5}?)(?:'s)?(?<deal> (?:deal|opportunity|opp|project))?)";
const NOW = '(?:现在|目前|到底|究竟)?';

/** What is asked of one deal in words that are of deals alone. */
const OF_DEALS_ZH: readonly string[] = [
  '(?:已经)?(?:在|处于|停在|卡在|到|进)?(?:了)?(?:这个|当前|现在的?|本|那个|STAGE)(?:阶段)?(?:里|上)?(?:已经)?(?:停留|停|待|卡|呆|放)?(?:了)?(?:多久|多长时间|多少天|几天)(?:了)?',
  '(?:预计|大概|估计)?(?:什么时候|啥时候|何时|哪天|几号)(?:能|会|可以|要)?(?:签约|签单|签下来|签|成交|关闭|关单|关|拿下|结单)',
  '(?:还)?(?:差|缺|少)(?:些|点|了)?(?:什么|啥|哪些)(?:东西|资料|材料)?(?:才能|就能|才可以)?(?:推进|往前走?|往下走|往下推|进下一步|到下一步|进下一阶段|到下一阶段)?',
];
/** What may be asked of a customer as well: of a deal only where one is said. */
const OF_BOTH_ZH: readonly string[] = [
  '(?:是|归)?(?:由)?(?:谁|哪位|哪个(?:同事|销售|人))(?:在)?(?:负责|跟进?|管|盯|的)?(?:着|呢|的)?',
  '(?:负责人|销售|owner)(?:是)?(?:谁|哪位)?',
  '(?:下一步|接下来|后面)(?:计划|安排)?(?:是|要|该|怎么)?(?:什么|啥|做什么|干什么|干啥|做啥|走|做|办|怎么走|怎么做)?',
  '(?:那边|客户)?(?:最终|最后|到底)?(?:是)?(?:谁|哪位)(?:来)?(?:拍板|说了算|做主|做决定|决定|决策|定)(?:的)?',
  '(?:决策人|决策者|拍板的?人?|关键人)(?:是)?(?:谁|哪位)?',
  '(?:最近|上次|最后一次|刚刚|最新)(?:一次)?(?:都)?(?:发生了?|有|出了?|跟进了?|聊了?|谈了?|做了?|说了?)(?:什么|啥|哪些)(?:事情?|新?进展|动静|情况|消息|新?动态)?',
  '(?:最近|最新)(?:的)?(?:进展|动态|情况|消息|动静|怎么样|如何)(?:是什么|怎么样|如何)?',
  '(?:上次|最近一次|最后一次)(?:跟进|联系|拜访|沟通)(?:是)?(?:什么时候|哪天|何时|谁|什么内容|说了什么|聊了什么|的内容)?',
];
const OF_DEALS_EN: readonly string[] = [
  "who (?:owns|has|holds|runs|handles|leads|manages|is (?:responsible for|in charge of|running|handling|working on|looking after|on)|looks after|works on|'s (?:on|running|responsible for)) WHICH",
  'whose(?: deal)? is WHICH',
  "(?:and )?who(?:'s| is) (?:the |its )?owner(?: of WHICH)?",
  "how long (?:has|have|had|is|was|'s)(?: WHICH)(?: already| now)?(?: been| stood| sat| stayed)?(?: standing| sitting| stuck)?(?: in| at)?(?: the)?(?: (?:STAGE|this stage|that stage|its stage|the current stage|its current stage))?(?: stage)?",
  "what(?:'s| is| comes) (?:the )?next(?: steps?)? (?:on|for|with|in) WHICH",
  "what(?:'s| is) (?:planned|scheduled|coming up) (?:on|for|with) WHICH",
  'when (?:does|will|is|should|do we|can we|will we)(?: WHICH)(?: expected| going| due| supposed)?(?: to)? (?:close|closing|sign|be signed)',
  "what(?:'s| is| else is| do (?:we|i) need|'s still)? ?(?:still )?(?:missing|needed|lacking|left)?(?: to do)? (?:to|before we can|before i can|so (?:we|i) can) (?:advance|move|push|take|progress)(?: WHICH)(?: forward| on| along| ahead| to the next (?:stage|step))?",
  "what(?:'s| is) (?:still )?(?:missing|lacking|needed)(?: (?:on|for|in|from|with) WHICH)(?: to (?:advance|move|go|get)(?: it)?(?: on| ahead| forward| along)?)?",
  'who (?:decides|makes the (?:final )?(?:decision|call)|has the final say|signs(?: off)?(?: on)?|is deciding)(?: (?:on|for|about|in|at|with) WHICH| WHICH)?',
  "who(?:'s| is) the (?:decision[- ]?maker|buyer|decider|one who decides) (?:on|for|at|in|of|with) WHICH",
  'what (?:happened|was done|did we do) (?:last|lately|recently|most recently)(?: (?:on|with|in|to|about) WHICH)?',
  "what(?:'s| is| was) the (?:last|latest|most recent) (?:thing|follow[- ]?up|contact|touch|activity|entry|news|update|note)(?: that happened)? (?:on|with|in|about|of|for) WHICH",
  "what(?:'s| is) (?:the latest|new|happening|going on) (?:on|with|in|about) WHICH",
  'when (?:was|did|were)(?: WHICH)? ?(?:last|was last) (?:touched|contacted|followed up|updated|visited|worked on)',
  'when did (?:we|i|anybody|anyone) last (?:touch|work on|update|follow up on)(?: WHICH)',
];

const STAGE = `(?:${ANY_STAGE})`;
const zh = (said: readonly string[]) =>
  said.map((each) => pattern(`^${WHICH_ZH}${NOW}(?:${each.replaceAll('STAGE', STAGE)})$`));
const en = OF_DEALS_EN.map((each) =>
  pattern(
    `^${each
      .replaceAll('STAGE', STAGE)
      .replace('WHICH', () => WHICH_EN)
      .replaceAll('WHICH', 'it')}$`,
  ),
);
/** Whose it is, asked the other way round: 谁在跟华星的单子. */
const WHO_FIRST = [
  pattern(`^(?:是)?(?:谁|哪位|哪个(?:同事|销售|人))(?:现在|目前)?(?:在)?(?:负责|跟进?|管|盯|做)(?:着)?${WHICH_ZH}$`),
  pattern(`^(?:谁|哪位)(?:来)?(?:拍板|决定)${WHICH_ZH}$`),
];
const FORMS: readonly { form: RegExp; isOfDeals: boolean }[] = [
  ...zh(OF_DEALS_ZH).map((form) => ({ form, isOfDeals: true })),
  ...[...zh(OF_BOTH_ZH), ...WHO_FIRST].map((form) => ({ form, isOfDeals: false })),
  ...en.map((form) => ({ form, isOfDeals: false })),
];

/** Who owns the Acme deal, how long it has been in its stage, what is next on it: all of it stands on its card (R32). */
export const dealAskedFrame: Frame = (utterance) => {
  const text = trimmed(withoutCourtesy(utterance.text).replace(/[?？。.!！]+$/u, '')).replace(/['’]re /gu, ' are ');
  for (const { form, isOfDeals } of FORMS) {
    const groups = form.exec(text)?.groups ?? form.exec(tight(text))?.groups;
    const opportunity = groups && dealOf(utterance, groups, isOfDeals);
    const { lead, deal } = utterance.last;
    if (opportunity === '' && lead !== undefined && deal === undefined) {
      return { invocations: [{ command: 'lead.show', input: { lead } }], confidence: 0.99 };
    }
    if (opportunity !== undefined) {
      return {
        invocations: [{ command: 'opportunity.show', input: opportunity === '' ? {} : { opportunity } }],
        confidence: 0.99,
      };
    }
  }
  return undefined;
};

/** 卡住的单子, 金额最高的商机: which ones, and no name. */
const COUNTED =
  /最|没|未|卡[住着]?$|停滞|逾期|到期|^刚|赢|[输丢]单|团队|阶段|行业|[各每本上下所哪这那我]|今|去年|全部|大家|\p{Co}|^(?:看|查|问|的)/u;

/** Its name; nothing where it is the one spoken of last; undefined where no deal is meant. */
function dealOf(
  utterance: Utterance,
  { target, deal, last }: Partial<Record<string, string>>,
  isOfDeals: boolean,
): string | undefined {
  if (target === undefined) {
    return last === undefined && deal === undefined ? undefined : '';
  }
  const kind = firstSlot(utterance, 'customer', target)?.kind;
  // 本月赢单金额 asks for figures: a name nobody knows stands for a deal only where that is said.
  const isLoose =
    kind === undefined &&
    /\p{Script=Han}/u.test(target) &&
    !(deal && /^[的那这]/u.test(deal) && !COUNTED.test(target) && !isPlace(target));
  if (isLoose || kind === 'lead' || (deal === undefined && kind !== 'deal' && !(isOfDeals && kind !== undefined))) {
    return undefined;
  }
  return dealIn(utterance, target);
}
