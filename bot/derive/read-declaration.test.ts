import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type FieldDeclaration, fieldSchema } from '../../core/objects/declaration.ts';
import { TEMPLATES } from '../../core/templates/index.ts';
import { readFields, readReminders, sayReminders, writeFields, writeReminders } from './read-declaration.ts';

it('reads fields as an admin types them (R22)', () => {
  expect(readFields('购车日期:日期*，车型, 颜色：白色/黑色; Price: money', [])).toEqual({
    value: [
      { key: 'field1', name: { en: '购车日期', zh: '购车日期' }, kind: 'date', required: true },
      { key: 'field2', name: { en: '车型', zh: '车型' }, kind: 'text' },
      {
        key: 'field3',
        name: { en: '颜色', zh: '颜色' },
        kind: 'choice',
        options: [
          { value: '白色', name: { en: '白色', zh: '白色' } },
          { value: '黑色', name: { en: '黑色', zh: '黑色' } },
        ],
      },
      { key: 'price', name: { en: 'Price', zh: 'Price' }, kind: 'money' },
    ],
  });
});

it.each(['颜色:/', 'a: spaceship', 'Size, Size', '::'])('says what it cannot read of %s', (text) => {
  expect(readFields(text, [])).toHaveProperty('complaint');
});

it.each(TEMPLATES.flatMap(({ objects }) => objects))(
  '$key is written so that it is read back as it was',
  ({ fields, rules }) => {
    for (const locale of ['en', 'zh'] as const) {
      expect(readFields(writeFields(fields, locale), fields)).toEqual({ value: fields });
      expect(readReminders(writeReminders(rules, fields, locale), fields, rules)).toEqual({
        value: rules.filter(({ kind }) => kind === 'task'),
      });
    }
  },
);

it('makes nothing of any text that the declaration does not take', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), (text) => {
      const read = readFields(text, []);
      const fields: readonly FieldDeclaration[] = 'value' in read ? read.value : [];
      const keys = fields.map(({ key }) => key);
      return new Set(keys).size === keys.length && fields.every((field) => fieldSchema.safeParse(field).success);
    }),
  );
});

it('says reminders as a person would', () => {
  const fields = [{ key: 'installedOn', name: { en: 'Installed on', zh: '安装日期' }, kind: 'date' as const }];
  const rule = {
    kind: 'task' as const,
    key: 'service',
    field: 'installedOn',
    days: 365,
    task: { en: 'Service {name}', zh: '{name} 该保养了' },
  };
  const said = (locale: 'en' | 'zh') =>
    sayReminders(
      [
        { ...rule, repeats: true },
        { ...rule, days: 1 },
      ],
      fields,
      locale,
    );
  expect(said('en')).toEqual([
    '365 days after “Installed on”, again and again: a task “Service …” for the owner',
    '1 day after “Installed on”: a task “Service …” for the owner',
  ]);
  expect(said('zh')).toEqual([
    '“安装日期”后每 365 天，给负责人建任务“… 该保养了”',
    '“安装日期”后第 1 天，给负责人建任务“… 该保养了”',
  ]);
});
