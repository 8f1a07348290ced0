import type { Core } from '../../core/context.ts';
import type { OwnSettings } from '../../core/people/settings.ts';
import type { Text } from '../../core/text.ts';
import type { Card } from '../cards/card.ts';
import { press } from '../press.ts';

const AS_COMPANY: Text = { en: 'as the company', zh: '同公司设置' };
const LAST_USED: Text = { en: 'the one used last', zh: '最近使用的' };

export function settingsCard(
  { digestAt, quietFrom, quietUntil, timeZone, preferredPlatform }: OwnSettings,
  chats: readonly string[],
  { actor: { locale }, org }: Pick<Core, 'actor' | 'org'>,
): Card {
  const facts: [Text, string][] = [
    [{ en: 'Morning digest', zh: '早间摘要' }, digestAt],
    [{ en: 'Quiet hours', zh: '免打扰时段' }, `${quietFrom} – ${quietUntil}`],
    [{ en: 'Time zone', zh: '时区' }, timeZone ?? `${org.timeZone} (${AS_COMPANY[locale]})`],
    ...(chats.length > 1
      ? ([[{ en: 'Messages go to', zh: '消息发往' }, preferredPlatform ?? LAST_USED[locale]]] satisfies [
          Text,
          string,
        ][])
      : []),
  ];
  return {
    title: { en: 'My settings', zh: '我的设置' }[locale],
    body: [
      { type: 'facts', facts: facts.map(([label, value]) => ({ label: label[locale], value })) },
      {
        type: 'actions',
        buttons: [press({ en: 'Change', zh: '修改' }, locale, 'settings.change', {}, { style: 'primary' })],
      },
    ],
  };
}
