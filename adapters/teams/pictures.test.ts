import { expect, it } from 'vitest';
import type { Card, Chart } from '../../bot/cards/card.ts';
import { startTeamsAdapter } from '../../test/fakes/teams-adapter.ts';
import { TENANT } from '../../test/fakes/teams-login.ts';
import { quietLog } from '../../test/support/log.ts';
import { createTeamsIllustrator } from './pictures.ts';
import { renderMessage } from './render.ts';

const PNG = Buffer.alloc(90_000, 7);
const { illustrate } = createTeamsIllustrator({ pictures: { draw: async () => PNG }, log: quietLog() });

const board: Card['body'][number] = {
  type: 'board',
  board: { title: '看板', columns: [{ title: '报价', detail: '1 个', cards: [] }] },
};
const chart = (categories: number): Card['body'][number] => {
  const names = Array.from({ length: categories }, (_, at) => `第${at + 1}周`);
  const points = names.map((_, value) => ({ value: value + 1, text: String(value) }));
  const drawn: Chart = { title: '金额', shape: 'bar', unit: '¥', categories: names, series: [{ name: 'a', points }] };
  return { type: 'chart', chart: drawn };
};

async function draw(body: Card['body']) {
  const message = renderMessage(await illustrate({ title: '', body }, 'tenant'));
  if (!('card' in message)) throw new Error('no card');
  return message.card.body;
}

it('puts a board, which Teams has not, into the card as data, which takes no room from the rest', async () => {
  expect(await draw([board, { type: 'text', text: 'below' }])).toEqual([
    {
      type: 'Image',
      url: `data:image/png;base64,${PNG.toString('base64')}`,
      altText: '看板: 报价 1 个',
      size: 'Stretch',
    },
    { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'below' }] },
  ]);
});

it('leaves to Teams the charts that it draws whole', async () => {
  expect((await draw([chart(3), chart(200)])).map(({ type }) => type)).toEqual(['Chart.VerticalBar', 'Image']);
});

it('goes out with a board as a picture, and in words where it is too large with that', async () => {
  const rig = await startTeamsAdapter({ tools: { pictures: { draw: async () => PNG } } });
  await rig.client.says('ana', 'hi');
  const place = await rig.adapter.direct({ platform: 'teams', workspace: TENANT, externalId: 'ana' });
  const card: Card = { title: 'Deals', body: [board] };
  await rig.adapter.send(place, card, { effectId: 'e1' });
  rig.fake.script('post', { status: 413, code: 'MessageSizeTooBig' });
  await rig.adapter.send(place, card, { effectId: 'e2' });
  const [whole, plainer] = rig.fake.messages.map((message) => JSON.stringify(message));
  expect(whole).toContain('data:image/png;base64,');
  expect(plainer).not.toContain('data:image');
  expect(plainer).toContain('报价');
  await rig.close();
});
