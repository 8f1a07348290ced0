import { defineReaction } from '../reaction.ts';

/** Whoever was invited is greeted, if a platform knows who has his e-mail. */
export const afterPersonInvited = defineReaction({
  after: 'person.invited',

  async run({ eventId, tell }, { userId, by }) {
    await tell({ effectKey: `invited:${eventId}`, to: userId, notice: 'invited', subject: { by } });
  },
});
