import type { Core } from '../../core/context.ts';
import type { Text } from '../../core/text.ts';
import type { Button, Card } from '../cards/card.ts';
import { recordLink } from '../cards/record-link.ts';
import type { RecordKind } from '../fields/records.ts';

const OPEN: Text = { en: 'Open privately', zh: '私下查看' };
const LINK: Text = { en: 'Link to pass on', zh: '分享链接' };

const WHO: Text = { en: 'Whoever may see it can open it here.', zh: '有权限的同事可在此查看。' };

/** What stands beside a link in the open: of what kind it is, and the way to it for whoever may see it; no name (R104). */
export function linkedCard(
  kind: Text,
  press: Pick<Button, 'command' | 'input'>,
  { actor: { locale } }: Pick<Core, 'actor'>,
): Card {
  return {
    title: { en: `A record: ${kind.en}`, zh: `${kind.zh}记录` }[locale],
    body: [
      { type: 'text', text: WHO[locale], muted: true },
      { type: 'actions', buttons: [{ label: OPEN[locale], ...press }] },
    ],
  };
}

/** The card of a record with its address below, where people reach this server. */
export function withLink(card: Card, { actor, org }: Pick<Core, 'actor' | 'org'>, noun: RecordKind, id: string): Card {
  return org.publicUrl
    ? {
        ...card,
        body: [
          ...card.body,
          {
            type: 'text',
            text: [{ link: recordLink(org.publicUrl, noun, id), label: LINK[actor.locale] }],
            muted: true,
          },
        ],
      }
    : card;
}
