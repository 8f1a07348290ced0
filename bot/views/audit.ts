import type { AuditCheck } from '../../core/audit/audit-check.ts';
import type { Text } from '../../core/text.ts';
import type { Card } from '../cards/card.ts';
import { press } from '../press.ts';
import { type Fact, factsOf } from './facts.ts';
import { moment, type Viewer } from './format.ts';

const TITLES = {
  never: { en: 'The audit has not been checked yet', zh: '审计尚未核查' },
  asked: { en: 'The audit has not been checked yet', zh: '审计尚未核查' },
  whole: { en: 'The audit is whole', zh: '审计记录完整' },
  broken: { en: 'The audit has been tampered with', zh: '审计记录已被篡改' },
} as const satisfies Record<string, Text>;

const REASONS = {
  missing: { en: 'an entry is missing', zh: '缺少一条记录' },
  changed: { en: 'an entry was changed, or sealed under another key', zh: '记录被修改，或以其他密钥封存' },
  cut: { en: 'entries were cut off its end', zh: '末尾的记录被删除' },
} as const satisfies Record<NonNullable<AuditCheck['reason']>, Text>;

const KEEP: Text = {
  en: 'Keep the head somewhere else: whoever can show it later can prove that nothing before it was changed.',
  zh: '请将链头哈希另存一处：日后凭它可证明此前的记录未被改动。',
};
const ASKED: Text = { en: 'It is being checked; you will hear from me.', zh: '正在核查，完成后会通知你。' };
const CHECK: Text = { en: 'Check now', zh: '立即核查' };

/** Whether the sealed chain is whole, up to when, and its head. */
export function auditCard({ last, isAsked }: { last: AuditCheck | undefined; isAsked: boolean }, viewer: Viewer): Card {
  const { locale } = viewer;
  const { state, length, upTo, head, reason, checkedAt } = last ?? { state: 'never' as const };
  const facts: Fact[] = [
    [{ en: 'Whole entries', zh: '完整记录' }, length?.toLocaleString('en-US')],
    [{ en: 'Up to', zh: '截至' }, upTo && moment(upTo, viewer)],
    [{ en: 'Then', zh: '问题' }, reason && REASONS[reason][locale]],
    [{ en: 'Head', zh: '链头哈希' }, head],
    [{ en: 'Checked', zh: '核查时间' }, checkedAt && moment(checkedAt, viewer)],
  ];
  const known = factsOf(facts, locale);
  return {
    title: TITLES[state][locale],
    tone: state === 'whole' ? 'good' : state === 'broken' ? 'bad' : 'info',
    body: [
      ...(known.length > 0 ? [{ type: 'facts' as const, facts: known }] : []),
      ...(head ? [{ type: 'text' as const, text: KEEP[locale], muted: true }] : []),
      isAsked
        ? { type: 'text', text: ASKED[locale], muted: true }
        : { type: 'actions', buttons: [press(CHECK, locale, 'audit.check', {})] },
    ],
  };
}
