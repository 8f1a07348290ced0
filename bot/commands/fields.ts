import { z } from 'zod';
import { ROLE_NAMES, ROLES } from '../../core/actor.ts';
import type { Core } from '../../core/context.ts';
import { changeFieldPolicy, findFieldPolicies, getFieldPolicy } from '../../core/permissions/field-policies.ts';
import { ACCESS_NAMES, ACCESSES, PROTECTED, PROTECTED_FIELDS } from '../../core/permissions/fields.ts';
import type { Text } from '../../core/text.ts';
import { ADMIN, defineCommand } from '../command.ts';
import type { Reply } from '../contract.ts';
import { choiceField } from '../fields/common.ts';
import { fieldsCard } from '../views/fields.ts';

const NAMES = Object.fromEntries(PROTECTED_FIELDS.map((field) => [field, PROTECTED[field].name])) as Readonly<
  Record<(typeof PROTECTED_FIELDS)[number], Text>
>;

async function policyOf(core: Core, known: Readonly<Record<string, unknown>>) {
  const { data } = z.object({ field: z.enum(PROTECTED_FIELDS), role: z.enum(ROLES) }).safeParse(known);
  return data && getFieldPolicy(core, data);
}

async function drawFields(core: Core, { inPlace = false } = {}): Promise<Reply> {
  const card = fieldsCard(await findFieldPolicies(core), core.actor.locale);
  return { kind: 'card', inPlace, card: core.change.hasRows ? { ...card, tone: 'good' } : card };
}

export const adminFields = defineCommand({
  name: 'admin.fields',
  words: { en: ['admin fields'], zh: ['管理 字段', '管理字段', '字段权限'] },
  summary: { en: 'Which role sees which field', zh: '各角色可见的字段' },
  examples: { en: ['admin fields'], zh: ['管理 字段'] },
  effect: 'read',
  allow: ADMIN,
  input: z.strictObject({}),
  run: (core) => drawFields(core),
});

export const fieldChange = defineCommand({
  name: 'field.change',
  words: { en: ['admin field'], zh: ['修改字段权限'] },
  summary: { en: 'Show, mask or hide a field for a role', zh: '修改某角色的字段权限' },
  submit: { en: 'Save field', zh: '保存字段' },
  examples: {
    en: ['admin field "Lead · phone" --role service --access hidden'],
    zh: ['修改字段权限 "线索 · 电话" --角色 客服 --权限 不可见'],
  },
  effect: 'write',
  allow: ADMIN,
  changes: {
    table: 'field_policies',
    record: 'field',
    line: 'role',
    isAlwaysThere: true,
    rowOf: async (core, field, role) => (await policyOf(core, { field, role }))?.id,
    shownBy: 'admin.fields',
    isShownAmongAll: true,
  },
  prefill: async (core, known) => ({ access: (await policyOf(core, known))?.access }),
  input: z.strictObject({
    field: choiceField(PROTECTED_FIELDS, NAMES, { en: 'Field', zh: '字段' }, { positional: true }),
    role: choiceField(ROLES, ROLE_NAMES, { en: 'Role', zh: '角色' }),
    access: choiceField(ACCESSES, ACCESS_NAMES, { en: 'Access', zh: '权限' }),
  }),
  async run(core, policy) {
    await changeFieldPolicy(core, policy);
    await core.flush();
    return drawFields(core, { inPlace: true });
  },
});
