import { z } from 'zod';
import { findIdentities } from '../../core/people/identity.ts';
import { identityUnlinkedCard } from '../views/link.ts';
import { viewer } from '../views/viewer.ts';
import { defineNotice } from './notice.ts';

/** An admin has taken one of somebody's chats from him; he is told in one that is left. */
export const identityUnlinked = defineNotice({
  name: { en: 'an unlinked chat', zh: '解除绑定提醒' },
  subject: z.object({ identityId: z.uuid(), by: z.uuid(), platform: z.string() }),
  mayWait: () => false,
  mayBeMissed: true,

  async draw(core, { identityId, by, platform }) {
    const [own, admin] = await Promise.all([
      findIdentities(core, [core.actor.userId]),
      core.db.user.findFirst({ where: { id: by }, select: { name: true } }),
    ]);
    const isBack = own.some(({ id }) => id === identityId);
    return isBack ? undefined : identityUnlinkedCard({ platform, by: admin?.name }, viewer(core));
  },
});
