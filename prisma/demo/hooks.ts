import type { Calendar } from './calendar.ts';
import { userId } from './people.ts';
import { demoId } from './random.ts';

/** What the company's site has sent lately; `ago` in working days. */
const SENT = [
  { key: 'form-1', event: 'lead', state: 'done', result: 'lead', problem: null, ago: 3 },
  { key: 'visit-1', event: 'site_visit', state: 'done', result: 'touch', problem: null, ago: 2 },
  { key: 'form-2', event: null, state: 'failed', result: null, problem: 'nobody', ago: 1 },
] as const;

export function hookRows(calendar: Calendar) {
  const source = demoId('hook', 'website');
  return {
    hook_sources: [
      {
        id: source,
        key: 'website',
        name: '官网 Website',
        salt: demoId('salt', 'website'),
        source_key: 'website',
        fields: { 姓名: 'contact', 手机: 'phone', 公司: 'company', 留言: 'note' },
        created_by: userId('admin'),
        created_at: calendar.at(calendar.workday(-20), 10 * 60),
      },
    ],
    hook_deliveries: SENT.map(({ key, ago, ...sent }) => ({
      id: demoId('delivery', key),
      source_id: source,
      key,
      body_hash: key,
      ...sent,
      received_at: calendar.at(calendar.workday(-ago), 14 * 60),
    })),
  };
}
