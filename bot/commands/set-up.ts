import { z } from 'zod';
import { findSetUp } from '../../core/setup/find-set-up.ts';
import { ADMIN, defineCommand } from '../command.ts';
import { setUpCard } from '../views/set-up.ts';

export const adminSetUp = defineCommand({
  name: 'admin.setup',
  words: { en: ['setup', 'admin setup', 'first steps'], zh: ['初始设置', '开始设置', '管理 初始设置'] },
  summary: { en: 'First steps of a new company', zh: '公司初始设置' },
  examples: { en: ['setup'], zh: ['初始设置'] },
  effect: 'read',
  allow: ADMIN,
  input: z.strictObject({}),
  run: async (core) => ({ kind: 'card', card: setUpCard(await findSetUp(core), core.actor.locale) }),
});
