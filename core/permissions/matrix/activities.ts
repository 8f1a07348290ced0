import { EVERYBODY } from '../../actor.ts';
import { ABOVE_ALL, ALL, type Entity, READERS, SEES_CUSTOMERS } from './rule.ts';

export const ACTIVITIES = {
  follow_ups: {
    see: {
      rows: { own: ALL, team: ALL, other: SEES_CUSTOMERS, pool: ALL, granted: ALL },
      commands: { 'follow-up.list': EVERYBODY, 'conversation.show': EVERYBODY, 'visit.list': EVERYBODY },
    },
    create: {
      rows: { own: ALL, team: ALL, other: SEES_CUSTOMERS, pool: ALL, granted: ALL },
      commands: {
        'follow-up.log': EVERYBODY,
        'conversation.archive': EVERYBODY,
        'follow-up.unread': EVERYBODY,
        'visit.check-in': EVERYBODY,
      },
    },
    change: {
      rows: { own: ALL, team: ALL, other: ABOVE_ALL, pool: ABOVE_ALL, granted: ABOVE_ALL },
      commands: { 'follow-up.change': EVERYBODY, 'visit.place': EVERYBODY, 'visit.part': EVERYBODY },
    },
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
      commands: {
        'task.change': EVERYBODY,
        'task.done': EVERYBODY,
        'task.cancel': EVERYBODY,
        'task.snooze': EVERYBODY,
      },
    },
    assign: { rows: { own: ALL, team: ALL, other: ABOVE_ALL } },
    remove: { rows: { own: ALL, team: ALL, other: ABOVE_ALL } },
  },
  // Read by those above their author; nobody but he sends, or takes back, his.
  reports: {
    see: {
      rows: { own: ALL, team: ALL, other: READERS },
      commands: { 'report.list': EVERYBODY, 'report.show': EVERYBODY },
    },
    create: { rows: { own: ALL }, commands: { 'report.daily': EVERYBODY, 'report.weekly': EVERYBODY } },
    change: { rows: { own: ALL } },
    remove: { rows: { own: ALL } },
  },
  report_comments: {
    see: { rows: { own: ALL, team: ALL, other: READERS } },
    create: { rows: { own: ALL, team: ALL, other: READERS }, commands: { 'report.comment': EVERYBODY } },
    change: { rows: { own: ALL } },
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
} as const satisfies Record<string, Entity>;
