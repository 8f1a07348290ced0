import { defineReaction } from '../reaction.ts';

/** Somebody wrote first: the admins may let him in from a card. */
export const afterAdmissionAsked = defineReaction({
  after: 'admission.asked',

  async run({ sql, tell }, { admissionId }) {
    const admins = await sql<{ id: string }>({
      name: 'admins-to-ask',
      text: `SELECT id FROM users WHERE 'admin' = ANY (roles) AND active`,
    });
    for (const { id } of admins) {
      await tell({
        effectKey: `admission:${admissionId}:${id}`,
        to: id,
        notice: 'admission',
        subject: { admissionId },
      });
    }
  },
});
