import type { Calendar } from './calendar.ts';
import { type Login, userId } from './people.ts';
import { demoId } from './random.ts';

type Report = {
  by: Login;
  to: Login;
  /** Working days ago. */
  ago: number;
  done: string;
  plan: string;
  needs?: string;
  said?: string;
};

/** What some of 华澜科技 reported of the last days, and what their managers said of it. */
const REPORTS: readonly Report[] = [
  {
    by: 'li.lei',
    to: 'zhang.wei',
    ago: 1,
    done: '客户跟进（2）\n• 华星电子（拜访）：王总认可方案，等采购确认价格\n• 岚屿食品（电话）：备件已发出',
    plan: '• 给华星电子发正式报价\n• 回访岚屿食品',
    needs: '华星的价格想请张总一起谈',
    said: '可以，明天下午一起去华星。',
  },
  {
    by: 'han.meimei',
    to: 'zhang.wei',
    ago: 1,
    done: '客户跟进（1）\n• 新客户初次拜访，需求已记录',
    plan: '• 整理方案，周内发出',
  },
  {
    by: 'jim.green',
    to: 'tom.brown',
    ago: 1,
    done: 'Follow-ups (2)\n• Acme Manufacturing (Visit): meters installed, one shows no data\n• Bluegum Dairy (Call): happy with the alarms',
    plan: '• Replacement meter to Acme\n• Quote for the second silo',
  },
];

export function reportRows(calendar: Calendar) {
  const at = (ago: number, minute: number) => calendar.at(calendar.workday(-ago), minute);
  return {
    reports: REPORTS.map(({ by, to, ago, done, plan, needs = '' }) => ({
      id: demoId('report', `${by}/${ago}`),
      author_id: userId(by),
      period: 'day',
      starts_on: calendar.workday(-ago),
      done,
      plan,
      needs,
      sent_to: userId(to),
      submitted_at: at(ago, 18 * 60 + 10),
    })),
    report_comments: REPORTS.flatMap(({ by, to, ago, said }) =>
      said
        ? [
            {
              id: demoId('report_comment', `${by}/${ago}`),
              report_id: demoId('report', `${by}/${ago}`),
              author_id: userId(to),
              text: said,
              written_at: at(ago, 18 * 60 + 40),
            },
          ]
        : [],
    ),
  };
}
