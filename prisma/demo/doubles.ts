import type { Calendar } from './calendar.ts';
import type { customerRows, Names } from './customers.ts';
import { userId } from './people.ts';
import { demoId } from './random.ts';

/** The same works under two names, entered at a fair by somebody who had not looked: one phone, 韩梅梅's both (R80). */
const TWICE = { of: demoId('customer', 'hengyue-yiqi'), name: '衡岳仪器仪表有限公司', ago: 12 };

/** To be put in after the customers. */
export function doubleRows(
  { customers }: Pick<ReturnType<typeof customerRows>, 'customers'>,
  calendar: Calendar,
  { nameKeys, nameKey }: Names,
) {
  const id = demoId('customer', 'double');
  const { name, ago, of } = TWICE;
  const twins = customers
    .filter((customer) => customer.id === of)
    .map((customer) => ({
      ...customer,
      ...{ id, name, name_key: nameKey(name), address: null, place: null },
      created_by: userId('han.meimei'),
      created_at: calendar.at(calendar.workday(-ago), 15 * 60),
    }));
  const keys = [...new Set(nameKeys(name))].map((key) => ({
    id: demoId('name_key', `double/${key}`),
    ...{ key, entity: 'customer', record_id: id },
  }));
  return { customers: twins, name_keys: keys };
}
