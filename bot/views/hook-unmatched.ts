import { HOOK_EVENT_NAMES } from '../../core/hooks/hook.ts';
import type { UnmatchedEvent } from '../../core/hooks/unmatched-events.ts';
import type { Text } from '../../core/text.ts';
import type { Card } from '../cards/card.ts';
import { press } from '../press.ts';
import { moment, type Viewer } from './format.ts';
import { UNMATCHED } from './hook.ts';
import { moreOf, type Page, pageTitle } from './page.ts';
import { MORE } from './words.ts';

const LEAD: Text = { en: 'Make a lead', zh: '建为线索' };
const NOBODY: Text = {
  en: 'Nobody unknown has come. Who comes on file under the same phone or e-mail gets his visits by himself.',
  zh: '暂无未匹配的访客。电话或邮箱一致的线索、客户建档后，访问记录会自动归入。',
};
const THERE: Text = { en: 'On file already: it is there now.', zh: '该访客已建档，记录已归入。' };

/** Who came and is not on file, each with what he did last and one thing to do. */
export function unmatchedCard(page: Page<UnmatchedEvent>, viewer: Viewer): Card {
  const { locale } = viewer;
  if (page.lines.length === 0) {
    return { title: UNMATCHED[locale], body: [{ type: 'text', text: NOBODY[locale], muted: true }] };
  }
  return {
    title: pageTitle(UNMATCHED[locale], page, locale),
    body: [
      {
        type: 'records',
        records: page.lines.map(({ id, at, times, hook, event }) => ({
          title: [event.contact, event.company, event.email ?? event.phone].filter(Boolean).join(' · '),
          detail: [
            `${HOOK_EVENT_NAMES[event.kind][locale]}${times > 1 ? ` ×${times}` : ''}`,
            event.note,
            hook.name,
            moment(at, viewer),
          ]
            .filter(Boolean)
            .join(' · '),
          buttons: [press(LEAD, locale, 'hook.lead', { delivery: id })],
        })),
      },
      ...moreOf(page, (next) => press(MORE, locale, 'hook.unmatched', { page: next })),
    ],
  };
}

/** He came on file meanwhile. */
export function attachedCard({ locale }: Viewer): Card {
  return { title: THERE[locale], tone: 'good', body: [] };
}
