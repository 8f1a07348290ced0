import type { HomeView, ModalView } from '@slack/types';
import type { Card, Tone } from '../../bot/cards/card.ts';
import { formOf } from '../../bot/cards/card.ts';
import { plainly, toWords } from '../../bot/cards/plainly.ts';
import { OUT_OF_DATE } from '../untrusted.ts';
import { clip } from '../words.ts';
import type { SlackBlock } from './blocks.ts';
import {
  CHART,
  FALLBACK_TEXT,
  fitInto,
  HEADER,
  MESSAGE_BLOCKS,
  MESSAGE_TEXT,
  MODAL_BLOCKS,
  MODAL_LABEL,
  MODAL_TEXT,
  SECTION,
  type Section,
} from './limits.ts';
import { inert } from './mrkdwn.ts';
import { type Surface, toSections } from './sections.ts';
import { NOTHING, plain } from './texts.ts';
import { type Origin, writeMetadata } from './wire.ts';

export type Message = {
  text: string;
  blocks: SlackBlock[];
  /** The same without charts and pictures, for where Slack refuses those: what it takes differs by workspace and day. */
  plainer?: () => Message;
};

const TONES: Readonly<Record<Tone, string>> = { info: 'ℹ️', good: '✅', warning: '⚠️', bad: '⛔' };

/** A card as a message; `text` is what notifications and screen readers tell. */
export function renderMessage(card: Card): Message {
  const message = draw(card, { chartsLeft: CHART.perMessage, takesImages: true });
  const isRisky = message.blocks.some(({ type }) => type === 'data_visualization' || type === 'image');
  return isRisky ? { ...message, plainer: () => draw(card, { chartsLeft: 0, takesImages: false }) } : message;
}

function draw(card: Card, risks: Pick<Surface, 'chartsLeft' | 'takesImages'>): Message {
  const surface: Surface = { kind: 'message', form: formOf(card), buttons: 0, tablesLeft: 1, ...risks };
  const sections = [toHeader(card), ...toSections(card, surface)];
  return { text: toFallback(card), blocks: fitInto(sections, { blocks: MESSAGE_BLOCKS, text: MESSAGE_TEXT }) };
}

/** A card as a window: with its form to be submitted, where it has one. */
export function renderModal(card: Card, origin: Origin): ModalView {
  const form = formOf(card);
  const surface: Surface = { kind: 'modal', form, buttons: 0, tablesLeft: 0, chartsLeft: 0, takesImages: false };
  const title = toTitle(card);
  const sections = [...(title.length > MODAL_LABEL || card.tone ? [toHeader(card)] : []), ...toSections(card, surface)];
  return {
    type: 'modal',
    callback_id: 'form',
    title: plain(card.title, MODAL_LABEL),
    blocks: fitInto(sections, { blocks: MODAL_BLOCKS, text: MODAL_TEXT }),
    private_metadata: writeMetadata({ command: form?.command ?? OUT_OF_DATE, hidden: form?.hidden ?? {}, ...origin }),
    ...(form ? { submit: plain(form.submit, MODAL_LABEL) } : {}),
  };
}

/** A card as the person's own page of the app. */
export function renderHome(card: Card): HomeView {
  const surface: Surface = {
    kind: 'home',
    form: formOf(card),
    buttons: 0,
    tablesLeft: 0,
    chartsLeft: 0,
    takesImages: false,
  };
  const sections = [toHeader(card), ...toSections(card, surface)];
  return { type: 'home', blocks: fitInto(sections, { blocks: MODAL_BLOCKS, text: MODAL_TEXT }) };
}

/** One line, for the one who acted. */
export function renderNotice(text: string, tone: Tone): Message {
  const line = tone === 'info' ? text : `${TONES[tone]} ${text}`;
  return {
    text: inert(clip(line, FALLBACK_TEXT)),
    blocks: [{ type: 'section', text: plain(line, SECTION) }],
  };
}

function toTitle({ title, tone }: Card): string {
  return tone ? `${TONES[tone]} ${title}`.trim() : title;
}

function toHeader(card: Card): Section {
  const title = toTitle(card);
  return { keep: true, pieces: title.trim() === '' ? [] : [[{ type: 'header', text: plain(title, HEADER) }]] };
}

function toFallback(card: Card): string {
  const lines = [toTitle(card)];
  for (const node of card.body.flatMap(plainly)) {
    if (node.type === 'text' || node.type === 'heading') {
      lines.push(toWords(node.text));
    } else if (node.type === 'facts') {
      lines.push(...node.facts.map(({ label, value }) => `${label}: ${toWords(value)}`));
    } else if (node.type === 'records') {
      lines.push(...node.records.map(({ title }) => toWords(title)));
    }
  }
  return inert(clip(lines.filter((line) => line.trim() !== '').join('\n'), FALLBACK_TEXT)) || NOTHING;
}
