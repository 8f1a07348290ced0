import { z } from 'zod';
import { drawApproval } from './approval.ts';
import { defineNotice } from './notice.ts';

/** Whoever asked hears how it ended. */
export const approvalDecided = defineNotice({
  subject: z.object({ requestId: z.uuid() }),
  mayWait: () => false,
  draw: (core, { requestId }) => drawApproval(core, requestId),
});
