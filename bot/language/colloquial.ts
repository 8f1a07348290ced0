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
  [
    /(?<=^(?:请|帮我|给我|查(?:一下|看|询|下)?|看(?:一下|看|下)?|列(?:一下|出)?|找出?|我们?|团队|公司|全部|所有|的)*)(?:金额|额度)?最[小低少]的(?=(?:进行中的?|在跟的?|在谈的?)?(?:商机|单子|项目)(?:有哪些|是哪些|是哪几个|列表|都有哪些)?[?？]?$)/gu,
    '金额最小的10个',
  ],
  [
    /(?<=^(?:what are |which are |show(?: me)? |list )?)((?:my |the |our |all )*)(?:smallest|lowest[- ]value) (?:open )?(?:deals|opportunities)(?=(?: (?:this|next) (?:week|month|quarter|year))?\??$)/giu,
    'smallest 10 $1deals',
  ],
  [
    /^what (?:did i|have i) (?:finish|finished|complete|completed|get done|got done)(?= (?:today|yesterday|this week|last week|this month|last month)\??$)/iu,
    'my tasks completed',
  ],
  [/(?<![a-z])expected (?:revenue|sales|income)(?![a-z])/giu, 'pipeline'],
  [/(?<=^(?:本|这|这个|下|下个)?(?:季度|月|年|周)?我)能(?:完成|做到?|签)多少(?:单|业绩)?(?=[?？]?$)/gu, '预计成交多少'],
  [
    /^(?<when>这周|本周|今天|明天|下周|这个月|本月)我?(?:还)?(?:有)?(?:哪些|什么|多少)(?:事情?|任务|待办|活儿?)(?:还)?(?:没做|没办|没完成|没干|要做|要办)(?:完)?(?=[?？]?$)/gu,
    '$<when>有什么安排',
  ],
  [
    /^(?<when>明天|后天|下周|这周|本周)我?(?:要|该)(?:去)?(?:拜访|见|跑)(?:谁|哪些客户|哪几家|哪些人)(?=[?？]?$)/gu,
    '$<when>有什么安排',
  ],
  [
    /^how(?:'s| is) my (?<when>quarter|month|week|year)(?: (?:looking|going|doing|coming along|shaping up))?(?: so far)?(?=\??$)/iu,
    'how am I doing this $<when>',
  ],
  [
    /(?<![a-z])(?:open |unresolved |unsolved )*(?<what>tickets|complaints) (?:that (?:are|have been) |which (?:are|have been) )?(?:open |unresolved |unsolved |pending |waiting |for )*(?:(?:more|longer) than|over|older than) (?<long>(?:an?|one|two|three|\d+) (?:days?|weeks?|months?))(?: old)?(?=\??$)/giu,
    'open $<what> opened more than $<long> ago',
  ],
  [
    /(?:(?:还)?(?:没有?|未)(?:关闭?|解决|处理)(?:完|掉|好)?(?:已经?)?超过(?<span>[半一二两三四五六七八九十\d]+个?(?:天|周|星期|月))|超过(?<of>[半一二两三四五六七八九十\d]+个?(?:天|周|星期|月))(?:还|都|仍)?(?:没有?|未)(?:关闭?|解决|处理)(?:完|掉|好)?)的(?<what>工单|投诉)/gu,
    '$<span>$<of>前及更早新建的未关闭$<what>',
  ],
  [/(?<=^(?:今天|明天|这周|本周|下周|这个月|本月))我?(?:要|需要|该|得)(?:完成|做完?|办完?)的(?=任务|待办)/gu, '的'],
  [
    /(?<=^(?:my |the |all )*(?:tasks|to-?dos) )(?:(?:that need |i need )?to (?:be|get) done)(?= (?:by |before )?(?:today|tomorrow|this week|next week|this month)\??$)/giu,
    'due',
  ],
  [
    /(?<=(?<![a-z])(?:customers|clients|accounts) (?:who |that |which |have |has )*)placed (?:an? |any )?orders?(?![a-z])/giu,
    'ordered',
  ],
  // What stands in every line of the list needs no asking.
  [
    /(?<=^(?:超过|大于|不到|低于|最|本|这|下|我|所有|全部|进行中|[\d一二三四五六七八九十])[^，,]{0,30}(?:商机|单子?|项目)(?:都)?有哪些)[，,](?:分别|都|各)*(?:在|处于)(?:什么|哪个?|哪些)阶段(?=[?？]?$)/gu,
    '',
  ],
  [
    /^what(?:'s| is)(?: still| left)* (?:open|to do|left|undone)(?: for me)?(?= (?:today|this week|next week)\??$)/iu,
    "what's on",
  ],
  [
    /^who (?:am i|do i|are we) (?:visiting|seeing|meeting|visit|see|meet)(?= (?:today|tomorrow|this week|next week)\??$)/iu,
    "what's on",
  ],
  [/^各个?大?区(?=(?:今年|本|这|下|上))/gu, '各地区'],
  [/(?<=..)的?(?:赢面|胜算)(?:有)?(?:多大|多少|大不大|大吗|如何|怎么样|几成)(?=[?？]?$)/gu, '到哪了'],
  [
    /^what (?:are|is) (?:my|our|the) (?:chances?|odds) (?:with|on|at|of winning|for) (?:the )?(?<deal>.+?)(?=\??$)/iu,
    'how is $<deal> doing',
  ],
  [
    /^(?<source>(?:哪个|哪些|什么)(?:来源|渠道)的?线索)(?:转化|转客户)(?:得)?(?:最好|最高|最多)(?=[?？]?$)/gu,
    '$<source>转化率最高',
  ],
  [
    /^which (?:lead )?(?:source|channel)s? (?:of leads )?(?:converts?|works?) (?:the )?best(?=[? ]|$)/iu,
    'lead conversion by source',
  ],
  [/^(?:cash|money)(?: that (?:came|has come))? in(?= (?:this|last|so far|today))/iu, 'payments'],
  [/^(?:what(?:'s| is) )?waiting (?:for|on) me\??$/iu, 'what waits for my approval'],
  [/^(?:都|全都?|全部|一起)批准?(?:了|掉|吧)*$/gu, '待我审批'],
  [/^(?:please )?approve (?:all(?: of (?:them|it))?|everything|them all)$/iu, 'what waits for my approval'],
  [/^(?:is there )?anything (?:good|new|useful|worth taking) in the (?:public )?pool\??$/iu, 'show the pool'],
  [/(?<=^(?:write|do|file|send) (?:my|the|a|today's) )(?<which>daily|weekly)(?=$)/iu, '$<which> report'],
  // A funnel is by its stages; how much is in it is one sum.
  [/^(?<funnel>(?!.*(?:按|各|每|多少|谁|阶段|图|看板|流程|哪))[^，,。]{0,12}漏斗)(?=[?？]?$)/gu, '$<funnel>按阶段'],
  [
    /^(?<funnel>(?:show(?: me)? |see |open )?(?:the |our |my )?(?:sales )?funnel)(?= (?:this|next|last) |$)/iu,
    '$<funnel> by stage',
  ],
  // Who took it is on record as the rival named on the deal.
  [
    /^(?<when>今年|去年|(?:本|这|这个|上|上个)(?:季度|月|周|年))?(?:我们)?(?:的?单子?)?(?:主要|都|大多|最多)*(?:输|丢)(?:单)?给了?谁(?:家)?(?:最多|的?最?多)?了?(?=[?？]?$)/gu,
    '$<when>输单数量按竞争对手',
  ],
  [
    /^who(?:m)? (?:do|did|have) we (?:lose|lost)(?: (?:the )?most(?: often)?)?(?: deals)? to(?: (?:the )?most(?: often)?)?(?=(?: (?:this|last|in) |\??$))/iu,
    'number of lost deals by competitor',
  ],
  [
    /^(?<whose>(?:我们?组|我们团队|团队|我们?|我)的?)丢的?单子?(?:都|主要|大多)*(?:是)?(?:因为)?(?:什么|哪些)(?:原因)?(?=[?？]?$)/gu,
    '$<whose>输单原因',
  ],
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
