import { z } from 'zod';
import { findPoolNews } from '../../core/pool/find-pool-news.ts';
import { poolNewsBody } from '../views/pool.ts';
import { viewer } from '../views/viewer.ts';
import { defineNotice } from './notice.ts';

/** What of somebody's goes back into the public pool soon, and what has gone; once a day, all together. */
export const poolMoved = defineNotice({
  name: { en: 'what goes back to the pool', zh: '公海退回提醒' },
  subject: z.object({}),
  mayWait: () => true,

  async draw(core) {
    const news = await findPoolNews(core);
    return news.length === 0
      ? undefined
      : {
          title: { en: 'Public pool', zh: '公海提醒' }[core.actor.locale],
          tone: 'warning',
          body: poolNewsBody(news, viewer(core)),
        };
  },
});
