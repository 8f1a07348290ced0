import type { Text } from '../../core/text.ts';

/** What stands on many cards, and is called alike on all of them. */

export const OPEN: Text = { en: 'Open', zh: '查看' };
export const OPEN_CUSTOMER: Text = { en: 'Open customer', zh: '查看客户' };
export const LOG: Text = { en: 'Log a follow-up', zh: '记录跟进' };
export const CHECK_IN: Text = { en: 'Check in', zh: '签到' };
export const CHANGE: Text = { en: 'Change', zh: '修改' };
export const REMOVE: Text = { en: 'Remove', zh: '删除' };
export const FILES: Text = { en: 'Files', zh: '文件' };
export const MORE: Text = { en: 'More', zh: '更多' };
export const MY_DAY: Text = { en: 'My day', zh: '我的一天' };
export const OWNER: Text = { en: 'Owner', zh: '负责人' };
export const POOL: Text = { en: 'public pool', zh: '公海' };
