import { pattern } from './frame.ts';

const ONE = '(?:{day}|{person}|{team})';
/** 本月比上月多签了多少, 李雷比韩梅梅多多少. */
const MORE_ZH = pattern(
  `^(?<head>[^比]{0,12})(?<one>${ONE})(?:的?(?<before>业绩|回款|线索|客户|商机|拜访|跟进|订单))?比(?<other>${ONE})(?:同期)?(?:多|少|高|低|增长|增加|减少|涨|降)了?(?<deed>赢|签|卖|成交|做|拿下?|收|回款|新增|拜访|跟进)?(?:单|约)?了?(?:多少|几)(?:个|家|条|单|笔|次)?(?:钱|金额|业绩)?(?<noun>线索|客户|商机|拜访|跟进|订单|回款)?(?:呢)?[?？]?$`,
);
/** How much more did Jim sell than Lucy. */
const MORE_EN = /^(?<how>how (?:much|many)) (?:more|less|fewer) (?<rest>.{3,80}?) than (?<other>.{1,60})$/iu;
/** A time to set beside another, of which only one is said: which the other is, is not guessed. */
const ONE_TIME = pattern('^(?!.*{day}.* than ).* than (?:in )?{day}[?]?$');

/** 赢单占比: of all that was closed. */
const PART_WON =
  /(?:赢单|成交|签单)的?(?:占比|比例)|(?<![a-z])(?:win share|share of (?:won|winning) (?:deals|opportunities))(?![a-z])/iu;

/** The same asked in the words in which two times, or two people, are set side by side: answered without that it would be of one of them, or of both together (R103). */
export function sideBySide(text: string): string {
  if (text.includes('比')) {
    const { head = '', one, before, other, deed = '', noun = before } = MORE_ZH.exec(text)?.groups ?? {};
    return one && other ? `${head}${one}对比${other}${measured(noun ?? '', deed)}` : text.replace(PART_WON, '赢单率');
  }
  if (text.includes(' than ')) {
    return ONE_TIME.test(text) ? text : text.replace(MORE_EN, '$<how> $<rest> vs $<other>');
  }
  return text.includes('share') ? text.replace(PART_WON, 'win rate') : text;
}

function measured(noun: string, deed: string): string {
  if (noun === '回款' || deed === '回款' || deed === '收') {
    return '回款金额';
  }
  if (noun === '订单') {
    return '订单金额';
  }
  if (/拜访|跟进/u.test(noun + deed)) {
    return `${/拜访/u.test(noun + deed) ? '拜访' : '跟进'}次数`;
  }
  return noun === '' || noun === '业绩' ? '赢单金额' : `新增${noun}数量`;
}
