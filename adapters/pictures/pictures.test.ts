import { inflateSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import type { Board, Chart, PictureNode } from '../../bot/cards/card.ts';
import { quietLog } from '../../test/support/log.ts';
import { createPictures } from './index.ts';
import { paint } from './paint.ts';

const chart = (changes: Partial<Chart> = {}): PictureNode => ({
  type: 'chart',
  chart: {
    title: '各阶段商机',
    shape: 'bar',
    unit: '万元',
    categories: ['接触', '报价'],
    series: [
      {
        name: '今年',
        points: [
          { value: 120, text: '¥120万' },
          { value: 80, text: '¥80万' },
        ],
      },
    ],
    ...changes,
  },
});
const board = (columns: Board['columns'], title = '商机看板'): PictureNode => ({
  type: 'board',
  board: { title, columns },
});

const large = (shape: Chart['shape']) =>
  chart({
    shape,
    categories: Array.from({ length: 20 }, (_, at) => `第${at + 1}周`),
    series: Array.from({ length: 6 }, (_, line) => ({
      name: `区域${line + 1}`,
      points: Array.from({ length: 20 }, (_, at) => ({ value: line * 10 + at, text: String(line * 10 + at) })),
    })),
  });

function sizeOf(png: Uint8Array): { width: number; height: number } {
  const bytes = Buffer.from(png);
  expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** How many different bytes its rows are made of: a blank picture has next to none. */
function variety(png: Uint8Array): number {
  const bytes = Buffer.from(png);
  const data: Buffer[] = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    if (bytes.subarray(at + 4, at + 8).toString() === 'IDAT') {
      data.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
    }
  }
  const seen = new Uint8Array(256);
  for (const byte of inflateSync(Buffer.concat(data))) seen[byte] = 1;
  return seen.filter(Boolean).length;
}

const same = (one: Uint8Array, other: Uint8Array) => Buffer.from(one).equals(other);

const COLUMN = {
  title: '报价',
  detail: '2 个 · ¥120万',
  cards: [
    { title: '远景科技', detail: '¥80万', tone: 'warning' as const },
    { title: 'Acme', detail: '¥40万' },
  ],
};

describe('a picture', () => {
  it.each([
    ['bars', chart()],
    ['lines', chart({ shape: 'line' })],
    ['areas', chart({ shape: 'area' })],
    ['a pie', chart({ shape: 'pie' })],
    ['six series of twenty bars', large('bar')],
    ['six series of twenty points', large('line')],
    ['a pie of twenty', large('pie')],
    ['a board', board(Array.from({ length: 6 }, () => ({ ...COLUMN, cards: Array(30).fill(COLUMN.cards[0]) })))],
    ['a board of twelve', board(Array.from({ length: 12 }, () => COLUMN))],
  ])('of %s is 1024 wide, no higher, and not blank', (_, node) => {
    const png = paint(node);
    const { width, height } = sizeOf(png);
    expect(width).toBe(1024);
    expect(height).toBeGreaterThan(300);
    expect(height).toBeLessThanOrEqual(1024);
    expect(variety(png)).toBeGreaterThan(40);
  });

  it('is the same for the same figures, to the byte', () => {
    expect(same(paint(chart()), paint(chart()))).toBe(true);
    expect(same(paint(board([COLUMN])), paint(board([COLUMN])))).toBe(true);
    expect(same(paint(chart()), paint(chart({ categories: ['接触', '方案'] })))).toBe(false);
  });

  it('has its Chinese characters drawn, not as boxes', () => {
    const withTitle = (title: string) => paint(chart({ title }));
    // Letters of nobody's are all drawn alike; characters that the font has are not.
    expect(same(withTitle('\ue000\ue001'), withTitle('\ue002\ue003'))).toBe(true);
    expect(same(withTitle('赢单'), withTitle('输单'))).toBe(false);
    expect(same(withTitle('赢单'), withTitle('\ue000\ue001'))).toBe(false);
    expect(same(paint(chart()), paint(chart(), []))).toBe(false);
  });

  it('tells kindly of nothing, in the language of the card', () => {
    const nothing = (title: string, unit: string) => paint(chart({ title, unit, categories: [], series: [] }));
    expect(sizeOf(nothing('商机', '万元'))).toEqual({ width: 1024, height: 400 });
    expect(variety(nothing('商机', '万元'))).toBeGreaterThan(20);
    expect(same(nothing('', 'k'), nothing('', '万'))).toBe(false);
    expect(variety(paint(board([])))).toBeGreaterThan(20);
    const zero = [{ name: '', points: [{ value: 0, text: '0' }] }];
    expect(sizeOf(paint(chart({ shape: 'pie', categories: ['a'], series: zero }))).height).toBe(400);
  });

  it.each([
    '</text><script>alert(1)</script>',
    '&lt;&amp;"\'',
    '{a|b} {b}: {c}',
    '\u0000\u0008\ud800\uffff',
    '👩‍👩‍👧 emoji',
    ']]>',
    'x'.repeat(5_000),
    '',
  ])('is drawn whatever its labels say: %j', (hostile) => {
    const series = [{ name: hostile, points: [{ value: 1, text: hostile }] }];
    const node = chart({ title: hostile, unit: hostile, categories: [hostile], series: [...series, ...series] });
    expect(sizeOf(paint(node)).width).toBe(1024);
    const column = { title: hostile, detail: hostile, cards: [{ title: hostile, detail: hostile }] };
    expect(sizeOf(paint(board([column], hostile))).width).toBe(1024);
  });

  it('is drawn with figures that are none', () => {
    const points = [Number.NaN, Number.POSITIVE_INFINITY, -5].map((value) => ({ value, text: '?' }));
    expect(sizeOf(paint(chart({ categories: ['a', 'b', 'c', 'd'], series: [{ name: '', points }] }))).width).toBe(1024);
  });

  it('of more than anybody can read is refused', () => {
    const series = Array.from({ length: 8 }, () => ({ name: 'a', points: [{ value: 1, text: '1' }] }));
    expect(() => paint(chart({ series }))).toThrow(RangeError);
    expect(() => paint(board(Array.from({ length: 13 }, () => COLUMN)))).toThrow(RangeError);
  });
});

describe('the thread that draws', () => {
  // From the sources its thread has all of them to make ready first, beside whatever else the machine does.
  const pictures = createPictures({ log: quietLog(), drawingMs: 60_000 });
  afterAll(() => pictures.close());

  it('draws what is drawn here, once for the same figures', async () => {
    const [one, other] = await Promise.all([pictures.draw(chart()), pictures.draw(chart())]);
    expect(one).toBe(other);
    expect(same(one, paint(chart()))).toBe(true);
  });

  it('goes on after a picture it could not draw', async () => {
    await expect(pictures.draw(board(Array.from({ length: 13 }, () => COLUMN)))).rejects.toThrow('13 columns');
    expect(sizeOf(await pictures.draw(board([COLUMN]))).width).toBe(1024);
  });

  it('leaves the others to their words when too many wait', async () => {
    const asked = Array.from({ length: 40 }, (_, at) => pictures.draw(board([], `board ${at}`)));
    const results = await Promise.allSettled(asked);
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(8);
  });

  it('starts anew after it was closed while somebody waited', async () => {
    const drawing = pictures.draw(board([COLUMN], 'interrupted'));
    await pictures.close();
    await expect(drawing).rejects.toThrow('closed');
    expect(sizeOf(await pictures.draw(board([COLUMN], 'interrupted'))).width).toBe(1024);
  });
});
