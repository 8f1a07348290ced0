export const LOCALES = ['zh', 'en'] as const;

export type Locale = (typeof LOCALES)[number];

/** Words a person reads, in every language we ship; a missing translation does not compile. */
export type Text = Readonly<Record<Locale, string>>;

/** Fills `{name}` slots of a text in both languages at once. */
export function fill(text: Text, values: Readonly<Record<string, string | number>>): Text {
  const put = (template: string) => template.replace(/\{(\w+)\}/g, (slot, name) => String(values[name] ?? slot));
  return { en: put(text.en), zh: put(text.zh) };
}

/** What a person wrote in his own language: the other stays, unless it only said the same words. */
export function reworded(known: Text | undefined, words: string, locale: Locale): Text {
  return known && known.zh !== known.en ? { ...known, [locale]: words } : { zh: words, en: words };
}
