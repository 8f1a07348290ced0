import { defineReaction } from '../reaction.ts';

/** Whoever was told that he was given something is told that it is his no more; who has not been told yet never is. */
export const afterWorkWithdrawn = defineReaction({
  after: 'work.withdrawn',

  async run({ sql, tell, eventId }, { ownerId, by, changeId, leadIds, taskIds, handoverIds }) {
    const keys = [
      ...leadIds.flatMap((lead) => [ownerId, ...taskIds].map((each) => `lead:${lead}:${each}`)),
      ...taskIds.map((task) => `leads:${ownerId}:${task}`),
      ...handoverIds.map((handover) => `handover:${handover}`),
    ];
    const told = await sql({
      name: 'giving-told',
      text: `SELECT 1 FROM deliveries WHERE user_id = $3 AND (effect_key = ANY ($1) OR notice = 'taskGiven' AND subject ->> 'taskId' = ANY ($2))
                AND state NOT IN ('pending', 'skipped', 'dead') LIMIT 1`,
      values: [keys, taskIds, ownerId],
    });
    if (told.length > 0) {
      const effectKey = `work-withdrawn:${eventId}`;
      await tell({ effectKey, to: ownerId, notice: 'workWithdrawn', subject: { changeId, by } });
    }
  },
});
