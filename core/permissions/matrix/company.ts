import { EVERYBODY } from '../../actor.ts';
import { PRODUCT_KEEPERS } from '../../products/keep-products.ts';
import { ABOVE_ALL, ADMIN, ALL, type Entity, READERS } from './rule.ts';

/** Read by everybody, set by an admin. */
const REFERENCE = {
  see: { rows: { any: ALL } },
  create: { rows: { any: ADMIN } },
  change: { rows: { any: ADMIN } },
  remove: { rows: { any: ADMIN } },
} as const satisfies Entity;

/** Whoever has people below him. */
const GIVES_ALL = ['manager', 'director', 'executive', 'admin'] as const;

/** Nobody's but the product's. */
const NOBODY = {} as const satisfies Entity;

export const COMPANY = {
  users: {
    see: {
      rows: { own: ALL, other: ALL },
      commands: { 'admin.people': ADMIN, 'admin.person': ADMIN, 'settings.show': EVERYBODY },
    },
    create: { rows: { own: ADMIN, other: ADMIN }, commands: { 'admin.invite': ADMIN } },
    change: {
      rows: { own: ALL, other: ADMIN },
      commands: {
        'settings.change': EVERYBODY,
        'language.set': EVERYBODY,
        'admin.roles': ADMIN,
        'admin.leave': ADMIN,
      },
    },
    remove: { rows: { own: ADMIN, other: ADMIN } },
  },
  teams: {
    see: { rows: { any: ALL }, commands: { 'team.show': ADMIN } },
    create: { rows: { any: ADMIN }, commands: { 'admin.teams': ADMIN } },
    change: { rows: { any: ADMIN }, commands: { 'team.change': ADMIN } },
    remove: { rows: { any: ADMIN }, commands: { 'team.remove': ADMIN } },
  },
  // Whoever was given something, and those above him; made by those above both.
  handovers: {
    see: {
      rows: { own: ALL, team: ALL, other: READERS, granted: READERS },
      commands: { 'handover.show': EVERYBODY, 'handover.plan': GIVES_ALL },
    },
    create: {
      rows: { own: GIVES_ALL, team: GIVES_ALL, other: ABOVE_ALL, granted: ABOVE_ALL },
      commands: { 'handover.give': GIVES_ALL },
    },
    change: { rows: { own: ALL } },
    remove: { rows: { own: ALL } },
  },
  identities: {
    see: { rows: { own: ALL, other: ADMIN } },
    create: { rows: { own: ADMIN, other: ADMIN } },
    change: { rows: { own: ADMIN, other: ADMIN }, commands: { 'admin.move': ADMIN } },
    remove: { rows: { own: ALL, other: ADMIN }, commands: { 'link.remove': EVERYBODY, 'admin.unlink': ADMIN } },
  },
  link_codes: {
    see: { rows: { own: ALL } },
    create: { rows: { own: ALL }, commands: { 'link.show': EVERYBODY } },
    change: { rows: { own: ALL } },
    remove: { rows: { own: ALL } },
  },
  admissions: {
    see: { rows: { any: ADMIN } },
    create: { rows: { any: ADMIN } },
    change: { rows: { any: ADMIN }, commands: { 'admin.admit': ADMIN, 'admin.link': ADMIN, 'admin.decline': ADMIN } },
    remove: { rows: { any: ADMIN } },
  },
  // The price list is kept by an admin or the sales director, and read by everybody.
  products: {
    see: { rows: { any: ALL }, commands: { 'product.list': EVERYBODY } },
    create: { rows: { any: PRODUCT_KEEPERS }, commands: { 'product.add': PRODUCT_KEEPERS } },
    change: { rows: { any: PRODUCT_KEEPERS }, commands: { 'product.change': PRODUCT_KEEPERS } },
    remove: { rows: { any: PRODUCT_KEEPERS } },
  },
  lead_sources: {
    ...REFERENCE,
    see: { rows: { any: ALL }, commands: { 'admin.sources': ADMIN } },
    change: { rows: { any: ADMIN }, commands: { 'admin.source': ADMIN } },
  },
  hook_sources: {
    see: { rows: { any: ADMIN }, commands: { 'hook.list': ADMIN, 'hook.show': ADMIN } },
    create: { rows: { any: ADMIN }, commands: { 'hook.add': ADMIN } },
    change: { rows: { any: ADMIN }, commands: { 'hook.change': ADMIN, 'hook.rotate': ADMIN } },
    remove: { rows: { any: ADMIN } },
  },
  // What was received nobody changes; a test is an admin's, and so is taking in what was refused.
  hook_deliveries: {
    see: { rows: { any: ADMIN }, commands: { 'hook.refused': ADMIN, 'hook.unmatched': ADMIN } },
    create: { rows: { any: ADMIN }, commands: { 'hook.test': ADMIN, 'hook.again': ADMIN, 'hook.lead': ADMIN } },
  },
  // Where word to customers goes, and what went: an admin has a sample sent, and what failed once more.
  gateways: {
    see: { rows: { any: ADMIN }, commands: { 'gateway.list': ADMIN, 'gateway.show': ADMIN } },
    create: { rows: { any: ADMIN }, commands: { 'gateway.add': ADMIN } },
    change: { rows: { any: ADMIN }, commands: { 'gateway.change': ADMIN, 'gateway.rotate': ADMIN } },
  },
  gateway_sends: {
    see: { rows: { any: ADMIN } },
    create: { rows: { any: ADMIN }, commands: { 'gateway.test': ADMIN } },
    change: { rows: { any: ADMIN }, commands: { 'gateway.again': ADMIN } },
  },
  assignment_rules: {
    ...REFERENCE,
    see: { rows: { any: ALL }, commands: { 'admin.routing': ADMIN } },
    change: { rows: { any: ADMIN }, commands: { 'admin.rule': ADMIN } },
  },
  routing_profiles: { ...REFERENCE, change: { rows: { any: ADMIN }, commands: { 'admin.territory': ADMIN } } },
  lead_rules: {
    ...REFERENCE,
    change: { rows: { any: ADMIN }, commands: { 'admin.response': ADMIN, 'admin.pool': ADMIN } },
  },
  recycle_reasons: {
    ...REFERENCE,
    see: { ...REFERENCE.see, commands: { 'admin.recycle': ADMIN } },
    change: { rows: { any: ADMIN }, commands: { 'admin.recycle-reason': ADMIN } },
  },
  lead_outcomes: {
    ...REFERENCE,
    see: { rows: { any: ALL }, commands: { 'admin.outcomes': ADMIN } },
    change: { rows: { any: ADMIN }, commands: { 'admin.outcome': ADMIN } },
  },
  // Made by whoever types it first.
  tags: {
    see: { rows: { any: ALL }, commands: { 'tag.list': GIVES_ALL } },
    create: { rows: { any: ALL } },
    change: { rows: { any: GIVES_ALL }, commands: { 'tag.change': GIVES_ALL, 'tag.merge': GIVES_ALL } },
    remove: { rows: { any: GIVES_ALL } },
  },
  pipelines: {
    ...REFERENCE,
    create: { rows: { any: ADMIN }, commands: { 'pipeline.add': ADMIN } },
    change: { rows: { any: ADMIN }, commands: { 'pipeline.change': ADMIN } },
  },
  stages: {
    see: { rows: { any: ALL }, commands: { 'stage.list': ADMIN } },
    create: { rows: { any: ADMIN }, commands: { 'stage.add': ADMIN } },
    change: { rows: { any: ADMIN }, commands: { 'stage.change': ADMIN } },
    remove: { rows: { any: ADMIN }, commands: { 'stage.remove': ADMIN } },
  },
  tier_rules: {
    see: { rows: { any: ALL }, commands: { 'customer.tiers': EVERYBODY } },
    change: { rows: { any: ADMIN }, commands: { 'tier.change': ADMIN } },
  },
  object_types: {
    ...REFERENCE,
    see: { rows: { any: ALL }, commands: { 'admin.setup': ADMIN, 'admin.template': ADMIN, 'admin.objects': ADMIN } },
    create: { rows: { any: ADMIN }, commands: { 'template.apply': ADMIN } },
    change: { rows: { any: ADMIN }, commands: { 'admin.object': ADMIN, 'admin.object-remove': ADMIN } },
  },
  approval_rules: REFERENCE,
  field_policies: {
    see: { rows: { any: ALL }, commands: { 'admin.fields': ADMIN } },
    change: { rows: { any: ADMIN }, commands: { 'field.change': ADMIN } },
  },
  changes: {
    see: { rows: { own: ALL, other: ADMIN } },
    change: { rows: { own: ALL }, commands: { 'change.undo': EVERYBODY } },
  },
  audit_entries: { see: { rows: { own: ALL, other: ADMIN } } },
  audit_checks: {
    see: { rows: { any: ADMIN }, commands: { 'audit.show': ADMIN } },
    create: { rows: { any: ADMIN }, commands: { 'audit.check': ADMIN } },
  },
  pending_actions: {
    see: { rows: { own: ALL } },
    create: { rows: { own: ALL } },
    change: { rows: { own: ALL }, commands: { 'pending.take': EVERYBODY } },
    remove: { rows: { own: ALL } },
  },
  received_files: {
    see: { rows: { own: ALL } },
    create: { rows: { own: ALL } },
    change: { rows: { own: ALL } },
    remove: { rows: { own: ALL } },
  },
  deliveries: { see: { rows: { own: ALL, other: ADMIN }, commands: { 'admin.deliveries': ADMIN } } },
  redeliveries: {
    see: { rows: { any: ADMIN } },
    create: { rows: { any: ADMIN }, commands: { 'admin.redeliver': ADMIN, 'admin.redeliverAll': ADMIN } },
  },
  posted_cards: { see: { rows: { own: ALL } } },
  outbox: { create: { rows: { any: ALL } } },
  clock: { see: { rows: { any: ALL } } },
  inbox: NOBODY,
  record_cards: NOBODY,
  object_dues: NOBODY,
  installations: NOBODY,
  link_tries: NOBODY,
  protected_tables: NOBODY,
  rate_limits: NOBODY,
} as const satisfies Record<string, Entity>;
