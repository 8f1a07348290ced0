import { firstSlot, type Utterance } from '../utterance.ts';
import { type Candidate, type Frame, isAsking, pattern, tight, trimmed, withoutCourtesy } from './frame.ts';

const FROM = '(?<from>{person})';
const TO = '(?<to>{person}|我(?!们)|me(?![a-z]))';
const AND =
  '(?:(?:和|、|与|跟|,|，| and | & )(?<second>{person}))?(?:(?:和|、|与|跟|,|，| and |, and )(?<third>{person}))?';
const GONE_EN =
  'is leaving|leaves|has left|left|quit|has quit|is going|has gone|is gone|resigned|has resigned|is resigning';
const WHAT =
  '(?:(?:所有的?|全部的?|名下的?|手上的?|手头的?|手里的?|负责的?)+(?=都|全|一起|统统)|(?:所有的?|全部的?|名下的?|手上的?|手头的?|手里的?)*(?:客户|线索|商机|工作|活儿?|东西|单子|资料)(?:和(?:客户|线索|商机|工作|待办))*)';

const GIVEN: readonly RegExp[] = [
  pattern(
    `^${FROM}(?:要|已经?|准备|马上|快|月底|{day}|{between})*(?:离职|走|辞职|离开|调走|转岗)了?[,，。、 ]*(?:把|将)?(?:他|她)?的?(?:${WHAT})?(?:都|全|全部|统统)*(?:交接|转交|移交|分|交|转|给|归)(?:给|到)?${TO}${AND}(?:吧|了|来)?$`,
  ),
  pattern(
    `^(?:把|将)?${FROM}的?${WHAT}(?:都|全|全部|统统)+(?:交接|转交|移交|分|交|转|给|归)(?:给|到)?${TO}${AND}(?:吧|了|来)?$`,
  ),
  pattern(`^(?:把|将)?${FROM}的?(?:${WHAT})?(?:都|全|全部)*交接(?:给|到)${TO}${AND}(?:吧|了|来)?$`),
  pattern(
    `^(?:hand over|hand|transfer|give|move|pass) (?:all (?:of )?)?${FROM}(?:['’]s)? (?:accounts?|customers?|work|book|clients?|things|stuff|everything|deals|leads)(?: over)? to ${TO}${AND}$`,
  ),
  pattern(
    `^(?:hand over|transfer|give|move|pass) everything (?:of|from|that) ${FROM}(?:['’]s)?(?: has| had)? to ${TO}${AND}$`,
  ),
  pattern(
    `^${FROM} (?:${GONE_EN})(?: us| the company)?(?: (?:on )?(?:{day}|{between}))?[,.;]?(?: and| so)? ?(?:please )?(?:give|hand(?: over)?|move|transfer|pass)(?: over)? (?:everything|all|all that|whatever)(?: that)? (?:of (?:his|hers|theirs)|(?:he|she|they) (?:has|had|have|owns|owned|is working on|was working on))(?: over)? to ${TO}${AND}$`,
  ),
  pattern(
    `^${FROM} (?:${GONE_EN})(?: us| the company)?(?: (?:on )?(?:{day}|{between}))?[,.;]? ?(?:(?:hand|give|move|transfer|pass) (?:over )?(?:everything|(?:all )?(?:of )?(?:his|her|their) (?:accounts?|customers?|work|deals|stuff|things|leads))(?: over)? to|(?:everything|(?:all )?(?:of )?(?:his|her|their) (?:accounts?|customers?|work|deals|stuff|things|leads)) (?:goes |go |should go |will go )?to) ${TO}${AND}$`,
  ),
  pattern(`^(?:离职)?交接[:： ]*${FROM}(?:的(?:${WHAT}))?[，, ]*(?:给|到|->|→)[:： ]*${TO}${AND}(?:吧)?$`),
  pattern(`^(?:please )?(?:hand over|handover) ${FROM}(?: ?(?:to|->|→) ?)${TO}${AND}$`),
];

const LIST =
  /^(?:查?看看?|打开|显示)?(?:一下)?(?:我的)?(?:谁|有什么|哪些)?交接(?:给我的?)?(?:了什么|了哪些|的)?(?:清单|列表|内容|客户|东西|什么)?$|^(?:show|see|list|open|what was|what has been)(?: me)? (?:the )?(?:handover list|handed over to me|what was handed over(?: to me)?|handovers?)[?]?$/iu;

/** Who leaves, and not yet to whom: the form asks. */
const LEAVES: readonly RegExp[] = [
  pattern(`^${FROM}(?:要|已经?|准备|马上|快|月底|{day})*(?:离职|辞职|不干)了?(?:怎么办|怎么交接)?$`),
  pattern(
    `^${FROM} (?:is leaving|leaves|has left|left|quit|has quit|resigned|has resigned|is resigning)(?: us| the company)?(?: (?:on )?{day})?$`,
  ),
];

/** 张伟要离职了，客户都给李雷; hand over Jim's accounts to Han Meimei (R21). What it comes to is shown before it is done. */
export const handoverFrame: Frame = (utterance: Utterance): Candidate | undefined => {
  const text = tight(trimmed(withoutCourtesy(utterance.text)));
  if (LIST.test(text)) {
    return { invocations: [{ command: 'handover.show', input: {} }], confidence: 0.95 };
  }
  if (isAsking(utterance.text)) {
    return undefined;
  }
  for (const form of GIVEN) {
    const { from, to, second, third } = form.exec(text)?.groups ?? {};
    const person = nameOf(utterance, from);
    const first = to === '我' || to?.toLowerCase() === 'me' ? 'me' : nameOf(utterance, to);
    if (person && first) {
      const also = nameOf(utterance, second);
      const last = nameOf(utterance, third);
      const input = { person, to: first, ...(also ? { second: also } : {}), ...(last ? { third: last } : {}) };
      return { invocations: [{ command: 'handover.plan', input }], confidence: 0.99 };
    }
  }
  const leaver = LEAVES.map((form) => nameOf(utterance, form.exec(text)?.groups?.from)).find(
    (name) => name !== undefined,
  );
  return leaver === undefined
    ? undefined
    : { invocations: [{ command: 'handover.plan', input: { person: leaver } }], confidence: 0.9 };
};

const nameOf = (utterance: Utterance, piece: string | undefined) =>
  piece === undefined ? undefined : firstSlot(utterance, 'person', piece)?.name;
