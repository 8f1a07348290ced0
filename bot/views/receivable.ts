import type { Customer360 } from '../../core/customers/get-customer.ts';
import { fill, type Text } from '../../core/text.ts';
import { money, shortDay, type Viewer } from './format.ts';

const OVERDUE: Text = { en: '{sum} overdue since {day}', zh: '其中 {sum} 已逾期（{day}到期）' };
const ALL_OVERDUE: Text = { en: 'all overdue since {day}', zh: '已逾期（{day}到期）' };
const OVER: Text = { en: '⚠ over the limit of {sum}', zh: '⚠ 超出信用额度 {sum}' };
const LIMIT: Text = { en: 'limit {sum}', zh: '信用额度 {sum}' };

/** What a customer owes, what of it is late, and whether that is more than he may (R13). */
export function receivableText(
  { receivable, creditLimit }: Pick<Customer360, 'receivable' | 'creditLimit'>,
  viewer: Viewer,
): string {
  const said = (text: Text, values: Record<string, string>) => fill(text, values)[viewer.locale];
  const owed = receivable.flatMap(({ currency, open, overdue, since }) => [
    money(BigInt(open), currency, viewer),
    ...(since
      ? [
          said(open === overdue ? ALL_OVERDUE : OVERDUE, {
            sum: money(BigInt(overdue), currency, viewer),
            day: shortDay(since, viewer),
          }),
        ]
      : []),
  ]);
  if (!creditLimit) {
    return owed.join(' · ');
  }
  const { amount, currency } = creditLimit;
  const used = receivable.find((each) => each.currency === currency)?.open ?? '0';
  const limit = BigInt(used) > BigInt(amount) ? OVER : LIMIT;
  return [...owed, said(limit, { sum: money(BigInt(amount), currency, viewer) })].join(' · ');
}
