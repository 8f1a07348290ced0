import { firstSlot, type Utterance, wordsOf } from '../utterance.ts';
import { DEAL_EN, DEAL_ZH, EN, first, sure, ZH } from './deal-said.ts';
import { roleSaid, rolesSaid } from './decision-chain.ts';
import {
  type Candidate,
  dealIn,
  type Frame,
  filled,
  isAsking,
  pattern,
  tight,
  trimmed,
  withoutCourtesy,
} from './frame.ts';
import { areNames, eachRival } from './rivals.ts';
import { ANY_STAGE } from './stages.ts';

/** A deal by its own name, of several words. */
const EN_NAMED = "(?<target>{customer}|\\p{Lu}[\\p{L}\\d&.'/-]*(?: [\\p{L}\\d&.'/-]+){0,5}?)";

const UNSIGNED_ZH = '(?:还|一直|迟迟)没(?:有)?(?:签约|签单|签下来|签下|签|成交|拿下)(?:呢|啊)?';
const WHERE: readonly RegExp[] = [
  pattern(`^${ZH}${DEAL_ZH}(?:现在|目前)?(?:卡|停|走|进行|推进)?(?:在|到)(?:哪(?:里|儿|一步|个阶段)?|什么阶段)了?$`),
  pattern(`^${ZH}${DEAL_ZH}(?:现在|目前)?(?:是|在|处于)?(?:什么|哪个)阶段了?$`),
  pattern(
    `^${ZH}${DEAL_ZH}(?:预计|大概|估计)?(?:什么时候|啥时候|何时|哪天)(?:能|会|可以)?(?:成交|签约|签单|签|关闭|结单)$`,
  ),
  pattern(`^${ZH}${DEAL_ZH}(?:为什么|怎么)(?:卡住|不动|还没动)了?$`),
  pattern(`^(?:为什么|为啥|怎么)${ZH}${DEAL_ZH}(?:到现在|至今)?${UNSIGNED_ZH}$`),
  pattern(`^${ZH}${DEAL_ZH}(?:为什么|为啥|怎么|咋)(?:到现在|至今)?${UNSIGNED_ZH}$`),
  pattern(
    "^why (?:has(?:n't| not)|is(?:n't| not)|did(?:n't| not)|have(?:n't| not)|has) (?:the )?(?<target>{customer})(?: deal| opportunity)?(?: not)?(?: been)? (?:signed?|closed?|won|moved?|moving)(?: yet)?$",
  ),
  pattern(
    `^(?:为什么|为啥|怎么)${ZH}${DEAL_ZH}(?:不能|没法|不让|不可以|推不动|动不了)(?:往下|往前|继续)?(?:推进?|走)?了?$`,
  ),
  pattern(
    `^${ZH}${DEAL_ZH}(?:为什么|怎么)?(?:推不动|动不了|走不下去|过不去|不能往[下前][推走])了?(?:[，, ]+还?(?:缺|差)(?:什么|哪些).{0,8})?$`,
  ),
  pattern(
    `^why (?:can't|cannot|won't|doesn't|isn't)(?: i| we)?(?: move| advance| push)?(?: the)? ${EN_NAMED}${DEAL_EN}(?: move| moving| advance)?(?: forward| on| along| ahead)?$`,
  ),
  pattern(`^what(?:'s| is) (?:holding up|blocking|stopping|holding)(?: the)? ${EN_NAMED}${DEAL_EN}(?: back| up)?$`),
  pattern(
    `^where (?:is|are|does|do we stand with)(?: we (?:with|on))?(?: the| our)? ${EN_NAMED}${DEAL_EN}(?: stuck| stand| now| at)*(?:,? since when)?(?:,?(?: and)? who (?:holds|owns|has) it)?$`,
  ),
  pattern(
    `^when (?:will|does|do|is|should)(?: we| the)? ${EN_NAMED}${DEAL_EN}(?: expected| going)?(?: to)? (?:close|closing|be signed|sign)$`,
  ),
  pattern(
    `^${ZH}${DEAL_ZH}(?:现在)?(?:还|都)?(?:缺|差|少)(?:些|点|了)?(?:什么|啥|哪些(?:东西|资料)?)(?:东西|资料|材料)?(?:才能|就能|才可以|没有?)?(?:推进|往前走?|往下走|往下推|往前推|继续|过|进下一步|到下一步|进下一阶段|到下一阶段|推到下一步|补)?$`,
  ),
  pattern(
    `^what(?:'s| is| else is)? (?:missing|still missing|needed|left)(?: to do)? (?:on|for|at|from|in|with)(?: the)? ${EN_NAMED}${DEAL_EN}(?: to (?:move|go|get) (?:on|ahead|forward))?$`,
  ),
  pattern(
    `^what(?:'s| is| else is| do i need| do we need)? ?(?:missing|still missing|needed|left|still needed)?(?: to do)? (?:to|before (?:i|we) can) (?:move|get|push|take|advance)(?: the)? ${EN_NAMED}${DEAL_EN}(?: forward| on| along| ahead| to the next (?:stage|step))?$`,
  ),
  pattern(
    `^(?:what(?:'s|s| is) (?:the |our )?)?(?:current |latest )?(?:status|state of play|progress|update|news|any (?:news|update|progress)) (?:of|on|for|with)(?: the)? ${EN_NAMED}${DEAL_EN}$`,
  ),
  pattern(
    `^(?:我们)?(?:在)?${ZH}${DEAL_ZH}(?:那边)?的?(?:竞争对手|竞品|对手|竞争者)(?:现在|目前)?(?:都)?(?:是|有)(?:谁|哪些|哪几家|哪家|什么)$`,
  ),
  pattern(`^${ZH}${DEAL_ZH}(?:那边)?(?:我们)?(?:在)?(?:跟|和|与)(?:谁|哪家|哪些(?:公司|厂家)?)(?:竞争|在竞争|抢)$`),
  pattern(
    `^(?:who(?:'s| is| are)|which|what are)(?: the| our)? (?:main )?(?:competitors?|competition|rivals?)(?: are)?(?: we (?:have|face))? (?:at|for|on|with|in|of)(?: the)? ${EN_NAMED}${DEAL_EN}$`,
  ),
  pattern(
    `^who(?:'re| are) we (?:competing|up|running|fighting)(?: with| against)? (?:at|for|on|in)(?: the)? ${EN_NAMED}${DEAL_EN}$`,
  ),
  pattern(`^how(?:'s| is)(?: the)? ${EN_NAMED} (?:deal|opportunity)(?: going| coming along| doing| looking)?$`),
  pattern(
    `^${ZH}${DEAL_ZH}(?:要|想)?(?:进|到|推到|推进到|进入)${ANY_STAGE}(?:阶段)?(?:还)?(?:要|需要|缺|差|得)(?:传|准备|补|有|交|提供)?(?:些|点)?(?:什么|哪些)(?:资料|材料|东西|文件|条件)?$`,
  ),
  pattern(
    `^what do (?:i|we) (?:still )?(?:need|have)(?: to (?:upload|do|fill in|provide|send|add))? (?:before|for|so that)(?: the)? ${EN_NAMED}${DEAL_EN}(?: can)?(?: to)? (?:move|go|advance)(?: on| forward| ahead)?$`,
  ),
  pattern(`^what does(?: the)? ${EN_NAMED}${DEAL_EN} (?:still )?(?:need|lack|want)(?: to move on)?$`),
  pattern(`^(?:the )?${EN_NAMED}${DEAL_EN} is (?:at|in) (?:what|which) stage(?: now)?$`),
  pattern(`^${ZH}${DEAL_ZH}的?(?:下一步(?:是)?(?:什么|啥|呢)?|阶段(?:历史|记录|变化))$`),
  pattern(
    `^(?:what(?:'s| is) )?(?:the )?(?:next step|stage history)(?: for| with| at| of| on)(?: the)? ${EN_NAMED}${DEAL_EN}$`,
  ),
  pattern(`^(?:为什么|为啥|怎么)(?:会)?(?:丢|输|没拿下|没签下)了?${ZH}${DEAL_ZH}(?:的)?$`),
  pattern(`^${ZH}${DEAL_ZH}(?:是)?(?:为什么|为啥|怎么)(?:会)?(?:丢|输|黄)(?:单|掉)?了?(?:的)?$`),
  pattern(`^(?:why|how) did (?:we|i) (?:lose|fail to win)(?: the)? ${EN_NAMED}${DEAL_EN}$`),
  pattern(`^how long has(?: the)? ${EN_NAMED}${DEAL_EN} been in (?:this|its|that|the current) stage$`),
  pattern(`^(?:what|which) stage is(?: the)? ${EN_NAMED}${DEAL_EN}(?: in| at)?(?: now)?$`),
];

/** Only where a deal is said, by its own name or as one: a customer alone is shown as such. */
const SHOWN: readonly RegExp[] = [
  pattern(
    '^(?:看看?|查看?|打开|显示|瞧瞧)?(?:一?下)?(?<target>{customer})(?<deal>(?:的|那个|这个|那|这)*(?:商机|单子?|项目|案子))?(?:的)?(?:情况|进展|详情|怎么样|如何|什么情况|怎么样了|现在怎么样)*了?$',
  ),
  pattern(
    "^(?:how(?:'s| is)|what about|what(?:'s| is) (?:up|going on|new|happening) with|any (?:news|update|progress) on|update on|status of|show(?: me)?|open|pull up)(?: the| our| my)? (?<target>{customer})(?:'s)?(?<deal> (?:deal|opportunity|opp))?(?: going| coming along| doing| looking| now| so far)*$",
  ),
];

function shownDeal(utterance: Utterance, text: string): string | undefined {
  const groups = SHOWN.map((form) => form.exec(text)?.groups).find((each) => each !== undefined);
  const mention = groups?.target === undefined ? undefined : firstSlot(utterance, 'customer', groups.target);
  return mention && (mention.kind === 'deal' || groups?.deal) && mention.kind !== 'lead' ? mention.name : undefined;
}

/** Asked of the deal that was spoken of last: its card says it. */
const OF_THE_LAST =
  /^(?:它?的?下一步(?:是)?(?:什么|啥|呢)|阶段(?:历史|记录|变化)|在?(?:这个|当前|现在的?|本)阶段(?:已经)?(?:停留|停|待)?(?:了)?(?:多久|多长时间|多少天|几天)了?|what(?:'s| is) (?:the |our |its )?next step|(?:the |its )?next step|(?:the |its )?stage history|how long (?:has it been |is it |it has been |it's been |been )?in (?:this|its|that|the current) stage)$/iu;

/** 华星的单子卡在哪了; where is the Acme deal, since when, who holds it (R32). */
export const whereFrame: Frame = (utterance): Candidate | undefined => {
  const text = tight(trimmed(withoutCourtesy(utterance.text).replace(/[?？。.!！]+$/u, '')));
  for (const form of WHERE) {
    const opportunity = dealIn(utterance, form.exec(text)?.groups?.target);
    if (opportunity !== undefined) {
      return { invocations: [{ command: 'opportunity.show', input: { opportunity } }], confidence: 0.92 };
    }
  }
  if (OF_THE_LAST.test(text)) {
    return { invocations: [{ command: 'opportunity.show', input: {} }], confidence: 0.9 };
  }
  const opportunity = shownDeal(utterance, text);
  return opportunity === undefined
    ? undefined
    : { invocations: [{ command: 'opportunity.show', input: { opportunity } }], confidence: 0.93 };
};

const RIVAL = '(?<name>[^，。,.!！?？]{2,30}?(?:[，,] ?(?:and )?[^，。,.!！?？]{2,30}?){0,4})';
const COMPETITOR: readonly RegExp[] = [
  pattern(`^(?:主要|这单的?)?(?:竞争对手|对手|竞品)(?:是|有|为|[:：])${RIVAL}$`),
  pattern(
    `^(?:在)?${ZH}${DEAL_ZH}(?:上|里|这边|那边)?(?:的|我们的)(?:主要)?(?:竞争对手|对手|竞品)(?:是|有|为|[:：])${RIVAL}$`,
  ),
  pattern(
    `^(?:给|为|在)?(?<target>{customer})${DEAL_ZH}(?:上|里)?(?:加|添加|记|记录|录|新增)(?:了|个|一个|一下)*(?:主要)?(?:竞争对手|对手|竞品)(?:是|叫|为|[:：，, ])+${RIVAL}$`,
  ),
  pattern(
    `^(?:add|log|note|put|record) ${RIVAL}(?: down)? as (?:an? |our |the )?(?:new |main )?competitor (?:on|for|at|to|in)(?: the)? (?<target>{customer})${DEAL_EN}$`,
  ),
  pattern(
    `^(?:the |our )?(?:main )?(?:competitors?|rivals?)(?: (?:at|on|for|in|of)(?: the)? ${EN}${DEAL_EN})? (?:is|are) ${RIVAL}$`,
  ),
  pattern(
    `^(?:we are|we're|we|i'm|i am)?(?: also)? ?(?:up )?(?:against|competing with) ${RIVAL} (?:at|on|for|in)(?: the)? ${EN}${DEAL_EN}$`,
  ),
];

/** Who else is at it, as one hears it: offered, not written, since a price or a boss may be "at it", too. */
const SEEN_THERE: readonly RegExp[] = [
  pattern(
    `^(?<target>{customer})(?:那边|这边|${DEAL_ZH})(?:上|里)?[，, ]?(?!边)${RIVAL}(?:他们)?(?:(?:也|还)+(?:在|要)(?:跟|谈|抢|报价|投标?|竞标|争|接触)|(?:在|要)(?:抢|投标|竞标|争))(?:着|了)?$`,
  ),
  pattern(
    `^${RIVAL}(?:他们)?(?:也|还)+(?:在)?(?:跟|抢|谈|接触|争|盯)(?:着|进)?(?<target>{customer})${DEAL_ZH}(?:这边|那边)?$`,
  ),
  pattern(
    `^${RIVAL} (?:is|are) (?:also |still )?(?:after|chasing|going after|pursuing|in on)(?: the)? (?<target>{customer})${DEAL_EN}$`,
  ),
  pattern(
    `^${RIVAL} (?:is|are)(?: also| still)? (?:bidding|competing|quoting|pitching|in the running) (?:for|at|on|to|with)(?: the)? (?<target>{customer})${DEAL_EN}$`,
  ),
];
const NO_RIVAL =
  /合同|价格|条款|付款|款项|方案|细节|需求|预算|折扣|[总工]$|经理|主任|总监|老板|采购|财务|法务|客户|对方|他们|我|大家|^(?:we|i|they|he|she|our .*|the .*|price|contract|terms)$|[\ue000-\ue9ff]/iu;

const SHARE_ZH = '(?:[，, ]*(?:业绩)?(?:贡献|占比?|分|比例)?(?:为|是)?(?<share>{percent}))?';
const SHARE_EN = '(?:,?(?: with| for| at)?(?: a share of)? (?<share>{percent}))?';
const MEMBER: readonly RegExp[] = [
  pattern(
    `^(?:把|将)?(?:(?<target>{customer})${DEAL_ZH}|(?:这|那|该)?(?:个|笔)?(?:单子?|商机|项目|业绩))(?:的)?(?:业绩)?(?:的)?(?:再)?(?:分|给|算|划)(?:出)?(?<share>{percent})(?:的?业绩)?(?:分给|给)(?<person>{person})$`,
  ),
  pattern(
    `^(?:把|将)?(?:(?<target>{customer})${DEAL_ZH}|(?:这|那|该)?(?:个|笔)?(?:单子?|商机|项目|业绩))(?:的)?(?:业绩)?(?:的)?(?<share>{percent})(?:的?业绩)?(?:分给|分|给|算给|划给)(?<person>{person})$`,
  ),
  pattern(
    `^(?:分|给|分给)(?<person>{person})(?:(?<target>{customer})${DEAL_ZH}|(?:这|那|该)(?:个|笔)?(?:单子?|商机|项目))的?(?<share>{percent})(?:的?业绩)?$`,
  ),
  pattern(
    `^(?:give|assign|credit) (?<person>{person})(?: with)? (?:an? )?(?<share>{percent})(?: share| credit| of the credit| cut)?(?: (?:of|on|in|for) (?:it|this(?: one| deal)?|that(?: one| deal)?|the deal|(?:the )?(?<target>{customer})${DEAL_EN}))?$`,
  ),
  pattern(
    `^(?:把|让|拉|请)?(?<person>{person})(?:加进|加入|拉进|加到|进)(?:来|${ZH}${DEAL_ZH}(?:里|中|来)?)[，,]?(?:占|分|比例)?(?:比例)?(?:是|为)?(?<share>{percent})?$`,
  ),
  pattern(
    `^(?<target>{customer})${DEAL_ZH}(?:是)?(?:我)?(?:和|跟|与)(?<person>{person})(?:一起|合|共同)(?:做|跟|谈|负责)?的?(?:[，, ]+(?:业绩)?(?<parts>五五|对半|[一二三四六七八九][九八七六四三二一])(?:分|开|分成)?)?$`,
  ),
  pattern(
    `^(?:split|share)(?: the)? (?<target>{customer})${DEAL_EN} with (?<person>{person})(?:,? (?:(?<parts>\\d{1,2}[/:-]\\d{1,2}|half and half|fifty[- ]fifty)|(?<share>{percent})))?$`,
  ),
  pattern(
    `^(?:split|share)(?: the)? (?<target>{customer})${DEAL_EN},? (?<parts>\\d{1,2}[/:-]\\d{1,2}|half and half|fifty[- ]fifty) with (?<person>{person})$`,
  ),
  pattern(
    `^(?<person>{person})(?:在|会|来)?帮我(?:一起)?(?:跟|做|谈|搞|盯)(?<target>{customer})(?:这|那)?(?:一)?(?:个|单|的)?${DEAL_ZH}${SHARE_ZH}$`,
  ),
  pattern(
    `^(?<person>{person})(?:也|会|来|一起|共同)*(?:参与|参加|加入)了?(?<target>{customer})${DEAL_ZH}${SHARE_ZH}$`,
  ),
  pattern(
    `^(?<person>{person}) (?:helps|supports|works with)(?: me| us)?(?: out)? (?:on|with)(?: the)? (?<target>{customer})${DEAL_EN}${SHARE_EN}$`,
  ),
  pattern(
    `^(?<person>{person}) (?:is|will be|has been)(?: now)? (?:helping|supporting|working with)(?: me| us)?(?: out)? (?:on|with)(?: the)? (?<target>{customer})${DEAL_EN}${SHARE_EN}$`,
  ),
  pattern(
    `^(?:add|bring|put) (?<person>{person}) (?:in(?:to)?|to|on(?:to)?)(?: the)? ${EN}${DEAL_EN},?(?:(?: with| for| at)?(?: a share of)? (?<share>{percent}))?$`,
  ),
];

/** 华星的竞争对手是远景; 决策人是王总; 把韩梅梅加进来 30%: what a deal is made of. */
export const dealPartsFrame: Frame = (utterance): Candidate | undefined => {
  const text = tight(trimmed(withoutCourtesy(utterance.text).replace(/[。.!！]+$/u, '')));
  if (isAsking(utterance.text)) {
    return undefined;
  }
  return (
    competitor(utterance, text) ?? roleSaid(utterance, text) ?? rolesSaid(utterance, text) ?? member(utterance, text)
  );
};

function competitor(utterance: Utterance, text: string): Candidate | undefined {
  const named = first(utterance, text, COMPETITOR);
  const heard = named ? undefined : first(utterance, text, SEEN_THERE);
  const found = named ?? heard;
  if (!found || (heard && NO_RIVAL.test(trimmed(heard.groups.name ?? '')))) {
    return undefined;
  }
  const { groups, opportunity } = found;
  const said = trimmed(wordsOf(utterance, groups.name ?? ''));
  if (!areNames(said)) {
    return undefined;
  }
  const names = eachRival(said);
  return {
    invocations: names.map((name) => ({ command: 'opportunity.competitor', input: filled({ opportunity, name }) })),
    confidence: heard ? 0.6 : sure(opportunity),
  };
}

const HALF = /五五|对半|half|fifty/iu;
const NUMERALS = '零一二三四五六七八九';

/** 六四分, 60/40: the second part is the colleague's. */
function theirPart(parts: string | undefined): string | undefined {
  if (parts === undefined || HALF.test(parts)) {
    return parts && '50';
  }
  const numeral = NUMERALS.indexOf(parts.slice(-1));
  return numeral > 0 ? String(numeral * 10) : parts.split(/[/:-]/u)[1];
}

function member(utterance: Utterance, text: string): Candidate | undefined {
  const found = first(utterance, text, MEMBER);
  const person = found && firstSlot(utterance, 'person', found.groups.person ?? '')?.name;
  const percent = found && firstSlot(utterance, 'percent', found.groups.share ?? '');
  // Whom to share it with goes without how much: the form asks for that.
  if (!found || person === undefined || (!percent && found.opportunity === undefined)) {
    return undefined;
  }
  const share = percent ? String(percent.basisPoints / 100) : theirPart(found.groups.parts);
  const input = filled({ opportunity: found.opportunity, person, share });
  return { invocations: [{ command: 'opportunity.member', input }], confidence: sure(found.opportunity) };
}
