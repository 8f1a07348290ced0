import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inert, readHtml, readText, toBlocks, toMarkdown } from './markdown.ts';

describe('what a person typed', () => {
  const bot = { id: '28:bot', name: 'Parley', text: '<at>Parley</at>' };
  const read = (text: string, mentions = [bot]) => readText(text, { botId: '28:bot', mentions });

  it.each([
    ['<at>Parley</at> deal acme to won\r\n', 'deal acme to won'],
    ['<at>Parley</at>&nbsp;今天拜访了华星\u00a0\n', '今天拜访了华星'],
    ['remind me <at>Parley</at> tomorrow', 'remind me tomorrow'],
    ['a &lt;b&gt; &amp; c', 'a <b> & c'],
    ['one\r\ntwo', 'one\ntwo'],
  ])('%j is read as %j', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('keeps the names of other people', () => {
    const dana = { id: '29:dana', name: 'Dana Vance', text: '<at>Dana Vance</at>' };
    expect(read('<at>Parley</at> assign it to <at>Dana Vance</at>', [bot, dana])).toBe('assign it to @Dana Vance');
  });

  it('of a picked message is its words', () => {
    expect(readHtml('<p>They want <b>10%</b> off</p><p>by Friday&nbsp;</p>')).toBe('They want 10% off\nby Friday');
  });
});

describe('words in Markdown', () => {
  it.each([
    ['[click](https://evil.example)', '\\[click\\](https://evil.example)'],
    ['*bold* and _it_', '\\*bold\\* and \\_it\\_'],
    ['snake_case_name 3*4', 'snake_case_name 3*4'],
    ['- item', '\\- item'],
    ['1. first', '1\u200b. first'],
    ['# head', '\\# head'],
    ['<at>All</at>', '<\u200bat>All<\u200b/at>'],
    ['&lt;at&gt;', '&\u200blt;at&\u200bgt;'],
  ])('%j are inert as %j', (words, expected) => {
    expect(inert(words)).toBe(expected);
  });

  it('never mention or link, whatever they are, and are all there', () => {
    const words = fc.string({
      unit: fc.constantFrom(
        'a',
        ' ',
        '\n',
        '[',
        ']',
        '(',
        ')',
        '*',
        '_',
        '<',
        '&',
        ';',
        '\\',
        '`',
        '1',
        '.',
        '-',
        '字',
      ),
    });
    fc.assert(
      fc.property(words, (text) => {
        const made = inert(text);
        expect(made).not.toMatch(/(?<!\\)(?:\\\\)*[[\]`]/);
        expect(made).not.toMatch(/<[^\u200b]/);
        expect(made.replaceAll('\u200b', '').replace(/\\(.)/g, '$1')).toBe(text);
      }),
    );
  });

  it('are bold and linked only where the card says so', () => {
    const rich = ['Won: ', { bold: 'Acme *2*' }, ' ', { link: 'https://example.com/a_(b)', label: 'see [x]' }];
    expect(toMarkdown(rich, 200)).toBe('Won: **Acme \\*2\\*** [see \\[x\\]](https://example.com/a_%28b%29)');
    expect(toMarkdown([{ link: 'javascript:alert(1)', label: 'x' }], 200)).toBe('x');
  });

  it('are cut where there is no room', () => {
    expect(toMarkdown(['abcdef', { bold: 'ghi' }], 7)).toBe('abcdef**…**');
  });
});

describe('words as they are', () => {
  it('need no escaping, a line a block', () => {
    expect(toBlocks('*a*\n\n<at>b</at>', 100, { isSubtle: true })).toEqual([
      { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: '*a*', isSubtle: true }] },
      { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: '<at>b</at>', isSubtle: true }], spacing: 'Small' },
    ]);
  });

  it('open a link only where a client may', () => {
    expect(
      toBlocks(
        [
          { link: 'https://example.com', label: 'See' },
          { link: 'file:///etc', label: 'it' },
        ],
        100,
      ),
    ).toEqual([
      {
        type: 'RichTextBlock',
        inlines: [
          {
            type: 'TextRun',
            text: 'See',
            color: 'Accent',
            selectAction: { type: 'Action.OpenUrl', url: 'https://example.com/' },
          },
          { type: 'TextRun', text: 'it' },
        ],
      },
    ]);
  });
});
