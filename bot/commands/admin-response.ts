import { z } from 'zod';
import { changeResponseHours, findResponseHours, RULES } from '../../core/leads/response.ts';
import { defineCommand } from '../command.ts';
import { countField } from '../fields/common.ts';

const MOST = 720;

export const adminResponse = defineCommand({
  name: 'admin.response',
  words: { en: ['admin response'], zh: ['管理 响应时限', '响应时限'] },
  summary: { en: 'Within how many hours leads are answered', zh: '设置线索响应时限（小时）' },
  submit: { en: 'Save the hours', zh: '保存响应时限' },
  examples: { en: ['admin response 4'], zh: ['管理 响应时限 4'] },
  effect: 'write',
  allow: ['admin'],
  changes: {
    table: 'lead_rules',
    rowOf: async () => RULES,
    shownBy: 'admin.response',
    columns: { hours: 'responseHours' },
  },
  input: z.strictObject({
    hours: countField({ en: 'Hours', zh: '小时' }, { min: 1, max: MOST }, { positional: true }),
  }),
  prefill: async (core) => ({ hours: (await findResponseHours(core)).hours }),
  async run(core, { hours }) {
    await changeResponseHours(core, hours);
    const { locale } = core.actor;
    return {
      kind: 'card',
      card: {
        title: { en: `Leads are answered within ${hours} h`, zh: `线索须在 ${hours} 小时内响应` }[locale],
        tone: 'good',
        body: [
          {
            type: 'text',
            text: { en: 'A source may have hours of its own.', zh: '各来源可单独设置。' }[locale],
            muted: true,
          },
        ],
      },
    };
  },
});
