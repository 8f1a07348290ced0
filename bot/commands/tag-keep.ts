import { z } from 'zod';
import type { Core } from '../../core/context.ts';
import { changeTag } from '../../core/tags/change-tag.ts';
import { findAllTags, getTag } from '../../core/tags/find-tags.ts';
import { mergeTags } from '../../core/tags/merge-tags.ts';
import { defineCommand } from '../command.ts';
import type { Reply } from '../contract.ts';
import { inUseField, isOn, recordField, textField } from '../fields/common.ts';
import { optional } from '../fields/field.ts';
import { pageField, readPage } from '../page.ts';
import { keptTagsCard, mergedTagsCard } from '../views/tag.ts';
import { viewer } from '../views/viewer.ts';

/** Whoever has people below him keeps the words they share. */
const KEEPERS = ['manager', 'director', 'executive', 'admin'] as const;

const tagField = (label = { en: 'Tag', zh: '标签' }) => recordField('tag', label, { positional: true });

const drawTags = async (core: Core, page?: number): Promise<Reply> => ({
  kind: 'card',
  inPlace: page !== undefined,
  card: keptTagsCard(await readPage(page, (window) => findAllTags(core, window)), viewer(core)),
});

const tagList = defineCommand({
  name: 'tag.list',
  words: { en: ['tags', 'tag list'], zh: ['标签管理', '标签列表', '管理 标签'] },
  summary: { en: 'The tags and their names', zh: '管理标签' },
  examples: { en: ['tags'], zh: ['标签管理'] },
  effect: 'read',
  allow: KEEPERS,
  input: z.strictObject({ page: pageField() }),
  run: (core, { page }) => drawTags(core, page),
});

const tagChange = defineCommand({
  name: 'tag.change',
  words: { en: ['tag change', 'tag rename'], zh: ['修改标签', '标签 修改', '标签改名'] },
  summary: { en: 'Rename a tag, or retire it', zh: '修改或停用标签' },
  submit: { en: 'Save the tag', zh: '保存标签' },
  examples: {
    en: ['tag change "high intent" --name "hot lead"', 'tag change "high intent" --name-zh 高意向'],
    zh: ['修改标签 高意向 --新名称 强意向', '修改标签 竞品对比 --英文名 "comparing rivals"'],
  },
  effect: 'write',
  allow: KEEPERS,
  asksWhenEmpty: true,
  changes: {
    table: 'tags',
    record: 'tag',
    shownBy: 'tag.list',
    isShownAmongAll: true,
    columns: { state: 'active' },
  },
  input: z.strictObject({
    tag: tagField(),
    /** In the language it is written in. */
    name: optional(textField({ en: 'New name', zh: '新名称' })),
    nameZh: optional(textField({ en: 'Chinese name', zh: '中文名' })),
    nameEn: optional(textField({ en: 'English name', zh: '英文名' })),
    synonyms: optional(textField({ en: 'Other words', zh: '同义词' })),
    state: inUseField(),
  }),
  /** Other words are added to those it has; of its two names each has its own field. */
  async prefill(core, { tag }) {
    const { name, isActive } = await getTag(core, String(tag));
    return { nameZh: name.zh, nameEn: name.en, state: isActive ? 'on' : 'off' };
  },
  async run(core, { tag: tagId, synonyms, state, ...names }) {
    await changeTag(core, {
      tagId,
      ...names,
      synonyms: synonyms?.split(/[,，、;；]+/u),
      isActive: isOn(state),
    });
    await core.flush();
    return drawTags(core);
  },
});

const tagMerge = defineCommand({
  name: 'tag.merge',
  words: { en: ['tag merge', 'merge tags'], zh: ['合并标签', '标签 合并'] },
  summary: { en: 'Make one tag of two', zh: '合并两个标签' },
  submit: { en: 'Merge the tags', zh: '合并标签' },
  examples: { en: ['tag merge "to nurture" "high intent"'], zh: ['合并标签 需培育 高意向'] },
  effect: 'write',
  allow: KEEPERS,
  input: z.strictObject({
    tag: tagField({ en: 'Tag that goes', zh: '并入的标签' }),
    into: tagField({ en: 'Tag that stays', zh: '保留的标签' }),
  }),
  async run(core, { tag: tagId, into: intoId }) {
    const merged = await mergeTags(core, { tagId, intoId });
    return { kind: 'card', card: mergedTagsCard(merged, viewer(core)) };
  },
});

/** In the order help shows them. */
export const tagKeeping = [tagList, tagChange, tagMerge] as const;
