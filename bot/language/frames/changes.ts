import { dayOfSpan } from '../days.ts';
import { firstSlot } from '../utterance.ts';
import {
  type Candidate,
  dealIn,
  type Frame,
  filled,
  isAsking,
  pattern,
  tight,
  trimmed,
  withoutCourtesy,
} from './frame.ts';

/** What is only wished, supposed or refused begins no name: 如果安装改到周六. */
const ZH =
  '(?<target>{customer}|(?!(?:金额|总额|预算|价格|报价)[改调更变修设定提降缩砍涨减是为]|如果|假如|要|万一|不要|不想|别|想|希望|建议)[^，。,.!！?？\\s的]{2,20}?)';
const EN = '(?<target>{customer}|\\S.{0,40}?)';
const DEAL_ZH = '(?:的|那边|那个|这个|那|这)*(?:商机|机会|单子?|项目|案子)?(?:的)?';
const DEAL_EN = "(?:'s|s')?(?: (?:deal|opportunity|opp))?(?:'s)?";
const SET =
  '(?:改|调整?|更新|变更?|修改|设置?|定|提高?|降低?|缩水|缩减?|砍|涨|减少?|推迟?|延后?|提前|挪|移)(?:一下)?(?:成|为|到|至)?了?';
const CLOSE_ZH = '(?:预计)?(?:成交|签约|签单|关闭|结单|完成|关单)(?:日期?|时间)?';
const CLOSE_EN = '(?:expected )?(?:close|closing|signing|expected)(?: date| day)?';

/** 华星的金额改成35万, move Acme's close date to 30 June: one field of a deal, set anew. */
const CHANGES: readonly RegExp[] = [
  pattern(`^(?:把|将)?${ZH}${DEAL_ZH}(?:的)?(?:金额|总额|预算|价格|报价|合同额|额度|单子?)?${SET}{money}(?:了)?$`),
  pattern(`^(?:把|将)?${ZH}${DEAL_ZH}(?:的)?${CLOSE_ZH}?${SET}{day}$`),
  pattern(`^${SET}${ZH}${DEAL_ZH}(?:的)?(?:金额|总额|预算)(?:为|成|到|至)?{money}$`),
  pattern(
    `^(?:给|把|为)?${ZH}${DEAL_ZH}(?:加|填|补|写|定|录)(?:上|个|一个|一下|下)*(?:金额|总额|预算)(?:是|为|[:：])?{money}$`,
  ),
  pattern(`^${SET}${ZH}${DEAL_ZH}(?:的)?${CLOSE_ZH}(?:为|成|到|至)?{day}$`),
  pattern(`^${ZH}${DEAL_ZH}(?:现在)?(?:的)?(?:金额|总额|预算)(?:现在|变)?(?:是|为|变成?了?|有){money}(?:了)?$`),
  pattern(
    `^${ZH}${DEAL_ZH}(?:预计|估计|预期|应该|大概|大约)(?:会|能|要|在|于|到|可以)*{day}(?:左右|前后|之前|前)?(?:会|能|就能|可以)?(?:成交|签约|签单|签|关闭|结单|关单)(?:了)?$`,
  ),
  // 华星的单子下个月底能签 tells when; without its deal it may as well be a list.
  pattern(
    `^(?<target>{customer})(?:的|那边|那个|这个|那|这)*(?:商机|机会|单子?|项目|案子)(?:的)?{day}(?:左右|前后|之前|前)?(?:就|应该|差不多)*(?:能|会|可以)(?:成交|签约|签单|签下来|签|关闭|结单|关单)(?:了)?$`,
  ),
  pattern(
    `^${ZH}${DEAL_ZH}(?:的)?(?:金额|总额)?(?:应该|其实|实际上?)(?:是|为){money}(?:[，, ]*(?:而)?不是{money})?(?:了)?$`,
  ),
  pattern(
    `^${ZH}${DEAL_ZH}(?:可能|大概|估计|恐怕|应该)?(?:要|得|会)?(?:推迟?|拖|延[期后迟]?)(?:到|至){day}(?:才(?:能|会|可以)?)?(?:成交|签约|签单|签|关闭|下单)?(?:了)?$`,
  ),
  pattern(`^(?:the )?${EN}${DEAL_EN} (?:should be|is actually|is really) {money}(?:,? (?:and )?not {money})?$`),
  pattern(`^${ZH}${DEAL_ZH}(?:推迟|延后|延期|提前|改)(?:到|至){day}(?:成交|签约|签单|签|关闭)?(?:了)?$`),
  pattern(
    `^(?:change|set|update|make|move|raise|lower|increase|decrease|bump|drop|put|adjust)(?: the)? ${EN}${DEAL_EN}(?:'s)? (?:amount|value|size|budget|price)(?: up| down)?(?: to| at| as|:|=)? ?{money}$`,
  ),
  pattern(
    `^(?:change|set|update|make|move|adjust)(?: the)? ${EN}${DEAL_EN}(?:'s)? (?:amount|value|size|budget|price) (?:to|at) {money},? (?:and )?(?:the )?${CLOSE_EN} (?:to|for|on) (?:the )?{day}$`,
  ),
  pattern(
    `^(?:把|将)?${ZH}${DEAL_ZH}(?:的)?(?:金额|总额|预算|价格|报价|合同额|额度|单子?)?${SET}{money}[，,、 ]*${CLOSE_ZH}${SET}{day}$`,
  ),
  pattern(
    `^(?:change|set|update|make|raise|lower|increase|decrease|bump|drop|put|adjust)(?: the)? (?:amount|value|size)(?: (?:of|for|on))(?: the)? ${EN}${DEAL_EN} (?:to|at|as) {money}$`,
  ),
  pattern(
    `^(?:change|set|update|raise|lower|increase|decrease|bump|drop|adjust)(?: the)? ${EN}${DEAL_EN}(?: up| down)? (?:to|at) {money}$`,
  ),
  pattern(`^(?:the )?${EN}${DEAL_EN}(?: amount| value)? is (?:now )?(?:worth |at )?{money}(?: now)?$`),
  pattern(
    `^(?:change|set|update|move|push|shift|bring|postpone|put|delay)(?: the)? ${EN}${DEAL_EN}(?:'s)? ${CLOSE_EN}(?: out| back| forward)? (?:(?:to|for|until|till|on) )?{day}$`,
  ),
  pattern(
    `^(?:change|set|update|move|push|shift|put)(?: the)? ${CLOSE_EN} (?:of|for|on)(?: the)? ${EN}${DEAL_EN} (?:(?:to|for|until|on) )?(?:the )?{day}$`,
  ),
  pattern(
    `^(?:push|move|delay|postpone|slip|shift)(?: the)? ${EN}${DEAL_EN}(?: (?:out|back|forward))? (?:to|until|till) {day}$`,
  ),
  pattern(
    `^(?:the )?${EN}${DEAL_EN} (?:has |is )?(?:now )?(?:slipped|slips|moved|moves|delayed|postponed|pushed)(?: (?:out|back))? (?:to|until) {day}$`,
  ),
  pattern(
    `^(?:the )?${EN}${DEAL_EN} (?:is|will be) (?:now )?closing (?:in |on |by )?(?:the )?{day}(?: now| instead)?$`,
  ),
  pattern(
    `^(?:the )?${EN}${DEAL_EN} (?:will|is going to|should|is expected to) close (?:in|on|by|at)? ?(?:the )?{day}(?: now)?$`,
  ),
];

/** Reminders and tasks have days of their own. */
const OTHER = /任务|待办|提醒|拜访|会议|日程|(?<![a-z])(?:task|to-?do|reminder|meeting|call|visit|demo)(?![a-z])/iu;

export const changeFrame: Frame = (utterance): Candidate | undefined => {
  const text = tight(trimmed(withoutCourtesy(utterance.text)));
  if (isAsking(text) || OTHER.test(text)) {
    return undefined;
  }
  for (const form of CHANGES) {
    const groups = form.exec(text)?.groups;
    const opportunity = groups && dealIn(utterance, groups.target);
    if (groups && opportunity !== undefined) {
      const known = firstSlot(utterance, 'customer', groups.target ?? '') !== undefined;
      const day = firstSlot(utterance, 'day', text)?.future;
      const input = filled({
        opportunity,
        amount: firstSlot(utterance, 'money', text)?.text.trim(),
        closeOn: day && dayOfSpan(day, 'future'),
      });
      return { invocations: [{ command: 'opportunity.change', input }], confidence: known ? 0.92 : 0.75 };
    }
  }
  return undefined;
};
