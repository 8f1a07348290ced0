// What comes without being asked for: reminders and the morning's message, by two processes on one database, once.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { SlackCard } from '../fakes/slack.ts';
import { lookAt } from '../support/look.ts';
import { type Parley, startParley } from '../support/parley.ts';
import type { SlackUser } from '../support/slack-people.ts';

let parley: Parley;
let li: SlackUser;
let jim: SlackUser;

beforeAll(async () => {
  parley = await startParley({ instances: 2, at: '2026-05-19T17:00:00+08:00' });
  li = parley.person('li');
  jim = parley.person('jim');
});
afterAll(() => parley.close());
afterEach(() => expect(parley.errors).toEqual([]));

/** The moment comes; every process looks for what is due, again and again, and sends it. */
async function comes(instant: string): Promise<void> {
  await parley.movesTo(instant);
  await Promise.all([lookAt(parley.databaseUrl, 'digests', 4), lookAt(parley.databaseUrl, 'reminders', 4)]);
  await parley.settles();
  await lookAt(parley.databaseUrl, 'reminders', 1);
  await parley.settles();
}

const pushed = (person: SlackUser, title: RegExp): SlackCard[] => person.cards.filter(({ words }) => title.test(words));
const DIGEST = /早上好|Good morning/;
const REMINDER = /任务提醒|Reminder/;

describe('the morning', () => {
  it('is prepared the evening before', async () => {
    await li.says('提醒我明天10:30给王总打电话');
    await li.sees('给王总打电话');
    await jim.says('remind me to call Mary tomorrow at 3pm');
    await jim.sees('Task added');
    await parley.settles();
    expect(await parley.count('tasks', "due_on = '2026-05-20'")).toBe(2);
  });

  it('brings nobody anything before his time', async () => {
    await comes('2026-05-20T08:29:00+08:00');
    expect(await parley.count('deliveries')).toBe(0);
  });

  it('brings each person one message, in his language, every line with its action (R105)', async () => {
    await comes('2026-05-20T08:31:00+08:00');
    const [lis] = pushed(li, DIGEST);
    expect(lis?.channel).toBe(parley.fake.privateChannel(li.id));
    expect(lis?.words).toContain('早上好，李雷 · 5月20日 周三');
    expect(lis?.words).toContain('今日日程（1）\n给王总打电话');
    expect(lis?.buttons).toEqual(['完成', '推迟到明天', '我的一天']);
    const [jims] = pushed(jim, DIGEST);
    expect(jims?.words).toContain('Good morning, Jim Green · Wed 20 May');
    expect(jims?.buttons).toEqual(['Done', 'Tomorrow', 'My day']);
  });

  it('brings it once, whatever looks again and whatever starts anew (R105)', async () => {
    await comes('2026-05-20T08:45:00+08:00');
    await comes('2026-05-20T09:30:00+08:00');
    expect([pushed(li, DIGEST).length, pushed(jim, DIGEST).length]).toEqual([1, 1]);
    expect(await parley.count('deliveries', "notice = 'digest' AND state = 'sent'")).toBe(2);
  });

  it('says nothing to whom there is nothing to say to (R105)', async () => {
    expect(await parley.count('deliveries', "notice = 'digest' AND state = 'skipped'")).toBe(8);
    expect(parley.person('han').cards).toEqual([]);
    expect(parley.person('admin').cards).toEqual([]);
  });
});

describe('a reminder', () => {
  it('comes once, a quarter of an hour ahead, with done, later and open (R35)', async () => {
    await comes('2026-05-20T10:14:00+08:00');
    expect(pushed(li, REMINDER)).toEqual([]);
    await comes('2026-05-20T10:16:00+08:00');
    await comes('2026-05-20T10:20:00+08:00');
    const [card, another] = pushed(li, REMINDER);
    expect(another).toBeUndefined();
    expect(card?.words).toContain('任务提醒 · 给王总打电话');
    expect(card?.buttons).toEqual(['完成', '1 小时后', '明天', '查看']);
    expect(pushed(jim, REMINDER)).toEqual([]);
  });

  it('that is put off comes again when its hour has passed, and once (R35)', async () => {
    await li.presses('1 小时后', { on: await li.sees('任务提醒') });
    await comes('2026-05-20T11:19:00+08:00');
    expect(pushed(li, REMINDER)).toHaveLength(0);
    await comes('2026-05-20T11:22:00+08:00');
    expect(pushed(li, REMINDER)).toHaveLength(1);
  });

  it('of a task that is done does not come (R35)', async () => {
    await li.presses('完成', { on: await li.sees('任务提醒') });
    await jim.types('done call Mary');
    const before = parley.fake.messages.length;
    await comes('2026-05-20T15:30:00+08:00');
    expect(parley.fake.messages).toHaveLength(before);
    expect(await parley.count('tasks', 'done_at IS NULL')).toBe(0);
  });
});

describe('a free day', () => {
  it('brings no message (R105)', async () => {
    await comes('2026-05-22T18:00:00+08:00');
    await li.types('待办 周末的事 --截止 2026-05-23');
    await comes('2026-05-23T08:45:00+08:00');
    expect(pushed(li, DIGEST)).toHaveLength(1);
  });
});
