import type { ObjectType } from '../../core/objects/declaration.ts';
import type { Locale, Text } from '../../core/text.ts';
import type { Card } from '../cards/card.ts';
import { sayReminders, writeFields } from '../derive/read-declaration.ts';
import { press } from '../press.ts';

const NONE: Text = {
  en: 'None yet. Add your own, or begin with an industry.',
  zh: '还没有。可以自行新增，或从行业模板开始。',
};

/** The company's own kinds of objects, for whoever declares them (R22). */
export function objectTypesCard(types: readonly ObjectType[], locale: Locale): Card {
  return {
    title: { en: 'Kinds of records', zh: '档案类型' }[locale],
    body: [
      types.length === 0
        ? { type: 'text', text: NONE[locale], muted: true }
        : {
            type: 'records',
            records: types.map(({ name, label, fields, rules }) => ({
              title: name[locale],
              detail: [label[locale], writeFields(fields, locale), ...sayReminders(rules, fields, locale)]
                .filter(Boolean)
                .join(' · '),
              buttons: [press({ en: 'Change', zh: '修改' }, locale, 'admin.object', { kind: name[locale] })],
            })),
          },
      {
        type: 'actions',
        buttons: [
          press({ en: 'Add a kind', zh: '新增类型' }, locale, 'admin.object', {}, { style: 'primary' }),
          press({ en: 'Industry templates', zh: '行业模板' }, locale, 'admin.template', {}),
        ],
      },
    ],
  };
}
