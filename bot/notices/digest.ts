import { z } from 'zod';
import { composeDigest } from '../../core/digests/compose-digest.ts';
import { digestCard } from '../views/digest.ts';
import { viewer } from '../views/viewer.ts';
import { defineNotice } from './notice.ts';

/** What the day brings, by role (R105). */
export const digest = defineNotice({
  name: { en: 'the morning digest', zh: '早间摘要' },
  /** The local day it is for; what it says is drawn when it is sent. */
  subject: z.object({ day: z.iso.date() }),
  mayWait: () => true,

  async draw(core, { day }) {
    if (day !== core.today) {
      return undefined; // it came too late, and today has a digest of its own
    }
    const composed = await composeDigest(core);
    return composed && digestCard(composed, viewer(core), core.actor.name);
  },
});
