import type { Card } from '../../bot/cards/card.ts';
import type { Reply } from '../../bot/contract.ts';

/** Replies to test with. */

export const card = (title: string, ...labels: string[]): Card => ({
  title,
  body: [{ type: 'actions', buttons: labels.map((label) => ({ label, command: 'task.done', input: { id: label } })) }],
});

export const form = (errors: Record<string, string> = {}, values: Record<string, string> = {}): Card => ({
  title: 'New lead',
  body: [
    {
      type: 'form',
      form: {
        command: 'lead.add',
        hidden: { draft: 7 },
        submit: 'Add',
        inputs: ['company', 'amount'].map((name) => ({
          name,
          label: name,
          widget: 'line',
          required: name === 'company',
          ...(errors[name] ? { error: errors[name] } : {}),
          ...(values[name] ? { value: values[name] } : {}),
        })),
      },
    },
  ],
});

export const toAsker = (shown: Card): Reply => ({ kind: 'card', card: shown });
export const toPlace = (shown: Card): Reply => ({ kind: 'card', card: shown, audience: 'place' });
export const inPlace = (shown: Card): Reply => ({ kind: 'card', card: shown, audience: 'place', inPlace: true });

export function never(): never {
  throw new Error('nothing was delivered');
}
