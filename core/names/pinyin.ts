import { pinyin } from 'pinyin-pro';

/** Syllables without tones, one a character; what is not Chinese stays as it is. */
export function syllables(text: string): string[] {
  return pinyin(text, { toneType: 'none', type: 'array', nonZh: 'spaced', v: true });
}

/** Both readings of a name whose first character sounds different as a surname: 单 shan/dan, 曾 zeng/ceng. */
export function readings(text: string): string[][] {
  const usual = syllables(text);
  const surname = pinyin(text, { toneType: 'none', type: 'array', nonZh: 'spaced', v: true, surname: 'head' });
  return surname.join(' ') === usual.join(' ') ? [usual] : [usual, surname];
}

/** Sounds that southern speakers and hurried typists do not tell apart: zh/z, ch/c, sh/s, n/l, -ng/-n. */
export function blurred(syllable: string): string {
  return syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^l/, 'n')
    .replace(/ng$/, 'n');
}

const SYLLABLE =
  '(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|er|[aoeiuv])';
const PERSON = new RegExp(`^(?:${SYLLABLE}){2,3}$`);

/** May be a Chinese name spelt in letters: two or three syllables. English words may be that by accident. */
export function mayBePinyin(word: string): boolean {
  return word.length >= 4 && PERSON.test(word);
}

/** Of three parts or more: of fewer they are everybody's. */
export function initials(parts: readonly string[]): string {
  return parts.length >= 3 ? parts.map((part) => part.charAt(0)).join('') : '';
}
