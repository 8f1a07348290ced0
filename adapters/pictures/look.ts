/** What pictures have in common: size, colours, letters. */

/** Drawn so wide in its own units, and twice that in pixels: platforms take 1024, and a phone shows it at about 340. */
export const WIDTH = 512;
export const TALLEST = 512;
export const SCALE = 2;

/** Regular and Bold of @embedpdf/fonts-sc; no font of the machine is looked at. */
export const FONT = 'Noto Sans S Chinese';

/** Told apart by everybody, calm on white: Paul Tol's "bright", https://personal.sron.nl/~pault/#sec:qualitative */
export const SERIES = ['#4477aa', '#ee6677', '#228833', '#ccbb44', '#66ccee', '#aa3377', '#888888'] as const;

export const INK = {
  strong: '#1f2329',
  plain: '#4a4f57',
  faint: '#8a9099',
  line: '#e3e6ea',
  ground: '#f4f5f7',
} as const;

export const TONES = { info: '#4477aa', good: '#228833', warning: '#b58900', bad: '#cc3344' } as const;

/** As much as has room, in the width of Chinese characters; Latin letters take about half of one. */
export function clip(text: string, ems: number): string {
  const characters = [...tidy(text)];
  let left = ems;
  const end = characters.findIndex((character) => {
    left -= widthOf(character);
    return left < 0;
  });
  return end < 0
    ? characters.join('')
    : `${characters
        .slice(0, Math.max(end - 1, 1))
        .join('')
        .trimEnd()}…`;
}

export function widthInEms(text: string): number {
  return [...text].reduce((sum, character) => sum + widthOf(character), 0);
}

/** What XML and the font know: one line, no control characters, no emoji. */
function tidy(text: string): string {
  return text
    .replaceAll(/\p{Extended_Pictographic}|\p{Variation_Selector}|\p{Cf}|\p{Cs}|[\ufffe\uffff]/gu, '')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

function widthOf(character: string): number {
  return /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/.test(character)
    ? 1
    : /[A-Z@MW%]/.test(character)
      ? 0.68
      : 0.55;
}

/** The language of the words that are the view's own. */
export function localeOf(words: string): 'zh' | 'en' {
  return /\p{Script=Han}/u.test(words) ? 'zh' : 'en';
}

/** Nothing there is told as such, not shown as an empty frame. */
export const NOTHING = { zh: '还没有数据', en: 'Nothing here yet' } as const;
