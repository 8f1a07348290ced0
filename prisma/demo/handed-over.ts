import type { Calendar } from './calendar.ts';
import type { Account } from './companies.ts';
import { userId } from './people.ts';
import type { Opportunity } from './pipeline.ts';
import { demoId } from './random.ts';

const LEAVER = demoId('user', 'zhou.ting');

/** How many customers she left, and how long ago, in working days. */
const LEFT = { customers: 4, ago: 30 };

/** 周婷, who has left, and what 李雷 was given of hers: customers that were on the books then, and their open deals (R21). */
export function handedOverRows(accounts: readonly Account[], pipeline: readonly Opportunity[], calendar: Calendar) {
  const left = calendar.at(calendar.workday(-LEFT.ago), 17 * 60);
  const given = accounts
    .filter(({ company, since }) => company.owner === 'li.lei' && since > LEFT.ago)
    .slice(-LEFT.customers);
  const deals = pipeline.filter(
    ({ company, deal, stages }) =>
      given.some((account) => account.company === company) &&
      deal.stage !== 'won' &&
      deal.stage !== 'lost' &&
      (stages[0]?.ago ?? 0) > LEFT.ago,
  );
  return {
    leaver: {
      id: LEAVER,
      name: '周婷',
      email: 'zhou.ting@hualan.example',
      roles: ['rep'],
      team_id: demoId('team', 'north'),
      locale: 'zh',
      preferred_platform: 'playground',
      active: false,
      created_at: calendar.at(calendar.workday(-650), 9 * 60),
    },
    handovers: [
      {
        id: demoId('handover', 'zhou.ting'),
        from_id: LEAVER,
        to_id: userId('li.lei'),
        made_by: userId('zhang.wei'),
        items: [...given.map(({ id }) => ['customers', id]), ...deals.map(({ id }) => ['opportunities', id])],
        created_at: left,
      },
    ],
  };
}
