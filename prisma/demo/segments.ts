import type { Calendar } from './calendar.ts';
import { type Login, userId } from './people.ts';
import { demoId } from './random.ts';

const idle = (days: number) => ({ field: 'idle_days', op: 'gte', values: [String(days)] });

/** Saved lists: a rep's own, in either language, and one a manager shares with his team. */
const SEGMENTS: readonly { name: string; by: Login; team?: string; filters: unknown[] }[] = [
  { name: '老客户回访', by: 'li.lei', filters: [{ field: 'bought', op: 'eq', values: ['true'] }, idle(14)] },
  { name: '北区两周未联系', by: 'zhang.wei', team: 'north', filters: [idle(14)] },
  { name: 'Dormant customers', by: 'jim.green', filters: [idle(14)] },
];

export function segmentRows(calendar: Calendar) {
  return {
    segments: SEGMENTS.map(({ name, by, team, filters }) => ({
      id: demoId('segment', name),
      name,
      owner_id: userId(by),
      team_id: team ? demoId('team', team) : null,
      created_at: calendar.at(calendar.workday(-5), 10 * 60),
      question: { entity: 'customer', filters },
    })),
  };
}
