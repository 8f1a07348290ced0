import { EVERYBODY, SELLERS } from '../../actor.ts';
import { ABOVE_ALL, ALL, type Entity, NEW, WORK } from './rule.ts';

const SEES_LEADS = ['executive', 'marketing', 'finance', 'admin'] as const;
const GIVES_LEADS = ['executive', 'marketing', 'admin'] as const;

export const LEADS = {
  leads: {
    see: {
      rows: { own: ALL, team: ALL, other: SEES_LEADS, pool: ALL, granted: ALL },
      commands: {
        'lead.show': [...SELLERS, 'marketing'],
        'lead.list': [...SELLERS, 'marketing'],
        'pool.list': EVERYBODY,
        'lead.fairness': ['manager', 'director', 'executive', 'marketing', 'admin'],
      },
    },
    create: {
      rows: { ...NEW, other: GIVES_LEADS, granted: GIVES_LEADS },
      commands: { 'lead.add': [...SELLERS, 'marketing'], 'lead.add-anyway': [...SELLERS, 'marketing'] },
    },
    // Marketing says of anybody's that it asked again, and nothing else.
    change: {
      rows: { ...WORK, other: GIVES_LEADS },
      commands: {
        'lead.outcome': SELLERS,
        'lead.log': SELLERS,
        'lead.convert': SELLERS,
        'lead.change': SELLERS,
        'lead.change-anyway': SELLERS,
      },
    },
    assign: {
      rows: WORK,
      commands: {
        'lead.assign': [...SELLERS, 'marketing'],
        'lead.assign-several': [...SELLERS, 'marketing'],
        'pool.claim': SELLERS,
        'pool.release': SELLERS,
      },
    },
    remove: { rows: { own: ALL, team: ALL, other: ABOVE_ALL, granted: ABOVE_ALL } },
  },
  // Hung on a lead here, as the next; on a customer they are seen and put on likewise.
  taggings: {
    see: {
      rows: { own: ALL, team: ALL, other: SEES_LEADS, pool: ALL, granted: ALL },
      commands: { 'tag.find': EVERYBODY },
    },
    create: {
      rows: { ...WORK, other: GIVES_LEADS },
      commands: { 'tag.add': [...SELLERS, 'service', 'marketing'] },
    },
    change: { rows: { ...WORK, other: GIVES_LEADS } },
    remove: {
      rows: { ...WORK, other: GIVES_LEADS },
      commands: { 'tag.remove': [...SELLERS, 'service', 'marketing'] },
    },
  },
  enquiries: {
    see: { rows: { own: ALL, team: ALL, other: SEES_LEADS, pool: ALL, granted: ALL } },
    create: {
      rows: { own: ALL, team: ALL, other: SEES_LEADS, pool: ALL, granted: ALL },
      commands: {
        'lead.enquiry': [...SELLERS, 'marketing'],
        'duplicate.merge': [...SELLERS, 'service', 'marketing'],
      },
    },
    change: { rows: { own: ALL } },
    remove: { rows: { own: ALL } },
  },
  // Hung on a lead here; on a customer likewise. What goes back by itself nobody writes.
  pool_moves: {
    see: { rows: { own: ALL, team: ALL, other: SEES_LEADS, pool: ALL, granted: ALL } },
    create: { rows: WORK },
    change: { rows: { own: ALL } },
    remove: { rows: { own: ALL } },
  },
  // Whoever asks and whoever is asked.
  duplicate_questions: {
    see: { rows: { own: ALL } },
    create: {
      rows: { own: ALL, other: ALL },
      commands: { 'duplicate.ask': [...SELLERS, 'service', 'marketing'] },
    },
  },
} as const satisfies Record<string, Entity>;
