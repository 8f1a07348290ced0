import { activity } from './activity.ts';
import { invoice, order, payment } from './billing.ts';
import { colleague } from './colleague.ts';
import { contact } from './contact.ts';
import { customer } from './customer.ts';
import type { Catalogue } from './entity.ts';
import { lead } from './lead.ts';
import { opportunity } from './opportunity.ts';
import { quote } from './quote.ts';
import { stay } from './stay.ts';
import { task } from './task.ts';
import { ticket } from './ticket.ts';

/** What can be asked about, one file an entity. A company's own kinds are added for each request (`catalogueFor`). */
export const CATALOGUE = {
  opportunity,
  lead,
  customer,
  contact,
  activity,
  task,
  ticket,
  quote,
  order,
  invoice,
  payment,
  stay,
  colleague,
} as const satisfies Catalogue;

export type EntityKey = keyof typeof CATALOGUE;
