import { readTime } from '../days/read-time.ts';
import { wordsOf } from '../utterance.ts';
import { type Frame, isAsking, pattern, trimmed, withoutCourtesy } from './frame.ts';

const ZH_TONGUE = '(?<tongue>英文|英语|中文|汉语|普通话|国语)';
const EN_TONGUE = '(?<tongue>english|chinese|mandarin)';
const LANGUAGES: readonly RegExp[] = [
  new RegExp(
    `^(?:(?:别|不要)(?:再)?(?:用|说|讲)(?:英文|英语|中文)了?[，,\\s]*)?(?:以后|今后|从现在起|之后|接下来|现在)?(?:都|请)?(?:用|说|讲|切换?到?|换成?|改成?|改用|切换成|使用|换用)${ZH_TONGUE}(?:回复|回答|跟我|和我|说话?|交流|沟通|聊|界面|模式|版|对话|显示|吧|我|了|一下)*$`,
    'iu',
  ),
  new RegExp(`^(?:把)?(?:我的?)?语言(?:改|换|切换?|设置?|调)(?:成|为|到)?${ZH_TONGUE}$`, 'iu'),
  new RegExp(
    `^(?:from now on,? |always )?(?:speak|talk|answer|reply|respond|write|switch|change|use|set|go|can you speak)(?: to| with)?(?: me)?(?: (?:the |my )?language)?(?: back)?(?: in| to)? ?${EN_TONGUE}(?: to me| with me)?(?: from now on| instead| now| always| please)*$`,
    'iu',
  ),
  new RegExp(`^(?:in )?${EN_TONGUE} please$`, 'iu'),
  new RegExp(`^(?:set|change|switch) (?:the |my )?language to ${EN_TONGUE}$`, 'iu'),
];

const ZONE: readonly RegExp[] = [
  /^(?:把)?(?:我的?)?时区(?:是|为|在|改成|改为|改到|换成|设成|设为|设置为|调成|调到)(?<zone>[^，,。？?]{2,20}?)(?:时间|时区)?$/u,
  /^(?:set |change |switch )?(?:my )?time ?zone (?:is|to) (?<zone>\p{L}[\p{L} _/]{1,30}?)(?: time)?$/iu,
];

const DIGEST =
  /早报|日报|摘要|简报|早间(?:消息|播报)?|晨报|(?<![a-z])(?:digest|morning (?:message|summary|report|update|brief(?:ing)?)|daily (?:summary|update|brief(?:ing)?))(?![a-z])/iu;
const SETS =
  /改|调|设|换|发|推送?|送|定|提前|推迟|收|(?<![a-z])(?:send|set|change|move|get|want|give|deliver|make|push|at)(?![a-z])/iu;
const QUIET =
  /(?:别|不要|勿|不许|停止?)(?:再)?.{0,10}?(?:打扰|发(?:消息|通知)|吵|烦|推送|提醒我?)|免打扰|勿扰|(?<![a-z])(?:(?:don't|do not|never|no) (?:disturb|bother|message|ping|notify)(?: me)?|quiet(?: hours?)?|no (?:messages|notifications|pings)|leave me alone|mute)(?![a-z])/iu;

/** 以后用英文回复我, send my digest at 9, 晚上9点后别打扰我. */
export const settingsFrame: Frame = (utterance) => {
  const text = trimmed(withoutCourtesy(wordsOf(utterance, utterance.text)));
  const whole = trimmed(utterance.said);
  const tongue = LANGUAGES.flatMap((form) => (form.exec(text) ?? form.exec(whole))?.groups?.tongue ?? [])[0];
  if (tongue) {
    const locale = /英|english/iu.test(tongue) ? 'en' : 'zh';
    return { invocations: [{ command: 'language.set', input: { locale } }], confidence: 0.97 };
  }
  const zone = ZONE.map((form) => form.exec(text)?.groups?.zone).find(Boolean);
  if (zone && !isAsking(text)) {
    return { invocations: [{ command: 'settings.change', input: { timeZone: zone } }], confidence: 0.97 };
  }
  const times = readTime(text);
  const [first, second] = times;
  if (!first || times.length > 2) {
    return undefined;
  }
  if (DIGEST.test(text) && SETS.test(text) && !second) {
    return { invocations: [{ command: 'settings.change', input: { digestAt: first } }], confidence: 0.97 };
  }
  if (QUIET.test(text)) {
    const isUntil =
      !second && /(?:点|半|:\d\d|[ap]m)\s*(?:之前|以前|前)|(?<![a-z])(?:before|until|till)(?![a-z])/iu.test(text);
    const input: Record<string, string> = isUntil
      ? { quietUntil: first }
      : { quietFrom: first, ...(second ? { quietUntil: second } : {}) };
    return { invocations: [{ command: 'settings.change', input }], confidence: 0.97 };
  }
  return undefined;
};

const STATE: readonly RegExp[] = [
  pattern(
    '^(?:我的?|我(?:们)?(?:申请|提交)的)?(?:{customer}的?)?(?:那个|这个)?(?:折扣|审批|申请|优惠)(?:申请|审批)?(?:批|审批?|通过|过|同意|好|下来|办)(?:下来|完|过|好)?(?:了)?(?:吗|没有?|么|没)$',
  ),
  pattern(
    '^(?:我的?|我(?:们)?(?:申请|提交)的)?(?:{customer}的?)?(?:那个|这个)?(?:折扣|审批|申请|优惠)(?:申请|审批)?(?:到(?:哪(?:里|儿|一步)?|谁(?:那里|那儿|手里|手上)?)了?|进度|进展|状态|结果|情况|怎么样了?|如何了?|什么情况|走到哪(?:里|儿|一步)?了?|卡在哪(?:里|儿)?了?|在谁(?:那里|那儿|手里|手上)?了?)(?:如何|怎么样|了|呢|吗)*$',
  ),
  pattern('^(?:查看?|看看?)(?:一下)?我的?(?:折扣)?申请(?:记录|进度|状态)?$'),
  pattern(
    "^(?:where(?:'s| is| are)|what(?:'s| is) (?:the )?(?:status|state|progress) (?:of|on|with)|how(?:'s| is| about)|what about|what happened to|any (?:news|update|word) (?:on|about)|status of|what's up with) (?:my|the|our) (?:{customer}(?:'s)? )?(?:discount|approval|request)s?(?: request| approval)?(?: (?:for|on|at) {customer})?(?: at| now| coming along| going)?$",
  ),
  pattern(
    "^(?:did|has|have|was|is|were) (?:they|he|she|anyone|somebody|my|the|our|wang fang|{person}) ?(?:{customer}(?:'s)? )?(?:approved?|signed?|okayed|decided?|discount|approval|request)s? ?(?:my |the |on |off )?(?:discount|request|approval)?s?(?: request)?(?: (?:for|on) {customer})?(?: been| got| get)?(?: approved| signed(?: off)?| through| yet| granted| rejected| decided| go through)*(?: yet)?$",
  ),
  pattern('^my (?:discount )?requests?$'),
  // Each that still waits has the button for it.
  pattern(
    '^(?:我要?)?(?:撤回|收回|撤销)(?:掉)?(?:我|刚才|刚刚|刚|上次|那个|这个|之?前)?的?(?:{customer}的?)?(?:折扣|优惠|审批)?(?:申请|审批)(?:吧|了)?$',
  ),
  pattern(
    "^(?:please )?(?:withdraw|take back|cancel|pull|recall) (?:my|the|that) (?:{customer}(?:'s)? )?(?:last )?(?:discount |approval )?(?:request|approval)(?: (?:for|on) {customer})?$",
  ),
];

/** 我的折扣批了吗, where is my discount. */
export const requestStateFrame: Frame = (utterance) => {
  const text = trimmed(withoutCourtesy(utterance.text));
  const { customer } = utterance.slots;
  return STATE.some((form) => form.test(text))
    ? {
        invocations: [{ command: 'approval.mine', input: customer[0] ? { customer: customer[0].name } : {} }],
        confidence: 0.97,
      }
    : undefined;
};
