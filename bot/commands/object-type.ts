import { z } from 'zod';
import type { Core } from '../../core/context.ts';
import { DomainError } from '../../core/errors.ts';
import type { ObjectRule, ObjectType } from '../../core/objects/declaration.ts';
import { declareType, findTypeCalled } from '../../core/objects/declare-type.ts';
import { findObjectTypes, matchTypes } from '../../core/objects/find-types.ts';
import { countObjects, removeType } from '../../core/objects/remove-type.ts';
import type { Text } from '../../core/text.ts';
import { ADMIN, defineCommand } from '../command.ts';
import type { Reply } from '../contract.ts';
import { readFields, readReminders, writeFields, writeReminders } from '../derive/read-declaration.ts';
import { noteField, textField } from '../fields/common.ts';
import { clearable, field, optional } from '../fields/field.ts';
import { goneText, objectTypesCard, typeRemovedCard } from '../views/object-type.ts';

async function drawTypes(core: Core, { inPlace = false } = {}): Promise<Reply> {
  const card = objectTypesCard(await findObjectTypes(core), core.actor.locale);
  return { kind: 'card', inPlace, card };
}

export const adminObjects = defineCommand({
  name: 'admin.objects',
  words: { en: ['admin objects', 'admin items'], zh: ['管理 档案类型', '档案类型'] },
  summary: { en: 'Kinds of records, their fields and rules', zh: '客户档案的类型、字段与规则' },
  examples: { en: ['admin objects'], zh: ['管理 档案类型'] },
  effect: 'read',
  allow: ADMIN,
  input: z.strictObject({}),
  run: (core) => drawTypes(core),
});

const FIELDS: Text = { en: 'Bought on: date*, Colour: white/black', zh: '购车日期:日期*，颜色:白色/黑色' };
const REMIND: Text = { en: 'Bought on + 180: Service {name}', zh: '购车日期 每 180: {name} 该保养了' };

export const adminObject = defineCommand({
  name: 'admin.object',
  words: { en: ['admin object', 'admin item'], zh: ['管理档案类型', '新增档案类型', '修改档案类型'] },
  summary: { en: 'Add or change a kind of record', zh: '新增或修改档案类型' },
  submit: { en: 'Save the kind', zh: '保存档案类型' },
  examples: {
    en: [
      'admin object Vehicle --called "Number plate" --fields "Bought on: date, Colour: white/black" --remind "Bought on + 180: Service {name}"',
    ],
    zh: [
      '新增档案类型 车辆 --名称叫 车牌号 --字段 "购车日期:日期，颜色:白色/黑色" --提醒 "购车日期 每 180: {name} 该保养了"',
    ],
  },
  effect: 'write',
  allow: ADMIN,
  asksWhenEmpty: true,
  changes: {
    table: 'object_types',
    record: 'kind',
    rowOf: async (core, kind) => (await findTypeCalled(core, kind))?.id,
    shownBy: 'admin.objects',
    isShownAmongAll: true,
    columns: { called: ['labelZh', 'labelEn'], remind: 'rules', tell: 'rules' },
  },
  input: z.strictObject({
    kind: textField({ en: 'Kind', zh: '档案类型' }, { positional: true }),
    nameZh: optional(textField({ en: 'Chinese name', zh: '中文名' })),
    nameEn: optional(textField({ en: 'English name', zh: '英文名' })),
    synonyms: clearable(textField({ en: 'Other words', zh: '同义词' })),
    called: optional(textField({ en: 'Called', zh: '名称叫' }, { example: { en: 'Number plate', zh: '车牌号' } })),
    fields: optional(noteField({ en: 'Fields', zh: '字段' }, { example: FIELDS })),
    remind: clearable(noteField({ en: 'Remind', zh: '提醒' }, { example: REMIND })),
    tell: clearable(
      textField({ en: 'Tell', zh: '通知' }, { example: { en: 'a field with a colleague', zh: '同事字段的名称' } }),
    ),
  }),
  async prefill(core, { kind }) {
    const known = await findTypeCalled(core, String(kind));
    const { locale } = core.actor;
    // One that was removed comes back as it was, whatever is said of it.
    return known?.active
      ? {
          nameZh: known.name.zh,
          nameEn: known.name.en,
          synonyms: known.synonyms.join(', ') || undefined,
          called: known.label[locale],
          fields: writeFields(known.fields, locale) || undefined,
          remind: writeReminders(known.rules, known.fields, locale) || undefined,
          tell: known.fields.find(({ key }) => known.rules.some((rule) => rule.kind === 'tell' && rule.field === key))
            ?.name[locale],
        }
      : {};
  },
  async run(core, { kind, nameZh, nameEn, synonyms, called, fields, remind, tell }) {
    const known = await findTypeCalled(core, kind);
    const declared = fields === undefined ? (known?.fields ?? []) : said(readFields(fields, known?.fields ?? []));
    const kept = known?.rules ?? [];
    const reminders =
      remind === undefined
        ? kept.filter((rule) => rule.kind === 'task')
        : said(readReminders(remind ?? '', declared, kept));
    const told =
      tell === undefined ? kept.filter((rule) => rule.kind === 'tell') : tell === null ? [] : tellOf(tell, declared);
    await declareType(core, {
      name: kind,
      nameZh,
      nameEn,
      label: called,
      synonyms:
        synonyms === null
          ? []
          : synonyms
              ?.split(/[,，、;；]+/u)
              .map((word) => word.trim())
              .filter(Boolean),
      fields: declared,
      rules: [...reminders, ...told],
    });
    await core.flush();
    return drawTypes(core, { inPlace: true });
  },
});

export const adminObjectRemove = defineCommand({
  name: 'admin.object-remove',
  words: { en: ['admin object remove', 'admin item remove'], zh: ['移除档案类型', '停用档案类型', '删除档案类型'] },
  summary: { en: 'Remove a kind of record', zh: '移除档案类型' },
  submit: { en: 'Remove the kind', zh: '移除档案类型' },
  examples: { en: ['admin object remove equipment'], zh: ['移除档案类型 设备'] },
  effect: 'write',
  allow: ADMIN,
  // It takes many records with it, so it is seen how many first.
  asksWhenEmpty: true,
  input: z.strictObject({
    kind: field(z.string().min(1).max(200), {
      kind: 'objectType',
      label: { en: 'Kind', zh: '档案类型' },
      positional: true,
    }),
  }),
  async preview(core, { kind }) {
    const [type] = typeof kind === 'string' ? matchTypes(await findObjectTypes(core), kind) : [];
    return type ? [goneText(await countObjects(core, type.key))] : [];
  },
  async run(core, { kind }) {
    const card = typeRemovedCard(await removeType(core, kind), core.actor.locale);
    return { kind: 'card', inPlace: true, card };
  },
});

/** What was read, or what could not be as the answer. */
function said<Value>(read: { value: Value } | { complaint: Text }): Value {
  if ('complaint' in read) {
    throw new DomainError('bad_input', 'a declaration', { say: read.complaint });
  }
  return read.value;
}

function tellOf(name: string, fields: ObjectType['fields']): ObjectRule[] {
  const field = fields.find((each) => [each.name.zh, each.name.en.toLowerCase()].includes(name.toLowerCase()));
  return [{ kind: 'tell', key: 'tell', field: field?.key ?? 'nobody' }];
}
