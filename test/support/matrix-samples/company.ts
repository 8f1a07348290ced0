import { ANY, bump, into, MINE, OWNED, type Sample } from './sample.ts';

export const COMPANY: Readonly<Record<string, Sample>> = {
  recycle_reasons: {
    relations: ANY,
    insert: ({ id }) => into('recycle_reasons', { id, key: id, name_zh: 'x', name_en: 'x' }),
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
  gateways: {
    relations: ANY,
    insert: ({ id, by }) =>
      into('gateways', { id, name: id, url: 'x', salt: 'x', text_zh: 'x', text_en: 'x', created_by: by }),
    set: bump,
  },
  gateway_sends: {
    relations: ANY,
    insert: ({ id, by }) =>
      into('gateway_sends', {
        id,
        gateway_id: '(SELECT id FROM gateways LIMIT 1)',
        kind: 'test',
        asked_by: by,
        // What is there has failed; what somebody puts there waits.
        state: "(CASE WHEN parley_actor() IS NULL THEN 'failed' ELSE 'queued' END)",
      }),
    set: (me) => `state = 'queued', asked_by = '${me}'`,
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
    insert: ({ id }) => into('products', { id, name_zh: 'x', name_en: 'x', code: id, price: '1', currency: 'CNY' }),
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
  object_types: {
    relations: ANY,
    insert: ({ id }) => into('object_types', { id, key: id, name_zh: 'x', name_en: 'x', label_zh: 'x', label_en: 'x' }),
    set: bump,
  },
  object_dues: {
    relations: ANY,
    insert: ({ id }) => into('object_dues', { object_id: '(SELECT id FROM objects LIMIT 1)', rule: id }),
    set: `due_on = '2026-05-20'`,
    where: ({ id }) => `rule = '${id}'`,
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
