import { pattern } from './frame.ts';
import { A_ZH, RECORD_EN, SUM, WHEN_EN, WHO } from './payments.ts';

const PUT_ZH = `(?:记录?|登记|录入?|新增|新建|加|添加|补)(?:了|一下|上)*(?:一?[个张份笔单条]|新的?)*`;
const SUM_ZH = `(?:的|金额|是|为|[:：，, ])*(?:${SUM})?`;

/** 记一笔回款 华星 5万, log an order from Acme 50k: what it is comes first, the sum last, or is asked for by the form. */
export function notedMoney(zh: string, en: string): readonly RegExp[] {
  return [
    pattern(`^${PUT_ZH}${zh}[:：，, ]*(?:给|来自)?${WHO}${SUM_ZH}$`),
    pattern(`^${PUT_ZH}${WHO}的?${A_ZH}${zh}${SUM_ZH}$`),
    pattern(`^(?:给|为|帮)${WHO}${PUT_ZH}${zh}${SUM_ZH}$`),
    pattern(
      `^${RECORD_EN} ${en}:? (?:(?:from|for|to|with|by|of) )?${WHO}(?:[,:]? (?:of |for |over |at )?${SUM})?${WHEN_EN}$`,
    ),
  ];
}
