import type { Text } from '../../core/text.ts';
import type { MemberToday } from '../../core/today/get-team-today.ts';
import type { Card } from '../cards/card.ts';
import { press } from '../press.ts';
import { day, type Viewer } from './format.ts';

const DEALS: Text = { en: 'Deals', zh: '商机' };

/** A line a person: what was done today, what is due, what is late, what lies idle. */
export function teamTodayCard(members: readonly MemberToday[], viewer: Viewer): Card {
  const { locale } = viewer;
  const title: Text = { en: `My team, ${day(viewer.today, viewer)}`, zh: `我的团队 · ${day(viewer.today, viewer)}` };
  if (members.length === 0) {
    return {
      title: { en: 'You lead nobody here', zh: '你没有带团队' }[locale],
      body: [
        {
          type: 'text',
          text: {
            en: 'A team’s day is for whoever leads it. Here is yours:',
            zh: '团队情况仅团队负责人可见。可以看自己的：',
          }[locale],
          muted: true,
        },
        { type: 'actions', buttons: [press({ en: 'My day', zh: '我的一天' }, locale, 'today.show', {})] },
      ],
    };
  }
  return {
    title: title[locale],
    body: [
      {
        type: 'records',
        records: members.map((member) => ({
          title: member.name,
          detail: parts(member)
            .map((part) => part[locale])
            .join(' · '),
          buttons: [press(DEALS, locale, 'opportunity.list', { owner: member.id })],
        })),
      },
      {
        type: 'text',
        text: {
          en: 'Follow-ups and tasks of today; overdue and idle deals (7 days without a word) as they stand.',
          zh: '跟进与任务按今天统计；逾期任务和停滞商机（7 天无跟进）按现状统计。',
        }[locale],
        muted: true,
      },
    ],
  };
}

function parts({ followUps, due, done, overdue, idle }: MemberToday): Text[] {
  return [
    { en: `follow-ups ${followUps}`, zh: `跟进 ${followUps}` },
    { en: `due ${due}`, zh: `今日到期 ${due}` },
    ...(done > 0 ? [{ en: `done ${done}`, zh: `已完成 ${done}` }] : []),
    ...(overdue > 0 ? [{ en: `overdue ${overdue}`, zh: `逾期 ${overdue}` }] : []),
    ...(idle > 0 ? [{ en: `idle deals ${idle}`, zh: `停滞商机 ${idle}` }] : []),
  ];
}
