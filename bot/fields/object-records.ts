import type { Core } from '../../core/context.ts';
import { findCustomers, meantIds } from '../../core/customers/find-customers.ts';
import { findObjects, type ObjectLine, searchObjects } from '../../core/objects/find-objects.ts';
import { findObjectTypes, matchTypes } from '../../core/objects/find-types.ts';
import { matchTemplates, TEMPLATES } from '../../core/templates/index.ts';
import type { RecordKindRule } from './record-rule.ts';

const OFFERED = 5;

/** A company's own kinds of objects, the objects themselves, and the industries that bring such kinds. */
export const OBJECT_RECORDS = {
  objectType: {
    name: { en: 'kind of record', zh: '档案类型' },
    placeholder: { en: 'vehicle', zh: '车辆' },
    find: async (core, mention) =>
      matchTypes(await findObjectTypes(core), mention).map(({ key, name }) => ({
        id: key,
        label: name[core.actor.locale],
      })),
    options: async (core) =>
      (await findObjectTypes(core)).map(({ key, name }) => ({ id: key, label: name[core.actor.locale] })),
  },
  template: {
    name: { en: 'industry template', zh: '行业模板' },
    placeholder: { en: 'manufacturing', zh: '制造业' },
    find: async ({ actor }, mention) =>
      matchTemplates(mention).map(({ key, name }) => ({ id: key, label: name[actor.locale] })),
    options: async ({ actor }) => TEMPLATES.map(({ key, name }) => ({ id: key, label: name[actor.locale] })),
  },
  object: {
    name: { en: 'record', zh: '档案' },
    placeholder: { en: 'its name, or the customer', zh: '名称或客户' },
    label: async ({ sql }, id) => {
      const [found] = await sql<{ name: string }>({
        name: 'object-name',
        text: 'SELECT name FROM objects WHERE id = $1',
        values: [id],
      });
      return found?.name;
    },
    async find(core, mention) {
      const customers = await findCustomers(core, { mention });
      const meant = meantIds(customers);
      const found = await searchObjects(core, { mention, customerIds: meant });
      const exact = found.filter(({ name }) => name.toLowerCase() === mention.trim().toLowerCase());
      return (exact.length === 1 ? exact : found).map((object) => candidate(object, core));
    },
    recent: async (core) => (await findObjects(core, { limit: OFFERED })).map((object) => candidate(object, core)),
  },
} as const satisfies Record<string, RecordKindRule>;

function candidate({ id, name, type, customerName }: ObjectLine, { actor }: Core): { id: string; label: string } {
  return { id, label: [name, type.name[actor.locale], customerName].filter(Boolean).join(' · ') };
}
