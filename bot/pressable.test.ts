import { expect, it } from 'vitest';
import type { Button, Card } from './cards/card.ts';
import { pressableBy } from './pressable.ts';

const button = (command: string): Button => ({ label: command, command, input: {} });

it('a card keeps what its reader’s roles may press, wherever it stands', () => {
  const card: Card = {
    title: 'Acme',
    body: [
      { type: 'text', text: 'x' },
      { type: 'records', records: [{ title: 'a', buttons: [button('customer.show'), button('customer.give')] }] },
      { type: 'actions', buttons: [button('customer.give')], more: [button('customer.give'), button('tag.suggest')] },
    ],
  };
  expect(pressableBy({ roles: ['rep'] }, card).body).toEqual([
    { type: 'text', text: 'x' },
    { type: 'records', records: [{ title: 'a', buttons: [button('customer.show')] }] },
    { type: 'actions', buttons: [], more: [button('tag.suggest')] },
  ]);
  expect(pressableBy({ roles: ['manager'] }, card)).toEqual(card);
});
