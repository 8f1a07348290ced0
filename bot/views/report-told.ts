import type { ToldReport } from '../../core/reports/find-told-reports.ts';
import { REPORT_NAMES } from '../../core/reports/report.ts';
import type { Locale, Text } from '../../core/text.ts';
import type { Button, Card } from '../cards/card.ts';
import type { Viewer } from './format.ts';
import { spanText } from './report.ts';

/** Jim · Daily report · today (Wed 13 May) */
export function reportName({ authorName, period, startsOn }: Omit<ToldReport, 'id'>, viewer: Viewer): Text {
  const name = REPORT_NAMES[period];
  const span = (locale: Locale) => spanText({ period, startsOn }, { ...viewer, locale });
  return { en: `${authorName} · ${name.en} · ${span('en')}`, zh: `${authorName} · ${name.zh} · ${span('zh')}` };
}

/** Several reports came of late: whose the words are for. */
export function whichReportCard(text: string, buttons: Button[], { locale }: Viewer): Card {
  return {
    title: { en: 'Which report is that for?', zh: '这是评论哪份报告？' }[locale],
    body: [
      { type: 'text', text },
      { type: 'text', text: { en: 'Nothing was sent yet.', zh: '尚未发送。' }[locale], muted: true },
      { type: 'actions', buttons },
    ],
  };
}
