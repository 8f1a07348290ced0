import type { Text } from '../text.ts';

export const TOUCH_KINDS = ['site_visit', 'email_open', 'download', 'shop_order', 'event', 'ad', 'other'] as const;

export type TouchKind = (typeof TOUCH_KINDS)[number];

export const TOUCH_NAMES: Readonly<Record<TouchKind, Text>> = {
  site_visit: { en: 'Site visit', zh: '访问官网' },
  email_open: { en: 'E-mail opened', zh: '打开邮件' },
  download: { en: 'Download', zh: '下载资料' },
  shop_order: { en: 'Shop order', zh: '商城下单' },
  event: { en: 'Event', zh: '参加活动' },
  ad: { en: 'Advert', zh: '广告' },
  other: { en: 'Other', zh: '其他' },
};
