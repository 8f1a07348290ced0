import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../bot/cards/card.ts';
import { inPlace, toAsker } from '../../test/fakes/replies.ts';
import { type Rig, startSlackAdapter } from '../../test/fakes/slack-adapter.ts';

const ANA = 'U0ANA';
const PNG = Buffer.from('\x89PNG of a board', 'latin1');
const BOARD: Card = {
  title: 'Deals',
  body: [
    { type: 'board', board: { title: 'By stage', columns: [{ title: 'Offer', detail: '1 · ¥80', cards: [] }] } },
    { type: 'text', text: 'That is all.' },
  ],
};

let rig: Rig;
let draw: () => Promise<Buffer>;

beforeEach(async () => {
  draw = async () => PNG;
  rig = await startSlackAdapter({ pictures: { draw: () => draw() } });
});
afterEach(() => rig.close());

async function send(card = BOARD) {
  const place = await rig.adapter.direct({ platform: 'slack', workspace: rig.fake.team, externalId: ANA });
  const { messageId } = await rig.adapter.send(place, card, { effectId: 'e' });
  return { place, messageId };
}
const kinds = () => rig.fake.lastCard(ANA).blocks.map(({ type }) => type);

describe('a board in Slack', () => {
  it('is a picture that Slack keeps and an image block names, with the same in words for who cannot see', async () => {
    await send();
    expect([...rig.fake.files.values()]).toEqual([PNG]);
    const [id] = rig.fake.files.keys();
    expect(rig.fake.lastCard(ANA).blocks[1]).toEqual({
      type: 'image',
      slack_file: { id },
      alt_text: 'By stage: Offer 1 · ¥80',
    });
    expect(rig.fake.lastCard(ANA).text).toBe('Deals\nBy stage\nOffer · 1 · ¥80\nThat is all.');
  });

  it('is handed over once, however often its card is redrawn', async () => {
    const { place, messageId } = await send();
    await rig.adapter.update(place, messageId, { ...BOARD, title: 'Deals today' });
    expect(kinds()).toEqual(['header', 'image', 'section']);
    expect(rig.fake.callsOf('files.getUploadURLExternal')).toHaveLength(1);
  });

  it.each([
    ['could not be drawn', () => (draw = () => Promise.reject(new Error('no')))],
    ['could not be handed over', () => rig.fake.script('files.getUploadURLExternal', { error: 'missing_scope' })],
    ['was not taken', () => rig.fake.script('files.completeUploadExternal', { error: 'internal_error' })],
    ['is refused in the message', () => rig.fake.script('chat.postMessage', { error: 'invalid_blocks' })],
  ])('is said in words where it %s', async (_, spoil) => {
    spoil();
    await send();
    expect(kinds()).not.toContain('image');
    expect(rig.fake.lastCard(ANA).words).toContain('Offer');
  });

  it('answers a command as any card does', async () => {
    rig.replies(toAsker(BOARD));
    await rig.client.slash(ANA, 'board');
    await expect.poll(() => rig.fake.cards(ANA).length).toBe(1);
    expect(kinds()).toEqual(['header', 'image', 'section']);
  });

  it('does not keep the acknowledgement waiting: the answer follows when the picture is there', async () => {
    let finish: (png: Buffer) => void = () => undefined;
    draw = () => new Promise((resolve) => (finish = resolve));
    rig.replies(toAsker(BOARD));
    const { body } = await rig.client.slash(ANA, 'board');
    expect(body).toMatchObject({ text: '正在处理… · Working on it…' });
    finish(PNG);
    await expect.poll(() => kinds()).toEqual(['header', 'image', 'section']);
  });

  it('is redrawn where it was pressed', async () => {
    await send({
      ...BOARD,
      body: [...BOARD.body, { type: 'actions', buttons: [{ label: 'Again', command: 'x', input: {} }] }],
    });
    rig.replies(inPlace(BOARD));
    await rig.client.press(ANA, 'Again');
    await expect.poll(() => kinds()).toEqual(['header', 'image', 'section']);
    expect(rig.fake.cards(ANA)).toHaveLength(1);
  });
});

it('leaves to Slack the charts that it draws itself', async () => {
  const chart = (categories: string[]): Card['body'][number] => ({
    type: 'chart',
    chart: {
      title: 'By stage',
      shape: 'bar',
      unit: '¥',
      categories,
      series: [{ name: 'Amount', points: categories.map((_, value) => ({ value, text: `¥${value}` })) }],
    },
  });
  const fits = () => chart(['Lead']);
  const tooLong = chart(Array.from({ length: 21 }, (_, at) => `Week ${at}`));
  await send({ title: 'Report', body: [fits(), tooLong, fits(), fits()] });
  expect(kinds()).toEqual(['header', 'data_visualization', 'image', 'data_visualization', 'image']);
});
