import { z } from 'zod';
import { type Giver, phonesOf, phoneText } from '../../core/customers/phone.ts';
import type { Day } from '../../core/days.ts';
import type { Organisation } from '../../core/organisation.ts';
import { isMasked } from '../../core/permissions/mask.ts';
import { COMMA, LOCALES, type Text } from '../../core/text.ts';
import type { Widget } from '../cards/card.ts';
import { SEND_HERE } from '../cards/send-here.ts';
import { readDay, readMoney, readPercent, readRoughDay } from '../language/index.ts';
import type { FieldMeta } from './field.ts';
import { RECORDS, type RecordKind } from './records.ts';

/** `giver` says whose numbers and regions they are, where a person typed them. */
export type ReadContext = { today: Day; org: Organisation; giver?: Giver };

/** What typed words come to: a value for the schema, or what to tell the person. */
export type ReadResult = { value: unknown } | { complaint: Text };

export type Kind = {
  widget: Widget;
  /** What stands for a value in usage lines and empty inputs. */
  placeholder: Text;
  /** True where every text is a value, so that nothing can be told from where it ends. */
  takesAnything?: boolean;
  read(typed: string, context: ReadContext, meta: FieldMeta): ReadResult;
};

const NOT_A_DAY: Text = {
  en: 'I cannot read that as a day. Try 20 May, next Wednesday or in 3 days.',
  zh: '无法识别日期，可写成 5月20日、下周三 或 3天后。',
};

/** -5万, minus 50k. */
const LESS_THAN_NOTHING = /^\s*(?:[-−–－]|负|minus )\s*/iu;

const plain = (typed: string): ReadResult => ({ value: typed });

/** 8, 8:30, 8点, 8点半, 8pm */
const TIME = /^(\d{1,2})(?:[:：](\d{2}))?\s*(?:点(半)?钟?)?\s*(?:am|(pm))?$/u;

/** 下午3点, three in the afternoon: an hour as it is said in a sentence. */
function readHour(typed: string, today: Day): ReadResult | undefined {
  const value = readDay(typed, { today })?.time;
  return value === undefined ? undefined : { value };
}

/** The option that a person calls by its value or by its name in either language. */
function optionNamed(typed: string, { options = [] }: FieldMeta) {
  const wanted = typed.toLowerCase();
  return options.find(
    ({ value, label }) =>
      value.toLowerCase() === wanted || LOCALES.some((locale) => label[locale].toLowerCase() === wanted),
  );
}

function chooseOneOf({ options = [] }: FieldMeta): ReadResult {
  const names = (locale: 'zh' | 'en') => options.map(({ label }) => label[locale]).join(COMMA[locale]);
  return { complaint: { en: `Choose one of: ${names('en')}.`, zh: `请选择：${names('zh')}。` } };
}

/** A day; of a month or a year that was said instead, the first. */
function roughDay(typed: string, options: Parameters<typeof readRoughDay>[1]): ReadResult {
  const value = readRoughDay(typed, options);
  return value ? { value } : { complaint: NOT_A_DAY };
}

const PLAIN_KINDS = {
  text: { widget: 'line', placeholder: { en: 'text', zh: '文字' }, read: plain, takesAnything: true },
  region: { widget: 'line', placeholder: { en: 'Boston', zh: '上海' }, read: plain, takesAnything: true },
  personName: { widget: 'line', placeholder: { en: 'Mary Major', zh: '王总' }, read: plain, takesAnything: true },
  longText: { widget: 'paragraph', placeholder: { en: 'text…', zh: '内容…' }, read: plain, takesAnything: true },
  id: { widget: 'line', placeholder: { en: 'id', zh: '编号' }, read: plain, takesAnything: true },
  email: {
    widget: 'line',
    placeholder: { en: 'name@company.com', zh: 'name@company.com' },
    read: (typed) => ({ value: isMasked(typed) ? undefined : typed.toLowerCase() }),
  },
  number: {
    widget: 'number',
    placeholder: { en: '42', zh: '42' },
    read: (typed) =>
      /^-?\d{1,15}(\.\d+)?$/.test(typed)
        ? { value: Number(typed) }
        : { complaint: { en: 'That is not a number.', zh: '请输入数字。' } },
  },
  phone: {
    widget: 'line',
    placeholder: { en: '+1 555 010 0199', zh: '138 0013 8000' },
    read(typed, { org, giver }) {
      if (isMasked(typed)) {
        return { value: undefined };
      }
      const [value, other] = phonesOf(typed, org, giver);
      if (value && other) {
        const [one, two] = [phoneText(value), phoneText(other)];
        return {
          complaint: { en: `Which country is it in: ${one} or ${two}?`, zh: `请带上国家代码：${one} 还是 ${two}？` },
        };
      }
      return value
        ? { value }
        : {
            complaint: {
              en: 'That is not a phone number I know. Give it with its country code, like +86 138 0013 8000.',
              zh: '电话号码无效，请检查位数，或带上国家代码，如 +86 138 0013 8000。',
            },
          };
    },
  },
  money: {
    widget: 'line',
    placeholder: { en: '350k', zh: '35万' },
    read(typed, { org }) {
      const value = readMoney(typed, { currency: org.currency });
      if (
        LESS_THAN_NOTHING.test(typed) &&
        readMoney(typed.replace(LESS_THAN_NOTHING, ''), { currency: org.currency })
      ) {
        return { complaint: { en: 'An amount cannot be less than zero.', zh: '金额不能为负数。' } };
      }
      const elsewhere = readMoney(typed, { currency: org.currency === 'EUR' ? 'CHF' : 'EUR' });
      return value
        ? { value: value.currency === elsewhere?.currency ? value : { ...value, isBare: true } }
        : {
            complaint: {
              en: 'I cannot read that as an amount. Try 350000, 350k or ¥1.2m.',
              zh: '无法识别金额，可写成 350000、35万 或 $1.2m。',
            },
          };
    },
  },
  percent: {
    widget: 'line',
    placeholder: { en: '16%', zh: '16% 或 84折' },
    read(typed) {
      const value = readPercent(/^\d+(\.\d+)?$/.test(typed) ? `${typed}%` : typed);
      return value === undefined
        ? {
            complaint: {
              en: 'I cannot read that as a percentage. Try 16% or 16% off.',
              zh: '无法识别折扣，可写成 16% 或 84折。',
            },
          }
        : { value };
    },
  },
  day: {
    widget: 'date',
    placeholder: { en: 'next Wednesday', zh: '下周三' },
    read(typed, { today }) {
      const value = readDay(typed, { today })?.day;
      return value ? { value } : { complaint: NOT_A_DAY };
    },
  },
  pastDay: {
    widget: 'date',
    placeholder: { en: 'yesterday', zh: '昨天' },
    read(typed, { today }) {
      const value = readDay(typed, { today, prefer: 'past' })?.day;
      return value ? { value } : { complaint: NOT_A_DAY };
    },
  },
  roughDay: {
    widget: 'date',
    placeholder: { en: 'next Wednesday', zh: '下周三' },
    read: (typed, { today }) => roughDay(typed, { today, prefer: 'future' }),
  },
  pastRoughDay: {
    widget: 'date',
    placeholder: { en: 'May 2023', zh: '2023年5月' },
    read: (typed, { today }) => roughDay(typed, { today, prefer: 'past' }),
  },
  due: {
    widget: 'datetime',
    placeholder: { en: 'tomorrow at 3pm', zh: '明天下午3点' },
    read(typed, { today }) {
      const value = readDay(typed, { today });
      return value ? { value } : { complaint: NOT_A_DAY };
    },
  },
  file: {
    widget: 'file',
    placeholder: { en: 'a file', zh: '文件' },
    read(typed) {
      const ids = typed.split(',');
      return ids.every((id) => z.uuid().safeParse(id).success) ? { value: ids } : { complaint: SEND_HERE };
    },
  },
  time: {
    widget: 'line',
    placeholder: { en: '08:30', zh: '08:30' },
    read(typed, { today }) {
      const [, hour = '', minute, half, pm] = TIME.exec(typed.toLowerCase()) ?? [];
      const hours = Number(hour) + (pm && Number(hour) < 12 ? 12 : 0);
      const minutes = half ? 30 : Number(minute ?? 0);
      return hour !== '' && hours < 24 && minutes < 60
        ? { value: `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}` }
        : (readHour(typed, today) ?? {
            complaint: { en: 'That is not a time of day. Try 08:30.', zh: '时间格式不对，可写成 08:30 或 8点半。' },
          });
    },
  },
  choice: {
    widget: 'choice',
    placeholder: { en: 'choice', zh: '选项' },
    read(typed, _, meta) {
      const option = optionNamed(typed, meta);
      return option ? { value: option.value } : chooseOneOf(meta);
    },
  },
  choices: {
    widget: 'choices',
    placeholder: { en: 'one, another', zh: '选项1,选项2' },
    read(typed, _, meta) {
      const chosen = typed.split(/\s*[,，、;；]\s*/u).map((each) => optionNamed(each, meta)?.value);
      return chosen.includes(undefined) ? chooseOneOf(meta) : { value: chosen };
    },
  },
} as const satisfies Record<string, Kind>;

export type KindName = keyof typeof PLAIN_KINDS | RecordKind;

/** A record is typed by name and arrives as its id; the gate finds it, because that takes the database. */
export const KINDS: Readonly<Record<KindName, Kind>> = {
  ...PLAIN_KINDS,
  customer: { widget: 'record', placeholder: RECORDS.customer.placeholder, read: plain, takesAnything: true },
  opportunity: { widget: 'record', placeholder: RECORDS.opportunity.placeholder, read: plain, takesAnything: true },
  anyDeal: { widget: 'record', placeholder: RECORDS.anyDeal.placeholder, read: plain, takesAnything: true },
  lead: { widget: 'record', placeholder: RECORDS.lead.placeholder, read: plain, takesAnything: true },
  record: { widget: 'record', placeholder: RECORDS.record.placeholder, read: plain, takesAnything: true },
  contact: { widget: 'record', placeholder: RECORDS.contact.placeholder, read: plain, takesAnything: true },
  formerContact: {
    widget: 'record',
    placeholder: RECORDS.formerContact.placeholder,
    read: plain,
    takesAnything: true,
  },
  task: { widget: 'record', placeholder: RECORDS.task.placeholder, read: plain, takesAnything: true },
  ticket: { widget: 'record', placeholder: RECORDS.ticket.placeholder, read: plain, takesAnything: true },
  closedTicket: {
    widget: 'record',
    placeholder: RECORDS.closedTicket.placeholder,
    read: plain,
    takesAnything: true,
  },
  document: { widget: 'record', placeholder: RECORDS.document.placeholder, read: plain, takesAnything: true },
  invoice: { widget: 'record', placeholder: RECORDS.invoice.placeholder, read: plain, takesAnything: true },
  payment: { widget: 'record', placeholder: RECORDS.payment.placeholder, read: plain, takesAnything: true },
  object: { widget: 'record', placeholder: RECORDS.object.placeholder, read: plain, takesAnything: true },
  template: { widget: 'choice', placeholder: RECORDS.template.placeholder, read: plain, takesAnything: true },
  objectType: { widget: 'choice', placeholder: RECORDS.objectType.placeholder, read: plain, takesAnything: true },
  segment: { widget: 'record', placeholder: RECORDS.segment.placeholder, read: plain, takesAnything: true },
  person: { widget: 'person', placeholder: RECORDS.person.placeholder, read: plain, takesAnything: true },
  team: { widget: 'record', placeholder: RECORDS.team.placeholder, read: plain, takesAnything: true },
  zone: { widget: 'record', placeholder: RECORDS.zone.placeholder, read: plain, takesAnything: true },
  chat: { widget: 'choice', placeholder: RECORDS.chat.placeholder, read: plain, takesAnything: true },
  party: { widget: 'record', placeholder: RECORDS.party.placeholder, read: plain, takesAnything: true },
  tag: { widget: 'record', placeholder: RECORDS.tag.placeholder, read: plain, takesAnything: true },
  source: { widget: 'choice', placeholder: RECORDS.source.placeholder, read: plain, takesAnything: true },
  outcome: { widget: 'choice', placeholder: RECORDS.outcome.placeholder, read: plain, takesAnything: true },
  leads: { widget: 'choices', placeholder: RECORDS.leads.placeholder, read: plain, takesAnything: true },
  reason: { widget: 'choice', placeholder: RECORDS.reason.placeholder, read: plain, takesAnything: true },
  tier: { widget: 'choice', placeholder: RECORDS.tier.placeholder, read: plain, takesAnything: true },
  stage: { widget: 'choice', placeholder: RECORDS.stage.placeholder, read: plain, takesAnything: true },
  product: { widget: 'record', placeholder: RECORDS.product.placeholder, read: plain, takesAnything: true },
  products: { widget: 'choices', placeholder: RECORDS.products.placeholder, read: plain, takesAnything: true },
  pipeline: { widget: 'choice', placeholder: RECORDS.pipeline.placeholder, read: plain, takesAnything: true },
};

export function isRecordKind(kind: string): kind is RecordKind {
  return kind in RECORDS;
}
