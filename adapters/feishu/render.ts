import {
  type Button,
  type Card,
  type CardNode,
  type Form,
  formOf,
  type Rich,
  type Tone,
} from '../../bot/cards/card.ts';
import { altText, type PlainNode, plainly, toWords } from '../../bot/cards/plainly.ts';
import { inGroups } from '../fitting.ts';
import { clip, cut } from '../words.ts';
import type { ButtonElement, Column, Element, FeishuCard, Inline, PlainText, Template } from './card.ts';
import { toChart } from './charts.ts';
import { toForm } from './inputs.ts';
import {
  ALT,
  BUTTON_LABEL,
  CHART,
  CONFIRM,
  FACT,
  FACTS,
  fitInto,
  MENU,
  RECORD,
  ROW,
  type Section,
  SUMMARY,
  sizeOf,
  TABLE,
  TEXT,
  TITLE,
} from './limits.ts';
import { bold, inert, toMarkdown, toMarkdownParts } from './markdown.ts';
import { toTable } from './tables.ts';
import { type Where, writePressed } from './wire.ts';

const TEMPLATES: Readonly<Record<Tone, Template>> = { info: 'blue', good: 'green', warning: 'orange', bad: 'red' };
const MARKS: Readonly<Record<Tone, string>> = { info: 'ℹ️', good: '✅', warning: '⚠️', bad: '⛔' };

/** What stands where there is nothing. */
const NOTHING = '–';

export type Drawing = {
  where: Where;
  /** Keys of pictures that were uploaded, by their address; others are shown as links. */
  images?: ReadonlyMap<string, string>;
};

/** What is drawn on, and what of it is used up. */
type Surface = Required<Drawing> & { form: Form | undefined; tablesLeft: number; chartsLeft: number };

/** A card as card JSON 2.0, within what Feishu takes. */
export function renderCard(card: Card, { where, images = new Map() }: Drawing): FeishuCard {
  const surface: Surface = {
    where,
    images,
    form: formOf(card),
    tablesLeft: TABLE.perCard,
    chartsLeft: CHART.perCard,
  };
  const title = clip(card.title.trim(), TITLE);
  const empty: FeishuCard = {
    schema: '2.0',
    config: { update_multi: true, width_mode: 'fill', summary: { content: toSummary(card) } },
    ...(title
      ? { header: { title: plain(title), template: card.tone ? TEMPLATES[card.tone] : ('default' as const) } }
      : {}),
    body: { elements: [] },
  };
  const sections = card.body.flatMap((node) => toSections(node, surface));
  return { ...empty, body: { elements: fitInto(sections, sizeOf(empty)) } };
}

/** What lists of chats and notifications tell of a card. */
function toSummary({ title, tone, body }: Card): string {
  const first = body.find((node) => node.type === 'text');
  const words = [title.trim(), first?.type === 'text' ? toWords(first.text).trim() : ''].filter(Boolean).join(' · ');
  return clip(`${tone ? `${MARKS[tone]} ` : ''}${words.replace(/\s+/g, ' ')}`.trim() || NOTHING, SUMMARY);
}

/** What Feishu has natively first, then pictures, the rest in words. */
function toSections(node: CardNode, surface: Surface): Section[] {
  const own = toOwn(node, surface);
  return own ? [{ pieces: [[own]] }] : inWords(node).map((plainNode) => toSection(plainNode, surface));
}

function toOwn(node: CardNode, surface: Surface): Element | undefined {
  switch (node.type) {
    case 'chart': {
      const chart = surface.chartsLeft > 0 ? toChart(node.chart) : undefined;
      surface.chartsLeft -= chart ? 1 : 0;
      return chart ?? toImage(node.picture, altText(node));
    }
    case 'board':
      return toImage(node.picture, altText(node));
    case 'image':
      return toImage(surface.images.get(node.url), node.alt);
    default:
      return undefined;
  }
}

function toImage(img_key: string | undefined, alt: string): Element | undefined {
  return img_key ? { tag: 'img', img_key, alt: plain(clip(alt.trim(), ALT)) } : undefined;
}

/** Menus stay menus. */
function inWords(node: CardNode): PlainNode[] {
  return node.type === 'records' || node.type === 'actions' ? [node] : plainly(node);
}

function toSection(node: PlainNode, surface: Surface): Section {
  switch (node.type) {
    case 'text':
      return { pieces: toTexts(node.text, node.muted ?? false).map((text) => [text]) };
    case 'heading': {
      const content = bold(clip(node.text, TITLE));
      return { pieces: content ? [[{ tag: 'markdown', content, text_size: 'heading' }]] : [] };
    }
    case 'facts':
      return { pieces: inGroups(node.facts, FACTS).map((facts) => [{ tag: 'markdown', content: toFacts(facts) }]) };
    case 'table': {
      const isNative = surface.tablesLeft > 0;
      surface.tablesLeft -= 1;
      return { pieces: toTable(node, { isNative }) };
    }
    case 'records':
      return { pieces: node.records.map((record) => toRecord(record, surface)), counted: true };
    case 'divider':
      return { pieces: [[{ tag: 'hr' }]] };
    case 'actions':
      return { pieces: toRows(node, surface).map((row) => [row]), keep: true };
    case 'form':
      return { pieces: node.form === surface.form ? [[toForm(node.form, surface.where)]] : [], keep: true };
  }
}

/** Plain words stay plain text, which Feishu does not interpret at all; only spans need its markup. */
function toTexts(rich: Rich, muted: boolean): Inline[] {
  const parts =
    typeof rich === 'string'
      ? [...cut(rich, TEXT)].map(
          (content): Inline => ({
            tag: 'div',
            text: { ...plain(content), ...(muted ? { text_size: 'notation', text_color: 'grey' } : {}) },
          }),
        )
      : toMarkdownParts(rich, TEXT).map(
          (content): Inline => ({
            tag: 'markdown',
            ...(muted ? { content: `<font color='grey'>${content}</font>`, text_size: 'notation' } : { content }),
          }),
        );
  return parts.filter((part) =>
    (part.tag === 'div' ? part.text.content : 'content' in part ? part.content : '').trim(),
  );
}

function toFacts(facts: readonly { label: string; value: Rich }[]): string {
  return facts
    .map(({ label, value }) => {
      const name = inert(clip(label.replace(/\s+/g, ' ').trim(), FACT.label));
      return `<font color='grey'>${name || NOTHING}</font>  ${toMarkdown(value, FACT.value).trim() || NOTHING}`;
    })
    .join('<br>');
}

type Records = Extract<CardNode, { type: 'records' }>['records'];

function toRecord({ title, detail, ...actions }: Records[number], surface: Surface): Element[] {
  const name = typeof title === 'string' ? bold(clip(title, RECORD.title)) : toMarkdown(title, RECORD.title);
  const lines = [name, detail ? toMarkdown(detail, RECORD.detail) : ''].filter((line) => line.trim() !== '');
  const text: Inline = { tag: 'markdown', content: lines.join('<br>') || NOTHING };
  const [only, ...others] = toButtons(actions, surface);
  return only && others.length === 0
    ? [
        {
          tag: 'column_set',
          flex_mode: 'none',
          columns: [{ ...column(text), width: 'weighted', weight: 1 }, column(only)],
        },
      ]
    : [text, ...toRows(actions, surface)];
}

type Actions = { buttons?: readonly Button[]; more?: readonly Button[] };

/** Buttons beside each other, on as many lines as it takes. */
function toRows(actions: Actions, surface: Surface): Element[] {
  return inGroups(toButtons(actions, surface), ROW).map((row) => ({
    tag: 'column_set',
    flex_mode: 'flow',
    horizontal_spacing: 'small',
    columns: row.map(column),
  }));
}

/** A menu asks nothing before it sends, so what must be confirmed stays a button. */
function toButtons({ buttons = [], more = [] }: Actions, surface: Surface): Inline[] {
  const menus = inGroups(
    more.filter(({ confirm }) => !confirm),
    MENU,
  );
  return [
    ...[...buttons, ...more.filter(({ confirm }) => confirm)].map((button) => toButton(button, surface)),
    ...menus.map(
      (options): Inline => ({
        tag: 'overflow',
        options: options.map((button) => ({
          text: plain(clip(button.label.trim(), BUTTON_LABEL)),
          value: JSON.stringify(pressOf(button, surface)),
        })),
      }),
    ),
  ];
}

function toButton(button: Button, surface: Surface): ButtonElement {
  const { label, style, confirm } = button;
  return {
    tag: 'button',
    text: plain(clip(label.trim(), BUTTON_LABEL)),
    type: style === 'primary' ? 'primary_filled' : style === 'danger' ? 'danger' : 'default',
    behaviors: [{ type: 'callback', value: pressOf(button, surface) }],
    ...(confirm
      ? { confirm: { title: plain(clip(confirm.title, CONFIRM.title)), text: plain(clip(confirm.text, CONFIRM.text)) } }
      : {}),
  };
}

function pressOf({ command, input }: Button, { where }: Surface) {
  return writePressed({ ...where, command, input });
}

function column(element: Inline): Column {
  return { tag: 'column', width: 'auto', vertical_align: 'center', elements: [element] };
}

function plain(content: string): PlainText {
  return { tag: 'plain_text', content: content.trim() === '' ? NOTHING : content };
}
