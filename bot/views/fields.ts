import { ROLE_NAMES, type Role } from '../../core/actor.ts';
import type { FieldPolicy } from '../../core/permissions/field-policies.ts';
import { ACCESS_NAMES, type Access, PROTECTED, PROTECTED_FIELDS } from '../../core/permissions/fields.ts';
import { COMMA, type Locale, type Text } from '../../core/text.ts';
import type { Card } from '../cards/card.ts';
import { press } from '../press.ts';

const TITLE: Text = { en: 'Who sees which field', zh: '字段权限' };
const FIELD: Text = { en: 'Field', zh: '字段' };
const CHANGE: Text = { en: 'Change one…', zh: '修改…' };
const RULE: Text = {
  en: 'Whoever owns a record, leads its owner or was asked to work on it or sign it sees all of it. Of several roles the one that sees most counts.',
  zh: '负责人、其上级以及被授权处理或审批的人始终可见全部内容；兼任多个角色时，以权限最大的为准。',
};

/** Each field with the roles that do not see all of it. */
export function fieldsCard(policies: readonly FieldPolicy[], locale: Locale): Card {
  const rolesWith = (field: string, access: Access) => {
    const roles = policies.filter((policy) => policy.field === field && policy.access === access);
    return roles.map(({ role }: { role: Role }) => ROLE_NAMES[role][locale]).join(COMMA[locale]) || '—';
  };
  return {
    title: TITLE[locale],
    body: [
      {
        type: 'table',
        columns: [FIELD, ACCESS_NAMES.masked, ACCESS_NAMES.hidden].map((each) => each[locale]),
        rows: PROTECTED_FIELDS.map((field) => [
          PROTECTED[field].name[locale],
          rolesWith(field, 'masked'),
          rolesWith(field, 'hidden'),
        ]),
      },
      { type: 'text', text: RULE[locale], muted: true },
      { type: 'actions', buttons: [press(CHANGE, locale, 'field.change', {})] },
    ],
  };
}
