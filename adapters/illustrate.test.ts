import { describe, expect, it } from 'vitest';
import type { Card, PictureNode } from '../bot/cards/card.ts';
import { quietLog } from '../test/support/log.ts';
import { createIllustrator, type Picture } from './illustrate.ts';

const board = (title: string): PictureNode => ({ type: 'board', board: { title, columns: [] } });
const cardOf = (...body: Card['body']): Card => ({ title: 'Deals', body });
const words: Card['body'][number] = { type: 'text', text: 'words' };

function setUp({ draw }: { draw?: (node: PictureNode) => Promise<Buffer> } = {}) {
  const handed: Picture[] = [];
  const drawn: PictureNode[] = [];
  const log = quietLog();
  const illustrator = createIllustrator(
    {
      wants: ({ body }) => body.filter((node) => node.type === 'board'),
      async handOver(picture) {
        handed.push(picture);
        return `F${handed.length}`;
      },
    },
    {
      platform: 'test',
      log,
      pictures: {
        draw(node) {
          drawn.push(node);
          return draw ? draw(node) : Promise.resolve(Buffer.from('png'));
        },
      },
    },
  );
  return { ...illustrator, handed, drawn, log };
}

describe('a card with what the platform cannot draw', () => {
  it('gets the handles of its pictures, and keeps what is in it', async () => {
    const { illustrate, handed } = setUp();
    expect(await illustrate(cardOf(words, board('A'), board('B')), 'T1')).toEqual(
      cardOf(words, { ...board('A'), picture: 'F1' }, { ...board('B'), picture: 'F2' }),
    );
    expect(handed).toEqual([
      { png: Buffer.from('png'), alt: 'A', workspace: 'T1' },
      { png: Buffer.from('png'), alt: 'B', workspace: 'T1' },
    ]);
  });

  it('hands the same picture over once a workspace, also when it is wanted twice at the same moment', async () => {
    const { illustrate, handed } = setUp();
    await Promise.all([illustrate(cardOf(board('A')), 'T1'), illustrate(cardOf(board('A')), 'T1')]);
    await illustrate(cardOf(board('A')), 'T2');
    expect(handed.map(({ workspace }) => workspace)).toEqual(['T1', 'T2']);
  });

  it('goes out in words where no picture could be made, and is tried anew the next time', async () => {
    let isBroken = true;
    const { illustrate, log } = setUp({
      draw: () => (isBroken ? Promise.reject(new Error('no')) : Promise.resolve(Buffer.from('png'))),
    });
    expect(await illustrate(cardOf(words, board('A')), 'T1')).toEqual(cardOf(words, board('A')));
    expect(log.lines).toEqual([{ level: 'warn', message: 'no picture; the words go out instead' }]);
    isBroken = false;
    expect(await illustrate(cardOf(board('A')), 'T1')).toEqual(cardOf({ ...board('A'), picture: 'F1' }));
  });
});

it('leaves alone a card without any', async () => {
  const { illustrate, drawn } = setUp();
  const card = cardOf(words);
  expect(await illustrate(card, 'T1')).toBe(card);
  expect(drawn).toEqual([]);
});
