import { HAN } from '../normalise.ts';
import { firstSlot, type Utterance, withoutDeals } from '../utterance.ts';
import { findContact } from './contact-words.ts';
import { type Candidate, type Frame, isAsking, nameIn, pattern, tight, trimmed, withoutCourtesy } from './frame.ts';
import { clausesOf } from './next-step.ts';
import { FAULT, toTicket } from './tickets.ts';

const URGENT_EN = '(?:(?:new|urgent|another|customer|client|formal) )*';
/** 报修：…, Complaint: …; what it is about and whose it is follow in any order. */
const HEADED: readonly RegExp[] = [
  pattern(
    '^(?:收到|接到|来了?|有|新|客户|紧急|加急|一?个|一?条)*(?<head>报修|报障|故障|投诉|客诉|抱怨)(?:单|工单|电话)?[:：](?<told>.+)$',
  ),
  pattern(
    '^(?:紧急|加急|新)*(?<head>报修|报障|投诉)(?<told>{customer}(?!.*(?:工单|列表|记录|清单|处理|关[了掉闭]|解决|进展|情况|次数)).*)$',
  ),
  pattern(
    `^(?:an? )?${URGENT_EN}(?<head>complaint|fault(?: report)?|repair(?: request| order)?|service (?:request|call)|breakdown|defect)(?::| -) ?(?<told>.+)$`,
  ),
];
/** 3号机漏油了，报修，华星电子的: what is wanted stands in a clause of its own. */
const IN_A_CLAUSE = /^(?:客户)?(?:要|要求|需要|来|来电|打电话|过来)?(?<head>报修|报障|投诉|客诉)(?:了|一下)?$/u;
const REPAIRED = /^(?:报修|报障|故障|fault|repair|breakdown|defect)/iu;

/** Whose it is, with what joins that to the matter. */
const WHOSE: readonly RegExp[] = [
  pattern('^({customer})$'),
  pattern(
    '^(?:来自|from )?({customer})(?:公司|那边|客户)?(?:的)?[，,：: ]*(?:客户)?(?:说|称|反映|反馈|来电说?|says?|said|reports?|reported|about)?(?: that)?[:：，,]? ?(.+)$',
  ),
  pattern(
    '^(.+?)[，,；;。.]? ?(?:[（(]?(?:是|客户是|客户[:：]?|公司[:：]?|at|from|by|for|of|customer:?))? ?({customer})(?:那边|公司|客户)?的?[)）]?$',
  ),
  pattern('^(.+?)(?:(?:,|,? (?:at|in|from|of|for|with)) |[，,在]?)({customer})(?:那边|公司)?(?:的)?[，,]? ?(.+)$'),
];

/** 报修：华星电子3号机漏油; Complaint: the pump at Ironbark leaks (R19). */
export const ticketHeadedFrame: Frame = (utterance): Candidate | undefined => {
  const text = tight(trimmed(withoutCourtesy(utterance.text)));
  const { head, told } = HEADED.map((form) => form.exec(text)?.groups).find((groups) => groups) ?? clauseIn(text) ?? {};
  if (!head || !told || isAsking(told)) {
    return undefined;
  }
  const { customer, matter } = apart(utterance, trimmed(ofCustomer(utterance, told)));
  const { invocations, ...candidate } = toTicket(utterance, customer, matter, text);
  const kind = REPAIRED.test(head) ? { kind: 'fault' } : {};
  return {
    ...candidate,
    invocations: invocations.map((each) => ({ ...each, input: { ...each.input, ...kind } })),
    confidence: 0.97,
  };
};

/** The pump at Ironbark: beside the customer a deal that is called after a pump is not meant. */
function ofCustomer(utterance: Utterance, told: string): string {
  const worded = withoutDeals(utterance, told);
  return pattern('{customer}').test(worded) ? worded : told;
}

/** Of a visit in which a complaint is told the visit is logged. */
function clauseIn(text: string) {
  const clauses = clausesOf(text);
  const at = clauses.findIndex((clause) => IN_A_CLAUSE.test(trimmed(clause)));
  const head = IN_A_CLAUSE.exec(trimmed(clauses[at] ?? ''))?.groups?.head;
  const others = clauses.filter((_, index) => index !== at);
  return head &&
    others.some((clause) => pattern('{customer}').test(clause)) &&
    !others.some((clause) => findContact(clause) !== undefined)
    ? { head, told: others.map(trimmed).join('，') }
    : undefined;
}

function apart(utterance: Utterance, told: string): { customer: string | undefined; matter: string } {
  const deal = firstSlot(utterance, 'customer', told);
  if (deal?.kind === 'deal') {
    // 主轴振动监测离线: what a deal is called after is what fails, at the customer who has it.
    return { customer: deal.name, matter: withoutDeals(utterance, told) };
  }
  for (const form of WHOSE) {
    const pieces = form.exec(told)?.slice(1) ?? [];
    const at = pieces.findIndex((piece) => pattern('^{customer}$').test(piece));
    const customer = nameIn(utterance, pieces[at]);
    if (customer !== undefined) {
      return {
        customer,
        matter: pieces
          .filter((_, index) => index !== at)
          .map(trimmed)
          .join(HAN.test(told) ? '' : ' '),
      };
    }
  }
  // 报修：翎羽纺织，网关离线: who is not on file stands between stops.
  const [first = '', ...rest] = clausesOf(told);
  const stranger = rest.length > 0 && !FAULT.test(first) ? nameIn(utterance, trimmed(first)) : undefined;
  return stranger === undefined
    ? { customer: undefined, matter: told }
    : { customer: stranger, matter: rest.join('，') };
}
