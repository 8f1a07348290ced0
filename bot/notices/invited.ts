import { z } from 'zod';
import { invitedCard } from '../views/invite.ts';
import { defineNotice } from './notice.ts';

/** An admin has put somebody on the list who has never written. */
export const invited = defineNotice({
  name: { en: 'an invitation', zh: '邀请' },
  subject: z.object({ by: z.uuid() }),
  mayWait: () => true,
  mayBeMissed: true,

  async draw({ actor, db }, { by }) {
    const inviter = await db.user.findFirst({ where: { id: by }, select: { name: true } });
    return invitedCard(actor, inviter?.name);
  },
});
