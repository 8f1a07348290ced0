import type { ToldReport } from '../../core/reports/find-told-reports.ts';
import { REPORT_NAMES } from '../../core/reports/report.ts';
import type { Locale, Text } from '../../core/text.ts';
import type { Button, Card } from '../cards/card.ts';
import type { Viewer } from './format.ts';
import { spanText } from './report.ts';

/** Jim · Daily report · today (Wed 13 May) */
export function reportName(
  { authorName, period, startsOn }: Pick<ToldReport, 'authorName' | 'period' | 'startsOn'>,
  viewer: Viewer,
): Text {
  const name = REPORT_NAMES[period];
  const span = (locale: Locale) => spanText({ period, startsOn }, { ...viewer, locale });
  return { en: `${authorName} · ${name.en} · ${span('en')}`, zh: `${authorName} · ${name.zh} · ${span('zh')}` };
}

/** Several reports came of late: whose the words are for. */
export function whichReportCard(text: string, buttons: Button[], { locale }: Viewer): Card {
  const other = {
    en: 'Nothing was sent yet. For another one say whose: “report comment Jim …”.',
    zh: '尚未发送。如需评论其他报告，请说明是谁的，例如“评论 李雷 …”。',
  };
  return {
    title: { en: 'Which report is that for?', zh: '这是评论哪份报告？' }[locale],
    body: [
      { type: 'text', text },
      { type: 'text', text: other[locale], muted: true },
      { type: 'actions', buttons },
    ],
  };
}
