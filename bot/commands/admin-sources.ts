import { z } from 'zod';
import { changeSource } from '../../core/leads/change-source.ts';
import { findSources, PRIORITIES } from '../../core/leads/find-sources.ts';
import { ADMIN, defineCommand } from '../command.ts';
import { choiceField, numberField } from '../fields/common.ts';
import { clearable, optional } from '../fields/field.ts';
import { PRIORITY_NAMES, SOURCE, sourcesCard } from '../views/source.ts';
import { ownFields, ownList } from './own-list.ts';

const { draw, keep, ...list } = ownList({
  table: 'lead_sources',
  command: 'admin.source',
  noun: SOURCE,
  find: findSources,
  card: sourcesCard,
  shownBy: 'admin.sources',
  held: ({ priority, responseHours }) => ({ priority, responseHours }),
});

export const adminSources = defineCommand({
  name: 'admin.sources',
  words: { en: ['admin sources', 'sources'], zh: ['管理 来源', '线索来源'] },
  summary: { en: 'Where leads come from', zh: '线索来源与优先级' },
  examples: { en: ['admin sources'], zh: ['管理 来源'] },
  effect: 'read',
  allow: ADMIN,
  input: z.strictObject({}),
  run: (core) => draw(core),
});

export const adminSource = defineCommand({
  name: 'admin.source',
  words: { en: ['admin source', 'source'], zh: ['管理来源', '新增来源', '修改来源'] },
  summary: { en: 'Add or change a source', zh: '新增或修改线索来源' },
  examples: {
    en: ['admin source Webinar --name-zh 直播 --priority high --response-hours 1'],
    zh: ['管理来源 直播 --英文名 Webinar --优先级 高 --响应小时 1'],
  },
  effect: 'write',
  allow: ADMIN,
  asksWhenEmpty: true,
  ...list,
  input: z.strictObject({
    ...ownFields({ en: 'Source', zh: '来源' }, { synonyms: { en: 'live, stream', zh: '直播间、线上直播' } }),
    priority: optional(choiceField(PRIORITIES, PRIORITY_NAMES, { en: 'Priority', zh: '优先级' })),
    responseHours: clearable(numberField({ en: 'Answer within hours', zh: '响应小时' }, { min: 1, max: 720 })),
  }),
  run: (core, input) => keep(core, input, changeSource),
});
