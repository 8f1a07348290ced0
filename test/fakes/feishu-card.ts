import { z } from 'zod';

// Card JSON 2.0 as strictly as Feishu reads it. Written by ourselves from its pages, because there is no schema and no
// validator of it anywhere: https://open.feishu.cn/document/uAjLw4CM/ukzMukzMukzM/feishu-cards/card-json-v2-structure
// Unknown tags and unknown properties are errors, as they are there.

const text = z.string().min(1);
const px = z.string().regex(/^-?\d{1,3}px$/);
const spacing = z.union([z.enum(['small', 'medium', 'large', 'extra_large']), px]);
const size = z.enum(['heading', 'heading-1', 'heading-2', 'heading-3', 'heading-4', 'normal', 'notation']);
const align = z.enum(['left', 'center', 'right']);
const color = z.enum(['default', 'grey', 'red', 'orange', 'green', 'blue']);

const plainText = z.strictObject({
  tag: z.literal('plain_text'),
  content: text,
  text_size: size.optional(),
  text_align: align.optional(),
  text_color: color.optional(),
  lines: z.int().positive().optional(),
});
const plain = z.strictObject({ tag: z.literal('plain_text'), content: text });

const callback = z.strictObject({ type: z.literal('callback'), value: z.record(z.string(), z.unknown()) });
const openUrl = z.strictObject({ type: z.literal('open_url'), default_url: z.url() });
const behaviors = z.array(z.discriminatedUnion('type', [callback, openUrl])).min(1);
const confirm = z.strictObject({ title: plain, text: plain });

const div = z.strictObject({ tag: z.literal('div'), text: plainText });
const markdown = z.strictObject({
  tag: z.literal('markdown'),
  content: text,
  text_size: size.optional(),
  text_align: align.optional(),
});
const hr = z.strictObject({ tag: z.literal('hr') });
const img = z.strictObject({
  tag: z.literal('img'),
  img_key: z.string().regex(/^img_/),
  alt: plain,
  preview: z.boolean().optional(),
});

const look = z.enum(['default', 'primary', 'danger', 'text', 'primary_filled', 'danger_filled', 'primary_text']);
const button = z.strictObject({
  tag: z.literal('button'),
  text: plain,
  type: look.optional(),
  size: z.enum(['tiny', 'small', 'medium', 'large']).optional(),
  width: z.enum(['default', 'fill']).optional(),
  behaviors,
  confirm: confirm.optional(),
});
const submit = button.extend({ name: text, form_action_type: z.enum(['submit', 'reset']) });
const option = z.strictObject({ text: plain, value: text });
const overflow = z.strictObject({ tag: z.literal('overflow'), options: z.array(option).min(1) });

const day = z.iso.date();
const named = { name: text, required: z.boolean().optional(), placeholder: plain.optional(), width: z.literal('fill') };
const widgets = [
  z.strictObject({
    tag: z.literal('input'),
    ...named,
    input_type: z.enum(['text', 'multiline_text', 'password']).optional(),
    rows: z.int().min(1).optional(),
    max_length: z.int().min(1).max(1_000).optional(),
    default_value: z.string().max(1_000).optional(),
    label: plain.optional(),
  }),
  z.strictObject({ tag: z.literal('date_picker'), ...named, initial_date: day.optional() }),
  z.strictObject({
    tag: z.literal('picker_datetime'),
    ...named,
    initial_datetime: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2} ([01]\d|2[0-3]):[0-5]\d$/)
      .optional(),
  }),
  z.strictObject({
    tag: z.literal('select_static'),
    ...named,
    options: z.array(option).min(1),
    initial_option: text.optional(),
  }),
  z.strictObject({
    tag: z.literal('multi_select_static'),
    ...named,
    options: z.array(option).min(1),
    selected_values: z.array(text).optional(),
  }),
] as const;

const shown = [div, markdown, hr, img] as const;

/** Columns of columns are allowed; we draw none. */
function columnSet<Inside extends z.ZodType>(inside: Inside) {
  return z.strictObject({
    tag: z.literal('column_set'),
    flex_mode: z.enum(['none', 'stretch', 'flow', 'bisect', 'trisect']).optional(),
    horizontal_spacing: spacing.optional(),
    columns: z
      .array(
        z.strictObject({
          tag: z.literal('column'),
          width: z.enum(['auto', 'weighted']).optional(),
          weight: z.int().min(1).max(5).optional(),
          vertical_align: z.enum(['top', 'center', 'bottom']).optional(),
          elements: z.array(inside),
        }),
      )
      .min(1),
  });
}

const inColumn = z.discriminatedUnion('tag', [...shown, button, overflow]);
const inForm = z.discriminatedUnion('tag', [...shown, ...widgets, submit, columnSet(inColumn)]);

const table = z
  .strictObject({
    tag: z.literal('table'),
    page_size: z.int().min(1).max(10).optional(),
    row_height: z.union([z.enum(['low', 'middle', 'high', 'auto']), px]).optional(),
    header_style: z
      .strictObject({ bold: z.boolean().optional(), background_style: z.enum(['grey', 'none']).optional() })
      .optional(),
    columns: z
      .array(
        z.strictObject({
          name: text,
          display_name: z.string().optional(),
          data_type: z.enum(['text', 'lark_md', 'options', 'number', 'persons', 'date', 'markdown']),
          width: z.union([z.literal('auto'), px]).optional(),
          horizontal_align: z.enum(['left', 'center', 'right']).optional(),
        }),
      )
      .min(1)
      .max(50),
    rows: z.array(z.record(z.string(), z.union([z.string(), z.number()]))),
  })
  .refine(
    ({ columns, rows }) =>
      rows.every((row) => Object.keys(row).every((key) => columns.some(({ name }) => name === key))),
    'a row with a column that is not there',
  );

const chart = z.strictObject({
  tag: z.literal('chart'),
  aspect_ratio: z.enum(['1:1', '2:1', '4:3', '16:9']).optional(),
  chart_spec: z.looseObject({
    type: z.enum(['bar', 'line', 'area', 'pie']),
    data: z.strictObject({
      values: z.array(z.strictObject({ x: z.string(), y: z.number(), s: z.string() })).min(1),
    }),
  }),
});

const form = z.strictObject({ tag: z.literal('form'), name: text, elements: z.array(inForm).min(1) });

const cardShape = z.strictObject({
  schema: z.literal('2.0'),
  config: z.strictObject({
    update_multi: z.literal(true),
    enable_forward: z.boolean().optional(),
    width_mode: z.enum(['compact', 'fill', 'default']).optional(),
    summary: z.strictObject({ content: text }).optional(),
  }),
  header: z
    .strictObject({
      title: plain,
      subtitle: plain.optional(),
      template: z.enum(['blue', 'wathet', 'green', 'yellow', 'orange', 'red', 'purple', 'grey', 'default']).optional(),
    })
    .optional(),
  body: z.strictObject({
    elements: z.array(
      z.union([
        z.discriminatedUnion('tag', [...shown, button, overflow, columnSet(inColumn), chart, form]),
        // Refined, and so no member of the union above.
        table,
      ]),
    ),
  }),
});

type Parsed = z.output<typeof cardShape>;

/** Why Feishu would refuse a card; empty when it would take it. */
export function complaintsAboutCard(card: unknown): string[] {
  const read = cardShape.safeParse(card);
  if (!read.success) {
    return read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  }
  const tagged = taggedIn(card);
  const names = tagged.flatMap(({ tag, name }) => (tag !== 'table' && typeof name === 'string' ? [name] : []));
  const count = (tag: string) => tagged.filter((element) => element.tag === tag).length;
  const request = JSON.stringify({
    receive_id: 'o'.repeat(40),
    msg_type: 'interactive',
    content: JSON.stringify(card),
  });
  return [
    ...(tagged.length > 200 ? [`${tagged.length} elements`] : []),
    ...(Buffer.byteLength(request) > 30_000 ? [`a request of ${Buffer.byteLength(request)} bytes`] : []),
    ...(count('table') > 5 ? ['more than five tables'] : []),
    ...(count('chart') > 5 ? ['more than five charts'] : []),
    ...(count('form') > 1 ? ['more than one form'] : []),
    ...(new Set(names).size < names.length ? ['a name twice'] : []),
    ...strayDefaults(read.data),
  ];
}

type Tagged = { tag: string; name?: unknown };

function taggedIn(value: unknown): Tagged[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const own = 'tag' in value && typeof value.tag === 'string' ? [{ ...value, tag: value.tag }] : [];
  return [...own, ...Object.values(value).flatMap(taggedIn)];
}

/** What is chosen must be among what can be chosen. */
function strayDefaults({ body }: Parsed): string[] {
  const fields = body.elements.flatMap((element) => (element.tag === 'form' ? element.elements : []));
  return fields.flatMap((field) => {
    const values = 'options' in field ? field.options.map(({ value }) => value) : [];
    const chosen =
      'initial_option' in field && field.initial_option
        ? [field.initial_option]
        : 'selected_values' in field
          ? (field.selected_values ?? [])
          : [];
    return chosen.filter((value) => !values.includes(value)).map((value) => `${value} is chosen and not offered`);
  });
}
