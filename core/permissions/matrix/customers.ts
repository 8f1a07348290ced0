import { EVERYBODY, SELLERS } from '../../actor.ts';
import { BOOKKEEPERS, DOCUMENT_KEEPERS } from '../../billing/keepers.ts';
import { ABOVE_ALL, ALL, type Entity, NEW, SEES_CUSTOMERS, WORK } from './rule.ts';

/** Whoever sees the customer. */
const AS_THE_CUSTOMER = { own: ALL, team: ALL, other: SEES_CUSTOMERS, pool: ALL, granted: ALL };

/** Whoever works on the customer, and service on everybody's. */
const AS_SERVICE_KEEPS = {
  own: ALL,
  team: ALL,
  other: ['executive', 'service', 'admin'],
  pool: ['service'],
  granted: ['executive', 'service', 'admin'],
} as const;

/** Whoever works on the customer, and finance on everybody's. */
const AS_BOOKS_AND_SALES_KEEP = { own: ALL, team: ALL, other: BOOKKEEPERS, pool: ALL, granted: ALL };

/** What is billed, paid and owed is kept by those who keep the books, whosever the customer. */
const AS_THE_BOOKS = {
  own: BOOKKEEPERS,
  team: BOOKKEEPERS,
  other: BOOKKEEPERS,
  pool: BOOKKEEPERS,
  granted: BOOKKEEPERS,
};

export const CUSTOMERS = {
  customers: {
    see: {
      rows: AS_THE_CUSTOMER,
      commands: {
        'customer.show': EVERYBODY,
        'customer.find': EVERYBODY,
        'record.find': EVERYBODY,
        'tag.suggest': [...SELLERS, 'service', 'marketing'],
        'customer.doubles': ['manager', 'director', 'executive', 'admin'],
      },
    },
    create: {
      rows: NEW,
      commands: {
        'customer.add': [...SELLERS, 'service', 'marketing'],
        'customer.add-anyway': [...SELLERS, 'service', 'marketing'],
      },
    },
    change: {
      rows: WORK,
      commands: { 'customer.change': SELLERS, 'customer.change-anyway': SELLERS, 'visit.keep-place': SELLERS },
    },
    assign: { rows: WORK, commands: { 'customer.give': ['manager', 'director', 'executive', 'admin'] } },
    // Two that are one: by whoever may work on both.
    remove: {
      rows: { own: ALL, team: ALL, other: ABOVE_ALL, granted: ABOVE_ALL },
      commands: { 'customer.merge': SELLERS, 'customer.merge-now': SELLERS },
    },
  },
  contacts: {
    see: {
      rows: AS_THE_CUSTOMER,
      commands: { 'contact.find': EVERYBODY, 'contact.show': EVERYBODY },
    },
    create: { rows: WORK, commands: { 'contact.set': SELLERS } },
    change: {
      rows: WORK,
      commands: { 'contact.change': SELLERS, 'contact.left': SELLERS, 'contact.back': SELLERS },
    },
    remove: { rows: WORK, commands: { 'contact.merge': SELLERS, 'contact.remove': SELLERS } },
  },
  name_keys: {
    see: { rows: AS_THE_CUSTOMER },
    create: { rows: { own: ALL, team: ALL, other: ABOVE_ALL, pool: ALL, granted: ABOVE_ALL } },
    change: { rows: { own: ALL, team: ALL, other: ABOVE_ALL, pool: ALL, granted: ABOVE_ALL } },
    remove: { rows: { own: ALL, team: ALL, other: ABOVE_ALL, pool: ALL, granted: ABOVE_ALL } },
  },
  // The rules set it; by hand it is set by those whose customer it is.
  customer_tiers: {
    see: { rows: AS_THE_CUSTOMER },
    change: {
      rows: { own: ALL, team: ALL, other: ABOVE_ALL, granted: ALL },
      commands: { 'customer.tier': SELLERS, 'customer.tier-lift': SELLERS },
    },
  },
  touches: {
    see: { rows: AS_THE_CUSTOMER },
    create: {
      rows: AS_THE_CUSTOMER,
      commands: { 'touch.add': [...SELLERS, 'service', 'marketing'] },
    },
    // By those above whoever entered it, too; what a system sent, by marketing and admins.
    change: {
      rows: { own: ALL, team: ALL, other: ABOVE_ALL, pool: ABOVE_ALL, granted: ABOVE_ALL },
      commands: { 'touch.change': [...SELLERS, 'service', 'marketing'] },
    },
    remove: {
      rows: { own: ALL, team: ALL, other: ABOVE_ALL, pool: ABOVE_ALL, granted: ABOVE_ALL },
      commands: { 'touch.remove': [...SELLERS, 'service', 'marketing'] },
    },
  },
  milestones: {
    see: { rows: AS_THE_CUSTOMER },
    create: {
      rows: AS_THE_CUSTOMER,
      commands: { 'milestone.add': [...SELLERS, 'service'] },
    },
    change: {
      rows: AS_SERVICE_KEEPS,
      // Off the plan is a change of it; the row itself goes with the Undo of its making only.
      commands: {
        'milestone.done': [...SELLERS, 'service'],
        'milestone.change': [...SELLERS, 'service'],
        'milestone.remove': [...SELLERS, 'service'],
      },
    },
    remove: { rows: { own: ALL } },
  },
  sales_documents: {
    see: { rows: AS_THE_CUSTOMER, commands: { 'document.show': EVERYBODY } },
    create: {
      rows: AS_BOOKS_AND_SALES_KEEP,
      commands: {
        'quote.add': DOCUMENT_KEEPERS,
        'contract.add': DOCUMENT_KEEPERS,
        'order.add': DOCUMENT_KEEPERS,
      },
    },
    change: {
      rows: AS_BOOKS_AND_SALES_KEEP,
      // Void is a change of it; the row itself goes with the Undo of its making only.
      commands: { 'document.change': DOCUMENT_KEEPERS, 'document.void': DOCUMENT_KEEPERS },
    },
    remove: { rows: { own: ALL } },
  },
  invoices: {
    see: { rows: AS_THE_CUSTOMER, commands: { 'invoice.show': EVERYBODY, 'invoice.list': EVERYBODY } },
    create: { rows: AS_THE_BOOKS, commands: { 'invoice.add': BOOKKEEPERS } },
    change: { rows: AS_THE_BOOKS, commands: { 'invoice.change': BOOKKEEPERS, 'invoice.void': BOOKKEEPERS } },
    remove: { rows: AS_THE_BOOKS },
  },
  // Triggers keep it as invoices and payments are.
  open_invoices: { see: { rows: AS_THE_CUSTOMER } },
  payments: {
    see: { rows: AS_THE_CUSTOMER, commands: { 'payment.show': EVERYBODY } },
    create: { rows: AS_THE_BOOKS, commands: { 'payment.add': BOOKKEEPERS } },
    change: { rows: AS_THE_BOOKS, commands: { 'payment.change': BOOKKEEPERS, 'payment.void': BOOKKEEPERS } },
    remove: { rows: AS_THE_BOOKS },
  },
  credit_limits: {
    see: { rows: AS_THE_CUSTOMER },
    create: { rows: AS_THE_BOOKS, commands: { 'credit.set': BOOKKEEPERS } },
    change: { rows: AS_THE_BOOKS, commands: { 'credit.lift': BOOKKEEPERS } },
    remove: { rows: AS_THE_BOOKS },
  },
  // Seen besides by the colleague a record names.
  objects: {
    see: {
      rows: AS_THE_CUSTOMER,
      commands: { 'object.show': EVERYBODY, 'object.list': EVERYBODY },
    },
    create: {
      rows: AS_THE_CUSTOMER,
      commands: { 'object.add': [...SELLERS, 'service'] },
    },
    change: {
      rows: AS_SERVICE_KEEPS,
      // Out of sight is a change of it; the row itself goes with the Undo of its making only.
      commands: { 'object.change': [...SELLERS, 'service'], 'object.remove': [...SELLERS, 'service'] },
    },
    remove: { rows: { own: ALL } },
  },
  // Service sees to all of them; others to those of their customers, and those they opened or have.
  service_tickets: {
    see: {
      rows: AS_THE_CUSTOMER,
      commands: { 'ticket.show': EVERYBODY, 'ticket.list': EVERYBODY },
    },
    create: {
      rows: AS_THE_CUSTOMER,
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
      commands: {
        'ticket.change': [...SELLERS, 'service'],
        'ticket.close': [...SELLERS, 'service'],
        'ticket.reopen': [...SELLERS, 'service'],
      },
    },
    remove: { rows: { own: ALL } },
  },
  // One's own; those shared with one's team are seen besides.
  segments: {
    see: {
      rows: { own: ALL, team: ALL, other: ABOVE_ALL },
      commands: { 'segment.list': EVERYBODY, 'segment.open': EVERYBODY },
    },
    create: { rows: { own: ALL }, commands: { 'segment.save': EVERYBODY } },
    change: { rows: { own: ALL, team: ALL, other: ABOVE_ALL }, commands: { 'segment.change': EVERYBODY } },
    remove: { rows: { own: ALL, team: ALL, other: ABOVE_ALL }, commands: { 'segment.remove': EVERYBODY } },
  },
  // Who has whom of a list: everybody marks for himself; whoever keeps the list takes all its marks along, and brings them back.
  call_list_entries: {
    see: { rows: { own: ALL, team: ALL, other: ABOVE_ALL } },
    create: { rows: { own: ALL, team: ALL, other: ABOVE_ALL }, commands: { 'call-list.next': EVERYBODY } },
    change: {
      rows: { own: ALL },
      commands: { 'call-list.skip': EVERYBODY, 'call-list.later': EVERYBODY, 'call-list.called': EVERYBODY },
    },
    remove: { rows: { own: ALL, team: ALL, other: ABOVE_ALL } },
  },
  ticket_entries: {
    see: { rows: AS_THE_CUSTOMER },
    create: { rows: AS_THE_CUSTOMER },
    change: { rows: { own: ALL } },
    remove: { rows: { own: ALL } },
  },
} as const satisfies Record<string, Entity>;
