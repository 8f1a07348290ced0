import { z } from 'zod';
import { getObject } from '../../core/objects/find-objects.ts';
import { objectToldCard } from '../views/object.ts';
import { viewer } from '../views/viewer.ts';
import { defineNotice } from './notice.ts';

/** A new record of a customer's names him, and its rules say that he is told: the site manager of a showing (R22). */
export const objectTold = defineNotice({
  name: { en: 'a record that names somebody', zh: '与其有关的客户档案' },
  subject: z.object({ objectId: z.uuid() }),
  mayWait: () => true,

  async draw(core, { objectId }) {
    return objectToldCard(await getObject(core, objectId), viewer(core));
  },
});
