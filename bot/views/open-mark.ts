import type { Text } from '../../core/text.ts';
import type { OpenMark } from '../../core/tickets/open-mark.ts';
import type { CardNode } from '../cards/card.ts';
import type { Viewer } from './format.ts';

/** ⚠ open complaint: one shared word of warning, empty where nothing is open (R14). */
export function markText(mark: OpenMark | null | undefined, { locale }: Pick<Viewer, 'locale'>): string {
  if (!mark) {
    return '';
  }
  const { tickets, complaints } = mark;
  const others = tickets - complaints;
  const parts: Text[] = [
    ...(complaints > 0
      ? [
          {
            en: complaints > 1 ? `${complaints} open complaints` : 'open complaint',
            zh: complaints > 1 ? `${complaints} 个未处理投诉` : '有未处理投诉',
          },
        ]
      : []),
    ...(others > 0
      ? [
          {
            en: others > 1 ? `${others} open tickets` : 'open ticket',
            zh: others > 1 ? `${others} 个未关闭工单` : '有未关闭工单',
          },
        ]
      : []),
  ];
  return `⚠ ${parts.map((part) => part[locale]).join({ en: ', ', zh: '，' }[locale])}`;
}

/** The same as a line of a card. */
export function markNodes(mark: OpenMark | null | undefined, viewer: Pick<Viewer, 'locale'>): CardNode[] {
  return mark ? [{ type: 'text', text: markText(mark, viewer) }] : [];
}
