import type { Changed } from '../../core/changes/last-changes.ts';
import type { Button, Card } from '../cards/card.ts';
import type { FieldMeta } from '../fields/field.ts';
import { inWords, moment, type Viewer } from './format.ts';

/** One field that two people changed: the reader's value, and the one that stands. */
export type Disputed = { meta: FieldMeta; mine: string; theirs: string; by: Changed | undefined };

/**
 * Somebody was faster, or there is one already that the reader was not shown (`isNew`): both values of each field, and nothing
 * is saved until the reader chooses.
 */
export function versionsCard(
  disputed: readonly Disputed[],
  buttons: readonly Button[],
  viewer: Viewer,
  { isNew = false }: { isNew?: boolean } = {},
): Card {
  const { locale } = viewer;
  const shown = (value: string) => inWords(value, viewer) || '—';
  return {
    title: (isNew
      ? { en: 'This is on record already', zh: '已有记录' }
      : { en: 'Somebody changed this meanwhile', zh: '其他人刚刚改过' })[locale],
    tone: 'warning',
    body: [
      {
        type: 'facts',
        facts: disputed.flatMap(({ meta, mine, theirs, by }) => {
          const label = meta.label[locale];
          const who = [by?.who, by && moment(by.at, viewer)].filter(Boolean).join(' ');
          return [
            { label: { en: `${label}, yours`, zh: `${label}（你）` }[locale], value: shown(mine) },
            {
              label: (isNew
                ? { en: `${label}, as it is`, zh: `${label}（现有）` }
                : { en: `${label}, theirs`, zh: `${label}（对方）` })[locale],
              value: [shown(theirs), who].filter(Boolean).join(' · '),
            },
          ];
        }),
      },
      {
        type: 'text',
        text: { en: 'Nothing of yours is saved yet.', zh: '你的修改尚未保存。' }[locale],
        muted: true,
      },
      { type: 'actions', buttons: [...buttons] },
    ],
  };
}
