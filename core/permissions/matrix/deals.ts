import { EVERYBODY, SELLERS } from '../../actor.ts';
import { ABOVE_ALL, ALL, type Entity, READERS } from './rule.ts';

/** Holders of the role whose signature is asked for, beside those who read everything. */
const SEES_REQUESTS = ['director', 'executive', 'finance', 'admin'] as const;

/** What hangs on a deal is seen and worked on with it. */
const SEEN_WITH_DEAL = { own: ALL, team: ALL, other: READERS, granted: ALL };
const WORKED_WITH_DEAL = { own: ALL, team: ALL, other: ABOVE_ALL, granted: ALL };
const SHARED_OUT = { own: ALL, team: ALL, other: ABOVE_ALL, granted: ABOVE_ALL };

export const DEALS = {
  opportunities: {
    see: {
      rows: { own: ALL, team: ALL, other: READERS, granted: ALL },
      commands: {
        'opportunity.show': EVERYBODY,
        'opportunity.list': EVERYBODY,
        'opportunity.stuck': EVERYBODY,
        'pipeline.show': EVERYBODY,
        'board.show': EVERYBODY,
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
      commands: {
        'opportunity.change': SELLERS,
        'opportunity.advance': SELLERS,
        'opportunity.complete': SELLERS,
        'opportunity.reopen': SELLERS,
      },
    },
    assign: {
      rows: { own: ALL, team: ALL, other: ABOVE_ALL, granted: ALL },
      commands: { 'opportunity.give': ['manager', 'director', 'executive', 'admin'] },
    },
    // One that a grant or a request speaks of stays all the same.
    remove: { rows: { own: ALL, team: ALL, other: ABOVE_ALL, granted: ABOVE_ALL } },
  },
  // Triggers keep it as the deal is.
  open_opportunities: { see: { rows: { own: ALL, team: ALL, other: READERS, granted: ALL } } },
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
