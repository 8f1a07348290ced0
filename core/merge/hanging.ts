import type { TableName } from '../changes/change-set.ts';
import type { Text } from '../text.ts';

type Counted = { one: Text; many: Text };

/**
 * What hangs on a customer and moves when he is found to be another one (R80), in the order it is said; null is moved unsaid.
 * The database reads from its catalogue what moves (`parley_hanging`): a test holds this list against it.
 */
export const HANGING = {
  contacts: { one: { en: 'contact', zh: '联系人' }, many: { en: 'contacts', zh: '位联系人' } },
  opportunities: { one: { en: 'deal', zh: '商机' }, many: { en: 'deals', zh: '个商机' } },
  follow_ups: { one: { en: 'follow-up', zh: '跟进' }, many: { en: 'follow-ups', zh: '条跟进' } },
  tasks: { one: { en: 'task', zh: '待办' }, many: { en: 'tasks', zh: '项待办' } },
  service_tickets: { one: { en: 'ticket', zh: '工单' }, many: { en: 'tickets', zh: '个工单' } },
  touches: { one: { en: 'touch', zh: '触达' }, many: { en: 'touches', zh: '次触达' } },
  milestones: { one: { en: 'milestone', zh: '交付节点' }, many: { en: 'milestones', zh: '个交付节点' } },
  sales_documents: { one: { en: 'document', zh: '单据' }, many: { en: 'documents', zh: '份单据' } },
  invoices: { one: { en: 'invoice', zh: '发票' }, many: { en: 'invoices', zh: '张发票' } },
  payments: { one: { en: 'payment', zh: '回款' }, many: { en: 'payments', zh: '笔回款' } },
  objects: { one: { en: 'record', zh: '档案' }, many: { en: 'records', zh: '份档案' } },
  enquiries: { one: { en: 'enquiry', zh: '咨询' }, many: { en: 'enquiries', zh: '次咨询' } },
  leads: { one: { en: 'converted lead', zh: '线索' }, many: { en: 'converted leads', zh: '条已转化线索' } },
  files: { one: { en: 'file', zh: '文件' }, many: { en: 'files', zh: '个文件' } },
  taggings: { one: { en: 'tag', zh: '标签' }, many: { en: 'tags', zh: '个标签' } },
  credit_limits: null,
  contact_roles: null,
  name_keys: null,
  pool_moves: null,
  call_list_entries: null,
  grants: null,
} as const satisfies Partial<Record<TableName, Counted | null>>;

export type HangingTable = keyof typeof HANGING;

export const HANGING_TABLES = Object.keys(HANGING) as HangingTable[];

/** 3 contacts · 1 deal */
export function countHanging(table: HangingTable): Counted | null {
  return HANGING[table];
}
