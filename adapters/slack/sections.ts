// A file of Slack’s own: each node of a card as Slack's blocks; what Slack has nothing of its own for is said plainly.

import type { Button as ButtonElement, KnownBlock, SectionBlock } from '@slack/types';
import type { Card, CardNode, Form, Rich } from '../../bot/cards/card.ts';
import { altText, type PlainNode, plainly } from '../../bot/cards/plainly.ts';
import { inGroups } from '../fitting.ts';
import { clip } from '../words.ts';
import type { SlackBlock } from './blocks.ts';
import { toActions, toElements } from './buttons.ts';
import { toChart } from './charts.ts';
import { toInputs } from './inputs.ts';
import {
  BUTTON_LABEL,
  FIELD_LABEL,
  FIELD_VALUE,
  FIELDS,
  IMAGE,
  MESSAGE_INPUTS,
  OPTIONS,
  RECORD,
  SECTION,
  type Section,
} from './limits.ts';
import { toMrkdwn } from './mrkdwn.ts';
import { toTable } from './tables.ts';
import { mrkdwn, NOTHING, plain, toContext, toTexts } from './texts.ts';
import { SUBMIT, writeButton } from './wire.ts';

/** What is drawn on, and what of it is used up. */
export type Surface = {
  kind: 'message' | 'modal' | 'home';
  form: Form | undefined;
  buttons: number;
  tablesLeft: number;
  chartsLeft: number;
  /** Pictures are fetched by Slack, which refuses the message where it cannot. */
  takesImages: boolean;
};

export function toSections({ body }: Card, surface: Surface): Section[] {
  return body.flatMap((node) => toNative(node, surface) ?? plainly(node).map((each) => toSection(each, surface)));
}

/** What Slack shows better than in words; undefined where it has nothing for this one. */
function toNative(node: CardNode, surface: Surface): Section[] | undefined {
  if ('picture' in node && node.picture && surface.takesImages) {
    const alt = clip(altText(node), IMAGE.alt) || NOTHING;
    return [{ pieces: [[{ type: 'image', slack_file: { id: node.picture }, alt_text: alt }]] }];
  }
  switch (node.type) {
    case 'chart': {
      const chart = surface.chartsLeft > 0 ? toChart(node.chart) : undefined;
      surface.chartsLeft -= chart ? 1 : 0;
      return chart && [{ pieces: [[chart]] }];
    }
    case 'image':
      return surface.takesImages && isReachable(node.url)
        ? [
            {
              pieces: [[{ type: 'image', image_url: node.url, alt_text: clip(node.alt.trim(), IMAGE.alt) || NOTHING }]],
            },
          ]
        : undefined;
    case 'records':
      return [{ pieces: node.records.map((record) => toRecord(record, surface)), counted: true }];
    case 'actions':
      return [
        { pieces: toActions(toElements(node.buttons, node.more ?? [], surface)).map((block) => [block]), keep: true },
      ];
    default:
      return undefined;
  }
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
    case 'divider':
      return { pieces: [[{ type: 'divider' }]] };
    case 'records':
      return { pieces: node.records.map((record) => toRecord(record, surface)), counted: true };
    case 'actions':
      return { pieces: toActions(toElements(node.buttons, [], surface)).map((block) => [block]), keep: true };
    case 'form':
      return { pieces: node.form === surface.form ? toForm(node.form, surface) : [], keep: true };
  }
}

function isReachable(url: string): boolean {
  return url.length <= IMAGE.url && /^https:\/\/[^\s/]/i.test(url) && URL.canParse(url);
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

type Records = Extract<CardNode, { type: 'records' }>['records'];

function toRecord({ title, detail, buttons = [], more = [] }: Records[number], surface: Surface): SlackBlock[] {
  const name = toMrkdwn(typeof title === 'string' ? [{ bold: title }] : title, RECORD.title);
  const text = [name, detail ? toMrkdwn(detail, RECORD.detail) : ''].filter((line) => line.trim() !== '').join('\n');
  const elements = toElements(buttons, more, surface);
  const [only, ...others] = elements;
  const section: SectionBlock = { type: 'section', text: mrkdwn(text || NOTHING) };
  return only && others.length === 0 ? [{ ...section, accessory: only }] : [section, ...toActions(elements)];
}

/** A window has its own button; elsewhere the form needs one, and without it the inputs are no use. */
function toForm(form: Form, { kind }: Surface): KnownBlock[][] {
  if (kind === 'modal') {
    return toInputs(form, { longestList: OPTIONS, isWindow: true }).map((block) => [block]);
  }
  const lists = form.inputs.filter(({ widget }) => widget === 'choice' || widget === 'choices').length;
  const longestList = Math.floor(OPTIONS / Math.max(lists, 1));
  const inputs = toInputs(form, { longestList, isWindow: false }).slice(0, MESSAGE_INPUTS);
  const submit: ButtonElement = {
    type: 'button',
    action_id: SUBMIT,
    text: plain(form.submit, BUTTON_LABEL),
    value: writeButton({ command: form.command, input: form.hidden }),
    style: 'primary',
  };
  return [[...inputs, { type: 'actions', elements: [submit] }]];
}
