import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Card } from '../../bot/cards/card.ts';
import { type Rig, startFeishuAdapter } from '../../test/fakes/feishu-adapter.ts';
import { toAsker } from '../../test/fakes/replies.ts';

const ANA = 'ou_ana';
const PNG = Buffer.from('\x89PNG of a board', 'latin1');
const BOARD: Card = {
  title: 'Deals',
  body: [
    { type: 'board', board: { title: 'By stage', columns: [{ title: 'Offer', detail: '1 · ¥80', cards: [] }] } },
    { type: 'text', text: 'That is all.' },
  ],
};

let site: Server;
let origin: string;
let rig: Rig;
let draw: () => Promise<Buffer>;

beforeEach(async () => {
  site = createServer(({ url }, response) =>
    response.writeHead(url === '/plan.png' ? 200 : 404).end(url === '/plan.png' ? PNG : ''),
  );
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${z.object({ port: z.number() }).parse(site.address()).port}`;
  draw = async () => PNG;
  rig = await startFeishuAdapter({ publicUrl: origin, pictures: { draw: () => draw() } });
});

afterEach(async () => {
  await rig.close();
  site.closeAllConnections();
  await new Promise((resolve) => site.close(resolve));
});

async function send(card: Card) {
  const place = await rig.adapter.direct({ platform: 'feishu', workspace: rig.fake.tenant, externalId: ANA });
  const { messageId } = await rig.adapter.send(place, card, { effectId: card.title });
  return { place, messageId };
}
const tags = () => rig.fake.lastCard(ANA).card?.body.elements.map(({ tag }) => tag);

describe('a board', () => {
  it('is a picture that was uploaded, with the same in words for who cannot see', async () => {
    await send(BOARD);
    expect(rig.fake.images).toEqual([PNG]);
    expect(rig.fake.lastCard(ANA).card?.body.elements[0]).toEqual({
      tag: 'img',
      img_key: expect.stringMatching(/^img_/),
      alt: { tag: 'plain_text', content: 'By stage: Offer 1 · ¥80' },
    });
  });

  it('is uploaded once, however often its card is redrawn', async () => {
    const { place, messageId } = await send(BOARD);
    await rig.adapter.update(place, messageId, { ...BOARD, title: 'Deals today' });
    expect(tags()).toEqual(['img', 'div']);
    expect(rig.fake.images).toHaveLength(1);
  });

  it('is said in words where it could not be drawn or uploaded', async () => {
    draw = () => Promise.reject(new Error('no'));
    await send(BOARD);
    expect(tags()).toEqual(['markdown', 'markdown', 'div']);
    draw = async () => PNG;
    rig.fake.script('image.create', { code: 99_991_672, status: 400 });
    await send({ ...BOARD, title: 'Again' });
    expect(rig.fake.lastCard(ANA).words).toContain('Offer · 1 · ¥80');
  });

  it('answers a press as any card does', async () => {
    await send({
      title: 'A card',
      body: [{ type: 'actions', buttons: [{ label: 'Board', command: 'x', input: {} }] }],
    });
    rig.replies({ ...toAsker(BOARD), inPlace: true } as ReturnType<typeof toAsker>);
    await rig.client.press(ANA, 'Board');
    expect(tags()).toEqual(['img', 'div']);
  });
});

describe('a chart', () => {
  it('that Feishu’s own cannot show is a picture', async () => {
    const points = [{ value: -1, text: '−1' }];
    const chart = { title: 'P', shape: 'pie' as const, unit: '', categories: ['a'], series: [{ name: 'n', points }] };
    await send({
      title: 'Figures',
      body: [
        { type: 'chart', chart },
        { type: 'chart', chart: { ...chart, shape: 'bar' } },
      ],
    });
    expect(tags()).toEqual(['img', 'chart']);
  });
});

describe('an image', () => {
  const image = (url: string): Card => ({ title: 'Plans', body: [{ type: 'image', url, alt: 'A plan' }] });

  it('of our own server is uploaded, once', async () => {
    await send(image(`${origin}/plan.png`));
    await send({ ...image(`${origin}/plan.png`), title: 'Again' });
    expect(tags()).toEqual(['img']);
    expect(rig.fake.images).toEqual([PNG]);
  });

  it.each([
    ['elsewhere', 'http://169.254.169.254/latest/meta-data'],
    ['at no address', 'nowhere'],
  ])('%s is never fetched', async (_, url) => {
    await send(image(url));
    expect(tags()).toEqual(['markdown']);
    expect(rig.logged).toEqual([]);
  });

  it('that is not there is a link', async () => {
    await send(image(`${origin}/gone.png`));
    expect(rig.fake.lastCard(ANA).words).toContain('A plan');
    expect(rig.logged.map(({ message }) => message)).toEqual(['image shown as a link']);
  });
});
