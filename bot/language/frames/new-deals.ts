import { dayOfSpan } from '../days.ts';
import { ANY_SLOT, slotOf } from '../slots.ts';
import { firstSlot, type Utterance, wordsOf } from '../utterance.ts';
import { isCompanyLike } from './company-like.ts';
import { asNewDeal, dealName, nameWithin, plainDealName, withoutDaysOf } from './deal-names.ts';
import { type Candidate, type Frame, filled, isAsking, nameIn, pattern, unclaimed, withoutCourtesy } from './frame.ts';

const OPEN_CUE = pattern(
  "(?:新建|新增|添加|录入|创建|建|开|加|录|立|记)(?:了|个|一个|条|一条|一下)*(?:新的?)?(?:销售)?(?:商机|机会|单子)|有(?:了)?(?:一)?个?(?:新的?)(?:机会|项目|商机|需求|单子)|有(?:一)?个(?:商机|单子)|(?:新建|新增|创建|建|开|加|录)了?(?:个|一个|条|一条)[\\p{L}\\d]{2,20}?的?(?:商机|单子)|有(?:一)?个[\\p{L}\\d]{2,16}?(?:项目|商机)(?=[，,。]|$)|^新(?:的)?(?:商机|单子)(?=[:：，, ](?!.*[?？]))|(?<=^{customer}(?:的|那边)?[，, ]*)新(?:商机|单子)(?=[:：，, ](?!.*[?？])|{money}|{day}|$)|(?<![a-z])(?:(?:add|create|open|start|log|register|set up|(?:we |i )?(?:opened|created|started))(?: me| us)?(?: an?| the)?(?: new)?(?: {money}| {money} worth)? ?(?:opportunity|deal|opp)|(?:open|create|add|start|log|set up)(?: an?| the)(?: new)?(?: [\\p{L}\\d&-]+){1,4} (?:opportunity|deal|opp)(?= (?:for|at|with) )|new (?:{money} )?(?:opportunity|deal|opp)|there(?:'s| is) an? (?:new )?(?:opportunity|deal)(?= (?:at|with|for)))(?![a-z])",
);
const OPEN_CLAIMS = [
  pattern('{customer}|{money}|{day}|{product}', 'giu'),
  /预计|预期|争取|差不多|那边|又|大概|左右|金额|预算|总额|成交|签约|关闭|结单|签单|签|完成|商机|机会|项目|新|需求|价值|规模|约|大约|以内|的?时候|给|为|客户/gu,
  /(?<![a-z])(?:worth|value|valued|valued at|amount|closing|close|closes|expected|expect|expecting|about|around|roughly|approx|date|budget|due|potential|new|should|size|sized|over there)(?![a-z])/giu,
];

const withoutCustomers = (utterance: Utterance, text: string): string =>
  text.replace(ANY_SLOT, (character) =>
    slotOf(character)?.kind === 'customer' ? wordsOf(utterance, character) : character,
  );

/** 恒立液压有意向，开个商机: whose it is stands at the head, though nobody knows the name. */
const HEADED =
  /^(?!新|给|为|帮|替|把|将|请)([^，,。:：\s\ue000-\ue9ff]{2,20}?)(那边|这边)?(有(?:了)?(?:采购|购买)?(?:意向|兴趣|需求|项目)了?[，,。 ]*(?:给他们?)?)?(?=(?:新建|新增|添加|创建|建|开|加|立)(?:了|个|一个|条|一条|一下)*(?:新的?)?(?:销售)?(?:商机|机会|单子))/u;

function headOf({ slots }: Utterance, text: string): { name: string; length: number } | undefined {
  const [all, name = '', there, wants] = HEADED.exec(text) ?? [];
  const isSaid = there !== undefined || wants !== undefined || isCompanyLike(name);
  // 马上开个商机给华星电子: it is his who is known.
  const isKnown = slots.customer.some(({ kind }) => kind === 'customer');
  return all === undefined || !isSaid || isKnown ? undefined : { name, length: all.length };
}

/** 给明珠医疗建个商机，120万，6月底成交; open a 250k deal for Initech. */
export const openFrame: Frame = (utterance): Candidate | undefined => {
  const read = asNewDeal(utterance, withoutCourtesy(utterance.text));
  const cue = OPEN_CUE.exec(read);
  if (!cue || isAsking(read)) {
    return undefined;
  }
  // Whose it is being said, what it is to be called may sound like a deal of somebody else's.
  const head = headOf(utterance, read);
  const text = head ? withoutCustomers(utterance, read) : read;
  const owner = firstSlot(utterance, 'customer', text);
  const known = owner?.name;
  const typed =
    head?.name ??
    /(?:给|为|帮|替)([^，,。\s\ue000-\ue9ff]{2,20}?)(?=新建|新增|添加|录入|创建|建|开|加|录|立)/u.exec(text)?.[1] ??
    /^([^，,。\s\ue000-\ue9ff]{2,20}?)(?:那边)?有/u.exec(text)?.[1] ??
    /(?:商机|机会)[:：，,\s]+(?!大概|大约|预计|差不多|估计|金额|左右)([^，,。\s\ue000-\ue9ff]{2,20})/u.exec(
      text,
    )?.[1] ??
    /(?:for|with|at) (\p{Lu}[\p{L}\d&.'-]*(?: \p{Lu}[\p{L}\d&.'-]*){0,3})/u.exec(text)?.[1];
  const customer = known ?? nameIn(utterance, typed);
  const named = head ? text.slice(head.length) : text;
  const name =
    dealName(utterance, named, OPEN_CUE, OPEN_CLAIMS) ??
    (owner && nameWithin(owner)) ??
    (known === undefined && !head ? undefined : plainDealName(utterance, named, OPEN_CUE));
  const day = firstSlot(utterance, 'day', withoutDaysOf(utterance, text, name))?.future;
  const amount = firstSlot(utterance, 'money', text)?.text.trim();
  // 本月新增商机 asks what came in this month.
  if (customer === undefined && amount === undefined && day !== undefined) {
    return undefined;
  }
  const told = [name, known ? undefined : typed].reduce(
    (left: string, each) => (each ? left.replace(each, ' ') : left),
    text,
  );
  const rest = unclaimed(told, [OPEN_CUE, ...OPEN_CLAIMS, /(?<![a-z])(?:called|named)(?![a-z])|名称|名为|叫做?/giu]);
  const input = filled({
    customer,
    name,
    amount,
    closeOn: day && dayOfSpan(day, 'future'),
  });
  const confidence = (customer === undefined ? 0.75 : 0.92) - Math.min(0.15, rest.length * 0.05);
  return { invocations: [{ command: 'opportunity.open', input }], confidence };
};
