import { bump, into, OWNED, type Sample } from './sample.ts';

export const DEALS: Readonly<Record<string, Sample>> = {
  opportunities: {
    relations: OWNED,
    insert: ({ id, owner, by, customer }) =>
      into('opportunities', {
        id,
        customer_id: customer,
        name: `商机${id}`,
        owner_id: owner,
        stage_key: 'contact',
        currency: 'CNY',
        created_by: by,
      }),
    set: bump,
  },
  open_opportunities: {
    relations: OWNED,
    // It is there as soon as its deal is.
    insert: ({ opportunity, customer, owner }) =>
      `${into('open_opportunities', {
        id: opportunity,
        customer_id: customer,
        owner_id: owner,
        stage_key: 'contact',
        stage_since: '2026-05-20',
        currency: 'CNY',
        quiet_on: '2026-05-20',
      })} ON CONFLICT DO NOTHING`,
    set: 'quiet_on = quiet_on',
    where: ({ opportunity }) => `id = '${opportunity}'`,
  },
  opportunity_products: {
    relations: OWNED,
    insert: ({ id, opportunity }) =>
      into('opportunity_products', {
        id,
        opportunity_id: opportunity,
        product_id: "(SELECT id FROM products WHERE code = 'P-0')",
        quantity: '1',
        price: '1',
        currency: 'CNY',
      }),
    set: bump,
  },
  opportunity_competitors: {
    relations: OWNED,
    insert: ({ id, opportunity }) =>
      into('opportunity_competitors', { id, opportunity_id: opportunity, name: `对手${id}` }),
    set: bump,
  },
  opportunity_members: {
    relations: OWNED,
    insert: ({ id, opportunity, by }) =>
      into('opportunity_members', { id, opportunity_id: opportunity, user_id: by, share: '100' }),
    set: bump,
  },
  contact_roles: {
    relations: OWNED,
    insert: ({ id, opportunity, customer }) =>
      into('contact_roles', {
        id,
        customer_id: customer,
        contact_id: `(SELECT id FROM contacts WHERE customer_id = '${customer}')`,
        opportunity_id: opportunity,
        role: 'user',
      }),
    set: bump,
  },
  stage_moves: {
    relations: OWNED,
    insert: ({ id, opportunity, by }) =>
      into('stage_moves', { id, opportunity_id: opportunity, to_stage: 'needs', moved_by: by }),
    set: bump,
  },
  approval_requests: {
    relations: OWNED,
    insert: ({ id, asked, by }) =>
      into('approval_requests', {
        id,
        kind: 'discount',
        entity: 'opportunity',
        record_id: asked,
        round: '1',
        requester_id: by,
        terms: '{"bps": 1000}',
      }),
    set: bump,
  },
  approval_steps: {
    relations: OWNED,
    insert: ({ id, request }) =>
      into('approval_steps', {
        id,
        request_id: request,
        level: '1',
        role: 'director',
        state: 'pending',
      }),
    set: (me) => `state = 'approved', decided_by = '${me}', version = version + 1`,
  },
  grants: {
    relations: OWNED,
    insert: ({ id, opportunity }) =>
      into('grants', { id, entity: 'opportunity', record_id: opportunity, user_id: id, reason: 'watcher' }),
    set: bump,
  },
};
