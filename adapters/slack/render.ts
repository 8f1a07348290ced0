import type {
  ActionsBlock,
  Button as ButtonElement,
  KnownBlock,
  ModalView,
  PlainTextElement,
  SectionBlock,
  TextObject,
} from '@slack/types';
import type { Button, Card, CardNode, Form, Rich, Tone } from '../../bot/cards/card.ts';
import { formOf } from '../../bot/cards/card.ts';
import { type PlainNode, plainly } from '../../bot/cards/plainly.ts';
import { clip, cut } from '../words.ts';
import { toInputs } from './inputs.ts';
import {
  ACTIONS,
  BUTTON_LABEL,
  CONFIRM,
  FALLBACK_TEXT,
  FIELD_LABEL,
  FIELD_VALUE,
  FIELDS,
  fitInto,
  HEADER,
  MESSAGE_BLOCKS,
  MESSAGE_INPUTS,
  MESSAGE_TEXT,
  MODAL_BLOCKS,
  MODAL_LABEL,
  MODAL_TEXT,
  OPTIONS,
  RECORD,
  SECTION,
  type Section,
  TABLE,
} from './limits.ts';
import { inert, toMrkdwn, toMrkdwnParts } from './mrkdwn.ts';
import { type Origin, OUT_OF_DATE, SUBMIT, writeButton, writeMetadata } from './wire.ts';

export type Message = { text: string; blocks: KnownBlock[] };

const TONES: Readonly<Record<Tone, string>> = { info: 'ℹ️', good: '✅', warning: '⚠️', bad: '⛔' };

/** What stands where there is nothing: Slack refuses empty texts. */
const NOTHING = '–';

/** What is drawn on, and what of it is used up. */
type Surface = { kind: 'message' | 'modal'; form: Form | undefined; buttons: number; tablesLeft: number };

/** A card as a message; `text` is what notifications and screen readers tell. */
export function renderMessage(card: Card): Message {
  const surface: Surface = { kind: 'message', form: formOf(card), buttons: 0, tablesLeft: 1 };
  const sections = [toHeader(card), ...card.body.flatMap(plainly).map((node) => toSection(node, surface))];
  return { text: toFallback(card), blocks: fitInto(sections, { blocks: MESSAGE_BLOCKS, text: MESSAGE_TEXT }) };
}

/** A card as a window: with its form to be submitted, where it has one. */
export function renderModal(card: Card, origin: Origin): ModalView {
  const form = formOf(card);
  const surface: Surface = { kind: 'modal', form, buttons: 0, tablesLeft: 0 };
  const title = toTitle(card);
  const sections = [
    ...(title.length > MODAL_LABEL || card.tone ? [toHeader(card)] : []),
    ...card.body.flatMap(plainly).map((node) => toSection(node, surface)),
  ];
  return {
    type: 'modal',
    callback_id: 'form',
    title: plain(card.title, MODAL_LABEL),
    blocks: fitInto(sections, { blocks: MODAL_BLOCKS, text: MODAL_TEXT }),
    private_metadata: writeMetadata({ command: form?.command ?? OUT_OF_DATE, hidden: form?.hidden ?? {}, ...origin }),
    ...(form ? { submit: plain(form.submit, MODAL_LABEL) } : {}),
  };
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

function toSection(node: PlainNode, surface: Surface): Section {
  switch (node.type) {
    case 'text':
      return {
        pieces: toTexts(node.text, SECTION).map((text) => [node.muted ? toContext(text) : { type: 'section', text }]),
      };
    case 'heading':
      return { pieces: toTexts([{ bold: node.text }], SECTION).map((text) => [{ type: 'section', text }]) };
    case 'facts':
      return { pieces: inGroups(node.facts, FIELDS).map((facts) => [toFields(facts)]) };
    case 'table':
      return { pieces: toTable(node, surface) };
    case 'records':
      return { pieces: node.records.map((record) => toRecord(record, surface)), counted: true };
    case 'divider':
      return { pieces: [[{ type: 'divider' }]] };
    case 'actions':
      return { pieces: toActions(node.buttons, surface).map((block) => [block]), keep: true };
    case 'form':
      return { pieces: node.form === surface.form ? toForm(node.form, surface) : [], keep: true };
  }
}

/** Plain words stay plain text, which Slack does not interpret at all; only spans need its markup. */
function toTexts(rich: Rich, max: number): TextObject[] {
  const texts: TextObject[] =
    typeof rich === 'string'
      ? [...cut(rich, max)].map((text) => ({ type: 'plain_text', text }))
      : toMrkdwnParts(rich, max).map((text) => ({ type: 'mrkdwn', text, verbatim: true }));
  return texts.filter(({ text }) => text.trim() !== '');
}

function toContext(text: TextObject): KnownBlock {
  return { type: 'context', elements: [text] };
}

function toFields(facts: readonly { label: string; value: Rich }[]): SectionBlock {
  return {
    type: 'section',
    fields: facts.map(({ label, value }) => {
      const name = toMrkdwn([{ bold: label }], FIELD_LABEL);
      return mrkdwn(`${name}\n${toMrkdwn(value, FIELD_VALUE).trim() || NOTHING}`);
    }),
  };
}

type Table = Extract<CardNode, { type: 'table' }>;

function toTable({ columns, rows }: Table, surface: Surface): KnownBlock[][] {
  const width = Math.min(columns.length, TABLE.columns);
  if (width === 0) {
    return [];
  }
  const isTable = surface.tablesLeft > 0;
  const lines = [columns, ...rows].map((row) =>
    Array.from({ length: width }, (_, at) =>
      clip(row[at]?.trim() || NOTHING, isTable ? TABLE.cell : TABLE.alignedCell),
    ),
  );
  const shown = isTable ? within(lines.slice(0, TABLE.rows), TABLE.text) : within(toAligned(lines), SECTION);
  const left = lines.length - shown.length;
  surface.tablesLeft = 0;
  const block: KnownBlock = isTable
    ? { type: 'table', rows: shown.map((cells) => cells.map((text) => ({ type: 'raw_text', text }))) }
    : preformatted(shown.map(([line]) => line).join('\n'));
  return [[block, ...(left > 0 ? [toContext({ type: 'plain_text', text: `… +${left}` })] : [])]];
}

/** As many lines from the first as have room. */
function within(lines: readonly string[][], room: number): readonly string[][] {
  let left = room;
  const end = lines.findIndex((cells) => {
    left -= cells.reduce((sum, cell) => sum + cell.length + 1, 0);
    return left < 0;
  });
  return end < 0 ? lines : lines.slice(0, end);
}

/** For windows, which take no table, and for a second one in a message: columns held apart by spaces. */
function toAligned(lines: readonly string[][]): string[][] {
  const widths = lines[0]?.map((_, at) => Math.max(...lines.map((line) => displayWidth(line[at] ?? '')))) ?? [];
  return lines.map((line) => {
    const cells = line.map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - displayWidth(cell)));
    return [cells.join('  ').trimEnd()];
  });
}

function preformatted(text: string): KnownBlock {
  return { type: 'rich_text', elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text }] }] };
}

/** Chinese characters take the room of two. */
function displayWidth(text: string): number {
  return (
    text.length +
    (text.match(/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/g)?.length ?? 0)
  );
}

type Records = Extract<CardNode, { type: 'records' }>['records'];

function toRecord({ title, detail, buttons = [] }: Records[number], surface: Surface): KnownBlock[] {
  const name = toMrkdwn(typeof title === 'string' ? [{ bold: title }] : title, RECORD.title);
  const text = [name, detail ? toMrkdwn(detail, RECORD.detail) : ''].filter((line) => line.trim() !== '').join('\n');
  const [only, ...others] = buttons;
  const section: SectionBlock = { type: 'section', text: mrkdwn(text || NOTHING) };
  return only && others.length === 0
    ? [{ ...section, accessory: toButton(only, surface) }]
    : [section, ...toActions(buttons, surface)];
}

function toActions(buttons: readonly Button[], surface: Surface): ActionsBlock[] {
  return inGroups(buttons, ACTIONS).map((group) => ({
    type: 'actions',
    elements: group.map((button) => toButton(button, surface)),
  }));
}

function toButton({ label, command, input, style, confirm }: Button, surface: Surface): ButtonElement {
  return {
    type: 'button',
    action_id: `b${surface.buttons++}`,
    text: plain(label, BUTTON_LABEL),
    value: writeButton({ command, input }),
    ...(style ? { style } : {}),
    ...(confirm
      ? {
          confirm: {
            title: plain(confirm.title, CONFIRM.title),
            text: plain(confirm.text, CONFIRM.text),
            confirm: plain(confirm.yes, CONFIRM.button),
            deny: plain(confirm.no, CONFIRM.button),
            ...(style ? { style } : {}),
          },
        }
      : {}),
  };
}

/** A window has its own button; in a message the form needs one, and without it the inputs are no use. */
function toForm(form: Form, surface: Surface): KnownBlock[][] {
  if (surface.kind === 'modal') {
    return toInputs(form, OPTIONS).map((block) => [block]);
  }
  const lists = form.inputs.filter(({ widget }) => widget === 'choice').length;
  const inputs = toInputs(form, Math.floor(OPTIONS / Math.max(lists, 1))).slice(0, MESSAGE_INPUTS);
  const submit: ButtonElement = {
    type: 'button',
    action_id: SUBMIT,
    text: plain(form.submit, BUTTON_LABEL),
    value: writeButton({ command: form.command, input: form.hidden }),
    style: 'primary',
  };
  return [[...inputs, { type: 'actions', elements: [submit] }]];
}

function toFallback(card: Card): string {
  const lines = [toTitle(card)];
  for (const node of card.body.flatMap(plainly)) {
    if (node.type === 'text' || node.type === 'heading') {
      lines.push(toPlain(node.text));
    } else if (node.type === 'facts') {
      lines.push(...node.facts.map(({ label, value }) => `${label}: ${toPlain(value)}`));
    } else if (node.type === 'records') {
      lines.push(...node.records.map(({ title }) => toPlain(title)));
    }
  }
  return inert(clip(lines.filter((line) => line.trim() !== '').join('\n'), FALLBACK_TEXT)) || NOTHING;
}

function toPlain(rich: Rich): string {
  return typeof rich === 'string'
    ? rich
    : rich.map((span) => (typeof span === 'string' ? span : 'bold' in span ? span.bold : span.label)).join('');
}

function plain(text: string, max: number): PlainTextElement {
  return { type: 'plain_text', text: clip(text.trim(), max) || NOTHING };
}

function mrkdwn(text: string): TextObject {
  return { type: 'mrkdwn', text, verbatim: true };
}

function inGroups<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}
