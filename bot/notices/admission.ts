import { z } from 'zod';
import type { Core } from '../../core/context.ts';
import { getAdmission } from '../../core/people/decide-admission.ts';
import type { Card } from '../cards/card.ts';
import { admissionCard } from '../views/admission.ts';
import { viewer } from '../views/viewer.ts';
import { defineNotice } from './notice.ts';

/** Somebody nobody knows has written; an admin may let him in. */
export const admission = defineNotice({
  name: { en: 'somebody wants to join', zh: '加入申请' },
  subject: z.object({ admissionId: z.uuid() }),
  mayWait: () => false,
  postedAs: ({ admissionId }) => ({ subject: 'admission', subjectId: admissionId }),

  async draw(core, { admissionId }) {
    const { state } = await getAdmission(core, admissionId);
    return state === 'pending' ? drawAdmission(core, admissionId) : undefined;
  },
});

export async function drawAdmission(core: Core, admissionId: string): Promise<Card> {
  return admissionCard(await getAdmission(core, admissionId), viewer(core));
}
