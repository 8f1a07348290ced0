import type { ObjectType } from '../../core/objects/declaration.ts';
import type { Locale, Text } from '../../core/text.ts';
import type { Card } from '../cards/card.ts';
import { sayReminders, writeFields } from '../derive/read-declaration.ts';
import { press } from '../press.ts';
import { CHANGE } from './words.ts';

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
            records: types.map(({ key, name, label, fields, rules }) => ({
              title: name[locale],
              detail: [label[locale], writeFields(fields, locale), ...sayReminders(rules, fields, locale)]
                .filter(Boolean)
                .join(' · '),
              buttons: [
                press(CHANGE, locale, 'admin.object', { kind: name[locale] }),
                press({ en: 'Remove', zh: '移除' }, locale, 'admin.object-remove', { kind: key }),
              ],
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

/** How many records go with a kind. */
export function goneText(count: number): Text {
  return count === 0
    ? { en: 'No records of it yet.', zh: '该类型下还没有档案。' }
    : {
        en: `${count === 1 ? '1 record of it goes' : `${count} records of it go`} out of sight, with their reminders. Undo brings them back, and so does adding a kind of that name.`,
        zh: `${count} 份档案及其提醒将不再显示。可撤销；重新新增同名类型也会恢复。`,
      };
}

export function typeRemovedCard({ name, count }: { name: string; count: number }, locale: Locale): Card {
  return {
    title: { en: `Kind of record removed: ${name}`, zh: `已移除档案类型：${name}` }[locale],
    tone: 'good',
    body: [{ type: 'text', text: goneText(count)[locale], muted: true }],
  };
}
