import { bump, into, LED, POOLED, type Sample } from './sample.ts';

export const ACTIVITIES: Readonly<Record<string, Sample>> = {
  follow_ups: {
    relations: POOLED,
    insert: ({ id, customer, by }) =>
      into('follow_ups', {
        id,
        customer_id: customer,
        author_id: by,
        kind: 'visit',
        note: `跟进${id}`,
        happened_on: '2026-05-20',
        check_in:
          '{"source": "photo", "spot": {"latitude": 22.5, "longitude": 113.9}, "address": null, "metres": null, "doubts": [], "joined": ' +
          '{"checkIn": {"mood": null, "outcome": null, "happenedAt": null, "writtenAt": "2026-05-20T02:00:00Z"}, ' +
          '"told": {"mood": null, "outcome": null, "happenedAt": null, "writtenAt": "2026-05-20T02:00:00Z"}, "second": "told", "taskId": null}}',
        joined_notes: '{"checkIn": "x", "told": "x"}',
      }),
    set: bump,
  },
  tasks: {
    relations: ['own', 'team', 'other'],
    insert: ({ id, owner, by }) => into('tasks', { id, title: `任务${id}`, owner_id: owner, created_by: by }),
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
  reports: {
    relations: LED,
    insert: ({ id, owner }) =>
      into('reports', {
        id,
        author_id: owner,
        period: 'day',
        starts_on: `(date '2000-01-03' + abs(hashtext('${id}')) % 9999)`,
        done: 'x',
      }),
    set: bump,
  },
  report_comments: {
    relations: LED,
    insert: ({ id, report, by }) => into('report_comments', { id, report_id: report, author_id: by, text: 'x' }),
    set: bump,
  },
};
