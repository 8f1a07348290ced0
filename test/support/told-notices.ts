// Every notice the bot can send of the demo company, drawn for everybody who may read it.
import type { Card } from '../../bot/cards/card.ts';
import { findNotice, type NoticeName, type SubjectOf } from '../../bot/notices/index.ts';
import type { Actor } from '../../core/actor.ts';
import { askDiscount } from '../../core/approvals/ask-discount.ts';
import type { Core } from '../../core/context.ts';
import type { Database } from '../../core/db/database.ts';
import { DomainError } from '../../core/errors.ts';
import { newId } from '../../core/id.ts';
import type { Locale } from '../../core/text.ts';
import { work } from '../../core/work.ts';
import { ORG } from './company.ts';

export type Exhibit = {
  locale: Locale;
  /** What led to it. */
  after: string;
  /** Whose eyes it is for; nobody's of the company yet where it is left out. */
  reader?: Pick<Actor, 'roles'>;
  card: Card;
};

type Told = { [Name in NoticeName]: { name: Name; subject: SubjectOf<Name> } }[NoticeName];

/** Every notice there is a reason for, as everybody would get it. */
export async function tellEverything(database: Database, locale: Locale): Promise<Exhibit[]> {
  const { rows: people } = await database.pool.query<{ id: string; name: string; roles: [] }>(
    'SELECT id, name, roles FROM users WHERE active',
  );
  await askForDiscount(database);
  const told = await reasons(database);
  const exhibits: Exhibit[] = [];
  for (const { id: userId, name, roles } of people) {
    const actor = { userId, name, roles, locale, timeZone: ORG.timeZone };
    const drawn = await work(database, { actor, org: ORG, origin: { via: 'job', undoable: false } }, async (core) => {
      const cards: Exhibit[] = [];
      for (const { name: notice, subject } of told) {
        const card = await drawOrNone(core, notice, subject);
        if (card) {
          cards.push({ locale, after: `${notice} to ${name}`, reader: { roles }, card });
        }
      }
      return cards;
    });
    exhibits.push(...drawn);
  }
  return exhibits;
}

async function drawOrNone<Name extends NoticeName>(core: Core, name: Name, subject: SubjectOf<Name>) {
  try {
    return await findNotice(name, subject)?.draw(core);
  } catch (error) {
    if (error instanceof DomainError) return undefined; // not for him
    throw error;
  }
}

/** Those of the conversations have been decided or taken back. */
async function askForDiscount(database: Database): Promise<void> {
  const { rows } = await database.pool.query<{ id: string; owner: string }>(
    `SELECT o.id, o.owner_id AS owner FROM opportunities o JOIN users u ON u.id = o.owner_id JOIN stages s ON s.key = o.stage_key
      WHERE u.active AND u.roles = '{rep}' AND s.kind = 'open' AND o.amount > 0 ORDER BY o.name LIMIT 1`,
  );
  for (const { id: opportunityId, owner: userId } of rows) {
    const actor = { userId, name: '', roles: ['rep' as const], locale: 'zh' as const, timeZone: ORG.timeZone };
    await work(database, { actor, org: ORG, origin: { via: 'words' } }, (core) =>
      askDiscount(core, { opportunityId, bps: 1_600 }),
    );
  }
}

async function reasons(database: Database): Promise<Told[]> {
  const ids = async (sql: string) => (await database.pool.query<{ id: string }>(`${sql} LIMIT 6`)).rows;
  const [requests, tasks, tickets, leads, admissions, identities, inviters, checks, deals, stuck, objects] =
    await Promise.all([
      ids('SELECT id FROM approval_requests ORDER BY created_at DESC'),
      ids('SELECT id FROM tasks WHERE done_at IS NULL ORDER BY due_on'),
      ids('SELECT id FROM service_tickets WHERE closed_at IS NULL ORDER BY opened_at'),
      ids('SELECT id FROM leads ORDER BY created_at DESC'),
      ids("SELECT id FROM admissions WHERE state = 'pending' ORDER BY created_at DESC"),
      ids('SELECT id FROM identities ORDER BY linked_at DESC'),
      ids("SELECT id FROM users WHERE 'admin' = ANY (roles)"),
      ids('SELECT id FROM audit_checks'),
      ids('SELECT opportunity_id AS id FROM opportunity_members'),
      ids(`SELECT id FROM opportunities WHERE stage_key = 'needs' ORDER BY stage_since`),
      ids('SELECT id FROM objects ORDER BY created_at'),
    ]);
  const reports = await ids(
    'SELECT r.id FROM reports r WHERE r.first_id IS NULL ORDER BY EXISTS (SELECT FROM report_comments k WHERE k.report_id = r.id) DESC, r.submitted_at DESC',
  );
  const { rows: asked } = await database.pool.query<{ id: string }>(
    'SELECT id FROM leads WHERE last_enquiry_at IS NOT NULL AND last_touch_at IS NULL AND owner_id IS NOT NULL LIMIT 6',
  );
  const { rows: met } = await database.pool.query<{ id: string }>(
    `INSERT INTO duplicate_questions (id, asker_id, owner_id, contact, company)
     SELECT gen_random_uuid(), a.id, o.id, l.contact_name, l.company
       FROM leads l JOIN users o ON o.id = l.owner_id AND o.active JOIN users a ON a.active AND a.id <> o.id LIMIT 1 RETURNING id`,
  );
  const { rows: handovers } = await database.pool.query<{ id: string }>(
    `INSERT INTO handovers (id, from_id, to_id, made_by, items)
     SELECT gen_random_uuid(), c.owner_id, c.owner_id, c.owner_id, (SELECT jsonb_agg(jsonb_build_array('customers', x.id)) FROM customers x WHERE x.owner_id = c.owner_id)
       FROM customers c WHERE c.owner_id IS NOT NULL LIMIT 1 RETURNING id`,
  );
  const { rows: piles } = await database.pool.query<{ stageKey: string; teamId: string }>(
    `WITH eased AS (UPDATE pipelines SET pile_deals = 1, pile_percent = 1)
     SELECT DISTINCT o.stage_key AS "stageKey", u.team_id AS "teamId" FROM opportunities o JOIN users u ON u.id = o.owner_id JOIN stages s ON s.key = o.stage_key
      WHERE s.kind = 'open' AND u.team_id IS NOT NULL AND o.stage_since < parley_now() - interval '31 days' LIMIT 3`,
  );
  const { rows: days } = await database.pool.query<{ day: string }>(
    `SELECT to_char(parley_now() AT TIME ZONE '${ORG.timeZone}', 'YYYY-MM-DD') AS day`,
  );
  const { rows: given } = await database.pool.query<{ ids: string[] }>(
    'SELECT array_agg(id) AS ids FROM tasks WHERE lead_id IS NOT NULL GROUP BY owner_id LIMIT 3',
  );
  // As if everybody's tasks had gone to one colleague.
  const { rows: taken } = await database.pool.query<{ changeId: string }>(
    `INSERT INTO audit_entries (change_id, entity, record_id, action, before, after)
       SELECT c.id, 'tasks', t.id, 'update', to_jsonb(t), to_jsonb(t) || jsonb_build_object('owner_id', (SELECT id FROM users ORDER BY id LIMIT 1))
         FROM (SELECT gen_random_uuid() AS id OFFSET 0) c CROSS JOIN tasks t WHERE t.done_at IS NULL RETURNING change_id AS "changeId"`,
  );
  // As if everybody had been given a lead that was then taken back.
  const { rows: withdrawn } = await database.pool.query<{ changeId: string }>(
    `WITH undone AS (INSERT INTO changes (id, actor_id, via, undone_by) SELECT gen_random_uuid(), id, 'words', gen_random_uuid() FROM users LIMIT 1 RETURNING id)
     INSERT INTO audit_entries (change_id, entity, record_id, action, after)
       SELECT d.id, e.entity, gen_random_uuid(), 'insert', jsonb_build_object('owner_id', u.id, e.name, u.name) FROM undone d CROSS JOIN users u
         CROSS JOIN (VALUES ('leads', 'contact_name'), ('customers', 'name'), ('opportunities', 'name')) e (entity, name)
       RETURNING change_id AS "changeId"`,
  );
  // Half will go back into the pool, half have gone.
  await database.pool.query(
    `INSERT INTO pool_moves (id, lead_id, kind, user_id)
     SELECT gen_random_uuid(), l.id, CASE WHEN l.owner_id IS NULL THEN 'returned' ELSE 'warned' END, coalesce(l.owner_id, l.created_by)
       FROM leads l WHERE l.last_touch_at IS NULL`,
  );
  await database.pool.query(
    `UPDATE leads SET created_at = created_at - interval '28 days', given_at = given_at - interval '28 days' WHERE owner_id IS NOT NULL AND last_touch_at IS NULL`,
  );
  const { rows: gateways } = await database.pool.query<{ gatewayId: string; sendId: string }>(
    `UPDATE gateway_sends SET state = 'failed', problem = 'busy' WHERE state <> 'sent' RETURNING gateway_id AS "gatewayId", id AS "sendId"`,
  );
  return [
    { name: 'poolMoved', subject: {} },
    ...gateways.flatMap(({ gatewayId, sendId }): Told[] => [
      { name: 'gatewayAnswered', subject: { sendId } },
      { name: 'gatewayFailed', subject: { gatewayId } },
    ]),
    ...requests.map(({ id }): Told => ({ name: 'approval', subject: { requestId: id, level: 1 } })),
    ...requests.map(({ id }): Told => ({ name: 'approvalDecided', subject: { requestId: id } })),
    ...tasks.map(({ id }): Told => ({ name: 'reminder', subject: { taskId: id, timed: true } })),
    ...tasks.map(({ id }): Told => ({ name: 'taskGiven', subject: { taskId: id } })),
    ...tasks.flatMap(({ id }) =>
      inviters.map((by): Told => ({ name: 'taskChanged', subject: { taskId: id, by: by.id } })),
    ),
    ...taken
      .slice(0, 1)
      .flatMap(({ changeId }) => inviters.map((by): Told => ({ name: 'workTaken', subject: { changeId, by: by.id } }))),
    ...withdrawn
      .slice(0, 1)
      .flatMap(({ changeId }) =>
        inviters.map((by): Told => ({ name: 'workWithdrawn', subject: { changeId, by: by.id } })),
      ),
    ...inviters.map(
      (by): Told => ({
        name: 'workRestored',
        subject: { taskIds: tasks.map(({ id }) => id), by: by.id },
      }),
    ),
    ...tickets.map(({ id }): Told => ({ name: 'ticketAssigned', subject: { ticketId: id } })),
    ...tickets.map(({ id }): Told => ({ name: 'ticketCare', subject: { ticketId: id } })),
    ...objects.map(({ id }): Told => ({ name: 'objectTold', subject: { objectId: id } })),
    ...leads.map(({ id }): Told => ({ name: 'leadGiven', subject: { leadId: id } })),
    ...given.map(({ ids }): Told => ({ name: 'leadsGiven', subject: { taskIds: ids } })),
    ...leads.map(({ id }): Told => ({ name: 'leadLate', subject: { leadId: id } })),
    ...asked.map(({ id }): Told => ({ name: 'leadEnquired', subject: { leadId: id } })),
    ...met.map(({ id }): Told => ({ name: 'duplicateAsked', subject: { questionId: id } })),
    ...admissions.map(({ id }): Told => ({ name: 'admission', subject: { admissionId: id } })),
    ...identities.map(({ id }): Told => ({ name: 'identityLinked', subject: { identityId: id } })),
    ...inviters.map(({ id }): Told => ({ name: 'invited', subject: { by: id } })),
    ...inviters.map(
      ({ id }): Told => ({ name: 'identityUnlinked', subject: { identityId: newId(), by: id, platform: 'slack' } }),
    ),
    ...checks.map(({ id }): Told => ({ name: 'auditChecked', subject: { checkId: id } })),
    ...deals.map(({ id }): Told => ({ name: 'dealShared', subject: { opportunityId: id } })),
    ...stuck.map(({ id }): Told => ({ name: 'dealStuck', subject: { opportunityId: id } })),
    ...handovers.map(({ id }): Told => ({ name: 'handoverGiven', subject: { handoverId: id } })),
    ...reports.flatMap(({ id }): Told[] => [
      { name: 'reportSubmitted', subject: { reportId: id } },
      { name: 'reportCommented', subject: { reportId: id } },
    ]),
    ...days.map(({ day }): Told => ({ name: 'reportDue', subject: { day } })),
    ...piles.map((subject): Told => ({ name: 'dealsPiling', subject })),
    ...days.map(({ day }): Told => ({ name: 'digest', subject: { day } })),
  ];
}
