import type { HomeView, ImageBlock, ModalView } from '@slack/types';
import type { DataVisualization, SlackBlock } from '../../adapters/slack/blocks.ts';
import { misshapen } from './slack-schema.ts';

/** What Slack would refuse, checked by hand from its pages and not from our renderer's numbers. */

type Json = Readonly<Record<string, unknown>>;

/** https://docs.slack.dev/reference/block-kit/blocks */
export function complaintsAboutMessage(blocks: readonly SlackBlock[], text: string): string[] {
  const tables = blocks.filter(({ type }) => type === 'table').length;
  return [
    ...(blocks.length > 50 ? [`${blocks.length} blocks`] : []),
    ...(tables > 1 ? ['only_one_table_allowed'] : []),
    ...(blocks.some((block) => block.type === 'input' && block.element.type === 'file_input') ? ['file_input'] : []),
    ...(blocks.filter(({ type }) => type === 'data_visualization').length > 2 ? ['more than two charts'] : []),
    ...misshapen('blocks', blocks),
    ...(lengthOf(blocks) > 13_000 ? ['msg_blocks_too_long'] : []),
    ...(text.trim() === '' || text.length > 40_000 ? ['text'] : []),
    ...complaintsAboutBlocks(blocks),
  ];
}

/** https://docs.slack.dev/reference/views/modal-views */
export function complaintsAboutView(view: ModalView): string[] {
  const hasInputs = view.blocks.some(({ type }) => type === 'input');
  return [
    ...(view.blocks.length > 100 ? [`${view.blocks.length} blocks`] : []),
    ...view.blocks
      .filter(({ type }) => type === 'table' || type === 'data_visualization')
      .map(({ type }) => `${type} in a ${view.type}`),
    ...misshapen('modal', view),
    ...misshapen('blocks', view.blocks),
    ...plain('title', view.title, 24),
    ...(view.submit || hasInputs ? plain('submit', view.submit, 24) : []),
    ...((view.private_metadata ?? '').length > 3_000 ? ['private_metadata'] : []),
    ...(JSON.stringify(view).length > 250_000 ? ['view_too_large'] : []),
    ...complaintsAboutBlocks(view.blocks as SlackBlock[]),
  ];
}

/** https://docs.slack.dev/reference/views/home-tab-views */
export function complaintsAboutHome(view: HomeView): string[] {
  const blocks = view.blocks as SlackBlock[];
  return [
    ...(blocks.length > 100 ? [`${blocks.length} blocks`] : []),
    ...blocks
      .filter(({ type }) => type === 'table' || type === 'data_visualization')
      .map(({ type }) => `${type} on a page`),
    ...misshapen('blocks', blocks),
    ...(JSON.stringify(view).length > 250_000 ? ['view_too_large'] : []),
    ...complaintsAboutBlocks(blocks),
  ];
}

function complaintsAboutBlocks(blocks: readonly SlackBlock[]): string[] {
  const ids = blocks.flatMap(({ block_id }) => (block_id === undefined ? [] : [block_id]));
  return [
    ...(new Set(ids).size < ids.length ? ['block_id twice'] : []),
    ...ids.filter((id) => id.length > 255).map(() => 'block_id'),
    ...blocks.flatMap((block, at) => complaintsAboutBlock(block).map((complaint) => `/blocks/${at} ${complaint}`)),
  ];
}

function complaintsAboutBlock(block: SlackBlock): string[] {
  switch (block.type) {
    case 'header':
      return plain('header', block.text, 150);
    case 'divider':
      return [];
    case 'section':
      return [
        ...(block.text ? text('section', block.text, 3_000) : []),
        ...(block.text || block.fields?.length ? [] : ['empty section']),
        ...((block.fields?.length ?? 0) > 10 ? ['fields'] : []),
        ...(block.fields ?? []).flatMap((field) => text('field', field, 2_000)),
        ...(block.accessory ? element(block.accessory) : []),
      ];
    case 'context':
      return [
        ...count('context', block.elements, 10),
        ...block.elements.flatMap((item) => text('context', item, 3_000)),
      ];
    case 'actions':
      return [
        ...count('actions', block.elements, 25),
        ...block.elements.flatMap(element),
        ...(new Set(block.elements.map(({ action_id }) => action_id)).size < block.elements.length
          ? ['action_id twice']
          : []),
      ];
    case 'input':
      return [
        ...plain('label', block.label, 2_000),
        ...(block.hint ? plain('hint', block.hint, 2_000) : []),
        ...element(block.element),
      ];
    case 'table':
      return [
        ...count('rows', block.rows, 100),
        ...block.rows.flatMap((row) => [
          ...count('row', row, 20),
          ...row.flatMap((cell) => (cell.type === 'raw_text' && cell.text === '' ? ['empty cell'] : [])),
        ]),
      ];
    case 'data_visualization':
      return chart(block);
    case 'image':
      return image(block);
    case 'rich_text':
      return lengthOf(block) === 0 ? ['empty rich text'] : [];
    default:
      return [`unsupported type: ${block.type}`];
  }
}

function element(given: object): string[] {
  const item = given as Json;
  const placeholder = item.placeholder ? plain('placeholder', item.placeholder, 150) : [];
  switch (item.type) {
    case 'button':
      return button(item);
    case 'plain_text_input':
      return [...placeholder, ...(String(item.initial_value ?? '').length > 3_000 ? ['initial_value'] : [])];
    case 'datepicker':
      return [
        ...placeholder,
        ...(/^\d{4}-\d\d-\d\d$/.test(String(item.initial_date ?? '2026-01-01')) ? [] : ['initial_date']),
      ];
    case 'number_input':
      return [...placeholder, ...(/^-?\d+(\.\d+)?$/.test(String(item.initial_value ?? '0')) ? [] : ['initial_value'])];
    case 'timepicker':
      return /^([01]\d|2[0-3]):[0-5]\d$/.test(String(item.initial_time ?? '00:00')) ? [] : ['initial_time'];
    case 'static_select':
    case 'multi_static_select':
      return [...placeholder, ...list(item, { least: 1, most: 100 })];
    case 'external_select':
      return [
        ...placeholder,
        ...(item.initial_option ? list({ options: [item.initial_option] }, { least: 1, most: 1 }) : []),
      ];
    case 'file_input':
      return fileInput(item);
    case 'overflow':
      return [...list(item, { least: 2, most: 5 }), ...(String(item.action_id).length > 255 ? ['action_id'] : [])];
    default:
      return [`unsupported element: ${String(item.type)}`];
  }
}

/** https://docs.slack.dev/reference/block-kit/blocks/image-block */
function image(block: ImageBlock): string[] {
  return [
    ...('slack_file' in block || ('image_url' in block && /^https:.{1,2990}$/.test(block.image_url))
      ? []
      : ['image_url']),
    ...(block.alt_text.trim() === '' || block.alt_text.length > 2_000 ? ['alt_text'] : []),
  ];
}

/** https://docs.slack.dev/reference/block-kit/composition-objects/option-object */
function list({ options, initial_option, initial_options }: Json, { least, most }: { least: number; most: number }) {
  const given = options as { text: unknown; value: string; description?: unknown }[];
  const values = given.map(({ value }) => value);
  const initial = [...((initial_options ?? []) as unknown[]), ...(initial_option ? [initial_option] : [])];
  return [
    ...count('options', given, most),
    ...(given.length < least ? ['too few options'] : []),
    ...given.flatMap((option) => plain('option', option.text, 75)),
    ...given.flatMap(({ description }) => (description ? plain('description', description, 75) : [])),
    ...values.flatMap((value) => (value.length < 1 || value.length > 75 ? ['option value'] : [])),
    ...(new Set(values).size < values.length ? ['option twice'] : []),
    ...initial.flatMap((each) =>
      given.some((option) => JSON.stringify(option) === JSON.stringify(each)) ? [] : ['initial_option'],
    ),
    ...(new Set(initial).size < initial.length ? ['chosen twice'] : []),
  ];
}

/** https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block */
function chart({ title, chart }: DataVisualization): string[] {
  const label = (name: string, given: string) => (given.trim() === '' || given.length > 20 ? [name] : []);
  const same = (given: readonly string[]) => (new Set(given).size < given.length ? ['the same label twice'] : []);
  const common = title.trim() === '' || title.length > 50 ? ['title'] : [];
  if (chart.type === 'pie') {
    const { segments } = chart;
    return [
      ...common,
      ...count('segments', segments, 6),
      ...segments.flatMap(({ label: name, value }) => [...label('segment', name), ...(value > 0 ? [] : ['value'])]),
      ...same(segments.map(({ label: name }) => name)),
    ];
  }
  const { series, axis_config: axes } = chart;
  return [
    ...common,
    ...count('series', series, 6),
    ...count('categories', axes.categories, 20),
    ...axes.categories.flatMap((category) => label('category', category)),
    ...same(axes.categories),
    ...same(series.map(({ name }) => name)),
    ...((axes.y_label ?? '').length > 50 ? ['y_label'] : []),
    ...series.flatMap(({ name, data }) => [
      ...label('series', name),
      ...(JSON.stringify(data.map((point) => point.label)) === JSON.stringify(axes.categories) ? [] : ['data']),
      ...(data.every(({ value }) => Number.isFinite(value)) ? [] : ['value']),
    ]),
  ];
}

function button({ text: label, value, style, confirm }: Json): string[] {
  const dialog = (confirm ?? {}) as Json;
  return [
    ...plain('button', label, 75),
    ...(typeof value === 'string' && value.length > 2_000 ? ['value'] : []),
    ...(style === undefined || style === 'primary' || style === 'danger' ? [] : ['style']),
    ...(confirm
      ? [
          ...plain('confirm.title', dialog.title, 100),
          ...text('confirm.text', dialog.text, 300),
          ...plain('confirm.confirm', dialog.confirm, 30),
          ...plain('confirm.deny', dialog.deny, 30),
        ]
      : []),
  ];
}

function plain(name: string, given: unknown, max: number): string[] {
  return (given as Json | undefined)?.type === 'plain_text' ? text(name, given, max) : [`${name} is no plain_text`];
}

function text(name: string, given: unknown, max: number): string[] {
  const { type, text: words } = (given ?? {}) as Json;
  if ((type !== 'plain_text' && type !== 'mrkdwn') || typeof words !== 'string') {
    return [`${name} is no text`];
  }
  return words.trim() === '' || words.length > max ? [`${name} has ${words.length} characters`] : [];
}

function count(name: string, items: readonly unknown[], max: number): string[] {
  return items.length < 1 || items.length > max ? [`${name} has ${items.length}`] : [];
}

function lengthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) {
    return 0;
  }
  return Object.entries(value).reduce(
    (sum, [key, inner]) => sum + (key === 'text' && typeof inner === 'string' ? inner.length : lengthOf(inner)),
    0,
  );
}

function fileInput({ max_files: most = 10 }: Json): string[] {
  return Number(most) >= 1 && Number(most) <= 10 ? [] : ['max_files'];
}
