import type { Text } from '../core/text.ts';

/** What a form's field holds on every platform: Feishu's takes 1 000 characters, with room for what the person adds. */
export const LONGEST = 900;

/** What no form can hold is not in it: sent back, it would be cut. Left empty there it stays. */
export const isKept = (text: string | null | undefined): boolean => (text ?? '').length > LONGEST;

/** Says so, of the fields of these names. */
export function keptText(kept: readonly Text[]): Text[] {
  const say = (locale: 'en' | 'zh', comma: string) => kept.map((label) => label[locale]).join(comma);
  return kept.length > 0
    ? [
        {
          en: `${say('en', ', ')}: too long to be shown here; stays as it is unless you type.`,
          zh: `${say('zh', '、')}内容较长，此处不显示，不填则保持不变。`,
        },
      ]
    : [];
}
