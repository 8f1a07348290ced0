import { describe, expect, it } from 'vitest';
import type { TaskLine } from '../../core/tasks/find-tasks.ts';
import type { Viewer } from './format.ts';
import { reminderCard } from './reminder.ts';

const TASK: TaskLine = {
  id: 't1',
  title: '给王总回电话',
  dueOn: '2026-05-20',
  dueTime: '15:00',
  doneAt: null,
  cancelledAt: null,
  cancelReason: null,
  ownerId: 'u1',
  ownerName: '李雷',
  giverName: '李雷',
  customerId: 'c1',
  customerName: '华星电子',
  contact: null,
  mark: null,
  goods: [],
  version: 1,
};
const zh: Viewer = { locale: 'zh', timeZone: 'Asia/Shanghai', today: '2026-05-20' };

describe('the card of a reminder (R35)', () => {
  it('says what, for whom and by when, and takes done, later or open', () => {
    expect(reminderCard(TASK, zh)).toEqual({
      title: '任务提醒 · 给王总回电话',
      tone: 'info',
      body: [
        {
          type: 'facts',
          facts: [
            { label: '内容', value: '给王总回电话' },
            { label: '客户', value: '华星电子' },
            { label: '截止', value: '今天（5月20日 周三） 15:00' },
          ],
        },
        {
          type: 'actions',
          buttons: [
            { label: '完成', command: 'task.done', input: { task: 't1' }, style: 'primary' },
            { label: '1 小时后', command: 'task.snooze', input: { task: 't1', until: '1h' } },
            { label: '明天', command: 'task.snooze', input: { task: 't1', until: 'tomorrow' } },
            { label: '查看', command: 'task.show', input: { task: 't1' } },
          ],
        },
      ],
    });
  });

  it('warns in English of a task that is late already', () => {
    const card = reminderCard(
      { ...TASK, dueOn: '2026-05-18', dueTime: null, customerName: null },
      { ...zh, locale: 'en' },
    );
    expect(card.tone).toBe('warning');
    expect(card.body[0]).toEqual({
      type: 'facts',
      facts: [
        { label: 'What', value: '给王总回电话' },
        { label: 'Due', value: 'Mon 18 May' },
      ],
    });
  });
});
