import type { LikelyDouble } from '../../core/merge/find-likely-doubles.ts';
import { countHanging, HANGING_TABLES } from '../../core/merge/hanging.ts';
import { type InPool, MERGE_FIELD_NAMES, type MergeField, type MergePlan } from '../../core/merge/plan-merge.ts';
import type { Locale, Text } from '../../core/text.ts';
import type { Button, Card, Input } from '../cards/card.ts';
import { press } from '../press.ts';
import { count, type Viewer } from './format.ts';
import { OPEN, OWNER, POOL } from './words.ts';

const MERGE: Text = { en: 'Merge', zh: '合并' };

export const MERGE_LABELS = {
  name: { en: 'Name', zh: '名称' },
  owner: OWNER,
  region: { en: 'Region', zh: '地区' },
  industry: { en: 'Industry', zh: '行业' },
  phone: { en: 'Phone', zh: '电话' },
  address: { en: 'Address', zh: '地址' },
  source: { en: 'Source', zh: '来源' },
} as const satisfies Record<MergeField, Text>;

const BY: Readonly<Record<LikelyDouble['by'], Text>> = {
  company: { en: 'same company', zh: '公司相同' },
  phone: { en: 'same phone', zh: '电话相同' },
  email: { en: 'same e-mail', zh: '邮箱相同' },
  near: { en: 'similar name', zh: '名称相近' },
};

/** 2 contacts · 1 deal */
function moving({ moves }: MergePlan, locale: Locale): string {
  return HANGING_TABLES.flatMap((table) => {
    const said = countHanging(table);
    const number = moves[table] ?? 0;
    if (!said || number === 0) {
      return [];
    }
    return [locale === 'zh' ? `${number} ${said.many.zh}` : count(number, { one: said.one.en, many: said.many.en })];
  }).join(' · ');
}

/** One choice for each field in which they differ; what the one named first says is chosen unless the person says otherwise. */
function choices({ survivor, duplicate, differing }: MergePlan, first: string, locale: Locale): Input[] {
  return differing.map((field) => ({
    name: field,
    label: MERGE_LABELS[field][locale],
    widget: 'choice',
    required: true,
    value: first === duplicate.id ? 'duplicate' : 'survivor',
    options: [
      { value: 'survivor', label: survivor[field] ?? '' },
      { value: 'duplicate', label: duplicate[field] ?? '' },
    ],
  }));
}

/** One of the two is nobody's yet: why that cannot be, with the press that takes it on. */
export function poolFirstCard({ say, customer }: InPool, buttons: readonly Button[], { locale }: Viewer): Card {
  return {
    title: { en: `${customer.name} is in the pool`, zh: `${customer.name}在公海中` }[locale],
    about: { entity: 'customer', recordId: customer.id },
    body: [
      ...(say ? [{ type: 'text' as const, text: say[locale] }] : []),
      { type: 'actions', buttons: [...buttons, press(OPEN, locale, 'customer.show', { customer: customer.id })] },
    ],
  };
}

/** What would become of two customers, and what there is to choose; nothing is done yet. `first` is the one to be called so afterwards. */
export function mergePlanCard(plan: MergePlan, first: string, { locale }: Viewer): Card {
  const { survivor, duplicate } = plan;
  const [stays, goes] = first === duplicate.id ? [duplicate, survivor] : [survivor, duplicate];
  const moves = moving(plan, locale);
  const all =
    moves && goes === duplicate
      ? { en: `Moved over: ${moves}.`, zh: `转移资料：${moves}。` }
      : { en: 'Everything of both is then with it.', zh: '双方的资料都会归到它名下。' };
  const text = {
    en: `${goes.name} becomes part of ${stays.name}. ${all.en}`,
    zh: `${goes.name}将并入${stays.name}。${all.zh}`,
  };
  const after = {
    en: 'Old cards and links will open the one that stays. It can be undone.',
    zh: '合并后，原有的卡片和链接会打开保留的客户。合并后可撤销。',
  };
  return {
    title: { en: `Merge ${goes.name} into ${stays.name}?`, zh: `将${goes.name}并入${stays.name}？` }[locale],
    tone: 'info',
    body: [
      { type: 'text', text: text[locale] },
      { type: 'text', text: after[locale], muted: true },
      {
        type: 'form',
        form: {
          command: 'customer.merge-now',
          hidden: { customer: survivor.id, other: duplicate.id },
          inputs: choices(plan, first, locale),
          submit: MERGE[locale],
        },
      },
    ],
  };
}

export function mergedCustomersCard(plan: MergePlan, { locale }: Viewer): Card {
  const { survivor, duplicate } = plan;
  const moves = moving(plan, locale);
  const known = MERGE_FIELD_NAMES.flatMap((field) =>
    field !== 'name' && survivor[field] ? [{ label: MERGE_LABELS[field][locale], value: survivor[field] }] : [],
  );
  const moved = { label: { en: 'Moved', zh: '已转入' }[locale], value: moves };
  return {
    title: { en: `One customer now: ${survivor.name}`, zh: `已合并为：${survivor.name}` }[locale],
    tone: 'good',
    about: { entity: 'customer', recordId: survivor.id },
    body: [
      { type: 'facts', facts: [...known, ...(moves ? [moved] : [])] },
      {
        type: 'text',
        text: {
          en: `${duplicate.name} is still found by its name.`,
          zh: `用“${duplicate.name}”仍可找到该客户。`,
        }[locale],
        muted: true,
      },
      { type: 'actions', buttons: [press(OPEN, locale, 'customer.show', { customer: survivor.id })] },
    ],
  };
}

export function doublesCard(found: readonly LikelyDouble[], { locale }: Viewer): Card {
  if (found.length === 0) {
    return {
      title: { en: 'No customer seems to be on file twice', zh: '没有发现重复客户' }[locale],
      tone: 'good',
      body: [
        {
          type: 'text',
          text: {
            en: 'I compared names, phones and e-mails of the customers you may work on.',
            zh: '已比对你可处理的客户的名称、电话和邮箱。',
          }[locale],
          muted: true,
        },
      ],
    };
  }
  return {
    title: { en: 'On file twice?', zh: '可能重复的客户' }[locale],
    body: [
      {
        type: 'records',
        records: found.map(({ id, name, ownerName, otherId, otherName, otherOwnerName, by }) => ({
          title: `${name} · ${otherName}`,
          detail: [BY[by][locale], ...new Set([ownerName ?? POOL[locale], otherOwnerName ?? POOL[locale]])].join(' · '),
          buttons: [press(MERGE, locale, 'customer.merge', { customer: id, other: otherId })],
        })),
      },
    ],
  };
}
