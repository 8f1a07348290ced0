import type { Core } from '../context.ts';
import { findCustomers, meantIds } from '../customers/find-customers.ts';
import { DomainError } from '../errors.ts';
import { findTeams } from '../people/teams.ts';
import { findMeantProducts } from '../products/meant-products.ts';
import type { Text } from '../text.ts';
import type { Catalogue, Entity, FieldType } from './catalogue/entity.ts';
import { checkQuestion, fieldOf } from './check-question.ts';
import { findPeopleNamed } from './people-named.ts';
import type { Filter, Question } from './question.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Typed by hand: nothing we keep is called by more. */
type Named = { id: string; name: string };

/**
 * The same question with ids in place of names, as it is compiled and saved. Throws bad_input where it cannot be asked
 * or a name means several, not_found for a name nobody carries among what the actor may see.
 */
export async function resolveQuestion(core: Core, catalogue: Catalogue, question: Question): Promise<Question> {
  const entity = checkQuestion(catalogue, question);
  const [filters, part] = await Promise.all([
    resolved(core, entity, withItsRows(entity, question)),
    resolved(core, entity, question.part),
  ]);
  return { ...question, filters, part };
}

function resolved(core: Core, entity: Entity, filters: readonly Filter[]): Promise<Filter[]> {
  return Promise.all(
    filters.map(async (filter): Promise<Filter> => {
      const { type, choices, isOfProducts } = fieldOf(entity, filter.field);
      // The company's own choices are meant by their names in either language, however they are written.
      if (type === 'choice' && !choices) {
        return { ...filter, values: filter.values.map((value) => value.toLowerCase()) };
      }
      if (isOfProducts) {
        const ids = await Promise.all(filter.values.map((value) => productsOf(core, value)));
        return {
          field: filter.field,
          op: filter.op === 'contains' ? 'in' : filter.op,
          values: [...new Set(ids.flat())],
        };
      }
      if (!isNamed(type) || filter.values.every((value) => UUID.test(value))) {
        return filter;
      }
      const ids = await Promise.all(filter.values.map((value) => idsOf(core, type, value)));
      return { field: filter.field, op: toMany(filter.op), values: [...new Set(ids.flat())] };
    }),
  );
}

const productsOf = async (core: Core, value: string) => (UUID.test(value) ? [value] : findMeantProducts(core, value));

/** A figure by itself is of the records it is made of: an average of those answered counts and lists no others. */
function withItsRows(entity: Entity, { measures, having, filters }: Question): Filter[] {
  const [key, ...others] = new Set([...measures, ...having.map(({ measure }) => measure)]);
  const of = entity.measures.find((measure) => measure.key === key)?.of;
  return of && others.length === 0 && !filters.some(({ field }) => field === of.field)
    ? [{ ...of, values: [...of.values] }, ...filters]
    : filters;
}

const isNamed = (type: FieldType): type is 'person' | 'team' | 'record' =>
  type === 'person' || type === 'team' || type === 'record';

/** A name may stand for several records. */
const toMany = (op: Filter['op']) => (op === 'eq' ? 'in' : op === 'ne' ? 'not_in' : op);

async function idsOf(core: Core, type: 'person' | 'team' | 'record', value: string): Promise<string[]> {
  if (UUID.test(value)) {
    return [value];
  }
  switch (type) {
    case 'person':
      return value === 'me' ? [core.actor.userId] : [only(value, await findPeopleNamed(core, value), PERSON)];
    case 'team':
      return [only(value, await teamsNamed(core, value), TEAM)];
    case 'record': {
      const hits = await findCustomers(core, { mention: value });
      const meant = meantIds(hits);
      return meant.length > 0 ? meant : absent(value, CUSTOMER, hits);
    }
  }
}

const PERSON: Text = { en: 'nobody called “{name}”', zh: '同事“{name}”' };
const TEAM: Text = { en: 'no team called “{name}”', zh: '团队“{name}”' };
const CUSTOMER: Text = { en: 'no customer called “{name}”', zh: '客户“{name}”' };

/** 北区 and North both mean the team called 北区 North. */
async function teamsNamed(core: Core, name: string): Promise<Named[]> {
  const said = name.toLowerCase();
  const teams = await findTeams(core);
  const exact = teams.filter((team) => team.name.toLowerCase() === said);
  return exact.length > 0 ? exact : teams.filter((team) => team.name.toLowerCase().split(/\s+/).includes(said));
}

function only(said: string, found: readonly Named[], what: Text): string {
  const [one, another] = found;
  if (!one) {
    return absent(said, what);
  }
  if (another) {
    const names = found.map(({ name }) => name);
    throw new DomainError('bad_input', `several called ${said}`, {
      say: { en: `Whom do you mean: ${names.join(', ')}?`, zh: `你指的是哪位：${names.join('、')}？` },
    });
  }
  return one.id;
}

function absent(said: string, { en, zh }: Text, near: readonly Named[] = []): never {
  const what = { en: en.replace('{name}', () => said), zh: zh.replace('{name}', () => said) };
  const names = near.map(({ name }) => name);
  const asked =
    names.length > 0
      ? { en: ` Did you mean: ${names.join(', ')}?`, zh: `你是不是指：${names.join('、')}？` }
      : { en: '', zh: '' };
  throw new DomainError('not_found', what.en, {
    say: {
      en: `There is ${what.en} among those you may see.${asked.en}`,
      zh: `在你可见的范围内没有找到${what.zh}。${asked.zh}`,
    },
  });
}
