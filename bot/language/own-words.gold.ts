type Gold = readonly (readonly [sentence: string, expected: string])[];

/** How much is the bound of a listing, in every way it is said (R103). */
export const boundedGold: Gold = [
  [
    'show accounts worth over 100k',
    '?opportunity|sum_amount|status=won|groupBy=customer|having=sum_amount gt 100000|scope=all',
  ],
  [
    'customers worth at least 2m',
    '?opportunity|sum_amount|status=won|groupBy=customer|having=sum_amount gte 2000000|scope=all',
  ],
  [
    '成交金额超过100万的客户',
    '?opportunity|sum_amount|status=won|groupBy=customer|having=sum_amount gt 1000000|scope=all',
  ],
  [
    '在谈金额不到20万的客户',
    '?opportunity|sum_amount|status=open|groupBy=customer|having=sum_amount lt 200000|scope=all',
  ],
  [
    'clients with more than 500k in open deals',
    '?opportunity|sum_amount|status=open|groupBy=customer|having=sum_amount gt 500000|scope=all',
  ],
  ['至少50万的商机', '?opportunity|list|status=open|amount=gte 500000|scope=all'],
  ['５０万以上的单子有哪些', '?opportunity|list|status=open|amount=gte 500000|scope=all'],
  ['deals of 200k or more', '?opportunity|list|status=open|amount=gte 200000|scope=all'],
  ['deals no bigger than 50k', '?opportunity|list|status=open|amount=lte 50000|scope=all'],
  ['my deals >= 1.5m', '?opportunity|list|status=open|amount=gte 1500000|scope=mine'],
  ['李雷手上不到10w的单子', '?opportunity|list|status=open|owner=李雷|amount=lt 100000|scope=all'],
  [
    'deals 300k+ closing this month',
    '?opportunity|list|status=open|amount=gte 300000|close=2026-05-01..2026-06-01|scope=all',
  ],
  ['Jim 的 deals 超过 100k 的', '?opportunity|list|status=open|owner=Jim Green|amount=gt 100000|scope=all'],
  ['金额小于五万的商机', '?opportunity|list|status=open|amount=lt 50000|scope=all'],
  ['赢率超过60%的商机', '?opportunity|list|status=open|probability=gt 60|scope=all'],
  ['deals with a probability of at least 70%', '?opportunity|list|status=open|probability=gte 70|scope=all'],
  ['折扣超过15%的单子', '?opportunity|list|status=open|discount=gt 15|scope=all'],
  ['联系人不到2个的客户', '?customer|list|contacts=lt 2|scope=all'],
  ['customers with fewer than 3 follow-ups', '?customer|list|follow_ups=lt 3|scope=all'],
  ['跟进超过5次的客户', '?activity|count|groupBy=customer|having=count gt 5|scope=all'],
];

/** Who gets leads, by product, by source (R4, R5). */
export const routedGold: Gold = [
  ['website leads go to Jim Green', 'admin.rule|sources=website|person=Jim Green'],
  ['官网的线索都给李雷', 'admin.rule|sources=官网|person=李雷'],
  ['展会来的线索以后归北区团队', 'admin.rule|sources=展会|team=北区 North'],
  ['leads from referrals should go to Lucy', 'admin.rule|sources=referral|person=Lucy King'],
  ['trade show leads go to the South team', 'admin.rule|sources=trade show|team=南区 South'],
  ['咨询企业版的线索给李雷', 'admin.territory|alsoKnows=企业版|person=李雷'],
  ['问企业版的客户都转给韩梅梅', 'admin.territory|alsoKnows=企业版|person=韩梅梅'],
  ['anyone asking for 企业版 goes to Lucy', 'admin.territory|alsoKnows=企业版|person=Lucy King'],
  ['企业版 leads 给 Jim', 'admin.territory|alsoKnows=企业版|person=Jim Green'],
  ['官网的线索归韩梅梅', 'admin.rule|sources=官网|person=韩梅梅'],
  ['leads from LinkedIn go to Lucy King', 'admin.rule|sources=LinkedIn|person=Lucy King'],
  ['抖音来的线索给李雷', 'admin.rule|sources=抖音|person=李雷'],
  ['加个来源抖音', 'admin.source|name=抖音'],
  ['add a lead source LinkedIn', 'admin.source|name=LinkedIn'],
  ['把抖音单独作为一个来源', 'admin.source|name=抖音|apart=yes'],
  ['make LinkedIn a source of its own', 'admin.source|name=LinkedIn|apart=yes'],
  ['route all 企业版 leads to Jim Green', 'admin.territory|alsoKnows=企业版|person=Jim Green'],
];

/** Leads by what they ask for and what they are marked with (R1, R5). */
export const leadGroupsGold: Gold = [
  ['leads per product', '?lead|count|groupBy=product|scope=all'],
  ['各产品线索数', '?lead|count|groupBy=product|scope=all'],
  ['本月各产品的线索有多少', '?lead|count|groupBy=product|created=2026-05-01..2026-06-01|scope=all'],
  ['how many leads by tag', '?lead|count|groupBy=tag|scope=all'],
  ['各标签线索数', '?lead|count|groupBy=tag|scope=all'],
  ['按标签统计我的客户', '?customer|count|groupBy=tag|scope=mine'],
  ['which product do leads ask for most', '?lead|count|groupBy=product|sort=count desc|limit=1|scope=all'],
];

/** Which have had no answer (R6). */
export const unansweredGold: Gold = [
  ['哪些线索还没响应', '?lead|list|answered=false|scope=all'],
  ['which leads have had no answer yet', '?lead|list|answered=false|scope=all'],
  ['还没人回复的线索', '?lead|list|answered=false|scope=all'],
  ['leads nobody has answered', '?lead|list|answered=false|scope=all'],
  ['我有几条线索没回', '?lead|count|answered=false|scope=mine'],
  ['未响应线索按来源统计', '?lead|count|answered=false|groupBy=source|scope=all'],
  ['how many leads are still waiting for a reply', '?lead|count|answered=false|scope=all'],
];

/** The company's own words with no cue beside them. */
export const ownWordsGold: Gold = [
  ['官网 leads of 李雷', '?lead|list|source=官网|owner=李雷|scope=all'],
  ['官网 leads', '?lead|list|source=官网|scope=all'],
  ['直播的线索', '?lead|list|source=直播|scope=all'],
  ['webinar leads this month', '?lead|list|source=webinar|created=2026-05-01..2026-06-01|scope=all'],
  ['本月直播来了多少线索', '?lead|count|source=直播|created=2026-05-01..2026-06-01|scope=all'],
  ['价格敏感的客户', '?customer|list|tags=contains 价格敏感|scope=all'],
  ['price sensitive leads', '?lead|list|tags=contains price sensitive|scope=all'],
  ['样品测试的商机', '?opportunity|list|stage=样品测试|scope=all'],
  ['deals in sample test over 50k', '?opportunity|list|stage=sample test|amount=gt 50000|scope=all'],
  ['华东直播线索有几条', '?lead|count|source=直播|region=华东|scope=all'],
];

/** Where, said before what. */
export const placedGold: Gold = [
  ['Boston customers', '?customer|list|region=Boston|scope=all'],
  ['show my Berlin accounts', '?customer|list|region=Berlin|scope=mine'],
  ['New York leads this month', '?lead|list|region=New York|created=2026-05-01..2026-06-01|scope=all'],
  ['open Texas deals', '?opportunity|list|status=open|region=Texas|scope=all'],
  ['how many Boston clients do we have', '?customer|count|region=Boston|scope=all'],
];

/** A condition of a stage, said as a sentence (R26, R27). */
export const conditionGold: Gold = [
  ['进入商务谈判需要填写金额', 'stage.change|stage=negotiation|alsoEntry=amount'],
  ['进商务谈判前必须填预计成交日期', 'stage.change|stage=negotiation|alsoEntry=close_on'],
  ['离开需求确认要上传文件', 'stage.change|stage=needs|alsoExit=file'],
  ['deals need an amount to enter negotiation', 'stage.change|stage=negotiation|alsoEntry=amount'],
  ['a deal must have a close date before negotiation', 'stage.change|stage=negotiation|alsoEntry=close_on'],
];
