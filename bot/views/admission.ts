import type { Admission } from '../../core/people/decide-admission.ts';
import { COMMA, type Locale, type Text } from '../../core/text.ts';
import type { Button, Card, CardNode } from '../cards/card.ts';
import { press } from '../press.ts';
import { chatName } from './chat-name.ts';
import type { Viewer } from './format.ts';

const AS_REP: Text = { en: 'Let in as rep', zh: '以销售代表加入' };
const OTHER: Text = { en: 'Other role…', zh: '其他角色…' };
const LINK: Text = { en: 'Is a colleague…', zh: '是已有同事…' };
const DECLINE: Text = { en: 'Decline', zh: '拒绝' };
const AFTER_ALL: Text = { en: 'Let in after all…', zh: '重新允许加入…' };

function buttons(admission: string, locale: Locale): Button[] {
  return [
    press(AS_REP, locale, 'admin.admit', { admission, role: 'rep' }, { style: 'primary' }),
    press(OTHER, locale, 'admin.admit', { admission }),
    press(LINK, locale, 'admin.link', { admission }),
    press(DECLINE, locale, 'admin.decline', { admission }, { style: 'danger' }),
  ];
}

/** Those who wait, each with what an admin may say. */
export function waitingNodes(admissions: readonly Admission[], viewer: Viewer): CardNode[] {
  const { locale } = viewer;
  return admissions.length === 0
    ? []
    : [
        { type: 'heading', text: { en: 'Waiting to be let in', zh: '等待加入' }[locale] },
        {
          type: 'records',
          records: admissions.map(({ id, name, email, platform }) => ({
            title: name,
            detail: `${email ?? '—'} · ${chatName(platform, viewer)}`,
            buttons: buttons(id, locale),
          })),
        },
      ];
}

/** What the admins get when somebody new writes. */
export function admissionCard(admission: Admission, viewer: Viewer): Card {
  const { locale } = viewer;
  const { id, name, email, platform, state } = admission;
  if (state !== 'pending') {
    return admissionDecidedCard(admission, locale);
  }
  return {
    title: { en: `${name} would like to join`, zh: `${name} 申请加入` }[locale],
    tone: 'info',
    body: [
      {
        type: 'facts',
        facts: [
          { label: { en: 'E-mail', zh: '邮箱' }[locale], value: email ?? '—' },
          { label: { en: 'From', zh: '来自' }[locale], value: chatName(platform, viewer) },
        ],
      },
      { type: 'actions', buttons: buttons(id, locale) },
    ],
  };
}

export function admissionDecidedCard({ id, name, state }: Admission, locale: Locale): Card {
  return state === 'admitted'
    ? { title: { en: `${name} is in`, zh: `${name} 已加入` }[locale], tone: 'good', body: [] }
    : {
        title: { en: `${name} was declined`, zh: `已拒绝 ${name}` }[locale],
        tone: 'warning',
        body: [{ type: 'actions', buttons: [press(AFTER_ALL, locale, 'admin.admit', { admission: id })] }],
      };
}

/** What somebody is told whom nobody has let in yet. */
export function waitingCard(admins: readonly string[], locale: Locale): Card {
  const names = admins.join(COMMA[locale]);
  const lines: Text[] =
    admins.length > 0
      ? [
          {
            en: `I have asked ${names} to let you in. You will hear from me.`,
            zh: `已通知 ${names}，通过后我会告诉你。`,
          },
          {
            en: 'Do you use me in another chat? Say “link” to me there, and tell me the code here.',
            zh: '已在其他聊天工具使用过？在那边对我发送“绑定”，再把绑定码发到这里即可。',
          },
        ]
      : [
          {
            en: 'There is no admin yet: whoever set me up must write to me first (ADMIN_EMAIL).',
            zh: '目前还没有管理员，请部署者（ADMIN_EMAIL）先与我对话。',
          },
        ];
  return {
    title: { en: 'Hello! I do not know you yet', zh: '你好，我还不认识你' }[locale],
    tone: 'info',
    body: lines.map((line) => ({ type: 'text', text: line[locale] })),
  };
}
