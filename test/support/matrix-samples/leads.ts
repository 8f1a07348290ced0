import { bump, into, MINE, POOLED, type Sample } from './sample.ts';

export const LEADS: Readonly<Record<string, Sample>> = {
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
  duplicate_questions: {
    relations: MINE,
    insert: ({ id, owner, by }) => into('duplicate_questions', { id, asker_id: by, owner_id: owner }),
    set: bump,
  },
};
