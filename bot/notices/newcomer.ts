import type { Locale, Text } from '../../core/text.ts';
import type { Card } from '../cards/card.ts';

const IN: Text = { en: 'Welcome, {name}', zh: '欢迎，{name}' };
const IN_NEXT: Text = {
  en: 'You have been let in. Say what happened (“visited Acme today, they liked the quote”), or ask for help.',
  zh: '你已获准使用。可以直接说发生了什么（如“今天拜访了华星电子，对报价满意”），或发送“帮助”。',
};
const OUT: Text = { en: 'Not let in', zh: '未获准使用' };
const OUT_NEXT: Text = {
  en: 'An admin has declined. If that is a mistake, talk to your admin.',
  zh: '管理员未批准你的申请。如有误，请联系管理员。',
};

/** What somebody is told whom an admin has let in, or not. He may have no row of his own, so nobody draws it as him. */
export function newcomerCard({ name, isIn, locale }: { name: string; isIn: boolean; locale: Locale }): Card {
  return {
    title: (isIn ? IN : OUT)[locale].replace('{name}', () => name),
    tone: isIn ? 'good' : 'info',
    body: [{ type: 'text', text: (isIn ? IN_NEXT : OUT_NEXT)[locale] }],
  };
}
