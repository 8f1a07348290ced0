import { asSystem } from '../../core/db/system.ts';
import { claimReminder } from '../../core/reminders/claim-reminder.ts';
import { findDueReminders } from '../../core/reminders/find-due-reminders.ts';
import type { Desk } from '../desk.ts';
import type { Schedule } from './schedule.ts';

/** Tasks whose reminder is due: one job each. */
export const reminders: Schedule = {
  name: 'reminders',
  everyMs: 15_000,

  async look({ database, queues }) {
    const due = await asSystem(database, 'schedule', (transaction) => findDueReminders(transaction));
    await queues.add(
      'schedules',
      due.map((id) => ({ name: 'remind', id, jobId: `remind-${id}` })),
    );
  },
};

/** Plans the reminder of one task, if it is still due. */
export async function remind({ database, org }: Pick<Desk, 'database' | 'org'>, taskId: string): Promise<void> {
  if (await asSystem(database, 'schedule', (transaction) => claimReminder(transaction, taskId, org))) {
    database.onEvents();
  }
}
