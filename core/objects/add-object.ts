import type { Core } from '../context.ts';
import { getCustomerWithDeal } from '../customers/sole-deal.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../id.ts';
import { type ObjectType, toStored, type Values, valuesSchema } from './declaration.ts';
import type { ObjectLine } from './find-objects.ts';
import { getObjectType } from './find-types.ts';

/** Puts an own object of a customer on record (R22). Throws bad_input for values its type does not declare. */
export async function addObject(
  core: Core,
  { typeKey, customerId, name, values }: { typeKey: string; customerId: string; name: string; values: Values },
): Promise<Pick<ObjectLine, 'id' | 'name' | 'customerId' | 'customerName'> & { type: ObjectType }> {
  const [type, customer] = await Promise.all([getObjectType(core, typeKey), getCustomerWithDeal(core, customerId)]);
  const stored = toStored(checked(type.fields, values));
  const id = newId();
  core.change.insert('objects', {
    id,
    typeId: type.id,
    customerId,
    name,
    values: stored as Record<string, string>,
    createdBy: core.actor.userId,
  });
  if (type.rules.some((rule) => rule.kind === 'tell' && stored[rule.field] !== undefined)) {
    core.change.record('object.added', { objectId: id });
  }
  return { id, name, type, customerId, customerName: customer.name };
}

/** What was given, as the declaration lets it be. */
export function checked(fields: ObjectType['fields'], values: Values, { isChange = false } = {}): Values {
  const judged = valuesSchema(fields, { isChange }).safeParse(values);
  if (!judged.success) {
    throw new DomainError(
      'bad_input',
      judged.error.issues.map(({ path, code }) => `${path.join('.')}: ${code}`).join(),
    );
  }
  return judged.data;
}
