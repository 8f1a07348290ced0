import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { z } from 'zod';

/** Reading Adaptive Cards as Teams does, and as a person does. */

export type Node = Record<string, unknown>;

const schema: Node = JSON.parse(
  readFileSync(new URL('../fixtures/teams/adaptive-card-1.5.0.json', import.meta.url), 'utf8'),
);
// Draft 6 in all that is used of it; the names of the draft and of the page are not known offline.
const { $schema: _draft, id: _id, ...rules } = schema;
const isValid = new Ajv({ strict: false, allErrors: false, validateFormats: false }).compile(rules);

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

/** 100 KB of UTF-16: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages */
const MESSAGE_BYTES = 100 * 1024;
const ACTIONS = 6;

/** What Teams has beyond the schema, each with what it must have. */
const EXTENSIONS: Readonly<Record<string, z.ZodType>> = {
  ProgressBar: z.object({ value: z.number().min(0).max(100), max: z.literal(100) }),
  'Chart.Pie': z.object({
    data: z.array(z.object({ legend: z.string().min(1), value: z.number().positive() })).min(1),
  }),
  'Chart.VerticalBar': z.object({ data: z.array(z.object({ x: z.string().min(1), y: z.number() })).min(1) }),
  'Chart.VerticalBar.Grouped': grouped(z.string().min(1)),
  'Chart.Line': grouped(z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/)),
};

function grouped(x: z.ZodType) {
  const values = z.array(z.object({ x, y: z.number() })).min(1);
  return z.object({ data: z.array(z.object({ legend: z.string().min(1), values })).min(1) });
}

/** What Teams would refuse, drop or not show; empty when all is well. */
export function complaintsAboutCard(card: unknown): string[] {
  const nodes = nodesOf(card);
  const complaints = nodes.flatMap(complaintsAboutNode);
  const ids = nodes.flatMap((each) => (typeof each.id === 'string' ? [each.id] : []));
  if (new Set(ids).size < ids.length) {
    complaints.push('an id stands twice');
  }
  // Pictures within the card are not counted: …/bots/how-to/format-your-bot-messages
  const bytes = JSON.stringify(card).replaceAll(/"data:image[^"]*"/g, '""').length * 2;
  if (bytes > MESSAGE_BYTES - 8_192) {
    complaints.push(`MessageSizeTooBig: ${bytes} bytes of UTF-16`);
  }
  if (!isValid(toSchema(card))) {
    const [error] = isValid.errors ?? [];
    complaints.push(`schema: ${error?.instancePath} ${error?.message}`);
  }
  return complaints;
}

function complaintsAboutNode(each: Node): string[] {
  const type = String(each.type);
  const complaints: string[] = [];
  const extension = EXTENSIONS[type];
  if (extension) {
    const read = extension.safeParse(each);
    if (!read.success) complaints.push(`${type}: ${read.error.issues[0]?.path.join('.')}`);
    if (!each.fallback) complaints.push(`${type} has no fallback`);
  }
  if (Array.isArray(each.actions) && each.actions.length > ACTIONS) {
    complaints.push(`${each.actions.length} actions in a row`);
  }
  if (each.entities !== undefined) complaints.push('a mention');
  if (type === 'TextBlock' && typeof each.text === 'string') complaints.push(...complaintsAboutMarkdown(each.text));
  if (type === 'FactSet' && Array.isArray(each.facts)) {
    const texts = each.facts.flatMap((fact) => [String(fact.title), String(fact.value)]);
    complaints.push(...texts.flatMap(complaintsAboutMarkdown));
  }
  return complaints;
}

function complaintsAboutMarkdown(text: string): string[] {
  return [
    ...(/<\/?at/i.test(text) ? ['words that mention'] : []),
    ...(/(?<!\\)\]\((?!https?:|mailto:|tel:)/i.test(text) ? ['words that link'] : []),
  ];
}

/** What the schema knows of: Teams' own elements by what stands for them elsewhere, its own properties left out. */
function toSchema(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(toSchema);
  }
  if (!isNode(value)) {
    return value;
  }
  if (EXTENSIONS[String(value.type)]) {
    return toSchema(value.fallback);
  }
  const known = Object.entries(value).filter(
    ([key, inner]) =>
      !(key === 'msteams' && value.type === 'AdaptiveCard') &&
      // https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/dynamic-search
      !(value.type === 'Input.ChoiceSet' && (key === 'choices.data' || inner === 'filtered')),
  );
  return Object.fromEntries(known.map(([key, inner]) => [key, key === 'data' ? inner : toSchema(inner)]));
}

/** Every element and action, those that only stand for others left out. */
export function nodesOf(value: unknown): Node[] {
  if (Array.isArray(value)) {
    return value.flatMap(nodesOf);
  }
  if (!isNode(value)) {
    return [];
  }
  const inner = Object.entries(value).flatMap(([key, each]) =>
    key === 'fallback' || key === 'data' ? [] : nodesOf(each),
  );
  return typeof value.type === 'string' ? [value, ...inner] : inner;
}

/** Everything there is to read, Markdown's marks taken off; what is not shown until it is asked for left out. */
export function wordsOf(card: unknown): string {
  const hidden = new Set(nodesOf(nodesOf(card).filter(({ isVisible }) => isVisible === false)));
  return nodesOf(card)
    .filter((each) => !hidden.has(each))
    .flatMap((each) => {
      switch (each.type) {
        case 'TextBlock':
          return [fromMarkdown(String(each.text))];
        case 'RichTextBlock':
          return [runsOf(each).join('')];
        case 'FactSet':
          return z
            .array(z.object({ title: z.string(), value: z.string() }))
            .parse(each.facts)
            .flatMap(({ title, value }) => [fromMarkdown(title), fromMarkdown(value)]);
        default:
          return typeof each.label === 'string' ? [each.label] : [];
      }
    })
    .join('\n');
}

function runsOf({ inlines }: Node): string[] {
  return z
    .array(z.object({ text: z.string() }))
    .parse(inlines)
    .map(({ text }) => text);
}

function fromMarkdown(text: string): string {
  return text
    .replace(/(?<!\\)\[((?:\\.|[^\]\\])*)\]\([^()]*\)/g, '$1')
    .replace(/(?<!\\)\*\*((?:\\.|[^*\\])*)\*\*/g, '$1')
    .replace(/\\([\\`*_~[\]#>+-])/g, '$1')
    .replace(/[\u200b\u2060]/g, '')
    .replaceAll('\u00a0', ' ');
}
