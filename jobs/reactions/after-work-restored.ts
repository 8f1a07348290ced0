import { defineReaction } from '../reaction.ts';

/** Whoever was told what was done to his tasks is told that it was taken back; who has not been told yet never is. */
export const afterWorkRestored = defineReaction({
  after: 'work.restored',

  async run({ sql, tell, eventId }, { ownerId, by, changeId, taskIds }) {
    const keys = [`work-taken:${changeId}:${ownerId}`, ...taskIds.map((id) => `task-changed:${changeId}:${id}`)];
    const told = await sql({
      name: 'work-told',
      // One message for several changes: whoever heard of the latest knows what the others did.
      text: `SELECT 1 FROM deliveries d WHERE d.effect_key = ANY ($1) AND (d.state NOT IN ('pending', 'skipped', 'dead')
                OR d.state = 'skipped' AND EXISTS (
                     SELECT FROM deliveries l WHERE l.notice = 'taskChanged' AND l.subject ->> 'taskId' = d.subject ->> 'taskId' AND l.user_id = d.user_id
                        AND l.created_at >= d.created_at AND l.id <> d.id AND l.state NOT IN ('pending', 'skipped', 'dead'))) LIMIT 1`,
      values: [keys],
    });
    if (told.length > 0) {
      const effectKey = `work-restored:${eventId}`;
      await tell({ effectKey, to: ownerId, notice: 'workRestored', subject: { taskIds, by } });
    }
  },
});
