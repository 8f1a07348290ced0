import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import type { Entity } from './catalogue/entity.ts';
import { CATALOGUE } from './catalogue/index.ts';
import { ANY_OWN_KIND } from './catalogue/own-kind.ts';
import { ASKED } from './check-question.ts';
import { LIMITS } from './limits.ts';
import { MOST, questionSchema } from './question.ts';

/** What docs/questions.md says between its marks. */
function generated(): string {
  const entities = Object.entries<Entity>({ ...CATALOGUE, 'object:…': ANY_OWN_KIND });
  const measures = entities.flatMap(([key, { measures }]) =>
    measures.map(
      ({ key: measure, name, definition }) =>
        `| ${key} | \`${measure}\` | ${name.en} · ${name.zh} | ${definition.en} | ${definition.zh} |`,
    ),
  );
  const about = entities.map(([key, { one, fields, dimensions, time }]) => {
    const asked = fields.map((field) => `\`${field.key}\` (${field.type})`).join(', ');
    return `| ${key} · ${one.zh} | ${asked} | ${dimensions.map((dimension) => `\`${dimension.key}\``).join(', ')} | \`${time}\` |`;
  });
  const operators = Object.entries(ASKED).map(([type, ops]) => `| ${type} | ${ops.join(', ')} |`);
  return [
    '| about | measure | name | definition | 定义 |',
    '|---|---|---|---|---|',
    ...measures,
    '',
    '| about | fields | groups | a time is about |',
    '|---|---|---|---|',
    ...about,
    '',
    '| type | can be asked |',
    '|---|---|',
    ...operators,
    '',
    `Without a limit ${LIMITS.groups} groups or ${LIMITS.lines} records are shown, with one ${MOST.rows} at most; a question is given ${LIMITS.timeoutMs / 1000} seconds.`,
  ].join('\n');
}

it('docs/questions.md defines every measure, field and group as the catalogue does (R103)', () => {
  const [, told = ''] =
    /<!-- catalogue -->\n([\s\S]*?)\n<!-- \/catalogue -->/.exec(readFileSync('docs/questions.md', 'utf8')) ?? [];
  expect(told).toBe(generated());
});

it('a question is a closed JSON schema, every property required, for a model to be held to', () => {
  const schema = z.toJSONSchema(questionSchema);
  expect(schema).toMatchObject({ type: 'object', additionalProperties: false });
  expect(schema.required).toEqual(Object.keys(schema.properties ?? {}));
  expect(JSON.stringify(schema)).not.toContain('$ref');
});
