import type { Text } from '../../core/text.ts';
import type { Card } from '../cards/card.ts';
import { press } from '../press.ts';
import { day, type Viewer } from './format.ts';

const LOG: Text = { en: 'Log this one', zh: '记录这条' };

/** What one line says that was not understood; nothing of it is lost. */
export function unreadCard(
  { note, on, at }: { note: string; on?: string | undefined; at?: string | undefined },
  viewer: Viewer,
): Card {
  const { locale } = viewer;
  const when = [on && day(on, viewer), at].filter(Boolean).join(' ');
  return {
    title: { en: 'Who was this about?', zh: '这条是哪个客户？' }[locale],
    tone: 'info',
    body: [
      {
        type: 'records',
        records: [
          {
            title: note,
            ...(when ? { detail: when } : {}),
            buttons: [press(LOG, locale, 'follow-up.log', { note, ...(on ? { on } : {}), ...(at ? { at } : {}) })],
          },
        ],
      },
    ],
  };
}
