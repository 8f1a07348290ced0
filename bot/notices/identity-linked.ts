import { z } from 'zod';
import { getIdentity } from '../../core/people/identity.ts';
import { identityLinkedCard } from '../views/link.ts';
import { viewer } from '../views/viewer.ts';
import { defineNotice } from './notice.ts';

/** Somebody is known in one more chat; he is told in another one, so that it does not happen behind his back. */
export const identityLinked = defineNotice({
  name: { en: 'a new linked chat', zh: '新绑定提醒' },
  subject: z.object({ identityId: z.uuid() }),
  mayWait: () => false,
  mayBeMissed: true,
  notThrough: ({ identityId }) => identityId,

  async draw(core, { identityId }) {
    const identity = await getIdentity(core, identityId);
    return identity.userId === core.actor.userId ? identityLinkedCard(identity, viewer(core)) : undefined;
  },
});
