import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bold, inert, toMarkdown, toMarkdownParts } from './markdown.ts';

const shown = (markdown: string) =>
  markdown.replace(/<br>/g, '\n').replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));

describe('inert', () => {
  it.each([
    ['<at id=all></at>', '&#60;at id=all&#62;&#60;/at&#62;'],
    ['[here](https://evil.example)', '&#91;here&#93;&#40;https&#58;//evil.example&#41;'],
    ['**bold** _it_ ~~no~~ `x`', '&#42;&#42;bold&#42;&#42; &#95;it&#95; &#126;&#126;no&#126;&#126; &#96;x&#96;'],
    ['&#60;at', '&#38;&#35;60;at'],
    ['# big', '&#35; big'],
    ['- one\n1. two\n  + three', '&#45; one<br>1&#46; two<br>  &#43; three'],
    ['a\n===', 'a<br>&#61;=='],
    [':DONE: at 10:30', '&#58;DONE: at 10:30'],
    ['$var | x', '&#36;var &#124; x'],
    ['2026-05-20 · A-1', '2026-05-20 · A-1'],
  ])('makes %j harmless', (given, wanted) => {
    expect(inert(given)).toBe(wanted);
  });

  it('leaves no sign that means anything, and every word as it was', () => {
    const words = fc.string({
      unit: fc.constantFrom(
        '<',
        '>',
        '*',
        '_',
        '~',
        '`',
        '[',
        ']',
        '(',
        ')',
        '\\',
        '!',
        '$',
        '|',
        '&',
        '#',
        ':a',
        '字',
        ' ',
        '\n',
        '-',
        '1.',
      ),
      maxLength: 60,
    });
    fc.assert(
      fc.property(words, (given) => {
        const written = inert(given);
        const signs = written.replace(/<br>/g, '\n').replace(/&#\d+;/g, '·');
        expect(signs).not.toMatch(/[<>*_~`[\]()\\!$|&#]|:[a-z]|^\s*[-+=]|^\s*\d+\. /im);
        expect(shown(written)).toBe(given);
      }),
    );
  });
});

describe('toMarkdown', () => {
  it('writes bold words and links of its own', () => {
    const rich = [
      'Worth ',
      { bold: '¥350,000' },
      ' see ',
      { link: 'https://a.example/x?b=1&c=2', label: 'the [deal]' },
    ];
    expect(toMarkdown(rich, 200)).toBe('Worth **¥350,000** see [the &#91;deal&#93;](https://a.example/x?b=1&c=2)');
  });

  it('links only to where a person can go, and lets no address end its own link', () => {
    expect(toMarkdown([{ link: 'javascript:alert(1)', label: 'x' }], 100)).toBe('x');
    expect(toMarkdown([{ link: 'https://a.example/)<at id=all>', label: 'x' }], 100)).toBe(
      '[x](https://a.example/%29%3Cat%20id=all%3E)',
    );
  });

  it('ends in … where something had to go', () => {
    expect(toMarkdown(['aaaa', { bold: 'bbbbbb' }, 'c'], 8)).toBe('aaaa**bbb…**');
    expect(toMarkdown('字'.repeat(20), 10)).toBe(`${'字'.repeat(9)}…`);
  });

  it('is nothing where there is nothing', () => {
    expect([toMarkdown('', 10), bold('  '), toMarkdown([{ bold: '' }], 10)]).toEqual(['', '', '']);
  });

  it('loses nothing in parts', () => {
    const long = '字'.repeat(5_000);
    expect(toMarkdownParts([long], 2_000).map((part) => part.length)).toEqual([2_000, 2_000, 1_000]);
    expect(toMarkdownParts(['a'.repeat(10), { bold: 'b' }], 10)).toEqual(['aaaaaaaaaa', '**b**']);
  });
});
