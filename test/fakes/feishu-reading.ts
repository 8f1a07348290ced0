import type { FeishuCard, Widget } from '../../adapters/feishu/card.ts';

/** Reading a card as a person does. */

export type Pressable = { label: string; tag: 'button' | 'overflow'; value?: unknown; option?: string };

type Node = Readonly<Record<string, unknown>>;

/** Every element in the order of the card, its own elements after it. */
function elementsIn(value: unknown): Node[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const own = 'tag' in value ? [value as Node] : [];
  return [...own, ...Object.entries(value).flatMap(([key, inner]) => (key === 'confirm' ? [] : elementsIn(inner)))];
}

const contentOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'content' in value ? String(value.content) : '';

/** Buttons and the entries of menus, a form's own button too. */
export function pressablesOf(card: unknown): Pressable[] {
  return elementsIn(card).flatMap((element): Pressable[] => {
    if (element.tag === 'button') {
      const [behavior] = element.behaviors as { value: unknown }[];
      return [{ label: contentOf(element.text), tag: 'button', value: behavior?.value }];
    }
    if (element.tag === 'overflow') {
      const options = element.options as { text: unknown; value: string }[];
      return options.map(({ text, value }) => ({ label: contentOf(text), tag: 'overflow', option: value }));
    }
    return [];
  });
}

/** The fields of the card's form. */
export function fieldsOf({ body }: FeishuCard): Widget[] {
  const form = body.elements.find((element) => element.tag === 'form');
  return form?.tag === 'form' ? form.elements.filter((element): element is Widget => 'required' in element) : [];
}

/** What stands beside the fields of a form, by field. */
export function errorsOf({ body }: FeishuCard): Record<string, string> {
  const form = body.elements.find((element) => element.tag === 'form');
  const elements = form?.tag === 'form' ? form.elements : [];
  return Object.fromEntries(
    elements.flatMap((element, at) => {
      const next = elements[at + 1];
      const [, wrong] = (element.tag === 'markdown' && /⚠️ (.*)<\/font>$/.exec(element.content)) || [];
      return wrong && next && 'name' in next ? [[next.name ?? '', fromMarkdown(wrong)]] : [];
    }),
  );
}

/** Everything there is to read, markup taken off. */
export function wordsOf(card: unknown): string {
  return elementsIn(card)
    .flatMap((element) => {
      switch (element.tag) {
        case 'plain_text':
          return [contentOf(element)];
        case 'markdown':
          return [fromMarkdown(contentOf(element))];
        case 'table':
          return [tableWords(element)];
        default:
          return typeof element.default_value === 'string' ? [element.default_value] : [];
      }
    })
    .join('\n');
}

function tableWords({ columns, rows }: Node): string {
  const heads = (columns as { display_name: string }[]).map(({ display_name }) => display_name);
  return [heads, ...(rows as Record<string, string>[]).map((row) => Object.values(row))]
    .map((cells) => cells.join(' '))
    .join('\n');
}

function fromMarkdown(text: string): string {
  return text
    .replace(/<br>/g, '\n')
    .replace(/<\/?font[^>]*>/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll('**', '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}

/** The record that says `words`, with the buttons beside or below it. */
export function recordOf({ body }: FeishuCard, words: string): unknown {
  const at = body.elements.findIndex((element) => wordsOf(element).includes(words));
  if (at < 0) {
    throw new Error(`no record "${words}"`);
  }
  const below = body.elements.slice(at + 1).findIndex(({ tag }) => tag !== 'column_set');
  const isAlone = body.elements[at]?.tag === 'column_set';
  return body.elements.slice(at, isAlone ? at + 1 : below < 0 ? undefined : at + 1 + below);
}
