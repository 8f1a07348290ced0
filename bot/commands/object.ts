import { z } from 'zod';
import { isId } from '../../core/id.ts';
import { moneySchema } from '../../core/money.ts';
import { addObject } from '../../core/objects/add-object.ts';
import { changeObject } from '../../core/objects/change-object.ts';
import { type ObjectType, schemaOf, valueUnder } from '../../core/objects/declaration.ts';
import { type DueObject, findDueObjects } from '../../core/objects/find-due-objects.ts';
import { findObjects, getObject, type ObjectLine } from '../../core/objects/find-objects.ts';
import { findObjectTypes, matchTypes } from '../../core/objects/find-types.ts';
import { removeObject } from '../../core/objects/remove-object.ts';
import type { Text } from '../../core/text.ts';
import { type Command, defineCommand, EVERYBODY, SELLERS } from '../command.ts';
import { readTail } from '../derive/read-tail.ts';
import { dayField, recordField, textField } from '../fields/common.ts';
import { declaredFields } from '../fields/declared.ts';
import { field, optional } from '../fields/field.ts';
import { onlyMeant } from '../fields/meant.ts';
import { OBJECT_RECORDS } from '../fields/object-records.ts';
import type { Invocation } from '../invocation.ts';
import { pageField, readPage } from '../page.ts';
import { money } from '../views/format.ts';
import { objectCard, objectKeptCard, objectRemovedCard, objectsCard } from '../views/object.ts';
import { viewer } from '../views/viewer.ts';

const KEEPERS = [...SELLERS, 'service'] as const;
const TYPE: Text = { en: 'Kind', zh: '类型' };
const LONGEST_SUBMIT = 24;

const typeField = () => field(z.string().min(1).max(200), { kind: 'objectType', label: TYPE, positional: true });
const customerField = () => recordField('customer', { en: 'Customer', zh: '客户' }, { positional: true });
const objectField = () => recordField('object', { en: 'Record', zh: '档案' }, { positional: true });
const carried = () => field(z.string().min(1).max(200), { kind: 'text', label: TYPE, hidden: true });

/** What was typed under a field's name in either language is the field's. */
function underKeys(
  input: Invocation['input'],
  { fields, label }: Pick<ObjectType, 'fields' | 'label'>,
): Record<string, unknown> {
  const known = [...fields, { key: 'name', name: label }];
  const keyOf = (said: string) =>
    known.find(({ key, name }) =>
      [key.toLowerCase(), name.zh, name.en.toLowerCase(), name.en.toLowerCase().replaceAll(' ', '-')].includes(
        said.toLowerCase(),
      ),
    )?.key ?? said;
  return Object.fromEntries(Object.entries(input).map(([name, value]) => [keyOf(name), value]));
}

/** Said in one breath, days and choices are still part of the name; a form has a place for each. */
function spread(
  input: Record<string, unknown>,
  type: Pick<ObjectType, 'fields' | 'label'>,
  context: Parameters<typeof readTail>[2],
) {
  const { name, ...rest } = input;
  return typeof name === 'string' ? { ...readTail(type, name, context), ...rest } : rest;
}

const shortEnough = ({ en, zh }: Text, or: Text): Text =>
  en.length > LONGEST_SUBMIT || zh.length > LONGEST_SUBMIT ? or : { en, zh };

const added = (type: Pick<ObjectType, 'name' | 'label' | 'fields'>): Command =>
  defineCommand({
    ...objectAdd,
    summary: { en: `New ${type.name.en.toLowerCase()}`, zh: `登记${type.name.zh}` },
    submit: shortEnough(
      { en: `Add ${type.name.en.toLowerCase()}`, zh: `登记${type.name.zh}` },
      { en: 'Add it', zh: '登记' },
    ),
    input: z.strictObject({
      type: carried(),
      customer: customerField(),
      name: textField(type.label, { positional: true }),
      ...declaredFields(type.fields),
    }),
    async run(core, { type: typeKey, customer, name, ...values }) {
      const kept = await addObject(core, { typeKey, customerId: customer, name, values });
      await core.flush();
      return {
        kind: 'card',
        card: objectKeptCard(await getObject(core, kept.id), viewer(core), true),
      };
    },
  });

const objectAdd = defineCommand({
  name: 'object.add',
  words: { en: ['item add', 'new item', 'object add'], zh: ['登记档案', '新增档案', '新建档案'] },
  summary: { en: 'Record a vehicle, a visit or the like', zh: '登记客户档案（设备、车辆、门店等）' },
  submit: { en: 'Go on', zh: '下一步' },
  examples: {
    en: ['item add equipment Acme "Compressor 3, bought in May 2025"'],
    zh: ['登记档案 设备 华星电子 3号空压机 2025年5月装的'],
  },
  effect: 'write',
  allow: KEEPERS,
  input: z.strictObject({
    type: typeField(),
    customer: customerField(),
    name: textField({ en: 'Name', zh: '名称' }, { positional: true }),
  }),
  async tailor(core, { input, via }) {
    const types = await findObjectTypes(core);
    const [only, another] = typeof input.type === 'string' ? matchTypes(types, input.type) : types;
    if (!only || another) {
      return undefined;
    }
    const own = { ...underKeys(input, only), type: only.key };
    return {
      command: added(only),
      input: via === 'form' ? own : spread(own, only, { today: core.today, org: core.org }),
    };
  },
  run: async () => {
    throw new Error('an object is added as what its type declares');
  },
});

const objectList = defineCommand({
  name: 'object.list',
  words: { en: ['items', 'item list', 'object list'], zh: ['档案列表', '客户档案', '我的档案'] },
  summary: { en: 'Vehicles, visits and the like', zh: '客户档案列表' },
  examples: {
    en: ['items', 'items equipment', 'items equipment --due-by "end of next month"'],
    zh: ['档案列表', '档案列表 设备 --客户 华星电子', '档案列表 设备 --到期不晚于 下月底'],
  },
  effect: 'read',
  allow: EVERYBODY,
  input: z.strictObject({
    type: optional(typeField()),
    customer: optional(recordField('customer', { en: 'Customer', zh: '客户' })),
    due: optional(dayField({ en: 'Due by', zh: '到期不晚于' })),
    page: pageField(),
  }),
  async run(core, { type, customer: customerId, due, page }) {
    const [types, objects] = await Promise.all([
      findObjectTypes(core),
      readPage<ObjectLine | DueObject>(page, (window) =>
        due === undefined
          ? findObjects(core, { type, customerId, ...window })
          : findDueObjects(core, { type, customerId, until: due, ...window }),
      ),
    ]);
    const card = objectsCard(objects, { types, type, customer: customerId, due }, viewer(core));
    return { kind: 'card', inPlace: page !== undefined, card };
  },
});

const objectShow = defineCommand({
  name: 'object.show',
  words: { en: ['item show', 'item', 'object show'], zh: ['查看档案'] },
  summary: { en: 'Show one of them', zh: '查看一份档案' },
  examples: { en: ['item "Compressor 3"'], zh: ['查看档案 3号空压机'] },
  effect: 'read',
  allow: EVERYBODY,
  input: z.strictObject({ object: objectField() }),
  async run(core, { object }) {
    return { kind: 'card', card: objectCard(await getObject(core, object), viewer(core)) };
  },
});

const changed = (object: ObjectLine): Command =>
  defineCommand({
    ...objectChange,
    summary: { en: `Change ${object.type.name.en.toLowerCase()}`, zh: `修改${object.type.name.zh}` },
    input: z.strictObject({
      object: objectField(),
      name: optional(textField(object.type.label)),
      ...declaredFields(object.type.fields, { isChange: true }),
    }),
    async prefill(core) {
      return { name: object.name, ...asTyped(object, core.actor) };
    },
    async run(core, { object: objectId, name, ...values }) {
      await changeObject(core, { objectId, name, values });
      await core.flush();
      return {
        kind: 'card',
        card: objectKeptCard(await getObject(core, objectId), viewer(core), false),
      };
    },
  });

/** Values as a form shows them; a choice that is no longer offered has no place there. */
function asTyped({ type, values }: ObjectLine, actor: Parameters<typeof money>[2]): Record<string, unknown> {
  return Object.fromEntries(
    type.fields.flatMap((each) => {
      const value = valueUnder(each, values);
      const sum = moneySchema.safeParse(value);
      const isHeld = value !== undefined && schemaOf(each).safeParse(value).success;
      return isHeld ? [[each.key, sum.success ? money(sum.data.minor, sum.data.currency, actor) : String(value)]] : [];
    }),
  );
}

const objectChange = defineCommand({
  name: 'object.change',
  words: { en: ['item change', 'object change', 'object set'], zh: ['修改档案'] },
  summary: { en: 'Change what is recorded of one', zh: '修改档案' },
  submit: { en: 'Save changes', zh: '保存修改' },
  examples: { en: ['item change "Compressor 3"'], zh: ['修改档案 3号空压机'] },
  effect: 'write',
  allow: KEEPERS,
  asksWhenEmpty: true,
  changes: { table: 'objects', record: 'object', shownBy: 'object.show' },
  input: z.strictObject({
    object: objectField(),
    name: optional(textField({ en: 'Name', zh: '名称' })),
  }),
  async tailor(core, { input }) {
    if (typeof input.object !== 'string') {
      return undefined;
    }
    const only = isId(input.object)
      ? { id: input.object }
      : onlyMeant(await OBJECT_RECORDS.object.find(core, input.object));
    if (!only) {
      return undefined;
    }
    const object = await getObject(core, only.id);
    return { command: changed(object), input: { ...underKeys(input, object.type), object: only.id } };
  },
  run: async () => {
    throw new Error('an object is changed as its type declares');
  },
});

const objectRemove = defineCommand({
  name: 'object.remove',
  words: { en: ['item remove', 'item delete', 'object remove'], zh: ['移除档案', '删除档案'] },
  summary: { en: 'Remove one of them', zh: '移除一份档案' },
  submit: { en: 'Remove it', zh: '移除档案' },
  examples: { en: ['item remove "Compressor 3"'], zh: ['移除档案 3号空压机'] },
  effect: 'write',
  allow: KEEPERS,
  input: z.strictObject({ object: objectField() }),
  async run(core, { object }) {
    const removed = await removeObject(core, object);
    return { kind: 'card', inPlace: true, card: objectRemovedCard(removed, viewer(core)) };
  },
});

/** In the order help shows them. */
export const objects = [objectAdd, objectList, objectShow, objectChange, objectRemove] as const;
