import type { Changed } from '../../core/changes/last-changes.ts';
import type { Button, Card } from '../cards/card.ts';
import { moment, type Viewer } from './format.ts';

/** Somebody was faster: who has it now, by whom, and that nothing was done. */
export function givenMeanwhileCard(
  {
    entity,
    id,
    name,
    ownerName,
  }: { entity: 'lead' | 'customer' | 'opportunity'; id: string; name: string; ownerName: string | null },
  last: Changed | undefined,
  buttons: readonly Button[],
  viewer: Viewer,
): Card {
  const { locale } = viewer;
  const holder = ownerName ?? { en: 'nobody (public pool)', zh: '无（公海）' }[locale];
  const who = [last?.who, last && moment(last.at, viewer)].filter(Boolean).join(' · ');
  return {
    title: { en: `${name} was given away meanwhile`, zh: `${name}刚刚已转交他人` }[locale],
    about: { entity, recordId: id },
    tone: 'warning',
    body: [
      { type: 'text', text: { en: 'Nothing of yours was done.', zh: '你的操作没有执行。' }[locale] },
      {
        type: 'facts',
        facts: [
          { label: { en: 'With', zh: '现在由谁负责' }[locale], value: holder },
          ...(who ? [{ label: { en: 'Given by', zh: '操作人' }[locale], value: who }] : []),
        ],
      },
      { type: 'actions', buttons: [...buttons] },
    ],
  };
}
