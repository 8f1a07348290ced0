import type { Core } from '../context.ts';
import { findObjectTypes } from '../objects/find-types.ts';
import type { Catalogue } from './catalogue/entity.ts';
import { CATALOGUE } from './catalogue/index.ts';
import { isOwnKey, toOwnKey } from './catalogue/own-keys.ts';
import { ownKind } from './catalogue/own-kind.ts';
import type { Question } from './question.ts';

/** What can be asked about where this is asked: the catalogue as declared, and the company's own kinds where it is about one. */
export async function catalogueFor(
  core: Pick<Core, 'sql'>,
  ...questions: readonly Pick<Question, 'entity'>[]
): Promise<Catalogue> {
  return questions.some(({ entity }) => isOwnKey(entity)) ? { ...CATALOGUE, ...(await findOwnKinds(core)) } : CATALOGUE;
}

/** The company's own kinds of objects, as they are declared today (R22). */
export async function findOwnKinds(core: Pick<Core, 'sql'>): Promise<Catalogue> {
  const types = await findObjectTypes(core);
  return Object.fromEntries(types.map((type) => [toOwnKey(type.key), ownKind(type)]));
}
