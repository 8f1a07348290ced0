// A row of every table, for trying out who may do what to it: a new table has a line here and one in the matrix, in the
// same room of both.
import { ACTIVITIES } from './matrix-samples/activities.ts';
import { COMPANY } from './matrix-samples/company.ts';
import { CUSTOMERS } from './matrix-samples/customers.ts';
import { DEALS } from './matrix-samples/deals.ts';
import { LEADS } from './matrix-samples/leads.ts';
import type { Sample } from './matrix-samples/sample.ts';

export type { Making, Sample } from './matrix-samples/sample.ts';

/** A row of every table a person could reach for. */
export const SAMPLES: Readonly<Record<string, Sample>> = {
  ...LEADS,
  ...CUSTOMERS,
  ...DEALS,
  ...ACTIVITIES,
  ...COMPANY,
};
