import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../id.ts';
import { bothNames } from '../names/both-names.ts';
import { fold } from '../names/index.ts';
import { reworded, type Text } from '../text.ts';
import { type FieldDeclaration, fieldSchema, type ObjectRule, type ObjectType, ruleSchema } from './declaration.ts';
import { findObjectTypes, matchTypes } from './find-types.ts';

export type TypeChange = {
  /** Its name in either language, another word for it, or a name nobody has used yet. */
  name: string;
  nameZh?: string | undefined;
  nameEn?: string | undefined;
  synonyms?: readonly string[] | undefined;
  /** What its own name is called, in the actor's language. */
  label?: string | undefined;
  /** All of them, in their order; what was recorded under one that is left out is kept unseen. */
  fields?: readonly FieldDeclaration[] | undefined;
  rules?: readonly ObjectRule[] | undefined;
};

/** The type exactly called so, where there is one; else one of that name that was removed and is meant to come back. */
export async function findTypeCalled(
  core: Core,
  name: string,
): Promise<(ObjectType & { active: boolean }) | undefined> {
  const types = await findObjectTypes(core, { all: true });
  const [only, another] = matchTypes(
    types.filter(({ active }) => active),
    name,
  );
  const words = only ? [only.key, only.name.zh, only.name.en, ...only.synonyms].map(fold) : [];
  return !another && words.includes(fold(name))
    ? only
    : types.find((type) => !type.active && [type.name.zh, type.name.en].map(fold).includes(fold(name)));
}

/** Adds a kind of object, or changes the one called so (R22). Throws bad_input for a rule about a field it does not have. */
export async function declareType(core: Core, change: TypeChange): Promise<{ name: Text; isNew: boolean }> {
  const { name, nameZh, nameEn, label, synonyms } = change;
  const known = await findTypeCalled(core, name);
  const fields = (change.fields ?? known?.fields ?? []).map((field) => fieldSchema.parse(field));
  const rules = (change.rules ?? known?.rules ?? []).map((rule) => ruleSchema.parse(rule));
  const stray = rules.find(({ field, kind }) => {
    const wanted = kind === 'task' ? 'date' : 'person';
    return !fields.some((each) => each.key === field && each.kind === wanted);
  });
  if (stray) {
    throw new DomainError('bad_input', `a rule about ${stray.field}`, {
      say: {
        en: 'A reminder needs a date among the fields, and telling somebody needs a colleague.',
        zh: '提醒规则需要一个日期字段，通知规则需要一个同事字段。',
      },
    });
  }
  const names = bothNames(known?.name ?? { zh: name, en: name }, { nameZh, nameEn }) ?? { zh: name, en: name };
  const row = {
    nameZh: names.zh,
    nameEn: names.en,
    ...(label ? labels(reworded(known?.label, label, core.actor.locale)) : {}),
    ...(synonyms ? { synonyms: [...synonyms] } : {}),
    fields,
    rules,
    active: true,
  };
  if (known) {
    core.change.update('object_types', known.id, row, { version: known.version });
  } else {
    const first = labels({ zh: '名称', en: 'Name' });
    core.change.insert('object_types', { id: newId(), key: newId(), ...first, ...row });
  }
  return { name: names, isNew: !known };
}

const labels = ({ zh, en }: Text) => ({ labelZh: zh, labelEn: en });
