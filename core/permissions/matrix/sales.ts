import { EVERYBODY, SELLERS } from '../../actor.ts';
import { ABOVE_ALL, ALL, type Entity, READERS } from './rule.ts';

/** Service answers every customer, marketing writes to every one. */
const SEES_CUSTOMERS = ['executive', 'service', 'marketing', 'finance', 'admin'] as const;
const SEES_LEADS = ['executive', 'marketing', 'finance', 'admin'] as const;
/** Holders of the role whose signature is asked for, beside those who read everything. */
const SEES_REQUESTS = ['director', 'executive', 'finance', 'admin'] as const;

/** A row made for a stranger is a stranger's, whatever else one was given. */
const NEW = { own: ALL, team: ALL, other: ABOVE_ALL, pool: ALL, granted: ABOVE_ALL };
const GIVES_LEADS = ['executive', 'marketing', 'admin'] as const;
const WORK = { own: ALL, team: ALL, other: ABOVE_ALL, pool: ALL, granted: ALL };

/** What hangs on a deal is seen and worked on with it. */
const SEEN_WITH_DEAL = { own: ALL, team: ALL, other: READERS, granted: ALL };
const WORKED_WITH_DEAL = { own: ALL, team: ALL, other: ABOVE_ALL, granted: ALL };
const SHARED_OUT = { own: ALL, team: ALL, other: ABOVE_ALL, granted: ABOVE_ALL };

export const SALES = {
  customers: {
    see: {
      rows: { own: ALL, team: ALL, other: SEES_CUSTOMERS, pool: ALL, granted: ALL },
      commands: { 'customer.show': EVERYBODY, 'customer.find': EVERYBODY },
    },
    create: {
      rows: NEW,
      commands: {
        'customer.add': [...SELLERS, 'service', 'marketing'],
        'customer.add-anyway': [...SELLERS, 'service', 'marketing'],
      },
    },
    change: { rows: WORK },
    assign: { rows: WORK },
    remove: { rows: { own: ALL, team: ALL, other: ABOVE_ALL, granted: ABOVE_ALL } },
  },
  contacts: {
    see: {
      rows: { own: ALL, team: ALL, other: SEES_CUSTOMERS, pool: ALL, granted: ALL },
      commands: { 'contact.find': EVERYBODY },
    },
    create: { rows: WORK, commands: { 'contact.set': SELLERS } },
    change: { rows: WORK },
    remove: { rows: WORK },
  },
  name_keys: {
    see: { rows: { own: ALL, team: ALL, other: SEES_CUSTOMERS, pool: ALL, granted: ALL } },
    create: { rows: { own: ALL, team: ALL, other: ABOVE_ALL, pool: ALL, granted: ABOVE_ALL } },
    change: { rows: { own: ALL, team: ALL, other: ABOVE_ALL, pool: ALL, granted: ABOVE_ALL } },
    remove: { rows: { own: ALL, team: ALL, other: ABOVE_ALL, pool: ALL, granted: ABOVE_ALL } },
  },
  leads: {
    see: {
      rows: { own: ALL, team: ALL, other: SEES_LEADS, pool: ALL, granted: ALL },
      commands: { 'lead.show': [...SELLERS, 'marketing'], 'lead.list': [...SELLERS, 'marketing'] },
    },
    create: {
      rows: { ...NEW, other: GIVES_LEADS, granted: GIVES_LEADS },
      commands: { 'lead.add': [...SELLERS, 'marketing'], 'lead.add-anyway': [...SELLERS, 'marketing'] },
    },
    // Marketing says of anybody's that it asked again, and nothing else.
    change: {
      rows: { ...WORK, other: GIVES_LEADS },
      commands: { 'lead.outcome': SELLERS, 'lead.log': SELLERS, 'lead.convert': SELLERS },
    },
    assign: { rows: WORK, commands: { 'lead.assign': [...SELLERS, 'marketing'] } },
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
  // Whoever asks and whoever is asked.
  duplicate_questions: {
    see: { rows: { own: ALL } },
    create: {
      rows: { own: ALL, other: ALL },
      commands: { 'duplicate.ask': [...SELLERS, 'service', 'marketing'] },
    },
  },
  opportunities: {
    see: {
      rows: { own: ALL, team: ALL, other: READERS, granted: ALL },
      commands: {
        'opportunity.show': EVERYBODY,
        'opportunity.list': EVERYBODY,
        'opportunity.stuck': EVERYBODY,
        'pipeline.show': EVERYBODY,
        'question.ask': EVERYBODY,
        'summary.show': EVERYBODY,
      },
    },
    create: {
      rows: { own: ALL, team: ALL, other: ABOVE_ALL, granted: ABOVE_ALL },
      commands: { 'opportunity.open': SELLERS },
    },
    change: {
      rows: { own: ALL, team: ALL, other: ABOVE_ALL, granted: ALL },
      commands: { 'opportunity.change': SELLERS, 'opportunity.advance': SELLERS, 'opportunity.complete': SELLERS },
    },
    assign: { rows: { own: ALL, team: ALL, other: ABOVE_ALL, granted: ALL } },
    // One that a grant or a request speaks of stays all the same.
    remove: { rows: { own: ALL, team: ALL, other: ABOVE_ALL, granted: ABOVE_ALL } },
  },
  opportunity_products: {
    see: { rows: SEEN_WITH_DEAL },
    create: { rows: WORKED_WITH_DEAL, commands: { 'opportunity.product': SELLERS } },
    change: { rows: WORKED_WITH_DEAL },
    remove: { rows: WORKED_WITH_DEAL },
  },
  opportunity_competitors: {
    see: { rows: SEEN_WITH_DEAL },
    create: { rows: WORKED_WITH_DEAL, commands: { 'opportunity.competitor': SELLERS } },
    change: { rows: WORKED_WITH_DEAL },
    remove: { rows: WORKED_WITH_DEAL },
  },
  // Whoever shares in a deal does not share it out.
  opportunity_members: {
    see: { rows: SEEN_WITH_DEAL },
    create: { rows: SHARED_OUT, commands: { 'opportunity.member': SELLERS } },
    change: { rows: SHARED_OUT },
    remove: { rows: SHARED_OUT },
  },
  // In a deal here; without one they are seen and kept with their contact.
  contact_roles: {
    see: { rows: SEEN_WITH_DEAL },
    create: { rows: WORKED_WITH_DEAL, commands: { 'opportunity.contact': SELLERS } },
    change: { rows: WORKED_WITH_DEAL },
    remove: { rows: WORKED_WITH_DEAL },
  },
  stage_moves: {
    see: { rows: { own: ALL, team: ALL, other: READERS, granted: ALL } },
    create: { rows: { own: ALL, team: ALL, other: ABOVE_ALL, granted: ALL } },
    change: { rows: { own: ALL } },
    remove: { rows: { own: ALL } },
  },
  follow_ups: {
    see: {
      rows: { own: ALL, team: ALL, other: SEES_CUSTOMERS, pool: ALL, granted: ALL },
      commands: { 'follow-up.list': EVERYBODY },
    },
    create: {
      rows: { own: ALL, team: ALL, other: SEES_CUSTOMERS, pool: ALL, granted: ALL },
      commands: { 'follow-up.log': EVERYBODY },
    },
    change: { rows: { own: ALL, team: ALL, other: ABOVE_ALL, pool: ABOVE_ALL, granted: ABOVE_ALL } },
    remove: { rows: { own: ALL, team: ALL, other: ABOVE_ALL, pool: ABOVE_ALL, granted: ABOVE_ALL } },
  },
  tasks: {
    see: {
      rows: { own: ALL, team: ALL, other: READERS },
      commands: {
        'task.show': EVERYBODY,
        'task.list': EVERYBODY,
        'today.show': EVERYBODY,
        'team.today': ['manager', 'director', 'executive', 'admin'],
      },
    },
    create: { rows: { own: ALL, team: ALL, other: ABOVE_ALL }, commands: { 'task.add': EVERYBODY } },
    change: {
      rows: { own: ALL, team: ALL, other: ABOVE_ALL },
      commands: { 'task.done': EVERYBODY, 'task.snooze': EVERYBODY },
    },
    assign: { rows: { own: ALL, team: ALL, other: ABOVE_ALL } },
    remove: { rows: { own: ALL, team: ALL, other: ABOVE_ALL } },
  },
  // The rules set it; by hand it is set by those whose customer it is.
  customer_tiers: {
    see: { rows: { own: ALL, team: ALL, other: SEES_CUSTOMERS, pool: ALL, granted: ALL } },
    change: {
      rows: { own: ALL, team: ALL, other: ABOVE_ALL, granted: ALL },
      commands: { 'customer.tier': SELLERS, 'customer.tier-lift': SELLERS },
    },
  },
  touches: {
    see: { rows: { own: ALL, team: ALL, other: SEES_CUSTOMERS, pool: ALL, granted: ALL } },
    create: {
      rows: { own: ALL, team: ALL, other: SEES_CUSTOMERS, pool: ALL, granted: ALL },
      commands: { 'touch.add': [...SELLERS, 'service', 'marketing'] },
    },
    change: { rows: { own: ALL } },
    remove: { rows: { own: ALL } },
  },
  milestones: {
    see: { rows: { own: ALL, team: ALL, other: SEES_CUSTOMERS, pool: ALL, granted: ALL } },
    create: {
      rows: { own: ALL, team: ALL, other: SEES_CUSTOMERS, pool: ALL, granted: ALL },
      commands: { 'milestone.add': [...SELLERS, 'service'] },
    },
    change: {
      rows: {
        own: ALL,
        team: ALL,
        other: ['executive', 'service', 'admin'],
        pool: ['service'],
        granted: ['executive', 'service', 'admin'],
      },
      commands: { 'milestone.done': [...SELLERS, 'service'] },
    },
    remove: { rows: { own: ALL } },
  },
  // Service sees to all of them; others to those of their customers, and those they opened or have.
  service_tickets: {
    see: {
      rows: { own: ALL, team: ALL, other: SEES_CUSTOMERS, pool: ALL, granted: ALL },
      commands: { 'ticket.show': EVERYBODY, 'ticket.list': EVERYBODY },
    },
    create: {
      rows: { own: ALL, team: ALL, other: SEES_CUSTOMERS, pool: ALL, granted: ALL },
      commands: { 'ticket.open': EVERYBODY },
    },
    change: {
      rows: {
        own: ALL,
        team: ALL,
        other: ['executive', 'service', 'admin'],
        pool: ['service', 'admin'],
        granted: ['executive', 'service', 'admin'],
      },
      commands: { 'ticket.change': [...SELLERS, 'service'], 'ticket.close': [...SELLERS, 'service'] },
    },
    remove: { rows: { own: ALL } },
  },
  // Hung on a customer here; on any other record they are seen with it all the same.
  files: {
    see: {
      rows: { own: ALL, team: ALL, other: SEES_CUSTOMERS, pool: ALL, granted: ALL },
      commands: { 'file.list': EVERYBODY },
    },
    create: {
      rows: { own: ALL, team: ALL, other: SEES_CUSTOMERS, pool: ALL, granted: ALL },
      commands: { 'file.add': EVERYBODY },
    },
    change: { rows: { own: ALL, team: ALL, other: ABOVE_ALL, pool: ABOVE_ALL, granted: ABOVE_ALL } },
    remove: { rows: { own: ALL, team: ALL, other: ABOVE_ALL, pool: ABOVE_ALL, granted: ABOVE_ALL } },
  },
  ticket_entries: {
    see: { rows: { own: ALL, team: ALL, other: SEES_CUSTOMERS, pool: ALL, granted: ALL } },
    create: { rows: { own: ALL, team: ALL, other: SEES_CUSTOMERS, pool: ALL, granted: ALL } },
    change: { rows: { own: ALL } },
    remove: { rows: { own: ALL } },
  },
  approval_requests: {
    see: {
      rows: { own: ALL, team: ALL, other: SEES_REQUESTS, granted: ALL },
      commands: { 'approval.show': EVERYBODY, 'approval.list': EVERYBODY, 'approval.mine': EVERYBODY },
    },
    create: {
      rows: { own: ALL, team: ALL, other: ABOVE_ALL, granted: ALL },
      commands: { 'opportunity.discount': SELLERS },
    },
    // What it says stays for ever, and only the requester takes it back; the rest closes it with the deal or the last signature.
    change: {
      rows: { own: ALL, team: ALL, other: ['director', 'executive', 'admin'], granted: ALL },
      commands: { 'approval.withdraw': EVERYBODY },
    },
  },
  approval_steps: {
    see: {
      rows: { own: ALL, team: ALL, other: SEES_REQUESTS, granted: ALL },
      commands: { 'approval.turnDown': EVERYBODY },
    },
    create: { rows: { own: ALL } },
    // By the role that is asked, never on one's own request.
    change: {
      rows: { team: ['director'], other: ['director'], granted: ['director'] },
      commands: { 'approval.approve': EVERYBODY, 'approval.reject': EVERYBODY },
    },
  },
  grants: {
    see: { rows: { own: ALL, team: ALL, other: READERS, granted: ALL } },
    create: { rows: { own: ALL, team: ALL, other: ABOVE_ALL, granted: ABOVE_ALL } },
    change: { rows: { own: ALL, team: ALL, other: ABOVE_ALL, granted: ABOVE_ALL } },
    remove: { rows: { own: ALL, team: ALL, other: ABOVE_ALL, granted: ABOVE_ALL } },
  },
} as const satisfies Record<string, Entity>;
