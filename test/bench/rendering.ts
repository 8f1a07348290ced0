import { renderCard } from '../../adapters/feishu/render.ts';
import { renderMessage } from '../../adapters/slack/render.ts';
import { renderMessage as renderTeams } from '../../adapters/teams/render.ts';
import type { Card } from '../../bot/cards/card.ts';
import { followUpCard } from '../../bot/views/follow-up.ts';
import type { Viewer } from '../../bot/views/format.ts';
import { taskAddedCard, tasksCard } from '../../bot/views/task.ts';

const VIEWER: Viewer = { locale: 'zh', timeZone: 'Asia/Shanghai', today: '2026-05-13' };
const ID = '01970000-0000-7000-8000-000000000001';

const drawn: readonly (() => Card)[] = [
  () => taskAddedCard({ id: ID, title: '发合同', dueOn: '2026-05-20', dueTime: undefined }, VIEWER),
  () =>
    followUpCard(
      {
        id: ID,
        subject: { entity: 'customer', id: ID, name: '深圳市华星电子有限公司' },
        kind: 'visit',
        note: '今天拜访了华星电子，王总对报价基本满意，下周三发合同',
        on: '2026-05-13',
        task: { id: ID, title: '发合同', dueOn: '2026-05-20' },
      },
      VIEWER,
    ),
  () =>
    tasksCard(
      Array.from({ length: 20 }, (_, at) => ({
        id: ID,
        title: `给王总回电话 ${at}`,
        dueOn: '2026-05-14',
        dueTime: '15:00',
        doneAt: null,
        ownerId: ID,
        ownerName: '李雷',
        giverName: '李雷',
        customerId: ID,
        customerName: '深圳市华星电子有限公司',
        version: 1,
      })),
      VIEWER,
    ),
];

const RENDERERS = {
  slack: (card: Card) => renderMessage(card),
  feishu: (card: Card) => renderCard(card, { where: { direct: true } }),
  teams: (card: Card) => renderTeams(card),
} as const;

/** Milliseconds for one card, from what the core gave to the JSON that leaves. */
export function timeRendering(rounds: number): Record<keyof typeof RENDERERS, number[]> {
  return {
    slack: timed(RENDERERS.slack, rounds),
    feishu: timed(RENDERERS.feishu, rounds),
    teams: timed(RENDERERS.teams, rounds),
  };
}

function timed(render: (card: Card) => unknown, rounds: number): number[] {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const draw of drawn) {
      const startedAt = performance.now();
      JSON.stringify(render(draw()));
      times.push(performance.now() - startedAt);
    }
  }
  return times.slice(Math.floor(times.length / 10));
}
