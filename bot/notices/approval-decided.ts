import { z } from 'zod';
import { drawApproval } from './approval.ts';
import { defineNotice } from './notice.ts';

/** Whoever asked hears how it ended. */
export const approvalDecided = defineNotice({
  name: { en: 'how an approval ended', zh: '审批结果' },
  subject: z.object({ requestId: z.uuid() }),
  mayWait: () => false,
  draw: (core, { requestId }) => drawApproval(core, requestId),
});
