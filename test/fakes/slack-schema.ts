import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';

/** The shapes Slack's own typings allow, as a JSON Schema made from them: no lengths, but every name and every kind. */

const schema = JSON.parse(
  readFileSync(new URL('../fixtures/slack-schemas/block-kit.schema.json', import.meta.url), 'utf8'),
);

const text = { type: 'string' };
const points = {
  type: 'array',
  items: {
    type: 'object',
    properties: { label: text, value: { type: 'number' } },
    required: ['label', 'value'],
    additionalProperties: false,
  },
};

/** Younger than the typings: https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block */
schema.definitions.DataVisualization = {
  type: 'object',
  properties: {
    type: { const: 'data_visualization' },
    title: text,
    block_id: text,
    chart: {
      anyOf: [
        {
          type: 'object',
          properties: { type: { const: 'pie' }, segments: points },
          required: ['type', 'segments'],
          additionalProperties: false,
        },
        {
          type: 'object',
          properties: {
            type: { enum: ['bar', 'line', 'area'] },
            series: {
              type: 'array',
              items: {
                type: 'object',
                properties: { name: text, data: points },
                required: ['name', 'data'],
                additionalProperties: false,
              },
            },
            axis_config: {
              type: 'object',
              properties: { categories: { type: 'array', items: text }, x_label: text, y_label: text },
              required: ['categories'],
              additionalProperties: false,
            },
          },
          required: ['type', 'series', 'axis_config'],
          additionalProperties: false,
        },
      ],
    },
  },
  required: ['type', 'title', 'chart'],
  additionalProperties: false,
};
schema.definitions.KnownBlock.anyOf.push({ $ref: '#/definitions/DataVisualization' });

const ajv = new Ajv({ strict: false }).addSchema(schema, 'block-kit');
const known = {
  blocks: ajv.compile({ $ref: 'block-kit#/definitions/Blocks' }),
  modal: ajv.compile({ $ref: 'block-kit#/definitions/Modal' }),
};

/** Where something has another shape than Slack's typings give it. */
export function misshapen(what: keyof typeof known, given: unknown): string[] {
  const validate = known[what];
  // What is sent is what JSON makes of it.
  return validate(JSON.parse(JSON.stringify(given))) ? [] : [`${what}${validate.errors?.[0]?.instancePath}`];
}
