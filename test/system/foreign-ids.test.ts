// What came last, tried with the ids of somebody else's records: by line, button and form, through the core, and in raw SQL (R84, R85).
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Core } from '../../core/context.ts';
import { archiveConversation } from '../../core/follow-ups/archive-conversation.ts';
import { findConversations, getConversation } from '../../core/follow-ups/find-conversation.ts';
import { getRefused } from '../../core/hooks/refused-deliveries.ts';
import { addObject } from '../../core/objects/add-object.ts';
import { changeObject } from '../../core/objects/change-object.ts';
import { removeObject } from '../../core/objects/remove-object.ts';
import { removeType } from '../../core/objects/remove-type.ts';
import { keepPending } from '../../core/pending-actions.ts';
import { type Chat, openChat } from '../support/chat.ts';
import { moveClock } from '../support/clock.ts';
import { type Company, openCompany } from '../support/company.ts';

const SECRET = 'CNRYSECRET';

let company: Company;
let talk: ReturnType<typeof openChat>;
let jim: Chat;
let ids: Record<
  'customer' | 'lead' | 'object' | 'followUp' | 'deal' | 'segment' | 'own' | 'entry' | 'refused' | 'kept',
  string
>;

const query = async <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
  (await company.database.pool.query(sql, values)).rows as Row[];
const idOf = async (table: string, where: string) =>
  (await query<{ id: string }>(`SELECT id FROM ${table} WHERE ${where}`))[0]?.id ?? '';

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, '2026-05-13T10:30:30+08:00');
  talk = openChat(company);
  jim = talk.as('jim');
  const li = talk.as('li');
  await query(
    `INSERT INTO object_types (id, key, name_zh, name_en, label_zh, label_en, fields, rules, position)
     VALUES (gen_random_uuid(), 'vehicle', '车辆', 'Vehicle', '车牌号', 'Number plate', '[]', '[]', 1)`,
  );
  for (const line of [
    `新客户 ${SECRET}公司`,
    `登记档案 vehicle ${SECRET}公司 ${SECRET}车`,
    `新商机 ${SECRET}公司 --名称 ${SECRET}单 --金额 35万`,
    `新线索 ${SECRET}人 --公司 ${SECRET}线索`,
    `归档对话 ${SECRET}公司 ${SECRET}谈 --原文 "王总：${SECRET}话"`,
  ]) {
    expect((await li.types(line)).card.tone, line).not.toBe('warning');
  }
  await query(`UPDATE follow_ups SET thread = 'slack C1 1' WHERE said IS NOT NULL`);
  await jim.types('lead add "Mary Major" --company Globex');
  const segment = (name: string, owner: 'li' | 'jim') =>
    query(
      `INSERT INTO segments (id, name, owner_id, question) VALUES (gen_random_uuid(), $1, $2, '{"entity": "lead"}')`,
      [name, company.actor(owner).userId],
    );
  await segment('li', 'li');
  await segment('jim', 'jim');
  await talk.as('admin').types('新增接入 site');
  await query(
    `INSERT INTO hook_deliveries (id, source_id, key, body_hash, state, problem, body)
     SELECT gen_random_uuid(), id, 'k', 'd', 'failed', 'no_json', $1 FROM hook_sources`,
    [SECRET],
  );
  const kept = await company.as('li', (core) =>
    keepPending(core, { said: [{ id: '1', author: 'Wang', at: null, text: SECRET }] }),
  );
  const [own, lead] = [await idOf('segments', "name = 'jim'"), await idOf('leads', "contact_name = 'Mary Major'")];
  await query(
    `INSERT INTO call_list_entries (id, segment_id, lead_id, person_id, state, began_at, until)
     VALUES (gen_random_uuid(), $1, $2, $3, 'claimed', parley_now(), parley_now() + interval '1 hour')`,
    [own, lead, company.actor('jim').userId],
  );
  ids = {
    customer: await idOf('customers', `name LIKE '${SECRET}%'`),
    lead: await idOf('leads', `contact_name LIKE '${SECRET}%'`),
    object: await idOf('objects', `name LIKE '${SECRET}%'`),
    followUp: await idOf('follow_ups', 'said IS NOT NULL'),
    deal: await idOf('opportunities', `name LIKE '${SECRET}%'`),
    segment: await idOf('segments', "name = 'li'"),
    own,
    entry: await idOf('call_list_entries', 'true'),
    refused: await idOf('hook_deliveries', 'true'),
    kept,
  };
  expect(Object.values(ids)).not.toContain('');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

/** All that is somebody else's, as it stands. */
const standing = () =>
  query(`SELECT (SELECT jsonb_agg(to_jsonb(o) ORDER BY o.id) FROM objects o) AS objects,
    (SELECT jsonb_agg(to_jsonb(t) ORDER BY t.id) FROM object_types t) AS types,
    (SELECT jsonb_agg(to_jsonb(f) ORDER BY f.id) FROM follow_ups f) AS follow_ups,
    (SELECT jsonb_agg(to_jsonb(d) ORDER BY d.id) FROM hook_deliveries d) AS refused,
    (SELECT jsonb_agg(to_jsonb(e) ORDER BY e.id) FROM call_list_entries e) AS entries,
    (SELECT jsonb_agg(to_jsonb(p) ORDER BY p.id) FROM open_opportunities p) AS open,
    (SELECT jsonb_agg(to_jsonb(i) ORDER BY i.id) FROM open_invoices i) AS owed`);

it('a rep without sight reaches nothing of it by line, button or form, and is told nothing of it', async () => {
  const before = await standing();
  const tries = [
    ['object.show', { object: ids.object }],
    ['object.change', { object: ids.object, name: 'mine' }],
    ['object.remove', { object: ids.object }],
    ['object.add', { type: 'vehicle', customer: ids.customer, name: 'mine' }],
    ['object.list', { customer: ids.customer }],
    ['conversation.archive', { customer: ids.customer, summary: 'x', words: 'Wang: y' }],
    ['conversation.archive', { customer: ids.customer, summary: 'x', kept: ids.kept }],
    ['conversation.show', { followUp: ids.followUp }],
    ['conversation.show', { customer: ids.customer }],
    ['hook.refused', { delivery: ids.refused }],
    ['hook.again', { delivery: ids.refused }],
    ['hook.lead', { delivery: ids.refused }],
    ['call-list.next', { segment: ids.segment }],
    ['call-list.skip', { segment: ids.segment, lead: ids.lead, reason: 'not_now' }],
    ['call-list.later', { segment: ids.segment, lead: ids.lead, until: 'hour' }],
    ['customer.change', { customer: ids.customer, region: '-' }],
    ['lead.change', { lead: ids.lead, company: '-' }],
    ['opportunity.change', { opportunity: ids.deal, amount: '-' }],
  ] as const;
  for (const [command, input] of tries) {
    for (const said of [
      await jim.presses({ label: '', command, input }),
      await jim.does({ kind: 'submit', command, hidden: input, values: {} }),
    ]) {
      expect(JSON.stringify(said.reply), command).not.toContain(SECRET);
    }
  }
  for (const line of [
    `item remove ${SECRET}车`,
    `item ${SECRET}车`,
    `conversation ${SECRET}公司`,
    `find ${SECRET}话`,
    'board',
    'admin hook refused site',
    'admin hook again site',
    'admin unmatched',
    'call list li',
    `customer change ${SECRET}公司 --region -`,
  ]) {
    // What he typed himself may be said back to him.
    const text = (await jim.types(line)).text.replaceAll(line.replace(/^\S+ /u, ''), '').replaceAll(/“[^”]*”/gu, '');
    expect(text.replaceAll(new RegExp(`${SECRET}(?:车|公司|话)`, 'gu'), ''), line).not.toContain(SECRET);
  }
  expect(await standing()).toEqual(before);
});

describe('the core refuses a rep without sight', () => {
  it.each<[string, (core: Core) => Promise<unknown>, string]>([
    ['removing a record', (core) => removeObject(core, ids.object), 'not_found'],
    ['changing a record', (core) => changeObject(core, { objectId: ids.object, values: {} }), 'not_found'],
    [
      'adding one to a customer',
      (core) => addObject(core, { typeKey: 'vehicle', customerId: ids.customer, name: 'x', values: {} }),
      'not_found',
    ],
    ['removing a kind', (core) => removeType(core, 'vehicle'), 'not_found'],
    [
      'archiving at a customer',
      (core) =>
        archiveConversation(core, {
          customerId: ids.customer,
          summary: 'x',
          said: [{ id: '1', author: null, at: null, text: 'x' }],
        }),
      'not_found',
    ],
    ['reading a conversation', (core) => getConversation(core, { followUpId: ids.followUp }), 'not_found'],
    ['reading what was refused', (core) => getRefused(core, { delivery: ids.refused }), 'not_found'],
  ])('%s', async (_, attempt, code) => {
    const before = await standing();
    await expect(company.as('jim', attempt)).rejects.toMatchObject({ code });
    expect(await standing()).toEqual(before);
  });

  it('and knows no conversation of a thread that is kept elsewhere', async () => {
    expect(await company.as('jim', (core) => findConversations(core, 'slack C1 1'))).toEqual([]);
    expect(await company.as('li', (core) => findConversations(core, 'slack C1 1'))).toHaveLength(1);
  });
});

describe('PostgreSQL shows a rep without sight nothing, and lets him write nothing', () => {
  /** What is refused comes to nothing; a statement that is wrong is no refusal. */
  const raw = (sql: string, values: unknown[] = []) =>
    company
      .as('jim', (core) => core.sql<Record<string, unknown>>({ text: sql, values }))
      .catch((error: unknown) => {
        expect(error).toMatchObject({ code: 'forbidden' });
        return [];
      });

  it.each<[string, () => unknown[]]>([
    ['SELECT id FROM objects WHERE id = $1', () => [ids.object]],
    ['SELECT object_id FROM object_dues', () => []],
    ['SELECT id FROM open_opportunities WHERE id = $1', () => [ids.deal]],
    ['SELECT id FROM seen.open_opportunities WHERE id = $1', () => [ids.deal]],
    ['SELECT id FROM open_invoices WHERE customer_id = $1', () => [ids.customer]],
    ['SELECT id FROM seen.open_invoices WHERE customer_id = $1', () => [ids.customer]],
    ['SELECT id FROM hook_deliveries', () => []],
    ['SELECT id FROM call_list_entries WHERE segment_id = $1', () => [ids.segment]],
    ['SELECT id FROM pending_actions WHERE id = $1', () => [ids.kept]],
    [`SELECT id FROM parley_search_said('${SECRET}', '{%cnrysecret%}', 100, 100)`, () => []],
    [`SELECT id FROM parley_search_objects('${SECRET}车', '{%cnrysecret%}', 100)`, () => []],
    ['SELECT id FROM parley_customer_changes($1, 10, 0)', () => [ids.customer]],
    ['SELECT parley_touched_on($1, $2)', () => [ids.deal, ids.customer]],
    ["SELECT parley_told_object('{}')", () => []],
    ['SELECT parley_reopen()', () => []],
  ])('%s', async (sql, values) => {
    expect(await raw(sql, values())).toEqual([]);
  });

  it.each<[string, () => unknown[]]>([
    ['UPDATE objects SET removed_at = parley_now() WHERE id = $1', () => [ids.object]],
    ['UPDATE objects SET removed_at = parley_now()', () => []],
    ['DELETE FROM objects WHERE id = $1', () => [ids.object]],
    ['UPDATE object_types SET active = false', () => []],
    ['UPDATE object_dues SET due_on = NULL', () => []],
    ['UPDATE open_opportunities SET quiet_on = quiet_on - 1', () => []],
    ['DELETE FROM open_opportunities', () => []],
    ['UPDATE open_invoices SET open = open - 1', () => []],
    ['DELETE FROM open_invoices', () => []],
    ["UPDATE hook_deliveries SET state = 'done'", () => []],
    ['DELETE FROM hook_deliveries', () => []],
    ["SELECT parley_hook_done($1, 'x', 'y', NULL, NULL, NULL)", () => [ids.refused]],
    ["UPDATE follow_ups SET said = '[]' WHERE id = $1", () => [ids.followUp]],
    ['UPDATE pending_actions SET used_at = parley_now() WHERE id = $1', () => [ids.kept]],
    [
      `INSERT INTO call_list_entries (id, segment_id, lead_id, person_id, state, began_at, until)
       VALUES (gen_random_uuid(), $1, $2, parley_actor(), 'claimed', parley_now(), parley_now())`,
      () => [ids.own, ids.lead],
    ],
    [
      `INSERT INTO call_list_entries (id, segment_id, lead_id, person_id, state, began_at, until)
       SELECT gen_random_uuid(), $1, lead_id, parley_actor(), 'claimed', parley_now(), parley_now() FROM call_list_entries`,
      () => [ids.segment],
    ],
    ['UPDATE call_list_entries SET lead_id = $1 WHERE id = $2', () => [ids.lead, ids.entry]],
    ['UPDATE call_list_entries SET lead_id = NULL, customer_id = $1 WHERE id = $2', () => [ids.customer, ids.entry]],
    ['UPDATE call_list_entries SET segment_id = $1 WHERE id = $2', () => [ids.segment, ids.entry]],
  ])('%s', async (sql, values) => {
    const before = await standing();
    await raw(sql, values());
    expect(await standing()).toEqual(before);
  });
});
