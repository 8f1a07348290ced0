import { firstSlot, type Utterance, wordsOf } from '../utterance.ts';
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
import { ANY_STAGE, stageSaid, withStages } from './stages.ts';

const DEAL_ZH = '(?:的|那边|那个|这个|那|这)*(?:商机|机会|单子?|项目|案子)?(?:的)?(?:阶段|状态)?';
const DEAL_EN = "(?:'s|s')?(?: (?:deal|opportunity|opp|account|lead))?(?: (?:stage|status))?";
const ZH = '(?<target>{customer}|[^，。,.!！?？\\s]{2,20}?)';
const EN = '(?<target>{customer}|\\S.{0,40}?)';
const STAGE = `(?<stage>{stage}|${ANY_STAGE})`;
const MOVE =
  '(?:推进|推动|推|移动?|挪|改|更新|调整|变更|转|升级?|进入|进|退回?|回退|到|设置?|标记?|切换?)(?:一下)?(?:到|至|为|成|入)?了?';

const ALREADY = '(?:已经?|现在|也|可以)*';

const MOVES: readonly RegExp[] = [
  pattern(`^(?:把|将)?${ZH}${DEAL_ZH}${ALREADY}(?:从.{2,6}(?:阶段)?${ALREADY})?${MOVE}${STAGE}(?:阶段|状态)?了?$`),
  pattern(`^(?:推进|更新|调整)(?:一下)?${ZH}${DEAL_ZH}(?:到|至|为|成)${STAGE}(?:阶段)?$`),
  pattern(
    `^(?:move|advance|push|progress|set|change|update|take|bring|put|mark|bump|shift)(?: the| our)? ${EN}${DEAL_EN}(?: back| forward| over)?(?: (?:in)?to| as| at| in)(?: the)? ${STAGE}(?: stage| phase)?$`,
  ),
  pattern(
    `^${EN}${DEAL_EN}(?: is| has| was| just| now| are)*(?: moved| gone| went| entered| entering| moving| advanced)?(?: now)?(?: in(?:to)?| to| at)?(?: the)? ${STAGE}(?: stage| phase)(?: now)?$`,
  ),
  pattern(
    `^${EN}${DEAL_EN}(?: is| has| was| just| now| are)*(?: moved| gone| went| entered| moving| advanced)(?: now)?(?: in(?:to)?| to)?(?: the)? ${STAGE}(?: stage| phase)?(?: now)?$`,
  ),
  pattern(`^${EN}${DEAL_EN} is (?:now )?in ${STAGE}(?: now)?$`),
];

// Where 阶段 or the verb says that a stage is meant, one that is not known is asked about.
const OTHER_ZH = '(?<stage>[\\p{Script=Han}\\p{Script=Latin}\\d]{2,12}?)';
const OTHER_EN = '(?<stage>[\\p{L}\\d-]+(?: [\\p{L}\\d-]+){0,3}?)';
const OTHERS: readonly RegExp[] = [
  pattern(`^(?:把|将)?(?<target>{customer})${DEAL_ZH}推进?(?:到|至)${OTHER_ZH}(?:阶段)?了?$`),
  pattern(`^推进(?:一下)?(?<target>{customer})${DEAL_ZH}(?:到|至)${OTHER_ZH}(?:阶段)?$`),
  pattern(`^(?:把|将)?${ZH}${DEAL_ZH}${MOVE}${OTHER_ZH}阶段了?$`),
  pattern(`^(?:advance|progress) (?<target>{customer})${DEAL_EN} (?:in)?to(?: the)? ${OTHER_EN}(?: stage| phase)?$`),
  pattern(`^(?:move|push|take|bring|put) ${EN}${DEAL_EN} (?:in)?to(?: the)? ${OTHER_EN} (?:stage|phase)$`),
];
const NEXT = /^(?:下一?个?|(?:its )?next)$/iu;

const WON: readonly RegExp[] = [
  pattern(
    `^(?:恭喜|好消息|太好了|耶)?[，,！!]?(?:把|将)?${ZH}${DEAL_ZH}(?:那边)?(?:已经?|终于|今天|刚|{day}|总算|也|正式|合同)*(?:谈(?:下来|成|妥)了|签(?:下来?了?|了约?|约了?|单了|合同了|成了|完了|字了)|成交了?|赢(?:下来了?|单?了)|拿下来?了?|中标了?|搞定了|标记?为?赢单)$`,
  ),
  pattern(`^(?:签|签下|拿下|赢下|搞定)了?${ZH}${DEAL_ZH}了?$`),
  pattern(`^{customer} (?:said yes|has agreed|agreed|signed off) (?:to|on) (?:the )?(?<target>{customer})${DEAL_EN}$`),
  pattern(
    `^(?:great news|good news|yay|woohoo)?[,!]? ?(?:we|i)?(?: ?have|'ve| ?just| ?finally)*(?: ?won| ?signed| ?landed| ?bagged| ?got| ?closed) (?:the )?${EN}${DEAL_EN}(?: today| yesterday| {day})?$`,
  ),
  pattern(
    `^(?:the )?${EN}${DEAL_EN}(?: has| have| just| finally| is| was)* (?:signed|won|said yes|closed won|a win|in the bag)(?: the (?:contract|deal))?(?: today| yesterday| {day})?$`,
  ),
];

const LOST: readonly RegExp[] = [
  pattern(
    `^(?:把|将)?${ZH}${DEAL_ZH}(?:那边)?(?:已经?|最终|今天|还是|也|{day})*(?:丢(?:单了?|掉了|了)|输(?:单了?|掉了|了)|黄了|(?:输|丢)给了?(?<to>.{1,16}?)了?|(?<why>被.{0,12}?(?:抢走|抢|截胡|撬走))了?|没戏了?|凉了|流标了?|(?<chose>选了(?:别家|竞品|其他家|对手|[^，。]{1,12}))|不做了|没拿下来?|标记?为?(?:丢|输)单)$`,
  ),
  pattern(
    `^(?:we|i)?(?: ?have|'ve| ?just| ?finally| ?unfortunately)* ?lost (?:the )?${EN}${DEAL_EN}(?:,? (?<why>(?:to|on|over|because(?: of)?|due to|since|as) .+?))?(?: today| yesterday| {day})?$`,
  ),
  pattern(
    `^(?:the )?${EN}${DEAL_EN}(?: has| have| just| is| was)* (?:lost|dead|went nowhere|closed lost|said no|fell through|gone to (?:a |the )?competitor)(?:,? (?<why>(?:to|on|over|because(?: of)?|due to|as) .+))?$`,
  ),
  pattern(
    `^(?:the )?(?<target>{customer})${DEAL_EN}(?: has| just| was)? (?<why>(?:gone|went|awarded|given|handed) to (?:a |the |another |our |someone )?(?:competitor|competition|rival|vendor|else|cheaper vendor))$`,
  ),
  pattern(
    `^(?<target>{customer})${DEAL_EN}(?: has| have| just| was)* (?<why>(?:cancel(?:l?ed)?|pulled out|walked away|backed out|(?:killed|scrapped|shelved|dropped)(?= (?:the|this|our)))(?: (?:the|this|our) (?:project|deal|order))?(?:,? (?:and )?(?:went|going|goes|signed|gone) with \\p{Lu}[\\p{L}\\d&.-]*)?)(?:[,;.]? (?:so )?(?:please )?(?:mark|set|close) (?:it|that|this)(?: as| to)? (?:a )?lost)?$`,
  ),
  pattern(
    `^${EN}${DEAL_EN} (?<why>(?:chose|went with|picked|signed with) (?:a |another |the )?(?:competitor|rival|vendor|someone else|\\p{Lu}[\\p{L}\\d&.-]*)s?)$`,
  ),
];

const PUSH: readonly RegExp[] = [
  pattern(`^(?:推进|推动)(?:一下)?${ZH}(?:的|那个|这个)*(?:商机|机会|单子?|项目)$`),
  pattern(`^(?:把|将)${ZH}(?:的|那个|这个)*(?:商机|机会|单子?|项目)(?:推进|往前推)(?:一下|一步)?$`),
  pattern(`^(?:advance|progress|move along) (?:the )?${EN} (?:deal|opportunity|opp)$`),
  pattern(
    `^(?:把|将)?(?<target>{customer})${DEAL_ZH}(?:再|可以)?(?:往前|向前|朝前)?(?:推进?|走|进)(?:一步|一个阶段|到?下一个?阶段|到?下一步)(?:吧|了)?$`,
  ),
  pattern(
    `^(?:the )?(?<target>{customer})${DEAL_EN} (?:is |looks )?(?:now )?ready (?:for|to (?:move|go|advance) (?:on )?to) the next (?:stage|step)$`,
  ),
  pattern(`^(?:move|push|take|bring) (?:the )?(?<target>{customer})${DEAL_EN} (?:along|on|forward|ahead)$`),
  pattern(`^(?:the )?(?<target>{customer})${DEAL_EN} (?:is |looks )?(?:now )?ready for (?:an? |the )?${STAGE}$`),
  pattern(
    `^(?:move|advance|push|take) (?:the )?(?<target>{customer})${DEAL_EN} (?:on |forward )?(?:to )?(?:the )?(?:next (?:stage|step)|one (?:stage|step)(?: on| forward)?)$`,
  ),
];

const ONWARDS = /^(?:可以|就|那就)?(?:往下|往前|接着往下)(?:走|推)(?:吧|了|一步)?$/u;
const STARTS_WITH_DEAL = pattern(`^(?:把|将)?(?<target>{customer})${DEAL_ZH}`);

/** Signed! Conveyor belt at 850k. */
const EXCLAIMED: readonly (readonly [RegExp, string])[] = [
  [/^(?:签|赢|成交|拿下|中标)了[!！,，:： ]+(?=[\ue000-\ue0ff][^，,]{0,6}(?:签|赢|成交|拿下|中标))/u, ''],
  [/^(?:signed|won|closed)[!！,，:： ]+(?=[\ue000-\ue0ff])/iu, 'won '],
  [/^(?:签|赢|成交|拿下|中标)了[!！,，:： ]+(?=[\ue000-\ue0ff])/u, '拿下'],
];

/** Of the deal spoken of last; where there was none, it is asked which. */
const MOVED_ALONE = pattern(
  `^(?:(?:把|将)?它?(?:推进|推|挪|移|进|改)到|(?:move|advance|push|put|take|bring) it (?:in)?to |put it in |(?:it's|it is|is) (?:now )?in )${STAGE}(?:阶段| stage)?了?(?: now)?$`,
);
const WON_ALONE =
  /^(?:我们|这单|那单|终于|we(?: have|'ve| just| finally)? ?)*(?:赢(?:下来?了?|单?了)|签(?:下来了?|了|单了)|成交了|拿下来?了|中标了|won|signed|closed)(?: it)?$/iu;
/** For how much, in a clause of its own: 签了18万; signed at 180k. */
const SIGNED_SUM = pattern(
  '^(?:合同|一共|总|最终|最后|签|成交|赢|了|额|金额|价|共|是|为|[:：]|(?:it |they |we )?(?:signed|closed|won)|amount|worth|for|at|is| )*{money}(?:的?(?:合同|单子?))?$',
);

const WON_FOR: readonly RegExp[] = [
  pattern(
    '^(?<head>.*(?:签(?:下来?|了|单|约|到)*|成交了?|拿下来?了?|赢下?来?了?|中标了?)) ?(?<sum>{money})(?:的?(?:合同|单子?))?$',
  ),
  pattern(
    '^(?<head>.*(?:won|signed|closed|landed|got|bagged|said yes|agreed)(?![a-z]).*?),? (?:for|at|worth) (?<sum>{money})$',
  ),
  pattern(
    "^(?<head>.*(?:won|signed|closed|landed|got|bagged)(?![a-z])(?: the)? {customer}(?:'s)?(?: (?:deal|opportunity|opp))?),? (?<sum>{money})$",
  ),
  pattern('^(?<head>.*?) ?(?<sum>{money})(?<tail>签(?:下来?了?|了|单了?|约了?)|成交了?|拿下来?了?)$'),
];

/** 华星签了18万, closed Acme at 180k: the sum in a clause of its own. */
function sumApart(said: string): { head: string; sum: string[] } {
  const groups = WON_FOR.map((form) => form.exec(said)?.groups).find((each) => each !== undefined);
  return groups?.sum === undefined
    ? { head: said, sum: [] }
    : { head: trimmed(`${groups.head ?? ''}${groups.tail ?? ''}`), sum: [groups.sum] };
}

/** Why it was lost, in the words it was said in: to whom, over what, or the clause that follows. */
function whyLost(
  utterance: Utterance,
  groups: Record<string, string | undefined>,
  rest: readonly string[],
): string | undefined {
  const to = groups.to && `输给${groups.to}`;
  const told = rest.filter((each) => !ORDER.test(trimmed(each)));
  const said = [to ?? groups.why ?? groups.chose, ...told].flatMap((each) => (each ? [plainReason(each)] : []));
  const reason = said.join(/\p{Script=Han}/u.test(utterance.text) ? '，' : ', ');
  return trimmed(wordsOf(utterance, reason)).slice(0, 200) || undefined;
}

/** Mark it lost is no reason. */
const ORDER =
  /^(?:so )?(?:please )?(?:mark|set|close|move) (?:it|that|this)(?: as| to)? (?:a )?lost$|^(?:帮我|就|请)?(?:把它)?(?:标记?|改|设|推)?(?:成|为|到)?(?:丢|输)单吧?$/iu;

const plainReason = (said: string) =>
  trimmed(said)
    .replace(/^(?:因为|由于|原因是?|主要是?|because(?: of)?|due to|since|as)\s*[:：]?\s*/iu, '')
    .replace(/^to /iu, 'went to ');

/** Who has to approve it is a rule of the stage, where no customer's deal is spoken of. */
const SIGNED_OFF = /(?:要|需要?|必须|得)[^，,。]{1,12}(?:审批|审核|批准|签字)$/u;

/** 华星电子推进到谈判阶段; Globex signed!; we lost Northwind to a competitor. */
export const advanceFrame: Frame = (utterance): Candidate | undefined => {
  const plain = EXCLAIMED.reduce(
    (said, [exclaimed, verb]) => said.replace(exclaimed, verb),
    tight(trimmed(withoutCourtesy(utterance.text))).replace(/[啦咯喽嘞]/gu, '了'),
  );
  const [whole = '', ...others] = plain.split(
    /[，,。；;!！]+\s*(?=.)| [-–—] |(?<=[a-z\ue000-\ue0ff]) (?=because )|(?<=[签赢拿丢黄输凉][下了到来单约标]*) (?=\p{Script=Han})/u,
  );
  const { head, sum: signed } = sumApart(whole);
  const reasons = [...signed, ...others];
  const ruled = firstSlot(utterance, 'customer', plain) === undefined ? plain : whole;
  if (isAsking(utterance.text) || SIGNED_OFF.test(ruled)) {
    return undefined;
  }
  const text = withStages(utterance, trimmed(head));
  const forms = [
    ...MOVES.map((form) => ({ form, stage: undefined })),
    ...WON.map((form) => ({ form, stage: 'won' as const })),
    ...LOST.map((form) => ({ form, stage: 'lost' as const })),
    ...[...PUSH, ...OTHERS].map((form) => ({ form, stage: undefined })),
  ];
  // 赢了，签了18万: which deal it was is asked.
  const sum = WON_ALONE.test(text) ? reasons.find((reason) => SIGNED_SUM.test(trimmed(reason))) : undefined;
  if (sum !== undefined && reasons.length === 1) {
    const amount = firstSlot(utterance, 'money', sum)?.text.trim();
    return {
      invocations: [{ command: 'opportunity.advance', input: filled({ stage: 'won', amount }) }],
      confidence: 0.75,
    };
  }
  const onwards = reasons.length === 1 && ONWARDS.test(reasons[0] ?? '') && STARTS_WITH_DEAL.exec(text)?.groups?.target;
  const next = onwards ? dealIn(utterance, onwards) : undefined;
  if (next !== undefined) {
    return { invocations: [{ command: 'opportunity.advance', input: { opportunity: next } }], confidence: 0.9 };
  }
  const alone = reasons.length === 0 ? MOVED_ALONE.exec(text)?.groups?.stage : undefined;
  if (alone !== undefined) {
    const input = filled({ stage: stageSaid(utterance, alone) });
    return { invocations: [{ command: 'opportunity.advance', input }], confidence: 0.75 };
  }
  for (const { form, stage } of forms) {
    const groups = form.exec(text)?.groups;
    const opportunity = dealIn(utterance, groups?.target);
    if (groups && opportunity !== undefined) {
      return advanced(utterance, { text, groups, stage, opportunity, reasons });
    }
  }
  return undefined;
};

type Advance = {
  text: string;
  groups: Record<string, string | undefined>;
  stage: 'won' | 'lost' | undefined;
  opportunity: string;
  reasons: readonly string[];
};

function advanced(utterance: Utterance, { text, groups, stage, opportunity, reasons }: Advance): Candidate {
  const known = firstSlot(utterance, 'customer', groups.target ?? '') !== undefined;
  const stageMeant = stage ?? (NEXT.test(groups.stage ?? '') ? undefined : stageSaid(utterance, groups.stage));
  const lostReason = stageMeant === 'lost' ? whyLost(utterance, groups, reasons) : undefined;
  const sum = stage === 'won' ? reasons.find((reason) => SIGNED_SUM.test(trimmed(reason))) : undefined;
  const amount = sum && firstSlot(utterance, 'money', sum)?.text.trim();
  // What else there is of sums and days in the rest has no field here: offered, not taken.
  const isMore = reasons.some((reason) => reason !== sum && /[\ue300-\ue5ff]/u.test(reason));
  const isDeal = /单|商机|机会|项目|(?<![a-z])(?:deal|opportunity|opp)(?![a-z])/iu.test(text);
  // 搞定了 is said of chores, too: an unknown name wins nothing unasked.
  const isLoose = stage !== undefined && !known && !isDeal;
  const confidence = isMore || isLoose ? 0.6 : (known ? 0.9 : 0.75) - (reasons.length > 0 ? 0.05 : 0);
  const input = filled({ opportunity, stage: stageMeant, amount, lostReason });
  return { invocations: [{ command: 'opportunity.advance', input }], confidence };
}
