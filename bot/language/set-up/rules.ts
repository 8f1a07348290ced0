import type { Rule } from './rule.ts';
import { choice, count, days, money, text, tier } from './values.ts';
import { ADD_EN, ADD_ZH, CALLED_EN, CALLED_ZH, STOP_EN, STOP_ZH, USE_EN, USE_ZH } from './words.ts';

const status = choice(
  ['working', '跟进中', 'in contact|working'],
  ['nurturing', '培育中?|长期培育', 'nurturing|nurture'],
  ['dropped', '已?放弃|无效', 'dropped|given up'],
  ['stays', '不变', 'stays(?: as it is)?|unchanged'],
);
const YES = choice(
  ['yes', '必填|是|要', 'asked for|required|yes'],
  ['no', '不必填|否|不要', 'not asked for|optional|no'],
);
const OUTCOME_ZH = '(?:电话|通话|外呼|联系|呼叫)结果';
const OUTCOME_EN = '(?:call )?outcome|call result';

/** How a call may end, and what that makes of the lead (R7). */
const outcome: Rule = {
  command: 'admin.outcome',
  cue: /结果|(?<![a-z])(?:outcome|call result)(?![a-z])/iu,
  fields: {
    name: text,
    status: { ...status, called: { zh: '(?:线索)?(?:的)?状态(?:变|改)?', en: '(?:lead )?status' } },
    reason: { ...YES, called: { zh: '原因', en: 'reason' } },
    nextDays: { ...days, called: { zh: '下次天数|几天后再联系', en: 'next days' } },
    nameZh: { ...text, called: { zh: '中文名', en: 'chinese name' } },
    nameEn: { ...text, called: { zh: '英文名', en: 'english name' } },
  },
  of: { field: 'name', zh: OUTCOME_ZH, en: OUTCOME_EN },
  says: [
    `${ADD_ZH}${OUTCOME_ZH}${CALLED_ZH}@name`,
    `(?:电话|通话)后${ADD_ZH}结果${CALLED_ZH}@name`,
    [`${STOP_ZH}${OUTCOME_ZH}@name`, { state: 'off' }],
    [`${USE_ZH}${OUTCOME_ZH}@name`, { state: 'on' }],
    `${ADD_EN} (?:${OUTCOME_EN})${CALLED_EN} @name`,
    [`${STOP_EN} (?:${OUTCOME_EN}) @name`, { state: 'off' }],
    [`${USE_EN} (?:${OUTCOME_EN}) @name(?: again)?`, { state: 'on' }],
  ],
  also: [
    '(?:线索)?(?:就)?(?:变成|变为|改成|转为|算|设为)?@status',
    '@nextDays后再?(?:联系|跟进|打|打电话|提醒)',
    ['(?:要|必须|需要)(?:填|写)原因', { reason: 'yes' }],
    ['(?:不用|不必|不需要)(?:填|写)原因', { reason: 'no' }],
    '(?:the lead )?(?:becomes|is|goes to|is then|makes the lead) @status',
    '(?:call|contact|follow up)(?: them| him| her)?(?: again)? (?:in|after) @nextDays',
    ['(?:ask for|needs) a reason', { reason: 'yes' }],
  ],
};

const MORE_ZH = '(?:次|回)(?:及)?以上|次或更多';
const CONTACT_ZH = '(?:沟通|联系|跟进|拜访|接触|互动)(?:过|了)?';
const IS_ZH = '(?:就)?(?:算|是|为|定为|列为|归为|划为|评为)';
const IS_EN = '(?:are|is|become|becomes|count as|counts as|should be|will be)(?: an?| in)?(?: tier)?';
const CUSTOMERS_ZH = '(?:的)?(?:客户)?(?:就)?';
const TIER_ZH = '@tier(?:类|级|等)?(?:客户)?';
const TIER_EN = '@tier(?:[- ](?:tier|customers?|accounts?))?';
const WITH_EN = '(?:a )?(?:customers?|clients?|accounts?)(?: (?:with|who had|that had|we had|having))?';
const TIMES_EN = '(?:at least )?@contacts(?:\\+| or more)? (?:contacts|calls|visits|follow-?ups|touches)';
const WITHIN_EN = '(?:in|within|over)(?:(?: the)? (?:last|past))? @days';
/** And they said that they mean to buy. */
const INTENT_ZH =
  '[，]?(?:且|并且|而且|并|同时|又|还|也)?(?:表示|表达|表明|有|过|了|出)*(?:明确|强烈|清晰)?(?:表示|有)?(?:的)?(?:购买|采购|合作|成交|下单)?意[向愿]';
const INTENT_EN =
  ',?(?: and| with| plus)(?: an?)?(?: (?:stated|clear|explicit|definite))?(?: buying| purchase)? (?:intent(?:ion)?|interest)(?: to buy)?';

/** When a customer is of a tier (R15). */
const tierRule: Rule = {
  command: 'tier.change',
  cue: /[a-d](?:类|级|等)|等级|(?<![a-z])tier(?![a-z])|[a-d][- ]customers/iu,
  fields: {
    tier,
    contacts: { ...count, called: { zh: '(?:最少)?(?:跟进|沟通|联系)次数', en: '(?:number of )?contacts' } },
    days: { ...days, called: { zh: '天数|统计天数', en: '(?:number of )?days' } },
    openDeals: { ...count, called: { zh: '进行中商机', en: 'open deals' } },
    openAmount: { ...money, called: { zh: '在谈金额', en: 'open amount' } },
    wonAmount: { ...money, called: { zh: '(?:累计)?成交金额', en: 'won amount' } },
    wonDays: { ...count, called: { zh: '成交天数', en: 'won in days' } },
  },
  of: { field: 'tier', zh: '(?:类|级|等)?(?:客户)?(?:等级)?(?:规则)?', en: 'tier(?: rule)?' },
  says: [
    [
      `(?:最?近|过去)?@days(?:之|以)?内?${CONTACT_ZH}@contacts(?:${MORE_ZH})${INTENT_ZH}${CUSTOMERS_ZH}${IS_ZH}${TIER_ZH}`,
      { intent: 'yes' },
    ],
    `(?:最?近|过去)?@days(?:之|以)?内?${CONTACT_ZH}@contacts(?:${MORE_ZH})${CUSTOMERS_ZH}${IS_ZH}${TIER_ZH}`,
    [
      `${TIER_ZH}(?:的)?(?:条件|标准|规则)?(?:[:：，]|是|为|指|要|需要)*(?:最?近|过去)?@days(?:之|以)?内?${CONTACT_ZH}@contacts(?:${MORE_ZH})${INTENT_ZH}(?:的)?(?:客户)?`,
      { intent: 'yes' },
    ],
    `${TIER_ZH}(?:的)?(?:条件|标准|规则)?(?:[:：，]|是|为|指|要|需要)+(?:最?近|过去)?@days(?:之|以)?内?${CONTACT_ZH}@contacts(?:${MORE_ZH})(?:的)?(?:客户)?`,
    `(?:把|将)?${TIER_ZH}的?(?:条件|标准|规则|要求)(?:改为|改成|是|为|设为|设成|定为|调整为)(?:最?近|过去)?@days(?:之|以)?内?${CONTACT_ZH}@contacts(?:${MORE_ZH}|次|回)`,
    `(?:tier )?@tier(?:[- ]tier)?(?: customers)? (?:means|needs|requires|takes) ${TIMES_EN} ${WITHIN_EN}`,
    `(?:累计|一共)?成交(?:金额)?(?:满|超过|达到)@wonAmount(?:以上)?${CUSTOMERS_ZH}${IS_ZH}${TIER_ZH}`,
    `在谈(?:商机)?(?:金额)?(?:满|超过|达到)@openAmount(?:以上)?${CUSTOMERS_ZH}${IS_ZH}${TIER_ZH}`,
    `(?:有)?@openDeals个以上(?:的)?(?:进行中|在谈)(?:的)?商机${CUSTOMERS_ZH}${IS_ZH}${TIER_ZH}`,
    [`${WITH_EN} ${TIMES_EN} ${WITHIN_EN}${INTENT_EN} ${IS_EN} ${TIER_EN}`, { intent: 'yes' }],
    [`(?:tier )?${TIER_EN}(?::| means?| needs?)? ${TIMES_EN} ${WITHIN_EN}${INTENT_EN}`, { intent: 'yes' }],
    `(?:tier )?${TIER_EN}: ${TIMES_EN} ${WITHIN_EN}`,
    `${WITH_EN} ${TIMES_EN} ${WITHIN_EN} ${IS_EN} ${TIER_EN}`,
    `(?:a )?(?:customers?|clients?|accounts?) (?:who|that) (?:have )?(?:bought|won|spent) (?:over |more than |at least )@wonAmount ${IS_EN} ${TIER_EN}`,
  ],
};

const EACH_ZH = '(?:每(?:个)?(?:人|销售|业务员|代表)|(?:一个|单个)(?:人|销售))';
const MOST_ZH = '(?:最多|不能超过|不超过|上限)(?:只?能|可以)?';
const FROM_POOL_ZH = '(?:从?公海(?:里|中)?(?:的)?(?:线索|客户)?)?';
const THEM_ZH = '(?:条|个|家)(?:公海)?(?:线索|客户)?';
const BACK_ZH = '(?:的)?(?:线索|客户)?(?:就|会|要|则)?(?:自动)?(?:退回|回到|放回|进入?|掉回|掉进|回|释放到)公海';
const EACH_EN =
  '(?:each|every|an?|one)(?: sales)? ?(?:rep|person|seller|salesperson|colleague)|reps|people|everybody|everyone|nobody|no one';
const AT_MOST_EN = '(?:at most|no more than|up to|only|more than)';
const THEM_EN = '(?:leads?|customers?|records)';

/** The rules of the public pool (R10). */
const pool: Rule = {
  command: 'admin.pool',
  cue: /公海|最多|上限|不超过|不能超过|保护|(?<![a-z])(?:pool|protected|at most|no more than|more than|up to|claims?)(?![a-z])/iu,
  fields: {
    claimsPerDay: {
      ...count,
      called: {
        zh: '每日(?:认领)?(?:上限|数)?|每天(?:认领)?(?:上限|数)?',
        en: '(?:daily claims|claims (?:per|a) day)',
      },
    },
    heldMost: { ...count, called: { zh: '持有上限|最多持有', en: '(?:held at most|most held|holding limit)' } },
    protectDays: { ...days, called: { zh: '保护(?:天数|期)', en: 'protect(?:ion)? days' } },
    warnDays: { ...days, called: { zh: '提醒天数', en: 'warn(?:ing)? days' } },
  },
  of: { zh: '公海(?:规则)?', en: '(?:public )?pool(?: rules?)?' },
  says: [
    `${FROM_POOL_ZH}${EACH_ZH}?每[天日]${MOST_ZH}(?:认领|领取?|捞)@claimsPerDay${THEM_ZH}`,
    `${FROM_POOL_ZH}${EACH_ZH}${MOST_ZH}每[天日](?:认领|领取?|捞)@claimsPerDay${THEM_ZH}`,
    `${EACH_ZH}(?:手上|名下|手里)?${MOST_ZH}(?:持有|保留|留|拿|有|领取?|认领|跟|占)@heldMost${THEM_ZH}`,
    '(?:(?:认领|领取?|分配|拿到|到手)(?:了|过)?(?:以后|之后|后)?|(?:线索|客户))(?:的)?保护(?:期)?(?:是|为|[:：])?@protectDays',
    `(?:线索|客户)?(?:超过)?@protectDays(?:之?内)?(?:不|没有?|没人|未|无人|都没)(?:人)?(?:跟进|联系|动|碰)(?:过)?${BACK_ZH}`,
    '(?:退回|回|进)公海(?:之)?前@warnDays(?:发)?(?:提醒|通知|预警)(?:负责人|一下)?',
    '(?:提前)@warnDays(?:提醒|通知)(?:负责人)?(?:要|快)?(?:退回|回|进)公海',
    `(?:${EACH_EN}) (?:may|can|should|must)(?: not)? (?:claim|take|grab)(?: ${AT_MOST_EN})? @claimsPerDay ${THEM_EN} (?:a|per|each|in a|in one) day`,
    `(?:${EACH_EN}) (?:may|can|should|must)(?: not)? (?:hold|keep|have|own|claim|take)(?: ${AT_MOST_EN})? @heldMost ${THEM_EN}(?: at (?:a|one) time| at once)?`,
    `(?:${AT_MOST_EN}) @claimsPerDay claims (?:a|per) day(?: each)?`,
    `(?:leads|customers|leads and customers|whoever is|what is|those)(?: that (?:are|were))? (?:not|un)[ -]?(?:touched|contacted|followed up|worked on) (?:for|in) @protectDays (?:should |will )?(?:go|goes|fall|return|are put|come)(?: back)? (?:in)?to the (?:public )?pool`,
    '(?:leads|customers|whatever is claimed|a lead|a claimed lead|claimed leads)(?: is| are)? protected for @protectDays(?: after (?:they are|it is|being) (?:claimed|given|taken))?',
    'warn(?: the| its| their)?(?: owners?| people| reps)? @warnDays before(?: it goes| they go)?(?: back)?(?: (?:in)?to the (?:public )?pool)?',
  ],
};

const REASON_ZH = '(?:放回|退回|回收)(?:公海)?的?原因';
const REASON_EN = '(?:recycle|release|pool) reason';

/** Why something goes back into the pool (R11). */
const recycleReason: Rule = {
  command: 'admin.recycle-reason',
  cue: /原因|(?<![a-z])reason(?![a-z])/iu,
  fields: {
    name: text,
    nameZh: { ...text, called: { zh: '中文名', en: 'chinese name' } },
    nameEn: { ...text, called: { zh: '英文名', en: 'english name' } },
  },
  of: { field: 'name', zh: REASON_ZH, en: REASON_EN },
  says: [
    `${ADD_ZH}${REASON_ZH}${CALLED_ZH}@name`,
    [`${STOP_ZH}${REASON_ZH}@name`, { state: 'off' }],
    [`${USE_ZH}${REASON_ZH}@name`, { state: 'on' }],
    `${ADD_EN} ${REASON_EN}${CALLED_EN} @name`,
    [`${STOP_EN} ${REASON_EN} @name`, { state: 'off' }],
    [`${USE_EN} ${REASON_EN} @name(?: again)?`, { state: 'on' }],
  ],
};

export const RULES: readonly Rule[] = [outcome, tierRule, pool, recycleReason];
