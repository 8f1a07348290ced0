import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inert, readText, toMrkdwn, toMrkdwnParts } from './mrkdwn.ts';

describe('readText', () => {
  it.each([
    ['<@U1> show pipeline', 'show pipeline'],
    ['tell <@U2|dana> and <@U3>', 'tell @dana and @U3'],
    ['in <#C1|sales>, <#C2>', 'in #sales, #C2'],
    ['<!here> <!subteam^S1|@team>', '@here @team'],
    ['see <https://acme.example/a?b=1&amp;c=2>', 'see https://acme.example/a?b=1&c=2'],
    ['see <http://acme.example|acme.example>', 'see acme.example'],
    [
      'write <mailto:wang@acme.example|wang@acme.example>, <tel:+8613800138000|138 0013 8000>',
      'write wang@acme.example, 138 0013 8000',
    ],
    ['5 &lt; 7 &amp;&amp; 7 &gt; 5', '5 < 7 && 7 > 5'],
    ['&amp;lt;', '&lt;'],
    ['', ''],
  ])('reads %j as %j', (text, words) => {
    expect(readText(text, 'U1')).toBe(words);
  });
});

describe('inert', () => {
  it.each([
    ['<!channel> <@U1>', '&lt;!channel&gt; &lt;@U1&gt;'],
    ['R&D', 'R&amp;D'],
    ['*urgent* _now_ ~not~ `code`', '∗urgent* ＿now_ ∼not~ ˋcode`'],
    ['15*20cm, snake_case_name', '15*20cm, snake_case_name'],
    ['> quoted', '\u200b&gt; quoted'],
    ['a\n> b', 'a\n\u200b&gt; b'],
    ['```x```', 'ˋˋˋx`ˋ`'],
  ])('writes %j as %j', (text, written) => {
    expect(inert(text)).toBe(written);
  });

  it('leaves nothing that Slack takes for a mention or a link (N4)', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', '!', '@', '#', '|', '&', 'U1', 'here', ' ', '中') }),
        (text) => {
          expect(inert(text)).not.toMatch(/[<>]/);
          expect(readText(inert(text)).replaceAll('\u200b', '')).toBe(text.trim());
        },
      ),
    );
  });
});

describe('toMrkdwn', () => {
  it('writes bold words and links, and sets bold apart from letters with a zero-width space', () => {
    expect(toMrkdwn(['Acme ', { bold: '35万' }, '元'], 100)).toBe('Acme *35万*\u200b元');
    expect(toMrkdwn(['a', { bold: 'b' }], 100)).toBe('a\u200b*b*');
    expect(toMrkdwn([{ link: 'https://a.example/?x=1&y=2', label: 'R&D > all' }], 100)).toBe(
      '<https://a.example/?x=1&amp;y=2|R&amp;D &gt; all>',
    );
  });

  it('keeps the space between the words of a long bold line', () => {
    const long = 'Visited Acme today, Wang likes the quote, sending the contract next Wednesday';
    expect(toMrkdwn([{ bold: long }], 300).replace(/[*\u200b]/g, '')).toBe(long);
  });

  it('links only to where a person can go, and lets no address end its own link', () => {
    expect(toMrkdwn([{ link: 'javascript:alert(1)', label: 'x' }], 100)).toBe('x');
    expect(toMrkdwn([{ link: 'https://a.example/|<!channel>', label: 'x' }], 100)).toBe(
      '<https://a.example/%7C%3C!channel%3E|x>',
    );
    expect(toMrkdwn([{ link: `https://a.example/${'a'.repeat(500)}`, label: 'x' }], 100)).toBe('x');
  });

  it('ends in … where something had to go', () => {
    expect(toMrkdwn('aaaa '.repeat(20), 30)).toBe('aaaa aaaa aaaa aaaa aaaa aa…');
  });

  const span = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 900 }),
    fc.record({ bold: fc.string({ maxLength: 900 }) }),
    fc.record({ link: fc.webUrl(), label: fc.string({ maxLength: 300 }) }),
  );

  it('is never longer than it may be, and loses nothing in parts', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), fc.integer({ min: 100, max: 3_000 }), (rich, max) => {
        expect(toMrkdwn(rich, max).length).toBeLessThanOrEqual(max);
        for (const part of toMrkdwnParts(rich, max)) {
          expect(part.length).toBeLessThanOrEqual(max);
        }
      }),
    );
    const long = '字'.repeat(5_000);
    expect(toMrkdwnParts(long, 3_000).join('')).toBe(long);
  });
});
