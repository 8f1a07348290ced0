import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let jim: Chat;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, new Date('2026-05-13T02:30:00Z'));
  talk = openChat(company);
  [li, jim] = [talk.as('li'), talk.as('jim')];
  await jim.types('lead add "Trevor Mills" --company "Nova Works"');
  await jim.types('lead add "Simon Achebe"');
  await jim.types('release "Trevor Mills" "no time"');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

const leads = async () =>
  (
    await company.database.pool.query(
      `SELECT contact_name AS name, status, owner_id IS NULL AS pooled FROM leads ORDER BY contact_name`,
    )
  ).rows;
const UNTOUCHED = [
  { name: 'Simon Achebe', status: 'new', pooled: false },
  { name: 'Trevor Mills', status: 'new', pooled: true },
];

describe('a person nobody knows', () => {
  it.each([
    'wrong number for Karen Mills',
    'Sarah Mills is interested, call back tomorrow',
    'no answer from John Achebe',
    'called john achebe, no answer',
    'Karen Mills said no, too expensive',
    'Robert Achebe asked again about prices',
    '打给Karen Mills没人接',
  ])('R7: does not become another: %s', async (sentence) => {
    const said = await jim.says(sentence);
    expect(said.text).toMatch(/I found no lead called “(?:Karen|Sarah|John|john|Robert) (?:Mills|Achebe|achebe)”/u);
    expect(await leads()).toEqual(UNTOUCHED);
  });

  it('R7: may still be called by the surname alone', async () => {
    const said = await jim.says('called Mr Achebe, no answer');
    expect(said.card.title).toContain('Simon Achebe');
    await said.press('Undo');
  });
});

describe('how a call with somebody in the pool ended', () => {
  it('R7 R10: takes nobody out of the pool unasked', async () => {
    const asked = await jim.says('Trevor Mills is interested, call back tomorrow');
    expect(asked.text).toContain('in the public pool');
    expect(await leads()).toEqual(UNTOUCHED);
    const kept = await asked.submit({ claim: 'yes' });
    expect(kept.card.title).toContain('Trevor Mills');
    expect(await leads()).toContainEqual({ name: 'Trevor Mills', status: 'working', pooled: false });
    await kept.press('Undo');
    expect(await leads()).toEqual(UNTOUCHED);
  });

  it('R7 R10: is asked for in Chinese, and by the line', async () => {
    expect((await li.says('打给Trevor Mills没人接')).text).toContain('该线索在公海中');
    expect((await li.types('结果 "Trevor Mills" 未接通')).text).toContain('该线索在公海中');
    expect(await leads()).toEqual(UNTOUCHED);
  });
});
