import { type Rule, rule } from '../scan.ts';
import { type Anchor, impossible, type Period } from './calendar.ts';

const NO_MONTH = '(?:0|1[3-9]|[2-9]\\d|十[三四五六七八九]|[二三四五六七八九]十[一二三四五六七八九]?)月';

/** What names a part of the calendar that there is not: a month 13, a fifth quarter, an eighth day of the week. */
export const nowhereRules: readonly Rule<Period, Anchor>[] = [
  // 36月 alone may be how long something lasts, 周八 somebody's name.
  `(?:(?:今|去|前|明|后|\\d{2,4})年的?)${NO_MONTH}(?:份)?`,
  `(?<![\\d.零一二三四五六七八九十百第])${NO_MONTH}(?:份|(?:的)?[底末初])`,
  '(?:上上?个?|下下?个?|这个?|本)(?:周|星期|礼拜)[八九十89](?!点|号|[:：]\\d)',
  '(?:星期|礼拜)[八九十89](?!点|号|[:：]\\d)',
  '第(?:[五六七八九十]|[05-9])个?季度?',
  '(?<![a-z0-9])(?:20\\d{2} ?q[05-9]|(?<=(?:in|for|of|by|during|since) )q[05-9](?: (?:of )?20\\d{2})?)(?![a-z0-9])',
].map((source) => rule(source, (_, { today }) => impossible(today)));
