// A row of every table, for trying out who may do what to it: a new table has a line here and one in the matrix.
import type { Relation } from '../../core/permissions/matrix/rule.ts';

/** What a row is made of. */
export type Making = {
  id: string;
  relation: Relation;
  /** Whose it is; null in the pool. */
  owner: string | null;
  /** Who puts it there. */
  by: string;
  /** Parents of the same relation. */
  customer: string;
  lead: string;
  opportunity: string;
  /** Another one, about which a director is asked. */
  asked: string;
  request: string;
  change: string;
  ticket: string;
  segment: string;
  delivery: string;
};

export type Sample = {
  /** In which relations there can be one. */
  relations: readonly Relation[];
  insert(row: Making): string;
  /** The SET clause of a change; a signature where that is what changing is. */
  set: string | ((me: string) => string);
  /** Which row it is, where that is not by id. */
  where?(row: Making): string;
};

const OWNED = ['own', 'team', 'other', 'granted'] as const;
const POOLED = [...OWNED, 'pool'] as const;
const ANY = ['any'] as const;
const LED = ['own', 'team', 'other'] as const;
const MINE = ['own', 'other'] as const;

const bump = 'version = version + 1';
const text = (value: string | null) => (value === null ? 'NULL' : `'${value}'`);
const into = (table: string, columns: Record<string, string | null>) =>
  `INSERT INTO ${table} (${Object.keys(columns).join(', ')}) VALUES (${Object.values(columns)
    .map((value) => (value?.startsWith('(') ? value : text(value)))
    .join(', ')})`;

/** A row of every table a person could reach for. */
export const SAMPLES: Readonly<Record<string, Sample>> = {
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
  leads: {
    relations: POOLED,
    insert: ({ id, owner, by }) => into('leads', { id, contact_name: `线索${id}`, owner_id: owner, created_by: by }),
    set: bump,
  },
  taggings: {
    relations: POOLED,
    insert: ({ id, lead, by }) =>
      into('taggings', { id, tag_id: '00000000-0000-7000-8000-000000002201', lead_id: lead, created_by: by }),
    set: bump,
  },
  enquiries: {
    relations: POOLED,
    insert: ({ id, lead, by }) => into('enquiries', { id, lead_id: lead, created_by: by }),
    set: bump,
  },
  pool_moves: {
    relations: POOLED,
    insert: ({ id, lead, by }) =>
      into('pool_moves', { id, lead_id: lead, kind: 'claimed', user_id: by, created_by: by }),
    set: bump,
  },
  recycle_reasons: {
    relations: ANY,
    insert: ({ id }) => into('recycle_reasons', { id, key: id, name_zh: 'x', name_en: 'x' }),
    set: bump,
  },
  duplicate_questions: {
    relations: MINE,
    insert: ({ id, owner, by }) => into('duplicate_questions', { id, asker_id: by, owner_id: owner }),
    set: bump,
  },
  handovers: {
    relations: OWNED,
    insert: ({ id, owner, by }) => into('handovers', { id, from_id: owner, to_id: owner, made_by: by, items: '[]' }),
    set: bump,
  },
  lead_sources: {
    relations: ANY,
    insert: ({ id }) => into('lead_sources', { id, key: id, name_zh: 'x', name_en: 'x' }),
    set: bump,
  },
  hook_sources: {
    relations: ANY,
    insert: ({ id, by }) => into('hook_sources', { id, key: id, name: 'x', salt: 'x', created_by: by }),
    set: bump,
  },
  hook_deliveries: {
    relations: ANY,
    insert: ({ id }) =>
      into('hook_deliveries', { id, source_id: '(SELECT id FROM hook_sources LIMIT 1)', key: id, body_hash: 'x' }),
    set: bump,
  },
  lead_rules: { relations: ANY, insert: ({ id }) => into('lead_rules', { id }), set: bump },
  assignment_rules: {
    relations: ANY,
    insert: ({ id }) => into('assignment_rules', { id, position: `(SELECT max(position) + 1 FROM assignment_rules)` }),
    set: bump,
  },
  routing_profiles: {
    relations: ANY,
    insert: ({ id }) =>
      into('routing_profiles', {
        id,
        user_id:
          '(SELECT id FROM users u WHERE NOT EXISTS (SELECT FROM routing_profiles p WHERE p.user_id = u.id) LIMIT 1)',
      }),
    set: bump,
  },
  lead_outcomes: {
    relations: ANY,
    insert: ({ id }) => into('lead_outcomes', { id, key: id, name_zh: 'x', name_en: 'x' }),
    set: bump,
  },
  tags: {
    relations: ANY,
    insert: ({ id, by }) => into('tags', { id, key: id, name_zh: 'x', name_en: 'x', created_by: by }),
    set: bump,
  },
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
  follow_ups: {
    relations: POOLED,
    insert: ({ id, customer, by }) =>
      into('follow_ups', {
        id,
        customer_id: customer,
        author_id: by,
        kind: 'note',
        note: `跟进${id}`,
        happened_on: '2026-05-20',
      }),
    set: bump,
  },
  tasks: {
    relations: ['own', 'team', 'other'],
    insert: ({ id, owner, by }) => into('tasks', { id, title: `任务${id}`, owner_id: owner, created_by: by }),
    set: bump,
  },
  service_tickets: {
    relations: POOLED,
    insert: ({ id, customer, by }) =>
      into('service_tickets', { id, customer_id: customer, kind: 'fault', title: `工单${id}`, opened_by: by }),
    set: bump,
  },
  files: {
    relations: POOLED,
    insert: ({ id, customer, by }) =>
      into('files', {
        id,
        entity: 'customer',
        record_id: customer,
        name: 'x',
        media_type: 'x',
        bytes: '1',
        sha256: 'x',
        storage_key: id,
        uploaded_by: by,
        origin: 'x',
      }),
    set: bump,
  },
  received_files: {
    relations: MINE,
    insert: ({ id, owner }) =>
      into('received_files', {
        id,
        user_id: owner,
        platform: 'x',
        workspace: 'x',
        source_id: id,
        name: 'x',
        media_type: 'x',
        bytes: '1',
        sha256: 'x',
        storage_key: id,
      }),
    set: `name = 'y'`,
  },
  record_cards: {
    relations: ANY,
    insert: ({ id }) =>
      into('record_cards', {
        id,
        platform: 'x',
        workspace: 'x',
        place: 'x',
        message_id: id,
        entity: 'customer',
        record_id: id,
      }),
    set: `place = 'y'`,
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
  milestones: {
    relations: POOLED,
    insert: ({ id, customer, by }) =>
      into('milestones', { id, customer_id: customer, name: `节点${id}`, created_by: by }),
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
  users: {
    relations: MINE,
    insert: ({ id }) => into('users', { id, name: '新人', roles: '{rep}' }),
    set: `locale = 'en'`,
  },
  teams: { relations: ANY, insert: ({ id }) => into('teams', { id, name: id }), set: bump },
  identities: {
    relations: MINE,
    insert: ({ id, owner }) =>
      into('identities', { id, user_id: owner, platform: 'slack', workspace: 'T1', external_id: id }),
    set: bump,
  },
  link_codes: {
    relations: MINE,
    insert: ({ id, owner }) => into('link_codes', { id, user_id: owner, code_hash: '\\x00', expires_at: '2099-01-01' }),
    set: `expires_at = '2099-01-02'`,
  },
  admissions: {
    relations: ANY,
    insert: ({ id }) => into('admissions', { id, platform: 'slack', workspace: 'T1', external_id: id, name: 'x' }),
    set: bump,
  },
  products: {
    relations: ANY,
    insert: ({ id }) => into('products', { id, name: 'x', code: id, price: '1', currency: 'CNY' }),
    set: bump,
  },
  pipelines: {
    relations: ANY,
    insert: ({ id }) => into('pipelines', { id, key: id, name_zh: 'x', name_en: 'x', position: '9' }),
    set: bump,
  },
  stages: {
    relations: ANY,
    insert: ({ id }) =>
      into('stages', { key: id, name_zh: 'x', name_en: 'x', position: '9', probability: '1', kind: 'open' }),
    set: 'position = 8',
    where: ({ id }) => `key = '${id}'`,
  },
  tier_rules: {
    relations: ANY,
    insert: ({ id }) => into('tier_rules', { id, tier: id, position: '9', needs: 'all', conditions: '[]' }),
    set: bump,
  },
  approval_rules: {
    relations: ANY,
    insert: ({ id }) => into('approval_rules', { id, kind: id, level: '1', above_bps: '1', role: 'director' }),
    set: bump,
  },
  field_policies: {
    relations: ANY,
    insert: ({ id }) => into('field_policies', { id, role: 'rep', entity: id, field: 'x', access: 'full' }),
    set: `access = 'hidden'`,
  },
  changes: {
    relations: MINE,
    insert: ({ id, owner }) => into('changes', { id, actor_id: owner, via: 'words' }),
    set: 'undone_by = NULL',
  },
  audit_entries: {
    relations: MINE,
    insert: ({ id, change }) =>
      into('audit_entries', { change_id: change, entity: 'x', record_id: id, action: 'insert' }),
    set: 'seq = NULL',
    where: ({ id }) => `record_id = '${id}'`,
  },
  audit_checks: {
    relations: ANY,
    insert: ({ id, by }) => into('audit_checks', { id, asked_by: by }),
    set: `reason = 'x'`,
  },
  pending_actions: {
    relations: MINE,
    insert: ({ id, owner }) =>
      into('pending_actions', { id, user_id: owner, invocations: '[]', expires_at: '2099-01-01' }),
    set: bump,
  },
  deliveries: {
    relations: MINE,
    insert: ({ id, owner }) =>
      into('deliveries', { id, effect_key: id, user_id: owner, notice: 'x', subject: '{}', state: 'dead' }),
    set: 'attempts = 1',
  },
  redeliveries: {
    relations: ANY,
    insert: ({ id, delivery }) => into('redeliveries', { id, kind: 'delivery', target_id: delivery, verb: 'drop' }),
    set: bump,
  },
  posted_cards: {
    relations: MINE,
    insert: ({ id, owner }) =>
      into('posted_cards', {
        id,
        user_id: owner,
        platform: 'x',
        workspace: 'x',
        place: 'x',
        message_id: id,
        subject: 'x',
        subject_id: id,
      }),
    set: `place = 'y'`,
  },
  outbox: {
    relations: ANY,
    insert: ({ id }) => into('outbox', { id, event: 'x', payload: '{}' }),
    set: 'attempts = 1',
  },
  clock: {
    relations: ANY,
    insert: () => 'INSERT INTO clock (id) VALUES (true) ON CONFLICT DO NOTHING',
    set: 'offset_ms = 1',
    where: () => 'id',
  },
  inbox: {
    relations: ANY,
    insert: ({ id }) => into('inbox', { id, platform: 'x', workspace: 'x', dedupe_key: id, body_hash: '\\x00' }),
    set: 'attempts = 1',
  },
  installations: {
    relations: ANY,
    insert: ({ id }) => into('installations', { id, platform: 'x', workspace: id, sealed: '\\x00' }),
    set: `workspace = 'y'`,
  },
  link_tries: {
    relations: ANY,
    insert: ({ id }) => into('link_tries', { id, platform: 'x', workspace: 'x', external_id: id }),
    set: `workspace = 'y'`,
  },
  protected_tables: {
    relations: ANY,
    insert: ({ id }) => into('protected_tables', { name: id, owners: 'x', record: 'x' }),
    set: `owners = 'y'`,
    where: ({ id }) => `name = '${id}'`,
  },
  rate_limits: {
    relations: ANY,
    insert: ({ id }) => into('rate_limits', { key: id }),
    set: 'points = 1',
    where: ({ id }) => `key = '${id}'`,
  },
};
