import type { Text } from '../../core/text.ts';
import type { MemberToday } from '../../core/today/get-team-today.ts';
import type { Card } from '../cards/card.ts';
import { press } from '../press.ts';
import { day, type Viewer } from './format.ts';
import { MY_DAY } from './words.ts';

const DEALS: Text = { en: 'Deals', zh: '商机' };

const CHECK_INS: Text = { en: 'Check-ins', zh: '签到' };

/** A line a person: what was done today, what is due, what is late, who waits, what lies still. */
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
        { type: 'actions', buttons: [press(MY_DAY, locale, 'today.show', {})] },
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
          buttons: [
            press(DEALS, locale, 'opportunity.list', { owner: member.id }),
            ...(member.strange > 0 ? [press(CHECK_INS, locale, 'visit.list', { person: member.id })] : []),
          ],
        })),
      },
      {
        type: 'text',
        text: {
          en: 'Follow-ups and tasks of today; the rest as it stands. Deals to move are over their stage’s time or have had no word for a week.',
          zh: '跟进与任务按今天统计，其余按现状统计。待推动商机：超过阶段时限或一周无跟进。',
        }[locale],
        muted: true,
      },
    ],
  };
}

function parts({ followUps, visits, strange, due, done, overdue, leads, deals }: MemberToday): Text[] {
  return [
    { en: `follow-ups ${followUps}`, zh: `跟进 ${followUps}` },
    ...(visits > 0 ? [{ en: `visits ${visits}`, zh: `拜访 ${visits}` }] : []),
    ...(strange > 0 ? [{ en: `check-ins to look at ${strange}`, zh: `需留意的签到 ${strange}` }] : []),
    { en: `due ${due}`, zh: `今日到期 ${due}` },
    ...(done > 0 ? [{ en: `done ${done}`, zh: `已完成 ${done}` }] : []),
    ...(overdue > 0 ? [{ en: `overdue ${overdue}`, zh: `逾期 ${overdue}` }] : []),
    ...(leads > 0 ? [{ en: `leads to answer ${leads}`, zh: `待响应线索 ${leads}` }] : []),
    ...(deals > 0 ? [{ en: `deals to move ${deals}`, zh: `待推动商机 ${deals}` }] : []),
  ];
}
