// A real company's first day: Slack configured, an empty database, ADMIN_EMAIL set, nothing of the demo.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES } from '../../core/actor.ts';
import { PROTECTED_FIELDS } from '../../core/permissions/fields.ts';
import { type Parley, startParley } from '../support/parley.ts';
import type { SlackUser } from '../support/slack-people.ts';

const PEOPLE = [
  { id: 'UADA', name: 'Ada Boss', email: 'Ada@real.example', locale: 'en-US' },
  { id: 'UBEN', name: 'Ben Rep', email: 'ben@real.example', locale: 'en-GB' },
  { id: 'UCAI', name: '蔡经理', email: 'cai@real.example', locale: 'zh-CN' },
  { id: 'UODD', name: 'Odd Guest', email: 'ada@real.example', team: 'T0OTHER' },
];

let parley: Parley;
let ada: SlackUser;
let ben: SlackUser;

beforeAll(async () => {
  parley = await startParley({ isStaffed: false, strangers: PEOPLE, adminEmail: 'ada@real.example' });
  ada = parley.person('UADA');
  ben = parley.person('UBEN');
});
afterAll(() => parley.close());

describe("a company's first day", () => {
  it('begins with nothing but what every company starts with', async () => {
    const rows = Object.entries(await parley.census()).filter(([, count]) => count > 0);
    expect(Object.fromEntries(rows)).toEqual({
      _prisma_migrations: rows.length && expect.any(Number),
      approval_rules: 2,
      clock: 1,
      field_policies: PROTECTED_FIELDS.length * ROLES.length,
      lead_outcomes: 6,
      lead_sources: 7,
      pipelines: 1,
      protected_tables: new Set(PROTECTED_FIELDS.map((key) => key.split('.')[0])).size,
      stages: 6,
      tags: 3,
      tier_rules: 3,
      assignment_rules: 1,
      lead_rules: 1,
      recycle_reasons: 6,
    });
  });

  it('tells a stranger to wait for the admin who has not come yet, and does nothing he asks', async () => {
    await ben.says('/crm lead add "Too Early"');
    const card = await ben.sees('I do not know you yet');
    expect(card.words).toContain('There is no admin yet: whoever set me up must write to me first (ADMIN_EMAIL).');
    expect(await parley.count('leads')).toBe(0);
    expect(await parley.count('users')).toBe(0);
    expect(await parley.count('admissions', "name = 'Ben Rep' AND state = 'pending'")).toBe(1);
  });

  it('is not fooled by a guest of another workspace who calls himself by the address of the admin', async () => {
    await parley.person('UODD').says('/crm admin people');
    await parley.person('UODD').sees('还不认识你');
    expect(await parley.count('users')).toBe(0);
  });

  it('lets the admin in at his first word and does what he says', async () => {
    await ada.says('/crm admin people');
    const card = await ada.sees('People (1)');
    expect(card.words).toContain('Waiting to be let in\nBen Rep\nben@real.example · Slack');
    expect(await parley.count('users', "email = 'ada@real.example' AND roles = '{admin}'")).toBe(1);
  });

  it('brings the admin the card of those who wait, also of those who came before him', async () => {
    const card = await ada.sees('Ben Rep would like to join');
    expect(card).toMatchObject({ channel: parley.fake.privateChannel('UADA') });
    expect(card.buttons).toEqual(['Let in as rep', 'Other role…', 'Is a colleague…', 'Decline']);
  });

  it('lets the rep in by one press on that card, which then shows it', async () => {
    await ada.presses('Let in as rep', { on: await ada.sees('Ben Rep would like to join') });
    await ada.sees('Ben Rep is in');
    expect(
      await parley.count(
        'users',
        "email = 'ben@real.example' AND roles = '{rep}' AND locale = 'en' AND time_zone = 'Asia/Shanghai'",
      ),
    ).toBe(1);
  });

  it('tells the rep, who can work at once', async () => {
    expect((await ben.sees('Welcome, Ben Rep')).channel).toBe(parley.fake.privateChannel('UBEN'));
    await ben.types('lead add "First Lead" --company "Real Works"');
    expect(ben.card.text).toContain('✅');
    expect(await parley.count('leads', "contact_name = 'First Lead'")).toBe(1);
  });

  it('brings the admin a card for who comes later, by push; another role is chosen in a window', async () => {
    const cai = parley.person('UCAI');
    await cai.says('你好');
    expect((await cai.sees('你好，我还不认识你')).words).toContain('已通知 Ada Boss，通过后我会告诉你。');
    await ada.types('admin teams --name North');
    await ada.presses('Other role…', { on: await ada.sees('蔡经理 would like to join') });
    await ada.submits({ role: 'manager', team: 'North' });
    await cai.sees('欢迎，蔡经理');
    await ada.sees('蔡经理 is in');
    expect(
      await parley.count('users', `name = '蔡经理' AND roles = '{manager}' AND team_id = (SELECT id FROM teams)`),
    ).toBe(1);
  });

  it('puts the rep into a team, whose manager then sees his work', async () => {
    await ada.types('admin roles "Ben" --team North');
    await parley.database.pool.query(`UPDATE teams SET lead_id = (SELECT id FROM users WHERE name = '蔡经理')`);
    const cai = parley.person('UCAI');
    await cai.types('查看线索 First');
    expect(cai.card.words).toContain('First Lead · Real Works');
  });

  it('keeps at least one admin', async () => {
    await ada.types('admin roles "Ada" --role rep');
    expect(ada.card.text).toContain('There must be at least one admin');
    expect(await parley.count('users', "'admin' = ANY (roles)")).toBe(1);
  });

  it('refuses somebody at once who was deactivated, on every way', async () => {
    await ada.types('admin roles "Ben" --active no');
    const before = await parley.count('changes', 'actor_id IS NOT NULL');
    await ben.types('lead add "After The End"');
    expect(ben.card.text).toContain('你的账号已停用');
    await ben.says('/crm leads');
    await parley.settles();
    expect(ben.card.text).toContain('你的账号已停用');
    await ben.presses('Undo', { on: await ben.sees('First Lead') });
    await parley.settles();
    expect(await parley.count('leads')).toBe(1);
    expect(await parley.count('changes', 'actor_id IS NOT NULL')).toBe(before);
  });

  it('has seen no demo row in the end', async () => {
    expect(await parley.count('users')).toBe(3);
    expect(await parley.count('customers')).toBe(0);
    expect(parley.errors).toEqual([]);
  });
});
