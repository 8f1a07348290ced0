import { z } from 'zod';
import type { Core } from '../../core/context.ts';
import { changeSource } from '../../core/leads/change-source.ts';
import { findSources, matchSource, PRIORITIES } from '../../core/leads/find-sources.ts';
import { defineCommand } from '../command.ts';
import type { Reply } from '../contract.ts';
import { choiceField, isOn, numberField, stillUsedField, textField } from '../fields/common.ts';
import { clearable, optional } from '../fields/field.ts';
import { PRIORITY_NAMES, sourcesCard } from '../views/source.ts';
import { viewer } from '../views/viewer.ts';

const drawSources = async (core: Core, { inPlace = false } = {}): Promise<Reply> => ({
  kind: 'card',
  inPlace,
  card: sourcesCard(await findSources(core, { all: true }), viewer(core)),
});

const sourceCalled = async (core: Core, said: string) => matchSource(await findSources(core, { all: true }), said);

export const adminSources = defineCommand({
  name: 'admin.sources',
  words: { en: ['admin sources', 'sources'], zh: ['管理 来源', '线索来源'] },
  summary: { en: 'Where leads come from', zh: '线索来源与优先级' },
  examples: { en: ['admin sources'], zh: ['管理 来源'] },
  effect: 'read',
  allow: ['admin'],
  input: z.strictObject({}),
  run: (core) => drawSources(core),
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
  allow: ['admin'],
  asksWhenEmpty: true,
  changes: {
    table: 'lead_sources',
    record: 'name',
    rowOf: async (core, said) => (await sourceCalled(core, said))?.id ?? '',
    shownBy: 'admin.sources',
    isShownAmongAll: true,
    columns: { state: 'active' },
  },
  input: z.strictObject({
    name: textField({ en: 'Source', zh: '来源' }, { positional: true }),
    nameZh: optional(textField({ en: 'Chinese name', zh: '中文名' })),
    nameEn: optional(textField({ en: 'English name', zh: '英文名' })),
    synonyms: optional(
      textField({ en: 'Other words', zh: '同义词' }, { example: { en: 'live, stream', zh: '直播间、线上直播' } }),
    ),
    priority: optional(choiceField(PRIORITIES, PRIORITY_NAMES, { en: 'Priority', zh: '优先级' })),
    responseHours: clearable(numberField({ en: 'Answer within hours', zh: '响应小时' }, { min: 1, max: 720 })),
    state: stillUsedField({ en: 'In use', zh: '状态' }),
  }),
  /** Other words are added to those it has. */
  async prefill(core, { name }) {
    const known = typeof name === 'string' ? await sourceCalled(core, name) : undefined;
    return known
      ? {
          nameZh: known.name.zh,
          nameEn: known.name.en,
          priority: known.priority,
          responseHours: known.responseHours,
          state: known.isActive ? 'on' : 'off',
        }
      : {};
  },
  async run(core, { synonyms, state, ...input }) {
    await changeSource(core, {
      ...input,
      synonyms: synonyms?.split(/[,，、;；]+/u),
      isActive: isOn(state),
    });
    await core.flush();
    return drawSources(core, { inPlace: true });
  },
});
