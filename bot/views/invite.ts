import type { Actor } from '../../core/actor.ts';
import type { Invitations } from '../../core/people/invite-people.ts';
import { fill, type Locale, type Text } from '../../core/text.ts';
import type { Card } from '../cards/card.ts';
import { press } from '../press.ts';
import { bracketed } from './format.ts';

const PARTS: readonly [keyof Invitations | 'bad', Text][] = [
  ['invited', { en: 'Invited', zh: '已邀请' }],
  ['again', { en: 'Invited before, tried again', zh: '此前已邀请，再次尝试' }],
  ['already', { en: 'Already here', zh: '已在使用' }],
  ['away', { en: 'Deactivated: reactivate them first', zh: '账号已停用，请先恢复' }],
  ['bad', { en: 'No e-mail address', zh: '邮箱格式不正确' }],
];

/** What came of a list of addresses; nobody on it is left out. */
export function invitationsCard(results: Invitations & { bad: string[] }, locale: Locale): Card {
  const asked = results.invited.length + results.again.length;
  const facts = PARTS.flatMap(([part, label]) =>
    results[part].length > 0
      ? [
          {
            label: `${label[locale]}${bracketed(String(results[part].length), locale)}`,
            value: results[part].join(', '),
          },
        ]
      : [],
  );
  return {
    title: { en: `${asked} invited`, zh: `已邀请 ${asked} 人` }[locale],
    tone: results.bad.length > 0 || asked === 0 ? 'warning' : 'good',
    body: [
      { type: 'facts', facts },
      {
        type: 'text',
        text: {
          en: 'Where a chat tells me who has an address, I greet them now; the others are known at their first message.',
          zh: '能按邮箱找到的同事会立即收到问候，其余的在首次发消息时自动识别。',
        }[locale],
        muted: true,
      },
    ],
  };
}

/** How somebody is greeted who has never written. */
export function invitedCard({ name, locale }: Actor, inviter: string | undefined): Card {
  return {
    title: { en: `Welcome, ${name}`, zh: `欢迎，${name}` }[locale],
    tone: 'good',
    body: [
      {
        type: 'text',
        text: fill(
          inviter
            ? { en: '{inviter} has invited you to work with me.', zh: '{inviter} 邀请你使用我来管理销售工作。' }
            : { en: 'You have been invited to work with me.', zh: '你已受邀使用我来管理销售工作。' },
          { inviter: inviter ?? '' },
        )[locale],
      },
      {
        type: 'text',
        text: {
          en: 'Say what happened (“visited Acme today, they liked the quote”), or ask for help.',
          zh: '可以直接说发生了什么（如“今天拜访了华星电子，对报价满意”），或发送“帮助”。',
        }[locale],
      },
      {
        type: 'actions',
        buttons: [press({ en: 'What I can do', zh: '使用帮助' }, locale, 'help.show', {}, { style: 'primary' })],
      },
    ],
  };
}
