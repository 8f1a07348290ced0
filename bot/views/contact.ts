import type { Reachable } from '../../core/customers/find-contacts.ts';
import { phoneText } from '../../core/customers/phone.ts';
import type { Text } from '../../core/text.ts';
import type { Button, Card, Rich } from '../cards/card.ts';
import { press } from '../press.ts';
import { phone as phoneOf, type Viewer } from './format.ts';

const OPEN: Text = { en: 'Open', zh: '查看' };
const UNKNOWN: Text = { en: 'no phone on file', zh: '未记录电话' };
const UNSEEN: Text = { en: 'the phone is not shown to your role', zh: '电话对你的角色不可见' };

/** Numbers to call, and plainly where none is on file (never a guess). */
export function contactsCard(asked: string, found: readonly Reachable[], viewer: Viewer): Card {
  const { locale } = viewer;
  if (found.length === 0) {
    return {
      title: { en: `I know nobody called “${asked}”`, zh: `没有找到“${asked}”` }[locale],
      tone: 'warning',
      body: [
        {
          type: 'text',
          text: { en: 'I looked among those you may see.', zh: '已在你可见的范围内查找。' }[locale],
          muted: true,
        },
        {
          type: 'actions',
          buttons: [press({ en: 'Find a customer', zh: '查找客户' }, locale, 'customer.find', {})],
        },
      ],
    };
  }
  const [only, another] = found.filter(({ phone, email }) => phone ?? email);
  const isKnown = only !== undefined && (found.length === 1 || !another);
  const title = isKnown
    ? { en: `${only.name}: ${reach(only)}`, zh: `${only.name}：${reach(only)}` }
    : only
      ? { en: `How to reach ${asked}`, zh: `${asked}的联系方式` }
      : found.some(({ isUnseen }) => isUnseen)
        ? { en: `How to reach ${asked}`, zh: `${asked}的联系方式` }
        : { en: `No phone on file for ${asked}`, zh: `没有记录${asked}的电话` };
  return {
    title: title[locale],
    ...(only ? {} : { tone: 'warning' as const }),
    body: [
      {
        type: 'records',
        records: found.map((each) => ({
          title: [each.name, each.title ?? ''].filter(Boolean).join(' · '),
          detail: detailOf(each, locale),
          buttons: [open(each, locale)],
        })),
      },
    ],
  };
}

function reach({ phone, email }: Reachable): string {
  return [phone && phoneText(phone), email].filter(Boolean).join(' · ');
}

/** Whose he is, and the number to tap. */
function detailOf({ customerName, phone, email, isUnseen }: Reachable, locale: Viewer['locale']): Rich {
  const before = customerName ? `${customerName} · ` : '';
  if (!phone) {
    return before + (email ?? (isUnseen ? UNSEEN : UNKNOWN)[locale]);
  }
  return [...(before ? [before] : []), phoneOf(phone), ...(email ? [` · ${email}`] : [])];
}

function open({ kind, id }: Reachable, locale: Viewer['locale']): Button {
  return kind === 'lead'
    ? press(OPEN, locale, 'lead.show', { lead: id })
    : press(OPEN, locale, 'customer.show', { customer: id });
}
