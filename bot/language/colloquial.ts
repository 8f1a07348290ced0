/** What hurried thumbs and speech leave out or shorten, put as the patterns know it; what is kept as a note stays as it was said. */
const SAID_SO: readonly (readonly [hurried: RegExp, plain: string])[] = [
  [/(?<![\p{L}'])(what|how|who|where|that|here|there|let|when)s(?![\p{L}'])/gu, "$1's"],
  [/(?<![\p{L}'])(have|has|had|did|do|does|is|are|was|would|could|should)nt(?![\p{L}'])/gu, "$1n't"],
  [/(?<![\p{L}'])(wo|ca|do)nt(?![\p{L}'])/gu, "$1n't"],
  [/(?<![\p{L}'])im(?![\p{L}'])/gu, "i'm"],
  [/(?<![\p{L}'])(i|we|they)ve(?![\p{L}'])/gu, "$1've"],
  [/(?<![\p{L}'])(?:id|i d)(?= (?:like|love|want)(?![a-z]))/gu, "i'd"],
  [/^were(?= (?:up )?against(?![a-z]))/u, "we're"],
  [/(?<![\p{L}'])(?:plz|pls)(?![\p{L}'])/giu, 'please'],
  [/(?<![\p{L}\d'])w\/ ?|(?<![\p{L}\d'])w(?= \p{L})/gu, 'with '],
  [/(?<![\p{L}'])(can|could|will|would) u(?![\p{L}'])/giu, '$1 you'],
  [/(?<![\p{L}'])(?:gimme|giv me)(?![\p{L}'])/giu, 'give me'],
  [/(?<![\p{L}'])(?:wanna)(?![\p{L}'])/giu, 'want to'],
  [/(?<![\p{L}'])(?:gotta)(?![\p{L}'])/giu, 'have to'],
  [/(?<!\p{Script=Han})(?:那个|内个|嗯+|呃+|额(?!度)|哎|诶)[，, ]+/gu, ''],
  // 把华星的金额，改成35万; change Acme's amount, to 350k: a breath between what is set and what to.
  [
    /[，,] ?(?=(?:改|换|调整?|设|定|降|提高?|推进?|挪|移|更新|修改|变更)(?:成|为|到|至))(?<=(?:把|将)[^，,。；;！!？?]{1,30}[，,] ?|(?:金额|额度|总额|预算|阶段|日期|时间|电话|手机号?|邮箱|地址|名称|名字|行业|地区|等级|优先级|职位)[，,] ?)/gu,
    '',
  ],
  [
    /, (?=(?:in)?to (?!be(?![a-z])))(?<=(?<![a-z])(?:change|set|update|move|put|raise|lower|correct|push)(?![a-z])(?:(?! to )[^,.;!?]){1,60}, )/giu,
    ' ',
  ],
  [/(?<![\p{L}'/])f\/u(?![\p{L}'/])/giu, 'follow up'],
  [/(?<![\p{L}'])qtr(?![\p{L}'])/giu, 'quarter'],
  [/(?<=(?:\d ?|(?<![\p{L}'])(?:a|few|of|two|three|four|next|last|this) ))wk(s?)(?![\p{L}'])/giu, 'week$1'],
  [/(?<![\p{L}'])(?:tmrw|tmr|tmw|2moro)(?![\p{L}'])/giu, 'tomorrow'],
  [
    /^(?:so )?(?:who(?:'s| is) (?:the )?(?:top|best|number one|leading)(?: rep| seller| performer)?|top (?:rep|seller|performer)|who sold the most)(?= (?:this|last|so far|in) )/iu,
    'who closed the most',
  ],
  [/谁(?:最(?:厉害|牛|强)|(?:是)?第一(?!次|个)|(?:签|卖|做)(?:得|的|单)?最多)/gu, '谁业绩最好'],
  [
    /(?<=我(?:本|这|这个|上|上个|今)(?:季度|月|年|周)|(?:本|这|这个|上|上个|今)(?:季度|月|年|周)我)(?:完成|做)了?多少(?:了|业绩)?(?=[?？]?$)/gu,
    '业绩多少',
  ],
  [
    /^who (?:haven't i|have i not|did i not) (?:called|contacted|spoken|talked|visited|been in touch|heard)(?: to| with| from)?(?: in a while| for a while| lately| recently)?$/iu,
    'which customers have not been contacted',
  ],
  [/啥/gu, '什么'],
  [/(?<=^(?:今天|最近|现在|我)*)有没有(?=(?:什么|哪些)?新的?线索[吗呢]?[?？]?$)/gu, '有哪些'],
  [/(?:快要|马上要?|即将|快)(?:签约|签单|成交|签|结单|关单)了?的(?=单子?|商机|项目)/gu, '未来30天预计成交的'],
  [
    /(?<=^|which |what |show me |list |the )deals (?:that are |are )?(?:about to close|closing soon|close to signing|nearly (?:closed|signed))/giu,
    'deals closing in the next 30 days',
  ],
  [/谁(?:最先|最快|最慢)?(?:响应|回复|回)线索(?:得)?(?:最|比较|很|太)?(?:慢|快)?/gu, '各人平均响应时间'],
  [
    /^who(?:'s| is| are)? (?:the )?(?:slow(?:est)?|fast(?:est)?|quick(?:est)?) (?:to|at|in) (?:answer|respond|call)(?:ing)?(?: to| back)?(?: the| our| new)* (?:leads|enquiries)$/iu,
    'average response time by rep',
  ],
  [
    /(?<=(?:明天|后天|(?:下周|周|星期)[一二三四五六日天])我?)(?:还)?(?:有|要做|要办)?(?:什么|哪些)(?:事情?|活儿?|任务|待办)(?:要做|要办)?(?=[?？]?$)/gu,
    '有什么安排',
  ],
  [/^(?:what(?:'s| is) )on my plate(?= (?:tomorrow|on |next |mon|tue|wed|thu|fri))/iu, "what's on"],
  // 金额最大的商机, biggest deals: the ten of them, by what they are worth; 提醒我看看最大的单子 keeps its words.
  [
    /(?<=^(?:请|帮我|给我|查(?:一下|看|询|下)?|看(?:一下|看|下)?|列(?:一下|出)?|找出?|显示|我们?|咱们?|团队|公司|全部|所有|现在|目前|(?:今|本|这个?)(?:年|季度|月)|(?!提醒|记得|这|那|它|[明后今]天)\p{Script=Han}{2,3}的|的)*)(?:金额|额度)?(?:最大|最高)的(?:前)?(?=(?:进行中的?|在跟的?|在谈的?)?(?:商机|单子|项目)(?:有哪些|是哪些|是哪几个|列表|都有哪些)?[?？]?$)/gu,
    '金额最大的10个',
  ],
  [
    /(?<=^(?:what are |which are |show(?: me)? |list )?)((?:my |the |our |all )*)(?:biggest|largest|highest[- ]value|most valuable) (?:open )?(?:deals|opportunities)(?=(?: (?:this|next) (?:week|month|quarter|year))?\??$)/giu,
    'top 10 $1deals by amount',
  ],
  [/(?<![a-z])expected (?:revenue|sales|income)(?![a-z])/giu, 'pipeline'],
  [/咋样/gu, '怎么样'],
  [/咋(?!舌)/gu, '怎么'],
  [/俩(?=个)/gu, '两'],
  [/俩(?=月|礼拜|星期)/gu, '两个'],
  [/俩(?=周|天|小时)/gu, '两'],
  [/(?<=\p{Script=Han})(?:呗|哈|哦|哟|呀|喔|噢|啊|哇|欸|(?<!干)嘛|[~～])+(?=[。.!！?？ ]*$)/gu, ''],
];

/** acme的deal改到下个月close: English words of the trade among Chinese ones, but for those that name what is sent or written. */
const MIXED: readonly (readonly [word: string, plain: string])[] = [
  ['deals?', '商机'],
  ['discount', '折扣'],
  ['task', '任务'],
  ['owner', '负责人'],
  ['close date', '预计成交日期'],
  ['close', '成交'],
  ['lost(?=了)', '输'],
  ['(?:won|win)(?=了)', '赢单'],
  ['sign(?=了)', '签'],
  ['next step', '下一步'],
];
/** deal deck and discount code are things of their own; deal close了 is two words of the trade. */
const ALONE = '(?![ -]?(?!(?:close|lost|won|win|sign|owner)(?![a-z]))[A-Za-z])';

/** What follows is put on record in the words it was said in: a title, a name, a next step. */
const KEPT_FROM =
  /提醒|记得|别忘|(?:任务|待办|task|todo)[:：]|下一步(?!是)|next step(?!是)|反映|投诉|报修|(?:新建|新增|添加|录入|创建|登记|建|加)(?:了|一?个|一?条|一下)*新?(?:的)?(?:客户|线索|公司|标签|商机|deal)(?!的)|新客户(?!的)|新线索|叫做?|改名|更名|名称|名字|名为/u;

const MIXED_WORDS = MIXED.map(
  ([word, plain]) =>
    [
      new RegExp(`(?<=\\p{Script=Han}) ?${word}(?![a-z])${ALONE}|(?<![\\p{L}\\d] ?)${word} ?(?=\\p{Script=Han})`, 'gu'),
      plain,
    ] as const,
);
function plainBefore(text: string, [word, plain]: (typeof MIXED_WORDS)[number]): string {
  const kept = KEPT_FROM.exec(text);
  const from = kept ? kept.index + kept[0].length : text.length;
  return text.replace(word, (said: string, at: number) => (at < from ? plain : said));
}

const inOneTongue = (text: string): string =>
  /\p{Script=Han}/u.test(text) ? MIXED_WORDS.reduce(plainBefore, text) : text;

export function plainSpeech(text: string): string {
  return inOneTongue(SAID_SO.reduce((rest, [hurried, plain]) => rest.replace(hurried, plain), text))
    .replace(/ {2,}/g, ' ')
    .trim();
}
