import { defineReaction } from '../reaction.ts';

/** The newcomer is told where he wrote from; the cards of the admins show who let him in. */
export const afterAdmissionDecided = defineReaction({
  after: 'admission.decided',

  async run({ tellNewcomer, redraw }, { admissionId }) {
    await redraw({ subject: 'admission', subjectId: admissionId });
    await tellNewcomer(admissionId);
  },
});
