import { firstSlot, wordsOf } from '../utterance.ts';
import { type Candidate, type Frame, isAsking, pattern, tight, trimmed, withoutCourtesy } from './frame.ts';

/** What of a customer is set, by its words. */
const FIELDS: readonly (readonly [field: string, zh: string, en: string])[] = [
  ['region', '地区|区域|所在地区', 'region|area|territory'],
  ['industry', '行业|所属行业', 'industry|sector'],
  ['address', '地址|公司地址', 'address'],
  ['phone', '公司电话|总机|座机', 'company phone|main (?:phone|number|line)|switchboard'],
];

const FORMS = FIELDS.map(
  ([field, zh, en]) =>
    [
      field,
      [
        pattern(
          `^(?:把|将)(?<who>{customer})的?(?:${zh})(?:改成|改为|改到|换成|换到|设为|设成|更新为|更新成|更正为|填成|填为|写成)(?<value>.{1,60})$`,
        ),
        pattern(`^(?:修改|更新|更正)(?<who>{customer})的?(?:${zh})(?:为|成|到|[:：])(?<value>.{1,60})$`),
        pattern(
          `^(?:set|change|update|correct|switch)(?: the)? (?<who>{customer})(?:['’]s)? (?:${en}) to (?<value>.{1,60})$`,
        ),
        pattern(
          `^(?:set|change|update|correct|switch)(?: the)? (?:${en}) (?:of|for) (?<who>{customer}) to (?<value>.{1,60})$`,
        ),
      ],
    ] as const,
);

/** 把华星电子的地区改成上海; change Acme's industry to Retail (R12). */
export const customerFieldFrame: Frame = (utterance): Candidate | undefined => {
  const text = trimmed(tight(withoutCourtesy(utterance.text)));
  if (isAsking(utterance.text)) {
    return undefined;
  }
  for (const [field, forms] of FORMS) {
    for (const form of forms) {
      const { who, value } = form.exec(text)?.groups ?? {};
      const customer = who ? firstSlot(utterance, 'customer', who) : undefined;
      const said = value && trimmed(wordsOf(utterance, value));
      if (customer?.kind === 'customer' && said) {
        const input = { customer: customer.name, [field]: said };
        return { invocations: [{ command: 'customer.change', input }], confidence: 0.97 };
      }
    }
  }
  return undefined;
};
