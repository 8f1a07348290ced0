import type { Calendar } from './calendar.ts';
import { userId } from './people.ts';
import { demoId } from './random.ts';

/** What the company's site has sent lately; `ago` in working days. */
const SENT = [
  { key: 'form-1', event: 'lead', state: 'done', result: 'lead', problem: null, body: null, ago: 3 },
  { key: 'visit-1', event: 'site_visit', state: 'done', result: 'touch', problem: null, body: null, ago: 2 },
  {
    key: 'form-2',
    event: null,
    state: 'failed',
    result: null,
    problem: 'nobody',
    // Their form calls the number otherwise than the source does: mended by 修改接入 website --字段对应 联系方式=phone.
    body: JSON.stringify({ 姓名: '沈佳宜', 联系方式: '13700006218', 留言: '想了解数据采集方案' }),
    ago: 1,
  },
  {
    key: 'visit-2',
    event: 'download',
    state: 'done',
    result: 'unmatched',
    problem: null,
    // Waits until somebody under this e-mail is on file.
    body: JSON.stringify({
      event: 'download',
      姓名: '纪南星',
      email: 'ji@nanxing.example',
      what: '《预测性维护白皮书》',
    }),
    email: 'ji@nanxing.example',
    ago: 1,
  },
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
      email: 'email' in sent ? sent.email : null,
      received_at: calendar.at(calendar.workday(-ago), 14 * 60),
    })),
  };
}
