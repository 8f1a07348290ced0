import type { Undelivered } from '../../core/deliveries/find-undelivered.ts';
import { fill, type Locale, type Text } from '../../core/text.ts';
import type { Button, Card } from '../cards/card.ts';
import { noticeName } from '../notices/index.ts';
import { press } from '../press.ts';
import { chatName, chatNameWithin } from './chat-name.ts';
import { counted, moment, type Viewer } from './format.ts';

const AGAIN: Text = { en: 'Send again', zh: '重新发送' };
const DROP: Text = { en: 'Drop', zh: '丢弃' };
const ALL: Text = { en: 'Send all again', zh: '全部重新发送' };
const NOTHING: Text = { en: 'Everything has arrived.', zh: '没有未送达的内容。' };

/** Why something did not arrive, in words; what is not listed is said as the platform said it. */
const REASONS: readonly [RegExp, Text][] = [
  [/^no chat with this person$/, { en: 'I know no chat of this person yet', zh: '此人尚未绑定任何聊天工具' }],
  [/^nobody to send it to$/, { en: 'there is nobody to send it to', zh: '没有收件人' }],
  [/^interrupted$/, { en: 'the connection broke on the way', zh: '发送途中连接中断' }],
  [/^unreachable$/, { en: 'the chat platform could not be reached', zh: '无法连接聊天平台' }],
  [/^gone$/, { en: 'the conversation is no longer there', zh: '该会话已不存在' }],
  [/rate|throttl/i, { en: 'the chat platform was too busy', zh: '聊天平台请求过多' }],
  [/^http_5\d\d$/, { en: 'the chat platform was in trouble', zh: '聊天平台发生故障' }],
  [/auth|token|inactive/i, { en: 'the chat platform does not take my credentials', zh: '聊天平台拒绝了我的凭据' }],
  [
    /scope|permission|forbidden/i,
    { en: 'the chat platform has not given me leave for that', zh: '聊天平台未授予所需权限' },
  ],
  [/^[\w.-]{1,60}$/, { en: 'the chat platform said “{code}”', zh: '聊天平台返回“{code}”' }],
];
const BUG: Text = { en: 'a fault of mine; it is in the log', zh: '系统错误，详情见日志' };

export function whyNot(reason: string | null, locale: Locale): string {
  const code = reason ?? '';
  const [, text = BUG] = REASONS.find(([pattern]) => pattern.test(code)) ?? [];
  return fill(text, { code })[locale];
}

/** What did not arrive, for whom, why and since when, each with what may be done about it. */
export function undeliveredCard(
  { items, total }: { items: readonly Undelivered[]; total: number },
  viewer: Viewer,
  done?: Text,
): Card {
  const { locale } = viewer;
  return {
    title: counted({ en: 'Not delivered', zh: '未送达' }[locale], total, locale),
    tone: total > 0 ? 'warning' : 'good',
    body: [
      ...(done ? [{ type: 'text' as const, text: `✓ ${done[locale]}` }] : []),
      items.length > 0
        ? {
            type: 'records',
            records: items.map((item) => ({
              title: [item.person ?? '', whatIs(item, viewer)].filter(Boolean).join(' · '),
              detail: [outcome(item, locale), whyNot(item.lastError, locale), moment(item.since, viewer)].join(' · '),
              buttons: buttons(item, locale),
            })),
          }
        : { type: 'text', text: NOTHING[locale], muted: true },
      ...(items.length < total
        ? [
            {
              type: 'text' as const,
              text: { en: `And ${total - items.length} older ones.`, zh: `另有 ${total - items.length} 条更早的。` }[
                locale
              ],
              muted: true,
            },
          ]
        : []),
      ...(items.length > 1
        ? [{ type: 'actions' as const, buttons: [press(ALL, locale, 'admin.redeliverAll', {})] }]
        : []),
    ],
  };
}

function whatIs({ kind, what, platform }: Undelivered, viewer: Viewer): string {
  const { locale } = viewer;
  switch (kind) {
    case 'delivery':
      return noticeName(what ?? '')[locale];
    case 'answer':
      return {
        en: `an answer in ${chatName(platform ?? '', viewer)}`,
        zh: `${chatNameWithin(platform ?? '', viewer).trimStart()}中的回复`,
      }[locale];
    case 'event':
      return { en: `what follows “${what}”`, zh: `“${what}”的后续处理` }[locale];
  }
}

function outcome({ state, attempts }: Undelivered, locale: Locale): string {
  const tries: Text = { en: attempts === 1 ? 'one try' : `${attempts} tries`, zh: `尝试 ${attempts} 次` };
  const words: Readonly<Record<Undelivered['state'], Text>> = {
    dead: { en: 'given up', zh: '已放弃' },
    ambiguous: { en: 'may have arrived', zh: '可能已送达' },
    done: { en: 'done, but not answered', zh: '已执行，未回复' },
    undone: { en: 'not done', zh: '未执行' },
  };
  return `${words[state][locale]} (${tries[locale]})`;
}

function buttons({ kind, id, state }: Undelivered, locale: Locale): Button[] {
  const confirm = {
    title: AGAIN[locale],
    text: { en: 'It may have arrived already and would then come twice.', zh: '此消息可能已送达，重新发送会重复。' }[
      locale
    ],
    yes: AGAIN[locale],
    no: { en: 'Cancel', zh: '取消' }[locale],
  };
  return [
    press(
      AGAIN,
      locale,
      'admin.redeliver',
      { kind, item: id, verb: 'again' },
      state === 'ambiguous' ? { confirm } : {},
    ),
    press(DROP, locale, 'admin.redeliver', { kind, item: id, verb: 'drop' }, { style: 'danger' }),
  ];
}
