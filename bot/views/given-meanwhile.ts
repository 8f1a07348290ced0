import type { Changed } from '../../core/changes/last-changes.ts';
import type { LeadGivenSince } from '../../core/leads/find-given-since.ts';
import type { Text } from '../../core/text.ts';
import type { Button, Card } from '../cards/card.ts';
import { counted, moment, type Viewer } from './format.ts';

const NOBODY: Text = { en: 'nobody (public pool)', zh: '无（公海）' };
const NOT_DONE: Text = { en: 'Nothing of yours was done.', zh: '你的操作没有执行。' };

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
  const holder = ownerName ?? NOBODY[locale];
  const who = [last?.who, last && moment(last.at, viewer)].filter(Boolean).join(' · ');
  return {
    title: { en: `${name} was given away meanwhile`, zh: `${name}刚刚已转交他人` }[locale],
    about: { entity, recordId: id },
    tone: 'warning',
    body: [
      { type: 'text', text: NOT_DONE[locale] },
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

/** The same of several leads: whose each of them is now, and by whom. */
export function severalGivenMeanwhileCard(
  given: readonly LeadGivenSince[],
  buttons: readonly Button[],
  viewer: Viewer,
): Card {
  const { locale } = viewer;
  const titles = { en: 'Some of these leads were given away meanwhile', zh: '部分线索刚刚已转交他人' };
  return {
    title: counted(titles[locale], given.length, locale),
    tone: 'warning',
    body: [
      { type: 'text', text: NOT_DONE[locale] },
      {
        type: 'facts',
        facts: given.map(({ name, ownerName, who, at }) => ({
          label: name,
          value: [ownerName ?? NOBODY[locale], who, moment(at, viewer)].filter(Boolean).join(' · '),
        })),
      },
      { type: 'actions', buttons: [...buttons] },
    ],
  };
}
