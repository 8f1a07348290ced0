import { defineReaction } from '../reaction.ts';

/** Whoever looks after a record is told what a colleague was about to enter. */
export const afterDuplicateAsked = defineReaction({
  after: 'duplicate.asked',

  async run({ sql, tell }, { questionId }) {
    const [question] = await sql<{ owner: string }>({
      name: 'duplicate-asked',
      text: 'SELECT owner_id AS owner FROM duplicate_questions WHERE id = $1',
      values: [questionId],
    });
    if (question) {
      const { owner } = question;
      await tell({
        effectKey: `duplicate:${questionId}`,
        to: owner,
        notice: 'duplicateAsked',
        subject: { questionId },
      });
    }
  },
});
