import type { Text } from '../text.ts';

/** What a source may tell of. */
export const HOOK_EVENTS = ['lead', 'site_visit', 'email_open', 'download', 'shop_order', 'test'] as const;

export type HookEventKind = (typeof HOOK_EVENTS)[number];

/** Those that are done by somebody, and so may be an enquiry of a lead (R3). */
export const TOUCHED_KINDS = ['site_visit', 'email_open', 'download', 'shop_order'] as const;

export type TouchedKind = (typeof TOUCHED_KINDS)[number];

export const HOOK_EVENT_NAMES: Readonly<Record<HookEventKind, Text>> = {
  lead: { en: 'Web form', zh: '网站留资' },
  site_visit: { en: 'Site visit', zh: '访问官网' },
  email_open: { en: 'E-mail opened', zh: '打开邮件' },
  download: { en: 'Download', zh: '下载资料' },
  shop_order: { en: 'Shop order', zh: '商城下单' },
  test: { en: 'Test', zh: '测试' },
};

/** What a delivery came to. */
export type HookResult = 'lead' | 'enquiry' | 'touch' | 'unmatched' | 'tested';

export const HOOK_RESULTS: Readonly<Record<HookResult, Text>> = {
  lead: { en: 'new lead', zh: '新线索' },
  enquiry: { en: 'added to who is on file', zh: '并入已有记录' },
  touch: { en: 'put on the customer or lead', zh: '已记到客户或线索' },
  unmatched: { en: 'nobody on file fits', zh: '未匹配到客户' },
  tested: { en: 'test passed', zh: '测试通过' },
};

/** Why a delivery was not done; sending the same again would not help. */
export const HOOK_PROBLEMS = {
  not_json: { en: 'the body is not a JSON object', zh: '内容不是 JSON 对象' },
  too_many_fields: { en: 'more than 100 fields', zh: '字段超过 100 个' },
  too_long: { en: 'a field is longer than 2,000 characters', zh: '有字段超过 2000 字' },
  unknown_event: { en: '“event” is none I know', zh: '“event” 不是可识别的事件' },
  nobody: { en: 'no phone, e-mail or company', zh: '缺少电话、邮箱和公司' },
  bad_time: { en: '“at” is no time, or lies ahead', zh: '“at” 不是有效时间，或晚于现在' },
  refused: { en: 'my records did not take it', zh: '系统未接受' },
} as const satisfies Record<string, Text>;

export type HookProblem = keyof typeof HOOK_PROBLEMS;

export function isHookProblem(problem: string): problem is HookProblem {
  return problem in HOOK_PROBLEMS;
}

/** The names of fields that most forms use, and ours: what a new source starts with. */
export const USUAL_FIELDS: Readonly<Record<string, string>> = {
  name: 'contact',
  full_name: 'contact',
  tel: 'phone',
  mobile: 'phone',
  mail: 'email',
  message: 'note',
  interest: 'product',
  姓名: 'contact',
  电话: 'phone',
  手机: 'phone',
  邮箱: 'email',
  公司: 'company',
  留言: 'note',
  产品: 'product',
  意向产品: 'product',
};
