import { type Button, type Card, type CardNode, type Form, formOf, type Tone } from '../../bot/cards/card.ts';
import { plainly, progressText, altText as toAltText } from '../../bot/cards/plainly.ts';
import { fitParts, type Section } from '../fitting.ts';
import { clip } from '../words.ts';
import { type Surface, toActions, toSubmit } from './actions.ts';
import { toChart } from './charts.ts';
import { type AdaptiveCard, type Element, NOTHING, sizeOf, toText, within } from './elements.ts';
import { toFacts } from './facts.ts';
import { toInputs } from './inputs.ts';
import { CARD_UNITS, FACT, FORM, RECORD, SUMMARY, TEXT, TITLE } from './limits.ts';
import { inert, oneLine, toBlocks, toMarkdown } from './markdown.ts';
import { toTable } from './tables.ts';
import { writeAction, writeOpening } from './wire.ts';

/** What is posted: a card with what notifications tell of it, or a line of plain words. */
export type CardMessage = {
  card: AdaptiveCard;
  summary: string;
  /** The same in words, for where it is too large with its pictures. */
  plainer?: () => CardMessage;
};
export type Message = CardMessage | { text: string };

/** What opens as a window. */
export type Dialog = { title: string; card: AdaptiveCard };

const TONES: Readonly<Record<Tone, { sign: string; style: string }>> = {
  info: { sign: 'ℹ️', style: 'accent' },
  good: { sign: '✅', style: 'good' },
  warning: { sign: '⚠️', style: 'warning' },
  bad: { sign: '⛔', style: 'attention' },
};

type Drawing = Surface & { form: Form | undefined };

/** A card as a message. In company each may see it as it is for him; alone there is nobody else to see it differently. */
export function renderMessage(card: Card, { direct = true }: { direct?: boolean } = {}): CardMessage {
  const refresh = card.ownView && !direct ? { refresh: { action: toRefresh(card.ownView) } } : {};
  return {
    card: { ...draw(card, { kind: 'message', isOwnView: false, questions: 0, form: formOf(card) }), ...refresh },
    summary: clip(oneLine(toTitle(card)).trim(), SUMMARY) || NOTHING,
    ...(card.body.some(isPicture) ? { plainer: () => renderMessage(inWords(card), { direct }) } : {}),
  };
}

function isPicture(node: CardNode): boolean {
  return 'picture' in node && node.picture !== undefined;
}

function inWords(card: Card): Card {
  const body = card.body.map((node) => {
    if (!('picture' in node)) {
      return node;
    }
    const { picture: _picture, ...rest } = node;
    return rest;
  });
  return { ...card, body };
}

/** A shared card as one person alone sees it; it is drawn anew for him as the shared one is. */
export function renderOwnView(card: Card): AdaptiveCard {
  const refresh = card.ownView ? { refresh: { action: toRefresh(card.ownView) } } : {};
  return { ...draw(card, { kind: 'message', isOwnView: true, questions: 0, form: formOf(card) }), ...refresh };
}

/** A card as a window. */
export function renderDialog(card: Card): Dialog {
  return {
    title: clip(oneLine(toTitle(card)).trim(), TITLE),
    card: draw(card, { kind: 'dialog', isOwnView: false, questions: 0, form: formOf(card) }),
  };
}

/** A long form on its way to a window: a card with the one button that opens it. Teams opens none by itself. */
export function renderOpener(card: Card, { command, input }: Pick<Button, 'command' | 'input'>): AdaptiveCard {
  const open: Element = { type: 'Action.Submit', title: toTitle(card), data: writeOpening({ command, input }) };
  const body = [toHeader({ title: card.title, body: [] }), { type: 'ActionSet', actions: [open] }];
  return frame(body.flat());
}

/** One line, for the one who acted. */
export function renderNotice(text: string, tone: Tone): { text: string } {
  return { text: clip(tone === 'info' ? text : `${TONES[tone].sign} ${text}`, TEXT) || NOTHING };
}

/** What a toast says of a card that is posted below. */
export function toTitle({ title, tone }: Card): string {
  return tone ? `${TONES[tone].sign} ${title}`.trim() : title;
}

function draw(card: Card, drawing: Drawing): AdaptiveCard {
  const sections: Section<Element>[] = [
    // A form's window bears its title itself.
    { pieces: drawing.kind === 'dialog' && drawing.form ? [] : [toHeader(card)], keep: true },
    ...card.body.map((node) => toSection(node, drawing)),
  ];
  return frame(
    fitParts(sections, {
      room: [CARD_UNITS],
      measure: (parts) => [sizeOf(parts)],
      mark: (words) => toText(words, { isSubtle: true }),
    }),
  );
}

function frame(body: Element[]): AdaptiveCard {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    body,
    msteams: { width: 'Full' },
  };
}

function toRefresh({ command, input }: Pick<Button, 'command' | 'input'>): Element {
  return { type: 'Action.Execute', verb: command, data: writeAction({ command, input }) };
}

function toHeader(card: Card): Element[] {
  const text = inert(clip(oneLine(toTitle(card)).trim(), TITLE));
  if (text === '') {
    return [];
  }
  const title = toText(text, { size: 'Medium', weight: 'Bolder', style: 'heading' });
  return [card.tone ? { type: 'Container', style: TONES[card.tone].style, bleed: true, items: [title] } : title];
}

function toSection(node: CardNode, drawing: Drawing): Section<Element> {
  if ('picture' in node && node.picture) {
    const altText = clip(oneLine(toAltText(node)), FACT.value);
    return { pieces: [[{ type: 'Image', url: node.picture, altText, size: 'Stretch' }]] };
  }
  switch (node.type) {
    case 'text':
      return { pieces: toBlocks(node.text, TEXT, node.muted ? { isSubtle: true } : {}).map((block) => [block]) };
    case 'heading':
      return { pieces: toHeading(node.text) };
    case 'facts':
      return { pieces: toFacts(node.facts) };
    case 'table':
      return { pieces: toTable(node).map((part) => [part]) };
    case 'records':
      return { pieces: node.records.map((record) => [toRecord(record, drawing)]), counted: true };
    case 'progress':
      return { pieces: [toProgress(node)] };
    case 'image':
      return { pieces: [toImage(node)] };
    case 'chart':
      return { pieces: [toFigures(node, drawing)] };
    case 'board':
      return { pieces: inPlainly(node, drawing).flatMap(({ pieces }) => pieces), counted: true };
    case 'divider':
      return { pieces: [[{ type: 'TextBlock', text: ' ', separator: true, spacing: 'Medium', size: 'Small' }]] };
    case 'actions':
      return { pieces: toActions(node.buttons, node.more ?? [], drawing), keep: true };
    case 'form':
      return { pieces: node.form === drawing.form ? [toForm(node.form, drawing)] : [], keep: true };
  }
}

function inPlainly(node: CardNode, drawing: Drawing): Section<Element>[] {
  return plainly(node).map((plain) => toSection(plain, drawing));
}

function toHeading(text: string): Element[][] {
  const words = inert(clip(oneLine(text).trim(), TITLE));
  return words === '' ? [] : [[toText(words, { weight: 'Bolder', style: 'heading', spacing: 'Large' })]];
}

type Records = Extract<CardNode, { type: 'records' }>['records'];

function toRecord({ title, detail, buttons = [], more = [] }: Records[number], drawing: Drawing): Element {
  const name = toBlocks(title, RECORD.title, typeof title === 'string' ? { weight: 'Bolder' } : {});
  const rest = detail ? toBlocks(detail, RECORD.detail, { isSubtle: true }) : [];
  const words = [...name, ...rest.map((block) => ({ ...block, spacing: 'None' }))];
  return {
    type: 'Container',
    separator: true,
    spacing: 'Small',
    items: [...(words.length > 0 ? words : [toText(NOTHING)]), ...toActions(buttons, more, drawing).flat()],
  };
}

/** Clients without a bar of their own show one made of signs; the words say the same. */
function toProgress(node: Extract<CardNode, { type: 'progress' }>): Element[] {
  const { label, value, text } = node;
  const share = Math.min(Math.max(Number.isFinite(value) ? value : 0, 0), 1);
  const words = toMarkdown([{ bold: label }, ` ${text}`], FACT.value);
  const [bar = ''] = progressText({ value: share, text: '' }).split(' ');
  return [
    toText(words.trim() || NOTHING),
    { type: 'ProgressBar', value: Math.round(share * 100), max: 100, fallback: toText(bar, { spacing: 'None' }) },
  ];
}

/** Teams fetches pictures over HTTPS only. */
function toImage({ url, alt }: Extract<CardNode, { type: 'image' }>): Element[] {
  const altText = clip(oneLine(alt).trim(), FACT.label);
  return /^https:\/\//i.test(url) && URL.canParse(url)
    ? [{ type: 'Image', url: new URL(url).href, altText, size: 'Stretch' }]
    : toBlocks([{ link: url, label: altText || url }], FACT.value);
}

function toFigures(node: Extract<CardNode, { type: 'chart' }>, drawing: Drawing): Element[] {
  const table = inPlainly(node, drawing).flatMap(({ pieces }) => pieces.flat());
  if (table.length === 0) {
    return [];
  }
  const chart = toChart(node.chart, { type: 'Container', items: table });
  return chart ? [chart] : table;
}

/** A form without its button is no use, nor is the button without the form; lists are shortened before fields go. */
function toForm(form: Form, drawing: Drawing): Element[] {
  const drawn = FORM.lists.map((longest) => toInputs(form, longest));
  const inputs = drawn.find((each) => sizeOf(each) <= FORM.units) ?? within(drawn.at(-1) ?? [], FORM.units);
  const fields = form.inputs.slice(0, inputs.length).map(({ name }) => name);
  return [...inputs.flat(), toSubmit(form.submit, { command: form.command, input: form.hidden, fields }, drawing)];
}
