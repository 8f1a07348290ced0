import type { KnownBlock, ModalView } from '@slack/types';

/** What Slack would refuse, checked by hand from its pages and not from our renderer's numbers. */

type Json = Readonly<Record<string, unknown>>;

/** https://docs.slack.dev/reference/block-kit/blocks */
export function complaintsAboutMessage(blocks: readonly KnownBlock[], text: string): string[] {
  const tables = blocks.filter(({ type }) => type === 'table').length;
  return [
    ...(blocks.length > 50 ? [`${blocks.length} blocks`] : []),
    ...(tables > 1 ? ['only_one_table_allowed'] : []),
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
    ...(view.blocks.some(({ type }) => type === 'table') ? ['a table in a modal'] : []),
    ...plain('title', view.title, 24),
    ...(view.submit || hasInputs ? plain('submit', view.submit, 24) : []),
    ...((view.private_metadata ?? '').length > 3_000 ? ['private_metadata'] : []),
    ...(JSON.stringify(view).length > 250_000 ? ['view_too_large'] : []),
    ...complaintsAboutBlocks(view.blocks as KnownBlock[]),
  ];
}

function complaintsAboutBlocks(blocks: readonly KnownBlock[]): string[] {
  const ids = blocks.flatMap(({ block_id }) => (block_id === undefined ? [] : [block_id]));
  return [
    ...(new Set(ids).size < ids.length ? ['block_id twice'] : []),
    ...ids.filter((id) => id.length > 255).map(() => 'block_id'),
    ...blocks.flatMap((block, at) => complaintsAboutBlock(block).map((complaint) => `/blocks/${at} ${complaint}`)),
  ];
}

function complaintsAboutBlock(block: KnownBlock): string[] {
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
    case 'static_select': {
      const options = item.options as { text: unknown; value: string }[];
      const values = options.map(({ value }) => value);
      const initial = item.initial_option as { value: string } | undefined;
      return [
        ...placeholder,
        ...count('options', options, 100),
        ...options.flatMap((option) => plain('option', option.text, 75)),
        ...values.flatMap((value) => (value.length < 1 || value.length > 75 ? ['option value'] : [])),
        ...(new Set(values).size < values.length ? ['option twice'] : []),
        ...(initial && !options.some((option) => JSON.stringify(option) === JSON.stringify(initial))
          ? ['initial_option']
          : []),
      ];
    }
    default:
      return [`unsupported element: ${String(item.type)}`];
  }
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
