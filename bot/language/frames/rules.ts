import { parseChinese } from '../amounts/chinese-numerals.ts';
import { wholeUnits } from '../amounts/decimal.ts';
import { type Candidate, type Frame, filled, isAsking, pattern, tight, trimmed, withoutCourtesy } from './frame.ts';

/** A plain noun, and no question about sources. */
const PLAIN_ZH = '(?!的|了|要|和|与|分|有)(?!.*(?:怎么|如何|哪些|方法|办法|什么|流程|吗|呢))';
const ADD_ZH = '(?:新?加|新增|添加|建|新建|增加)(?:一?个|一条|一种)?(?:新的?)?';

/** A source of leads by its name. */
const SOURCE: readonly RegExp[] = [
  pattern(
    `^${ADD_ZH}(?:线索|客户)?(?:来源|渠道)(?:[:：，, ]*(?:名字|名称)?(?:叫做?|是|为)[:：「“" ]*|[:：「“"]+ *)${PLAIN_ZH}(?<name>[^，,。「」“”"]{1,20})[」”"]?$`,
  ),
  pattern(`^${ADD_ZH}(?:线索|客户)?来源 ?${PLAIN_ZH}(?<name>[\\p{L}\\d]{1,8})$`),
  /^(?:add|create|make|set up)(?: an?| the| another)?(?: new)?(?: lead)? source(?:(?: called| named|:) [“"']?| [“"'])(?<name>[^,."”]{2,40}?)[”"']?$/iu,
];

const HOURS_ZH =
  '(?:改成|改为|改到|设成|设为|调成|调到|定为)(?<hours>\\d{1,3}(?:\\.\\d{1,2})?|[一二两三四五六七八九十]{1,3})个?小时';
const HOURS_EN = '(?<hours>\\d{1,3}(?:\\.\\d{1,2})?) ?(?:hours?|hrs?|h)';
const HOURS_SAID = '(?<hours>\\d{1,3}(?:\\.\\d{1,2})?|[一二两三四五六七八九十]{1,3})个?(?:小时|钟头)';
const ANSWER_ZH = '(?:响应|回复|回应|回电话?|联系|跟进|理|处理)';
const ANSWERED_EN = '(?:answered|called(?: back)?|contacted|replied to|responded to|followed up)';
const LIMIT_EN = '(?:response|reply|answer(?:ing)?)(?: time| limit| hours| deadline| sla)?';

/** Within how many hours a lead is to be answered: said as an order, for reports and questions hold the same words. */
const RESPONSE: readonly RegExp[] = [
  pattern(
    `^(?:把|将)?(?:所有|全部|新)?(?:的)?(?:线索|询盘)(?:的|要|超过)?(?:响应|回复|回应|没人回|没人理|没回|未响应|超时)[^，,。？?能可不别]{0,14}?${HOURS_ZH}(?:吧|以内|之内|内)?$`,
  ),
  pattern(`^(?:把|将)?(?:响应|回复)(?:时限|时间|时长|sla)${HOURS_ZH}(?:吧|以内|之内|内)?$`),
  pattern(
    `^(?:所有|全部|新|的)*(?:线索|询盘)(?:进来|来了?|分配)?(?:后)?(?:超过)?${HOURS_SAID}(?:还)?(?:没|没有|未|不)(?:人)?${ANSWER_ZH}(?:的)?(?:话)?(?:[，,]?(?:就|都|要|得|请|自动|给我|给)*(?:提醒|报警|预警|通知|算超时|算逾期)(?:一下|我|我们|负责人|经理|主管)*)$`,
  ),
  pattern(
    `^(?:所有|全部|新|的)*(?:线索|询盘)(?:进来|来了?|分配)?(?:后)?(?:都)?(?:要|必须|需要?|得|应该?|应当)?(?:在)?${HOURS_SAID}(?:之|以)?内(?:要|必须|得)?(?:有人)?${ANSWER_ZH}$`,
  ),
  pattern(
    `^(?:all |the |our |new )*leads (?:must|should|have to|need to|are to|shall|has to)(?: always| all)? (?:be|get) ${ANSWERED_EN} (?:within|in)(?: at most)? ${HOURS_EN}$`,
  ),
  pattern(
    `^(?:remind|alert|warn|tell|notify|ping)(?: people| us| me| them| reps?| the reps?| the owner)? (?:if|when)(?: an?| the)?(?: new)? leads? (?:is|are|has|have)(?: not|n't)(?: been)? ${ANSWERED_EN} (?:within|in|for|after) ${HOURS_EN}$`,
  ),
  pattern(`^answer(?: all| the| our| new)* leads (?:within|in) ${HOURS_EN}$`),
  pattern(
    `^(?:set|change|make)(?: the| our)?(?: lead(?:s|['’]s)? ${LIMIT_EN}| ${LIMIT_EN} (?:for|to|of)(?: all| the| new)* leads)(?: from \\d{1,3}(?: ?(?:hours?|h))?)?(?: to|:)? ${HOURS_EN}$`,
  ),
  pattern(
    `^(?:set|change|make|put)(?: the| our)? response(?: time| limit| deadline| sla)s?(?: for leads)?(?: to|:)? ${HOURS_EN}$`,
  ),
  pattern(
    `^(?:remind|alert|warn|tell)(?: people| us| them| reps?) (?:after|within|in) ${HOURS_EN}(?: instead of \\d{1,3}(?: ?(?:hours?|h))?)? (?:if|when) (?:nobody|no one)(?: has)? (?:answer(?:s|ed)|repli(?:es|ed) to|respond(?:s|ed) to)(?: an?| any| the)?(?: new)? leads?$`,
  ),
];

/** 加一个线索来源叫抖音; answer leads within 4 hours: what an admin sets, by its name. */
export const rulesFrame: Frame = ({ text: said }): Candidate | undefined => {
  const whole = withoutCourtesy(said);
  if (isAsking(whole)) {
    return undefined;
  }
  const text = inHours(tight(trimmed(whole)));
  const named = (forms: readonly RegExp[]) => forms.map((form) => form.exec(text)?.groups).find((groups) => groups);
  const source = named(SOURCE)?.name;
  if (source) {
    return { invocations: [{ command: 'admin.source', input: { name: trimmed(source) } }], confidence: 0.98 };
  }
  const hours = hoursOf(named(RESPONSE)?.hours);
  return hours
    ? { invocations: [{ command: 'admin.response', input: filled({ hours }) }], confidence: 0.98 }
    : undefined;
};

const MINUTES = 60;

/** 90 minutes are an hour and a half: where whole hours are wanted its field says so. */
const inHours = (text: string) =>
  text.replace(
    /(?<![\d.])(\d{1,4}) ?(?:(分钟)|minutes?(?![a-z])|mins?(?![a-z]))/giu,
    (_, many: string, zh?: string) => {
      const hours = String(Number((Number(many) / MINUTES).toFixed(2)));
      return zh ? `${hours}小时` : `${hours} hours`;
    },
  );

/** 十二 is 12; 一二 is no number. */
function hoursOf(said = ''): string | undefined {
  const numeral = parseChinese(said);
  return /^\d+(?:\.\d+)?$/.test(said) ? said : numeral && wholeUnits(numeral, 0)?.toString();
}

/** 超过5天提醒, 算A类: what is to hold for all of them from now on, said of nobody by name. */
const RULE =
  /(?:算|归为|列为|划为|评为|定为)(?:为|成)?[a-d](?:类|级|等)|(?:线索|客户|商机|报价|合同|订单|工单|发票|回款|阶段|确认|谈判)[^，,。]{0,12}(?:超过|满|发出后|到期前)[^，,。]{1,8}(?:天|日|小时|周|个?月)[^。]{0,12}(?:提醒|通知|预警)|(?:超过|满)[^，,。]{1,6}(?:天|日|小时|周|个?月)[^，,。]{0,10}的(?:线索|客户|商机|报价|合同|工单)(?:都|就|要|自动)*(?:提醒|通知)|(?:线索|客户|商机|报价|合同|工单)[^，,。]{0,4}(?:天|周|个?月)(?:没|不|未)[^，,。]{1,6}?(?:就|都|自动|要)+(?:提醒|通知)/iu;
/** 我们要记客户的设备: a kind of records of one's own. */
const OWN_KIND =
  /^(?:我们?|咱们?|公司)?(?:这边)?(?:还)?(?:要|想|需要|希望|打算)(?:能)?(?:记录?|登记|管理|跟踪)(?:一下)?(?:每个)?客户(?:的(?!反馈|需求|拜访|跟进|投诉|电话|回款|付款|意见|情况|要求|问题)|有哪些|买的|用的)|^(?:(?:we|i) (?:want|need|would like|have)|we'd like) to (?:keep track of|track|record|keep a record of|manage) (?:our |the )?(?:customers?['’]?s?|clients?['’]?s?) (?!calls?(?![a-z])|visits?(?![a-z])|follow|feedback|payment|complaint|order|request|shipment|expectation|needs?(?![a-z]))\p{L}/iu;

/** Whether a sentence says how the company works, and so is nothing for one's own list. */
export const isCompanyRule = (text: string): boolean =>
  !NAMED.test(text) && (OWN_KIND.test(text) || (RULE.test(text) && !FOR_ME.test(text)));

/** 明天提醒我……: for oneself, whatever is to be told; 报价满3天提醒我 is a rule. */
const FOR_ME = /^(?:(?!线索|客户|商机|报价|合同|订单|工单|发票|回款|阶段|确认|谈判|超过|满)[^，,。]){0,12}提醒我/u;

const NAMED = pattern('{customer}|{person}');

/** Opens where the company's own kinds of records are set (R22). */
export const ownKindFrame: Frame = ({ text: said }): Candidate | undefined => {
  const text = tight(said);
  return OWN_KIND.test(text) && !NAMED.test(text) && !isAsking(text)
    ? { invocations: [{ command: 'admin.objects', input: {} }], confidence: 0.9 }
    : undefined;
};
