import { z } from 'zod';
import { DOCUMENT_STATES, STATE_NAMES } from '../../core/billing/document.ts';
import type { Change } from '../../core/customers/sections.ts';
import { fieldSchema } from '../../core/objects/declaration.ts';
import type { Text } from '../../core/text.ts';
import { inWords, moment, money, type Viewer } from './format.ts';
import { valueText } from './object.ts';

const ENTITIES: Readonly<Record<Change['entity'], Text>> = {
  customers: { en: 'Customer', zh: '客户' },
  customer_tiers: { en: 'Tier', zh: '等级' },
  contacts: { en: 'Contact', zh: '联系人' },
  milestones: { en: 'Milestone', zh: '交付节点' },
  objects: { en: 'Record', zh: '档案' },
  sales_documents: { en: 'Document', zh: '单据' },
  invoices: { en: 'Invoice', zh: '发票' },
  payments: { en: 'Payment', zh: '回款' },
  credit_limits: { en: 'Credit limit', zh: '信用额度' },
};

/** What one of several is called by. */
const NAMED_BY: Readonly<Partial<Record<Change['entity'], string>>> = {
  contacts: 'name',
  milestones: 'name',
  objects: 'name',
  sales_documents: 'number',
  invoices: 'number',
};

const ACTIONS: Readonly<Record<Exclude<Change['action'], 'update'>, Text>> = {
  insert: { en: 'added', zh: '新建' },
  delete: { en: 'removed', zh: '移除' },
};

/** The fields a person knows; what the product keeps for itself is no news. */
const FIELDS: Readonly<Record<string, Text>> = {
  name: { en: 'name', zh: '名称' },
  owner_id: { en: 'owner', zh: '负责人' },
  region: { en: 'region', zh: '地区' },
  industry: { en: 'industry', zh: '行业' },
  phone: { en: 'phone', zh: '电话' },
  email: { en: 'e-mail', zh: '邮箱' },
  address: { en: 'address', zh: '地址' },
  title: { en: 'title', zh: '职务' },
  reports_to: { en: 'reports to', zh: '汇报给' },
  left_on: { en: 'left on', zh: '离职日期' },
  tier: { en: 'tier', zh: '等级' },
  manual_tier: { en: 'tier by hand', zh: '手动等级' },
  manual_reason: { en: 'reason', zh: '原因' },
  planned_on: { en: 'planned', zh: '计划' },
  done_on: { en: 'done', zh: '完成' },
  remark: { en: 'note', zh: '备注' },
  number: { en: 'number', zh: '编号' },
  amount: { en: 'amount', zh: '金额' },
  state: { en: 'state', zh: '状态' },
  dated_on: { en: 'date', zh: '日期' },
  starts_on: { en: 'starts on', zh: '开始日期' },
  ends_on: { en: 'until', zh: '截止日期' },
  issued_on: { en: 'issued on', zh: '开票日期' },
  due_on: { en: 'due on', zh: '到期日' },
  received_on: { en: 'received on', zh: '到账日期' },
  reference: { en: 'reference', zh: '摘要' },
  void_reason: { en: 'why', zh: '原因' },
};

const SYSTEM: Text = { en: 'Parley', zh: '系统' };
const NOTHING = '—';

/** Who changed what, field by field: phone: — → +86…; region: 华东 → 华南. */
export function changeRecord(change: Change, viewer: Viewer): { title: string; detail?: string } {
  const { locale } = viewer;
  const { at, actorName, entity, action, before, after } = change;
  const who = actorName === null || /^(?:schedule|relay|identity)$/.test(actorName) ? SYSTEM[locale] : actorName;
  const name = NAMED_BY[entity];
  const named = name && (after ?? before)?.[name];
  const object = entity === 'objects' ? readObject(after ?? before) : undefined;
  const deed = deedOf(change);
  const what = [
    (object?.type.name ?? ENTITIES[entity])[locale],
    ...(typeof named === 'string' ? [named] : []),
    ...(deed ? [deed[locale]] : []),
  ].join(' ');
  const detail = [
    ...(action === 'update' ? changedFields(before ?? {}, after ?? {}, viewer) : []),
    ...(object ? changedValues(object.type.fields, readObject(before), object, viewer) : []),
  ].join(locale === 'zh' ? '；' : '; ');
  return { title: [moment(new Date(at), viewer), who, what].join(' · '), ...(detail ? { detail } : {}) };
}

/** What went out of sight, came back or is void is an update to the database, and no such thing to a person. */
function deedOf({ action, before, after }: Change): Text | undefined {
  if (action !== 'update') {
    return ACTIONS[action];
  }
  if (typeof after?.voided_at === 'string' && typeof before?.voided_at !== 'string') {
    return VOIDED;
  }
  const [was, is] = [before, after].map((row) => typeof row?.removed_at === 'string');
  return was === is ? undefined : is ? ACTIONS.delete : BACK;
}

const VOIDED: Text = { en: 'voided', zh: '作废' };
const BACK: Text = { en: 'brought back', zh: '恢复' };

const objectSchema = z.object({
  type: z.object({ name: z.object({ en: z.string(), zh: z.string() }), fields: z.array(fieldSchema) }),
  values: z.record(z.string(), z.unknown()),
  people: z.record(z.string(), z.string()),
});

type Kept = z.output<typeof objectSchema>;

const readObject = (row: Change['after']): Kept | undefined => objectSchema.safeParse(row).data;

/** Field by field as its kind declares them today; of a new one what was said, and nothing of what is empty. */
function changedValues(
  fields: Kept['type']['fields'],
  before: Kept | undefined,
  after: Kept,
  viewer: Viewer,
): string[] {
  const colon = viewer.locale === 'zh' ? '：' : ': ';
  return fields.flatMap((field) => {
    const [was, is] = [before && valueText(field, before, viewer), valueText(field, after, viewer)];
    const change = before ? `${was ?? NOTHING} → ${is ?? NOTHING}` : is;
    return was === is ? [] : [`${field.name[viewer.locale]}${colon}${change}`];
  });
}

function changedFields(before: Record<string, unknown>, after: Record<string, unknown>, viewer: Viewer): string[] {
  const { locale } = viewer;
  const colon = locale === 'zh' ? '：' : ': ';
  return Object.entries(FIELDS)
    .filter(([key]) => JSON.stringify(before[key] ?? null) !== JSON.stringify(after[key] ?? null))
    .map(([key, label]) => `${label[locale]}${colon}${said(before, key, viewer)} → ${said(after, key, viewer)}`);
}

function said(row: Record<string, unknown>, key: string, viewer: Viewer): string {
  const { [key]: value, currency } = row;
  if (key === 'amount' && typeof value === 'number' && typeof currency === 'string') {
    return money(BigInt(value), currency, viewer);
  }
  const state = key === 'state' && DOCUMENT_STATES.find((each) => each === value);
  if (state) {
    return STATE_NAMES[state][viewer.locale];
  }
  return typeof value === 'string' && value !== ''
    ? inWords(value, viewer)
    : typeof value === 'number'
      ? String(value)
      : NOTHING;
}
