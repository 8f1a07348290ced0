import { briefly } from '../../../core/questions/question.ts';
import type { Reading, SpokenInvocation } from '../reading.ts';
import { type Utterance, wordsOf } from '../utterance.ts';
import { type Candidate, type Frame, filled, trimmed, withoutCourtesy } from './frame.ts';

const SAVE: readonly RegExp[] = [
  /^(?:把)?(?:这个|这些|这批|这份|刚才的?|上面的?|它们?|结果|查询|客户|人|名单|列表)*(?:存成|存为|保存成|保存为|另存为)(?:一个|个|一份)?(?:名单|客户名单|列表|分组|客群)?[:：，, ]*(?:叫做?|名为|名字叫)?[「“"《]?(.+?)[」”"》]?$/iu,
  /^(?:save|store|keep)(?: this| that| these| those| them| it)?(?: list| answer| result| question| customers)? as(?: an?)?(?: (?:list|segment)(?: called| named)?)?[: ]+[“"']?(.+?)[”"']?$/iu,
];
/** 把一个月没联系的客户存成名单: what is asked for is its name as well. */
const SAVE_ASKED: readonly RegExp[] = [
  /^(?:把|将)?((?:这|那)(?:个|些|批|几个|几家)?(?:客户|线索|商机)?)(?:都|给我|帮我)*(?:存|保存|做|建|整理)(?:成|为|起来|下来)?(?:一个|个|一份)?(?:客户)?(?:名单|列表|客群)?$/u,
  /^(?:save|store|keep|turn|make)((?: (?:these|those|this|that|them|it))(?: (?:customers?|leads?|deals?|accounts?|clients?))?)(?: as| in| into)? (?:an? |the )?(?:new )?(?:call )?(?:list|segment)$/iu,
  /^(?:把|将)?(.{3,30}(?:客户|商机|线索))[，, ]*(?:都|给我)?(?:存|保存|做|建|整理)(?:成|为)(?:一个|个|一份)?(?:客户)?(?:名单|列表|客群)$/u,
  /^(?:save|store|keep|make)(?: me)?(?: all)?(?: the)? ((?:customers|leads|deals|accounts|clients) .{3,60}?) (?:as|into) an? (?:new )?(?:list|segment)$/iu,
];
/** 三个月没联系的客户存成名单 冬季复购: what is asked for, and what the list is called. */
const SAVE_NAMED: readonly RegExp[] = [
  /^(?:把|将)?(?<asked>.{3,40}(?:客户|商机|线索))[，, ]*(?:都|给我)?(?:存|保存|做|建|整理)(?:成|为)(?:一个|个|一份)?(?:客户)?(?:名单|列表|客群)[:：，, ]*(?:叫做?|名为|名字叫)?[「“"《]?(?<name>[^「“"《」”"》]{2,30})[」”"》]?$/u,
  /^(?:把|将)?(?<asked>.{3,40}(?:客户|商机|线索))[，, ]*(?:都|给我)?(?:存|保存|做|建|整理)(?:成|为)(?!一个?|个|名单|列表|客群|[a-z]类|重点|vip|excel|表格?|ppt|word)[「“"《]?(?<name>[^「“"《」”"》，,]{2,30}?)[」”"》]?(?:这个|的)?(?:名单|列表|客群)$/iu,
  /^(?:save|store|keep|make)(?: me)?(?: all)?(?: the)? (?<asked>(?:customers|leads|deals|accounts|clients) .{3,60}?) (?:as|into) (?:an? |the )?(?:new )?(?:list|segment)(?: called| named|:) [“"']?(?<name>[^“”"']{2,40}?)[”"']?$/iu,
];
const NO_NAME =
  /^(?:(?:这|那)(?:个|些|批|几个|几家)?(?:客户|线索|商机)?|名单|客户名单|列表|分组|客群|(?:these|those|the|this|that|them|it)(?: (?:customers?|leads?|deals?|accounts?|clients?|list))?|(?:an? |the )?(?:new )?(?:list|segment))$/iu;
const LISTS =
  /^(?:(?:要|来|拿|看|调)(?:一下|出)?)?(?:一个|一份|个|份)?(?:要打的)?(?:电话|外呼|联系|回访)名单$|^(?:查?看|打开|列出|显示)?(?:一下)?(?:我的|所有|全部|有哪些|都有哪些)?(?:客户|外呼|联系)?(?:名单|客群)(?:列表|有哪些)?$|^(?:开始|我要|该)(?:打电话|外呼|回访|联系客户)了?$|^(?:start (?:calling|my calls)|whom? (?:do|should) i call(?: today| next)?)$|^(?:(?:show|list|see|open|what are)(?: me)? )?(?:all )?(?:my |our |the |saved )*(?:lists|segments|call lists)$/iu;
const OPEN: readonly RegExp[] = [
  /^(?:打开|查看|看看?|显示)(?:一下)?名单[:： ]*[「“"]?(.+?)[」”"]?$|^(?:打开|查看|看看?)[「“"]?(.+?)[」”"]?(?:这个|的)?名单$/iu,
  /^(?:open|show)(?: me)? (?:the )?(?:list|segment) [“"']?(.+?)[”"']?$|^(?:open|show)(?: me)? (?:the )?[“"']?(.+?)[”"']? (?:list|segment)$/iu,
];
const CALL: readonly RegExp[] = [
  /^(?:开始|现在|我要)?(?:按|照|给|联系|拨打|外呼|呼叫|打(?:电话)?给?(?!开))[「“"]?(.+?)[」”"]?(?:这个|的)?名单(?:上的客户|里的客户)?(?:逐个|依次|一个个)?(?:联系|打电话|外呼|回访|打|拨打)?$/iu,
  /^打开[「“"]?([^，,]{1,30}?)[」”"]?(?:这个|的)?名单[，, ]*(?:一个个|逐个|依次|挨个)(?:地)?(?:打电话|打|联系|拨)$/u,
  /^(?:开始)(?:联系|外呼|回访)名单?[:： ]*[「“"]?(.+?)[」”"]?$/iu,
  /^(?:现在)?(?:开始|接着|继续|我要)?(?:逐个|依次|挨个)?(?:打电话给?|打给?|联系|外呼|回访|拨打|呼叫|过)(?:一下|一遍)?(?:我的|名单)*[「“"《](.+?)[」”"》](?:这个|的)?(?:名单)?(?:里的|上的)?(?:客户)?$/iu,
  /^(?:start calling|start|call|work through|work on|work|go through|call through|begin|begin calling|continue|carry on with)(?: with| on)?(?: (?:the|my|our))?(?: saved| call)* (?:list|segment)(?: called| named)? [“"']?(.+?)[”"']?$|^(?:start calling|start|call|work through|work on|work|go through|call through|begin|begin calling|continue|carry on with)(?: with| on)?(?: (?:the|my|our))?(?: list)? [“"](.+?)[”"](?: list)?$/iu,
  /^(?:start calling|call|work through|work on|go through)(?: the)? (?:list|segment) [“"']?(.+?)[”"']?$|^(?:start calling|call|work through|work on|go through)(?: the)? [“"']?(.+?)[”"']? (?:list|segment)$/iu,
];
const NEXT =
  /^(?:名单(?:上|里)?(?:的)?)?下一(?:个|位|家)(?:客户)?(?:吧)?$|^(?:the )?next(?: one| customer| call| please)*$/iu;
const SKIP =
  /^跳过(?:这个|这位|这家|他|它)?(?:客户)?(?:[，,：: ]+(.+))?$|^skip(?: this| that| him| her| them| it| one| customer)*(?:[,: ]+(.+))?$/iu;
const REASONS: readonly (readonly [string, RegExp])[] = [
  ['wrong_number', /号码|空号|打错|wrong number|bad number|number is wrong/iu],
  ['do_not_call', /不要再?打|打扰|拒接|do not call|don.t call|no calls/iu],
  ['no_need', /没需求|没有需求|不需要|不感兴趣|no need|not interested/iu],
  ['not_now', /没空|在忙|不方便|时机|busy|bad moment|not now/iu],
];

/** 稍后再打, "call them later": whoever is in hand comes again in an hour. */
const LATER =
  /^(?:稍后|晚点|等会儿?|待会儿?|过会儿?|回头)再?(?:打|联系|拨)(?:吧|给他|给她)?$|^(?:call|try|ring|phone)(?: (?:them|him|her|it|this one|that one))?(?: (?:again|back))? later(?: today)?$/iu;

const reasonOf = (said: string | undefined) =>
  said === undefined ? undefined : (REASONS.find(([, pattern]) => pattern.test(said))?.[0] ?? 'other');

const one = (invocation: SpokenInvocation, confidence = 0.93): Candidate => ({ invocations: [invocation], confidence });

function caught(utterance: Utterance, text: string, forms: readonly RegExp[]): string | undefined {
  for (const form of forms) {
    const said = form
      .exec(text)
      ?.slice(1)
      .find((group) => group !== undefined);
    const words = said && trimmed(wordsOf(utterance, said));
    if (words) {
      return words;
    }
  }
  return undefined;
}

/** 存成 老客户回访, my lists, call the list dormant customers, 下一个, skip: wrong number. */
export const segmentFrame: Frame = (utterance): Candidate | undefined => {
  const text = trimmed(withoutCourtesy(utterance.text));
  const both = SAVE_NAMED.map((form) => form.exec(text)?.groups).find((groups) => groups);
  if (both) {
    const [called, words] = [both.name, both.asked].map((each) => each && trimmed(wordsOf(utterance, each)));
    return one({ command: 'segment.save', input: filled({ name: called, words }) }, 0.97);
  }
  const asked = caught(utterance, text, SAVE_ASKED);
  const name = asked ?? caught(utterance, text, SAVE);
  if (name) {
    // 把这批客户存成名单 says no name: the form asks for it.
    const input = NO_NAME.test(name) ? {} : filled({ name, words: asked });
    return one({ command: 'segment.save', input });
  }
  if (LISTS.test(text)) {
    return one({ command: 'segment.list', input: {} });
  }
  if (NEXT.test(text)) {
    return one({ command: 'call-list.next', input: {} }, 0.9);
  }
  if (SKIP.test(text)) {
    const said = caught(utterance, text, [SKIP]);
    return one({ command: 'call-list.skip', input: filled({ reason: reasonOf(said) }) }, 0.99);
  }
  if (LATER.test(text)) {
    return one({ command: 'call-list.later', input: { until: '1h' } }, 0.99);
  }
  const opened = caught(utterance, text, OPEN);
  if (opened) {
    return one({ command: 'segment.open', input: { segment: opened } });
  }
  const called = caught(utterance, text, CALL);
  // 开始打电话名单 names none; 打电话给“砚舟” calls whoever is known so.
  const isOne = called !== undefined && !/名单|list|segment/iu.test(text) && utterance.slots.customer.length > 0;
  return called && !isOne
    ? one({ command: 'call-list.next', input: called === '电话' ? {} : { segment: called } }, 0.96)
    : undefined;
};

/** “Save this” is about the question before; without one, the name is the question. */
export function aboutLastQuestion(each: SpokenInvocation, previous: Reading | undefined): SpokenInvocation {
  return each.command === 'segment.save' && each.input.words === undefined && previous?.kind === 'question'
    ? { ...each, input: { ...each.input, question: JSON.stringify(briefly(previous.question)) } }
    : each;
}
