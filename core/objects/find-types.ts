import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { fold } from '../names/index.ts';
import type { FieldDeclaration, ObjectRule, ObjectType } from './declaration.ts';

type Row = Pick<ObjectType, 'id' | 'key' | 'synonyms' | 'version'> & {
  active: boolean;
  zh: string;
  en: string;
  labelZh: string;
  labelEn: string;
  fields: FieldDeclaration[];
  rules: ObjectRule[];
};

/** The company's own kinds of objects that are in use, in their order (R22); `all` are those that were removed as well. */
export async function findObjectTypes(
  core: Pick<Core, 'sql'>,
  { all = false }: { all?: boolean } = {},
): Promise<(ObjectType & { active: boolean })[]> {
  const rows = await core.sql<Row>({
    name: 'object-types',
    text: `SELECT id, key, name_zh AS zh, name_en AS en, synonyms, label_zh AS "labelZh", label_en AS "labelEn", fields, rules, version, active
             FROM object_types WHERE active OR $1 ORDER BY active DESC, position, key`,
    values: [all],
    isRead: true,
  });
  return rows.map(({ zh, en, labelZh, labelEn, ...row }) => ({
    ...row,
    name: { zh, en },
    label: { zh: labelZh, en: labelEn },
  }));
}

/** The types these words may mean: by key, name or another word; each alone where it is meant exactly. */
export function matchTypes<Type extends ObjectType>(types: readonly Type[], words: string): Type[] {
  const said = fold(words);
  const called = ({ key, name, synonyms }: ObjectType) => [key, name.zh, name.en, ...synonyms].map(fold);
  const exact = types.filter((type) => called(type).some((word) => word === said || `${word}s` === said));
  return exact.length > 0 || said === ''
    ? exact
    : types.filter((type) => called(type).some((word) => word.includes(said)));
}

/** Throws not_found. */
export async function getObjectType(core: Core, key: string): Promise<ObjectType> {
  const type = (await findObjectTypes(core)).find((each) => each.key === key);
  if (!type) {
    throw new DomainError('not_found', `object type ${key}`);
  }
  return type;
}
