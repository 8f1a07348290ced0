import { z } from 'zod';
import { askCheck, findLastCheck } from '../../core/audit/audit-check.ts';
import type { Core } from '../../core/context.ts';
import { ADMIN, defineCommand } from '../command.ts';
import type { Reply } from '../contract.ts';
import { auditCard } from '../views/audit.ts';
import { viewer } from '../views/viewer.ts';

async function drawAudit(core: Core, { inPlace = false } = {}): Promise<Reply> {
  return { kind: 'card', inPlace, card: auditCard(await findLastCheck(core), viewer(core)) };
}

export const auditShow = defineCommand({
  name: 'audit.show',
  words: { en: ['admin audit'], zh: ['管理 审计', '管理审计'] },
  summary: { en: 'Is the audit whole, and up to when?', zh: '审计记录是否完整' },
  examples: { en: ['admin audit'], zh: ['管理 审计'] },
  effect: 'read',
  allow: ADMIN,
  input: z.strictObject({}),
  run: (core) => drawAudit(core),
});

export const auditCheck = defineCommand({
  name: 'audit.check',
  words: { en: ['admin audit check'], zh: ['核查审计'] },
  summary: { en: 'Read the whole audit now', zh: '立即核查审计记录' },
  examples: { en: ['admin audit check'], zh: ['核查审计'] },
  effect: 'write',
  undoable: false,
  allow: ADMIN,
  input: z.strictObject({}),
  async run(core) {
    const { isAsked } = await findLastCheck(core);
    if (!isAsked) {
      askCheck(core);
      await core.flush();
    }
    return drawAudit(core, { inPlace: true });
  },
});
