import { z } from 'zod';
import { findTagged } from '../../core/tags/find-tagged.ts';
import { suggestTags } from '../../core/tags/suggest-tags.ts';
import { tagParty, untagParty } from '../../core/tags/tag-party.ts';
import { defineCommand, EVERYBODY, SELLERS } from '../command.ts';
import { recordField, textField } from '../fields/common.ts';
import { RECORDS } from '../fields/records.ts';
import { pageField, readPage } from '../page.ts';
import { suggestedTagsCard, taggedCard, taggedListCard } from '../views/tag.ts';
import { viewer } from '../views/viewer.ts';

const WHO = { en: 'Customer or lead', zh: '客户或线索' };
const TAGS = { en: 'Tags', zh: '标签' };
const ALLOWED = [...SELLERS, 'service', 'marketing'] as const;

const tagAdd = defineCommand({
  name: 'tag.add',
  words: { en: ['tag', 'tag add'], zh: ['标签', '打标签', '加标签'] },
  summary: { en: 'Tag a customer or a lead', zh: '给客户或线索打标签' },
  examples: { en: ['tag Mary high intent'], zh: ['标签 王建国 高意向'] },
  effect: 'log',
  allow: ALLOWED,
  input: z.strictObject({
    party: recordField('party', WHO, { positional: true }),
    tags: textField(TAGS, {
      positional: true,
      example: { en: 'high intent, to nurture', zh: '高意向、需培育、竞品对比' },
    }),
  }),
  async run(core, { party: partyId, tags }) {
    return { kind: 'card', card: taggedCard(await tagParty(core, { partyId, tags }), viewer(core)) };
  },
});

const tagRemove = defineCommand({
  name: 'tag.remove',
  words: { en: ['untag', 'tag remove'], zh: ['去标签', '取消标签', '去掉标签'] },
  summary: { en: 'Take a tag off', zh: '去掉标签' },
  examples: { en: ['untag Mary high intent'], zh: ['去标签 王建国 高意向'] },
  effect: 'log',
  allow: ALLOWED,
  input: z.strictObject({
    party: recordField('party', WHO, { positional: true, isKnown: true }),
    tags: textField(TAGS, { positional: true }),
  }),
  async run(core, { party: partyId, tags }) {
    const card = taggedCard(await untagParty(core, { partyId, tags }), viewer(core));
    return { kind: 'card', card };
  },
});

const tagFind = defineCommand({
  name: 'tag.find',
  words: { en: ['tagged', 'tag find'], zh: ['标签客户', '查标签', '带标签'] },
  summary: { en: 'Who carries a tag', zh: '查看带某标签的客户和线索' },
  examples: { en: ['tagged high intent'], zh: ['查标签 高意向'] },
  effect: 'read',
  allow: EVERYBODY,
  input: z.strictObject({
    tag: recordField('tag', { en: 'Tag', zh: '标签' }, { positional: true }),
    page: pageField(),
  }),
  async run(core, { tag: tagId, page }) {
    const [name, lines] = await Promise.all([
      RECORDS.tag.label(core, tagId),
      readPage(page, (window) => findTagged(core, { tagId, ...window })),
    ]);
    const card = taggedListCard({ id: tagId, name: name ?? '' }, lines, viewer(core));
    return { kind: 'card', inPlace: page !== undefined, card };
  },
});

const tagSuggest = defineCommand({
  name: 'tag.suggest',
  words: { en: ['tag suggest', 'suggest tags'], zh: ['推荐标签', '标签 推荐'] },
  summary: { en: 'Tags that customers alike carry', zh: '按同类客户推荐标签' },
  examples: { en: ['suggest tags Acme'], zh: ['推荐标签 华星电子'] },
  effect: 'read',
  allow: ALLOWED,
  input: z.strictObject({
    customer: recordField('customer', { en: 'Customer', zh: '客户' }, { positional: true, isKnown: true }),
  }),
  async run(core, { customer }) {
    const card = suggestedTagsCard(await suggestTags(core, customer), viewer(core));
    return { kind: 'card', card };
  },
});

export const tagging = [tagAdd, tagRemove, tagFind, tagSuggest] as const;
