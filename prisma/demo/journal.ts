import type { Calendar } from './calendar.ts';
import { type Login, userId } from './people.ts';
import { demoId } from './random.ts';

/** What customers did lately; `ago` in working days. */
const TOUCHES: readonly { domain: string; kind: string; what: string; ago: number; by: Login }[] = [
  { domain: 'huaxing-dianzi', kind: 'download', what: '《SMT 车间温湿度监测》白皮书', ago: 2, by: 'li.lei' },
  { domain: 'huaxing-dianzi', kind: 'event', what: '华东智能制造研讨会', ago: 14, by: 'li.lei' },
  { domain: 'lanyu-shipin', kind: 'site_visit', what: '官网冷链方案页', ago: 1, by: 'li.lei' },
  { domain: 'acme-manufacturing', kind: 'download', what: 'Energy metering white paper', ago: 3, by: 'jim.green' },
  { domain: 'pinecrest-paper', kind: 'event', what: 'Predictive maintenance webinar', ago: 8, by: 'jim.green' },
];

/** What won customers were promised. */
const MILESTONES: readonly { domain: string; name: string; planned: number; done?: number; by: Login }[] = [
  { domain: 'huaxing-dianzi', name: '现场安装', planned: -20, done: -19, by: 'li.lei' },
  { domain: 'huaxing-dianzi', name: '验收', planned: 4, by: 'li.lei' },
  { domain: 'lanyu-shipin', name: '二期安装', planned: 10, by: 'li.lei' },
  { domain: 'acme-manufacturing', name: 'Installation', planned: -12, done: -12, by: 'jim.green' },
  { domain: 'acme-manufacturing', name: 'Acceptance', planned: 3, by: 'jim.green' },
];

export function journalRows(calendar: Calendar) {
  const at = (ago: number, minute: number) => calendar.at(calendar.workday(-ago), minute);
  return {
    touches: TOUCHES.map(({ domain, kind, what, ago, by }) => ({
      id: demoId('touch', `${domain}/${what}`),
      customer_id: demoId('customer', domain),
      kind,
      what,
      occurred_at: at(ago, 11 * 60),
      created_by: userId(by),
      created_at: at(ago, 12 * 60),
    })),
    milestones: MILESTONES.map(({ domain, name, planned, done, by }) => ({
      id: demoId('milestone', `${domain}/${name}`),
      customer_id: demoId('customer', domain),
      name,
      planned_on: calendar.workday(planned),
      done_on: done === undefined ? null : calendar.workday(done),
      created_by: userId(by),
      created_at: at(25, 10 * 60),
    })),
  };
}
