import { bump, into, LED, POOLED, type Sample } from './sample.ts';

const invoiceOf: Sample['insert'] = ({ id, customer, by }) =>
  into('invoices', {
    id,
    number: id,
    customer_id: customer,
    issued_on: '2026-05-20',
    due_on: '2026-06-20',
    amount: '100',
    currency: 'CNY',
    created_by: by,
  });

export const CUSTOMERS: Readonly<Record<string, Sample>> = {
  customers: {
    relations: POOLED,
    insert: ({ id, owner, by }) =>
      into('customers', { id, name: `公司${id}`, name_key: id, owner_id: owner, created_by: by }),
    set: bump,
  },
  contacts: {
    relations: POOLED,
    insert: ({ id, customer }) => into('contacts', { id, customer_id: customer, name: `联系人${id}` }),
    set: bump,
  },
  name_keys: {
    relations: POOLED,
    insert: ({ id, customer }) => into('name_keys', { id, key: id, entity: 'customer', record_id: customer }),
    set: bump,
  },
  service_tickets: {
    relations: POOLED,
    insert: ({ id, customer, by }) =>
      into('service_tickets', { id, customer_id: customer, kind: 'fault', title: `工单${id}`, opened_by: by }),
    set: bump,
  },
  customer_tiers: {
    relations: POOLED,
    // It is there as soon as its customer is.
    insert: ({ customer }) => `${into('customer_tiers', { id: customer })} ON CONFLICT DO NOTHING`,
    set: bump,
    where: ({ customer }) => `id = '${customer}'`,
  },
  touches: {
    relations: POOLED,
    insert: ({ id, customer, by }) =>
      into('touches', {
        id,
        customer_id: customer,
        kind: 'other',
        what: 'x',
        occurred_at: '2026-05-20',
        created_by: by,
      }),
    set: bump,
  },
  objects: {
    relations: POOLED,
    insert: ({ id, customer, by }) =>
      into('objects', {
        id,
        type_id: '(SELECT id FROM object_types LIMIT 1)',
        customer_id: customer,
        name: `档案${id}`,
        created_by: by,
      }),
    set: bump,
  },
  milestones: {
    relations: POOLED,
    insert: ({ id, customer, by }) =>
      into('milestones', { id, customer_id: customer, name: `节点${id}`, created_by: by }),
    set: bump,
  },
  sales_documents: {
    relations: POOLED,
    insert: ({ id, customer, by }) =>
      into('sales_documents', {
        id,
        kind: 'order',
        number: id,
        customer_id: customer,
        dated_on: '2026-05-20',
        amount: '100',
        currency: 'CNY',
        state: 'open',
        created_by: by,
      }),
    set: bump,
  },
  invoices: {
    relations: POOLED,
    insert: invoiceOf,
    set: bump,
  },
  open_invoices: {
    relations: POOLED,
    // It goes where there is no such invoice.
    insert: (row) => {
      const { id, customer } = row;
      const owned = into('open_invoices', {
        id,
        customer_id: customer,
        owner_id: `(SELECT owner_id FROM customers WHERE id = '${customer}')`,
        number: id,
        issued_on: '2026-05-20',
        due_on: '2026-06-20',
        amount: '100',
        open: '100',
        currency: 'CNY',
      });
      return `WITH billed AS (${invoiceOf(row)}) ${owned}`;
    },
    set: 'open = open',
  },
  payments: {
    relations: POOLED,
    insert: ({ id, customer, by }) =>
      into('payments', {
        id,
        customer_id: customer,
        received_on: '2026-05-20',
        amount: '1',
        currency: 'CNY',
        created_by: by,
      }),
    set: bump,
  },
  credit_limits: {
    relations: POOLED,
    insert: ({ id, customer, by }) =>
      into('credit_limits', { id, customer_id: customer, amount: '100', currency: 'CNY', created_by: by }),
    set: bump,
  },
  segments: {
    relations: LED,
    insert: ({ id, owner }) =>
      into('segments', { id, name: `名单${id}`, owner_id: owner, question: '{"entity":"customer"}' }),
    set: bump,
  },
  call_list_entries: {
    relations: LED,
    insert: ({ id, segment, customer, owner }) =>
      into('call_list_entries', {
        id,
        segment_id: segment,
        customer_id: customer,
        person_id: owner,
        state: 'skipped',
        began_at: '(parley_now())',
        until: "(parley_now() + interval '1 day')",
      }),
    set: bump,
  },
  ticket_entries: {
    relations: POOLED,
    insert: ({ id, ticket, by }) => into('ticket_entries', { id, ticket_id: ticket, author_id: by, text: 'x' }),
    set: bump,
  },
};
