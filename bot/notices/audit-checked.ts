import { z } from 'zod';
import { getCheck } from '../../core/audit/audit-check.ts';
import { auditCard } from '../views/audit.ts';
import { viewer } from '../views/viewer.ts';
import { defineNotice } from './notice.ts';

/** The audit chain has been read. */
export const auditChecked = defineNotice({
  name: { en: 'what became of an audit check', zh: '审计核查结果' },
  subject: z.object({ checkId: z.uuid() }),
  mayWait: () => false,

  async draw(core, { checkId }) {
    const check = await getCheck(core, checkId);
    return check && auditCard({ last: check, isAsked: false }, viewer(core));
  },
});
