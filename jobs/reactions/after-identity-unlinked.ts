import { defineReaction } from '../reaction.ts';

/** Whoever lost an account by an admin's hand is told where he is still known. */
export const afterIdentityUnlinked = defineReaction({
  after: 'identity.unlinked',

  async run({ eventId, tell }, { userId, ...subject }) {
    await tell({ effectKey: `unlinked:${eventId}`, to: userId, notice: 'identityUnlinked', subject });
  },
});
