import type { Calendar } from './calendar.ts';
import { userId } from './people.ts';
import { demoId } from './random.ts';

/** What customers were told lately, by the ticket; `ago` in working days. */
const SENT = [
  { domain: 'lanyu-shipin', state: 'sent', status: 200, problem: null, answer: null, ago: 3 },
  {
    domain: 'acme-manufacturing',
    state: 'failed',
    status: 422,
    problem: 'refused',
    answer: '{"error":"no route to this number"}',
    ago: 1,
  },
] as const;

/** A gateway that was on once: it is off here, for nothing of a demo may leave the machine. */
export function gatewayRows(calendar: Calendar) {
  const gateway = demoId('gateway', 'sms');
  return {
    gateways: [
      {
        id: gateway,
        name: '短信 SMS',
        url: 'https://sms.example.com/parley',
        salt: demoId('salt', 'sms'),
        text_zh: '{name}，您好！您反映的情况我们已收到，正在安排专人处理，感谢您的反馈。',
        text_en: 'Hello {name}, your message has reached us and somebody is looking into it. Thank you for telling us.',
        active: false,
        created_by: userId('admin'),
        created_at: calendar.at(calendar.workday(-20), 10 * 60),
      },
    ],
    gateway_sends: SENT.map(({ domain, ago, ...sent }) => ({
      id: demoId('gateway_send', domain),
      gateway_id: gateway,
      kind: 'ticket.acknowledged',
      ticket_id: demoId('ticket', domain),
      happened_at: calendar.at(calendar.workday(-ago), 10 * 60),
      queued_at: calendar.at(calendar.workday(-ago), 10 * 60),
      attempts: 1,
      ...sent,
      settled_at: calendar.at(calendar.workday(-ago), 10 * 60 + 1),
    })),
  };
}
