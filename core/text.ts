export const LOCALES = ['zh', 'en'] as const;

export type Locale = (typeof LOCALES)[number];

/** Words a person reads, in every language we ship; a missing translation does not compile. */
export type Text = Readonly<Record<Locale, string>>;

/** What stands between the names of a list. */
export const COMMA: Text = { en: ', ', zh: '、' };

/** Fills `{name}` slots of a text in both languages at once. */
export function fill(text: Text, values: Readonly<Record<string, string | number>>): Text {
  const put = (template: string) => template.replace(/\{(\w+)\}/g, (slot, name) => String(values[name] ?? slot));
  return { en: put(text.en), zh: put(text.zh) };
}

/** What a person wrote in his own language: the other stays, unless it only said the same words. */
export function reworded(known: Text | undefined, words: string, locale: Locale): Text {
  return known && known.zh !== known.en ? { ...known, [locale]: words } : { zh: words, en: words };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Bidi_Control}|\p{Surrogate}/gu;

/**
 * What somebody wrote, without what no text may hold: PostgreSQL takes no NUL, control characters have no business in a note,
 * and what turns the direction of writing would turn whatever stands after it on a card; half of a
 * character is kept by nobody. New lines and tabs stay.
 */
export function withoutControls(text: string): string {
  return text.replace(CONTROLS, '');
}
