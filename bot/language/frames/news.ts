import { kept } from '../kept.ts';
import { firstSlot, type Utterance } from '../utterance.ts';
import { hasOrder } from './contact-said.ts';
import { type Candidate, type Frame, filled, isAsking, pattern, tight, trimmed, withoutCourtesy } from './frame.ts';
import { clausesOf, findNextSteps, nextFields } from './next-step.ts';

const HEARD_ZH = '(?:{day}|听说|据说|刚才?|好像|看来|看样子|坏消息|糟了|最近|[，,：: ])*';
const MAY_ZH = '(?:可能|应该|估计|恐怕|怕是|大概|好像|又|已经?|都|也|要|会|快|被|给|有点|还|暂时|突然|全|整个)';
const LESS_ZH = '(?:砍|缩减|削减|压缩|冻结)(?:掉)?(?:了|到|一半|\\d|{percent}|{money}|很多|不少|三分之)+';
/** What befalls a project, a budget or a firm, said to be so. */
const BEFALLS_ZH = `(?:(?:延期|推迟|延后|暂停|搁置|叫停|停工|停产|停摆|泡汤|没戏|流标|废标|变卦|反悔|裁员|重组|破产|倒闭|上市|融资|搬(?:家|迁|走)|扩产|投产|立项|黄|悬|取消|被?收购|被?合并|资金(?:紧张|断)|缺钱|出(?:问题|事|变故)|有(?:变化|变数))(?:了|(?:到|至){day})|${LESS_ZH})(?:了|一段时间|吧)?`;
const MAY_BE_ZH = `(?<=可能|恐怕|怕是|估计|[要会快被])(?:丢|黄|输|没戏|泡汤|延期|推迟|暂停|搁置|裁员|重组|破产|搬迁|上市|被?收购|换(?:供应商|人))(?:了|掉)*`;
const OTHERS_ZH =
  '换了?(?:一?个|新的?)*(?:老板|领导|负责人|对接人|供应商|\\p{Script=Han}{0,4}(?:经理|总监|主任|部长|厂长|主管))了?';
/** What is put off so is a task or a visit of ours, or a ticket; or it is denied. */
const OURS_ZH =
  '(?!.{0,8}(?:拜访|会议|开会|见面|约会|电话|任务|待办|提醒|演示|面谈|工单|订单|发票|为什么|为何|为啥|没|未))';
/** 这周要签了: hoped for, and neither signed nor asked. */
const TO_SIGN_ZH =
  '{day}?(?:可能|估计|应该|大概|终于)?就?(?:快要?|要|马上就?要?|即将|准备){day}?(?:签(?:约|单|合同)?|下单|定标?|拍板)了';
const ZH = [
  pattern(
    `^${HEARD_ZH}(?<who>{customer}|客户|对方)(?:公司|那边|这边|他们)?的?${OURS_ZH}\\p{Script=Han}{0,8}?${MAY_ZH}*(?:${BEFALLS_ZH}|${MAY_BE_ZH}|${OTHERS_ZH})$`,
  ),
  pattern(`^${HEARD_ZH}(?<who>{customer})(?:公司|那边|这边|他们)?${TO_SIGN_ZH}$`),
  pattern(
    `^${HEARD_ZH}(?<who>{customer}|客户|对方)(?:公司|那边|这边|他们)?的?\\p{Script=Han}{0,6}(?:还?[要得]等)\\p{Script=Han}{2,10}$`,
  ),
];

const HEARD_EN =
  "(?:(?:heads up|bad news|good news|apparently|unfortunately|sadly|rumou?r has it|word is|(?:i |we )?(?:think|guess|fear|(?:just )?heard?)|(?:looks|sounds|seems) like|i(?:'m| am) afraid|it|that)[,:;]? )*";
const DEAL_EN = '(?: (?:deal|order|account|contract|project|tender|bid|business))?';
const SO_EN =
  "(?:is|are|was|were|has|have|had|been|being|got|gets|getting|may|might|will|could|be|'s|now|just|probably|likely|again|still|also|slightly|badly)";
const BEFALLS_EN =
  '(?:delayed|postponed|paused|on hold|at risk|in (?:trouble|danger)|stalled|cut|halved|slashed|frozen|reduced|scrapped|shelved|acquired|bought (?:by|up|out)|taken over|sold to|merg(?:ed|ing)|restructur(?:ed|ing)|bankrupt|insolvent|laying off|going (?:with|bust|bankrupt)|leaning towards?|wavering|slipping|running out of (?:money|cash|budget))';
const OURS_EN = '(?!.{0,16}(?:meeting|visit|demo|call|task|reminder|ticket|appointment|invoice)(?![a-z]))';
const ACTS_EN =
  '(?:cuts?|cutting|halved?|slash(?:ed|es|ing)?|froze|freez(?:e|ing)|delay(?:ed|s|ing)?|postpon(?:ed?|es|ing)|paus(?:ed?|es|ing)|shelved?|scrap(?:ped)?|reduc(?:ed?|ing))';
const EN = [
  pattern(
    `^${HEARD_EN}(?:the )?(?<who>{customer})(?: is| are|'s)(?: just| now| finally| nearly| almost)? (?:about|ready|set) to (?:sign|order|buy|decide)(?: (?:the |our )?(?:contract|deal|order))?(?: {day})?$`,
  ),
  pattern(
    `^${HEARD_EN}(?:we|i)(?:(?:'re|'ll| are| will| may| might| could| probably| likely| also| about to| going to| be))+ (?:lose|losing|miss out on)(?: out on)? (?:the |this )?(?<who>{customer})(?:'s)?${DEAL_EN}(?: to \\S.{1,40})?$`,
  ),
  pattern(
    `^${HEARD_EN}(?:the |our )?(?<who>{customer}|customer|client)(?: ${SO_EN})* (?:put|puts|putting) (?:the|their|this|its|our|everything|all)(?: \\p{L}+){0,3} on hold.*$`,
  ),
  pattern(
    `^${HEARD_EN}(?:the |our )?(?<who>{customer}|customer|client)(?: ${SO_EN})* (?:delay(?:ed|s|ing)?|postpon(?:ed?|es|ing)) (?:payment|delivery|go-live|installation|the (?:decision|project|tender|start))(?![a-z]).*$`,
  ),
  pattern(
    `^${HEARD_EN}(?:the |our )?(?<who>{customer}|customer|client)${OURS_EN}(?:'s|s)?(?: \\p{L}+){0,3}? ${SO_EN}(?: ${SO_EN})* ${BEFALLS_EN}(?![a-z]).*$`,
  ),
  pattern(
    `^${HEARD_EN}(?:the |our )?(?<who>{customer}|customer|client)${OURS_EN}(?: ${SO_EN})* ${ACTS_EN} (?:their|the|its|our|all|back on)(?: \\p{L}+){1,4}.*$`,
  ),
  pattern(
    `^${HEARD_EN}(?:the |our )?(?<who>{customer}|customer|client)(?: ${SO_EN})* (?:has|have|got|gets|getting|hired|appointed) (?:an? |the )?new (?:\\p{L}+ ){0,2}(?:manager|director|ceo|cfo|owner|buyer|head|boss|lead|management)(?![a-z]).*$`,
  ),
];

/** Whom a text is news of: 砚舟的项目延期了, "we might lose the Larkfield deal"; nothing where it asks. */
const whoseNews = kept((said: string): string | undefined => {
  const text = newsText(said);
  if (isAsking(said)) {
    return undefined;
  }
  const [first = ''] = clausesOf(text);
  const whole = /\p{Script=Han}/u.test(text) ? ZH.map((form) => form.exec(first)) : EN.map((form) => form.exec(text));
  return whole.find((match) => match !== null)?.groups?.who;
});

const newsText = (said: string) => tight(trimmed(withoutCourtesy(said)));

/** News and nothing else; what is to be done about it is a command beside it. */
export const isToldAsNews = (said: string): boolean => whoseNews(said) !== undefined && !hasOrder(newsText(said));

/** News is told of somebody: where none is named it costs nothing to see. */
const newsOf = ({ text, slots }: Utterance): string | undefined =>
  slots.customer.length > 0 || /客户|对方|customer|client/iu.test(text) ? whoseNews(text) : undefined;

/** Told, and therefore no question, whatever its words would list. */
export const isNews = (utterance: Utterance): boolean =>
  newsOf(utterance) !== undefined && !hasOrder(newsText(utterance.text));

const SURE = 0.8;
const OFFERED = 0.6;

/** 霁川那边预算砍了一半: kept as a note, so that whoever said it need not ask where (R35). */
export const newsFrame: Frame = (utterance): Candidate | undefined => {
  const who = newsOf(utterance);
  if (who === undefined) {
    return undefined;
  }
  const named = firstSlot(utterance, 'customer', who);
  const { customer, lead } = named ? { customer: named.name, lead: undefined } : utterance.last;
  if ((customer ?? lead) === undefined) {
    return undefined;
  }
  const [step] = findNextSteps(utterance, clausesOf(withoutCourtesy(utterance.text)).slice(1));
  const told = { kind: 'note', note: utterance.said, ...nextFields(step) };
  // An order behind it is not done by keeping the news.
  const isSure =
    utterance.slots.customer.length <= 1 && utterance.slots.person.length === 0 && !hasOrder(newsText(utterance.text));
  return {
    invocations: [
      customer === undefined
        ? { command: 'lead.log', input: filled({ lead, ...told }) }
        : { command: 'follow-up.log', input: filled({ customer, ...told }) },
    ],
    confidence: isSure ? SURE : OFFERED,
  };
};
