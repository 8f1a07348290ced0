import type { TaggedLine } from '../../core/tags/find-tagged.ts';
import type { KeptTag } from '../../core/tags/find-tags.ts';
import type { Likeness, TagEvidence } from '../../core/tags/rank-tags.ts';
import type { TagSuggestions } from '../../core/tags/suggest-tags.ts';
import type { Tagged } from '../../core/tags/tag-party.ts';
import { COMMA, type Locale, type Text } from '../../core/text.ts';
import type { Button, Card } from '../cards/card.ts';
import { press } from '../press.ts';
import type { Viewer } from './format.ts';
import { moreOf, type Page, pageTitle } from './page.ts';
import { MORE, OPEN, OPEN_CUSTOMER, POOL } from './words.ts';

const SUGGEST: Text = { en: 'Suggest tags', zh: '推荐标签' };
/** The way to all of a customer's tags. */
export const TAGS_OF: Text = { en: 'Tags…', zh: '标签…' };
const TAG: Text = { en: 'Add a tag…', zh: '打标签…' };
const UNTAG: Text = { en: 'Take one off…', zh: '去掉标签…' };
const TAGS: Text = { en: 'Tags', zh: '标签' };
const NO_TAGS: Text = { en: 'none', zh: '无' };

/** 高意向、需培育 · high intent, to nurture */
export function tagList(tags: readonly Text[], locale: Locale): string {
  return tags.map((tag) => tag[locale]).join(COMMA[locale]);
}

export function openParty({ entity, id }: { entity: 'lead' | 'customer'; id: string }, locale: Locale): Button {
  return entity === 'lead'
    ? press(OPEN, locale, 'lead.show', { lead: id })
    : press(OPEN, locale, 'customer.show', { customer: id });
}

export function taggedCard({ party, tags }: Tagged, { locale }: Viewer): Card {
  return {
    title: party.name,
    tone: 'good',
    body: [
      {
        type: 'facts',
        facts: [
          {
            label: TAGS[locale],
            value: tags.length > 0 ? tagList(tags, locale) : NO_TAGS[locale],
          },
        ],
      },
      {
        type: 'actions',
        buttons: [
          openParty(party, locale),
          ...setButtons(party, tags, locale),
          ...(party.entity === 'customer' ? [press(SUGGEST, locale, 'tag.suggest', { customer: party.id })] : []),
        ],
      },
    ],
  };
}

export function taggedListCard(tag: { id: string; name: string }, page: Page<TaggedLine>, { locale }: Viewer): Card {
  const { lines } = page;
  const kinds = { lead: { en: 'lead', zh: '线索' }, customer: { en: 'customer', zh: '客户' } };
  return {
    title: pageTitle({ en: `Tagged “${tag.name}”`, zh: `标签“${tag.name}”` }[locale], page, locale),
    body: [
      lines.length > 0
        ? {
            type: 'records',
            records: lines.map((line) => ({
              title: line.name,
              detail: `${kinds[line.entity][locale]} · ${line.ownerName ?? POOL[locale]}`,
              buttons: [openParty(line, locale)],
            })),
          }
        : {
            type: 'text',
            text: { en: 'Nobody you may see carries it.', zh: '你可见的范围内没有带此标签的记录。' }[locale],
            muted: true,
          },
      ...moreOf(page, (next) => press(MORE, locale, 'tag.find', { tag: tag.id, page: next })),
    ],
  };
}

/** What customers alike carry, each with its reason and a press that puts it on. */
export function suggestedTagsCard({ party, suggestions }: TagSuggestions, { locale }: Viewer): Card {
  const none: Text = {
    en: 'No tag is common enough among customers like this one.',
    zh: '同类客户中还没有足够常见的标签。',
  };
  const add: Text = { en: 'Add', zh: '打上' };
  return {
    title: { en: `Tags for ${party.name}`, zh: `${party.name} · 推荐标签` }[locale],
    about: { entity: 'customer', recordId: party.id },
    body: [
      ...(party.tags.length > 0
        ? [{ type: 'facts' as const, facts: [{ label: TAGS[locale], value: tagList(party.tags, locale) }] }]
        : []),
      suggestions.length > 0
        ? {
            type: 'records',
            records: suggestions.map((each) => ({
              title: each.tag.name[locale],
              detail: reasonFor(each)[locale],
              buttons: [press(add, locale, 'tag.add', { party: party.id, tags: each.tag.name.zh })],
            })),
          }
        : { type: 'text', text: none[locale], muted: true },
      {
        type: 'actions',
        buttons: [
          ...setButtons(party, party.tags, locale),
          press(OPEN_CUSTOMER, locale, 'customer.show', { customer: party.id }),
        ],
      },
    ],
  };
}

/** One of his own choosing, and the way to be rid of one. */
function setButtons({ id }: { id: string }, tags: readonly Text[], locale: Locale): Button[] {
  return [
    press(TAG, locale, 'tag.add', { party: id }),
    ...(tags.length > 0 ? [press(UNTAG, locale, 'tag.remove', { party: id })] : []),
  ];
}

const AMONG: Readonly<Record<Likeness, (value: Text) => Text>> = {
  industry: ({ zh, en }) => ({ en: `customers in ${en}`, zh: `${zh}行业` }),
  region: ({ zh, en }) => ({ en: `customers in ${en}`, zh: `${zh}` }),
  source: ({ zh, en }) => ({ en: `customers from ${en}`, zh: `来自${zh}` }),
  product: ({ zh, en }) => ({ en: `customers asking for ${en}`, zh: `选购${zh}` }),
};

/** 5 of 7 customers in 汽车后市场 carry it */
function reasonFor({ likeness, value, carriers, of }: TagEvidence): Text {
  const among = AMONG[likeness](value);
  return { en: `${carriers} of ${of} ${among.en} carry it`, zh: `${among.zh}的 ${of} 家客户中 ${carriers} 家有此标签` };
}

const CHANGE_TAG: Text = { en: 'Rename…', zh: '修改…' };
const MERGE: Text = { en: 'Merge…', zh: '合并…' };
const WHO_HAS: Text = { en: 'Who carries it', zh: '查看带此标签的' };
const RETIRED: Text = { en: 'no longer used', zh: '已停用' };

/** Each in the reader's language, with its name in the other one where that is another. */
export function keptTagsCard(page: Page<KeptTag>, { locale }: Viewer): Card {
  const other = locale === 'zh' ? 'en' : 'zh';
  const title: Text = { en: 'Tags', zh: '标签' };
  return {
    title: pageTitle(title[locale], page, locale),
    body: [
      page.lines.length > 0
        ? {
            type: 'records',
            records: page.lines.map(({ id, name, isActive }) => {
              const detail = [isActive ? '' : RETIRED[locale], name[other] === name[locale] ? '' : name[other]]
                .filter(Boolean)
                .join(' · ');
              return {
                title: name[locale],
                ...(detail === '' ? {} : { detail }),
                buttons: [press(CHANGE_TAG, locale, 'tag.change', { tag: id })],
                more: [press(MERGE, locale, 'tag.merge', { tag: id }), press(WHO_HAS, locale, 'tag.find', { tag: id })],
              };
            }),
          }
        : { type: 'text', text: { en: 'No tags yet.', zh: '还没有标签。' }[locale], muted: true },
      ...moreOf(page, (next) => press(MORE, locale, 'tag.list', { page: next })),
    ],
  };
}

export function mergedTagsCard({ from, into }: { from: KeptTag; into: KeptTag }, { locale }: Viewer): Card {
  const [gone, kept] = [from.name[locale], into.name[locale]];
  return {
    title: { en: `One tag: ${kept}`, zh: `已合并为：${kept}` }[locale],
    tone: 'good',
    body: [
      {
        type: 'text',
        text: {
          en: `Whatever was tagged “${gone}” is tagged “${kept}”. Questions, lists and rules that say “${gone}” mean it too.`,
          zh: `原来带“${gone}”的，现在都带“${kept}”；提到“${gone}”的查询、名单和规则同样有效。`,
        }[locale],
      },
      { type: 'actions', buttons: [press(WHO_HAS, locale, 'tag.find', { tag: into.id })] },
    ],
  };
}
