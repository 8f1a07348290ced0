import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createBot } from '../bot/bot.ts';
import type { Adapter, InboundEvent, Reply } from '../bot/contract.ts';
import { Inbox } from '../core/inbox/inbox.ts';
import { Seal } from '../core/inbox/sealed.ts';
import { type Company, ORG, openCompany } from '../test/support/company.ts';
import { tempShelf } from '../test/support/kept-files.ts';
import { until } from '../test/support/until.ts';
import { IngressDoor } from './ingress.ts';
import type { Delivery } from './platform.ts';

let company: Company;
let door: IngressDoor;
let answers: Reply[];

const SEAL = new Seal(randomBytes(32), 'inbox');
const LOG = { info: () => undefined, warn: () => undefined, error: () => undefined };
const GONE: Reply = { kind: 'notice', text: 'no longer here', tone: 'bad' };

beforeAll(async () => {
  company = await openCompany();
});
afterAll(() => company.close());

beforeEach(async () => {
  answers = [];
  door = open();
  await door.for('slack').runNow(line('help'));
});
afterEach(() => door.close());

/** As one more process would. */
function open(): IngressDoor {
  const { database } = company;
  const opened = new IngressDoor({
    inbox: new Inbox(database, ORG, SEAL),
    bot: createBot({ database, org: ORG, shelf: tempShelf(), log: LOG }),
    org: ORG,
    log: LOG,
    greet: async () => ({ reply: GONE }),
    deactivated: () => GONE,
    rememberCard: async () => undefined,
  });
  opened.for('slack').serve(adapter);
  return opened;
}

const adapter: Adapter = {
  platform: 'slack',
  answer: async (_, reply) => {
    answers.push(reply);
    return undefined;
  },
  send: async () => ({ messageId: '1' }),
  update: async () => undefined,
  direct: async () => ({ platform: 'slack', workspace: 'T1', address: 'D1', direct: true }),
  profile: async () => undefined,
  parse: (body) => JSON.parse(body.toString('utf8')),
};

function line(text: string, dedupeKey: string = randomUUID()): Delivery {
  const event: InboundEvent = {
    kind: 'line',
    text,
    sender: { platform: 'slack', workspace: 'T1', externalId: 'li' },
    place: { platform: 'slack', workspace: 'T1', address: 'D1', direct: true },
  };
  return { workspace: 'T1', dedupeKey, body: Buffer.from(JSON.stringify(event)), event };
}

const titleOf = (reply: Reply | undefined) => (reply?.kind === 'card' ? reply.card.title : undefined);

async function count(title: string): Promise<number> {
  const { rows } = await company.database.pool.query('SELECT FROM tasks WHERE title = $1', [title]);
  return rows.length;
}

type Row = { state: string; hasBody: boolean; hasReply: boolean; isSame?: boolean };

async function row(dedupeKey: string): Promise<Row | undefined> {
  const { rows } = await company.database.pool.query<Row>(
    `SELECT i.state, i.body IS NOT NULL AS "hasBody", i.reply IS NOT NULL AS "hasReply", i.xmin = c.xmin AS "isSame"
       FROM inbox i LEFT JOIN changes c ON c.inbox_id = i.id WHERE i.dedupe_key = $1`,
    [dedupeKey],
  );
  return rows[0];
}

describe('what somebody asks who has written lately', () => {
  it('is recorded with its answer, in the transaction of its rows', async () => {
    const sent = line('新任务 一次提交');
    expect(await door.for('slack').runNow(sent)).toMatchObject({ kind: 'reply' });
    expect(await row(sent.dedupeKey)).toEqual({ state: 'done', hasBody: true, hasReply: true, isSame: true });
    expect(await count('一次提交')).toBe(1);
  });

  it.each(['任务', '新任务', '帮助', '完成任务 没有这个'])(
    'is recorded before it is answered where it changes nothing: %s',
    async (text) => {
      const sent = line(text);
      expect(await door.for('slack').runNow(sent)).toMatchObject({ kind: 'reply' });
      expect(await row(sent.dedupeKey)).toMatchObject({ state: 'done', hasBody: true, hasReply: true });
    },
  );

  it('is answered by another process when this one dies before it answers', async () => {
    const sent = line('新任务 死而复生');
    await door.for('slack').runNow(sent);
    await company.database.pool.query('UPDATE clock SET offset_ms = offset_ms + 21000');
    const other = open();
    await until(
      async () => {
        await other.sweep();
        return (await row(sent.dedupeKey))?.state === 'replied' ? true : undefined;
      },
      () => 'another process to answer it',
    );
    await other.close();
    expect(answers.map(titleOf)).toContain('任务已添加');
    expect(await count('死而复生')).toBe(1);
  });
});

describe('a sender who is not who he was', () => {
  const restore = "UPDATE users SET active = true, roles = '{rep}' WHERE name = '李雷'";
  afterEach(() => company.database.pool.query(restore));

  it('is refused at once when he was sent away', async () => {
    await company.database.pool.query("UPDATE users SET active = false WHERE name = '李雷'");
    expect(await door.for('slack').runNow(line('新任务 离职之后'))).toMatchObject({ kind: 'reply', reply: GONE });
    expect(await count('离职之后')).toBe(0);
  });

  it('may do at once only what his roles are for now', async () => {
    await company.database.pool.query("UPDATE users SET roles = '{admin}' WHERE name = '李雷'");
    const outcome = await door.for('slack').runNow(line('团队'));
    await company.database.pool.query(restore);
    expect(await door.for('slack').runNow(line('团队'))).not.toEqual(outcome);
  });

  it('is asked for anew when his account was given to somebody else', async () => {
    const link = (name: string) =>
      company.database.pool.query(
        "UPDATE identities SET user_id = (SELECT id FROM users WHERE name = $1) WHERE external_id = 'li'",
        [name],
      );
    await link('韩梅梅');
    await door.for('slack').runNow(line('新任务 换了人'));
    await link('李雷');
    const { rows } = await company.database.pool.query(
      "SELECT u.name FROM tasks t JOIN users u ON u.id = t.owner_id WHERE t.title = '换了人'",
    );
    expect(rows).toEqual([{ name: '韩梅梅' }]);
  });
});

describe('the same delivery', () => {
  it('five times at once in two processes is done once', async () => {
    const other = open();
    await other.for('slack').runNow(line('help'));
    const key = randomUUID();
    const doors = [door, other, door, other, door];
    const outcomes = await Promise.all(doors.map((each) => each.for('slack').runNow(line('新任务 五次', key))));
    await other.close();
    expect(await count('五次')).toBe(1);
    expect(outcomes.filter(({ kind }) => kind === 'reply')).toHaveLength(1);
    expect(outcomes.filter(({ kind }) => kind === 'working')).toHaveLength(4);
  });

  it('is answered with what was said when it comes once more', async () => {
    const sent = line('新任务 又来一次');
    const first = await door.for('slack').runNow(sent);
    if (first.kind !== 'reply') {
      throw new Error(first.kind);
    }
    first.receipt?.delivered();
    await until(
      async () => ((await row(sent.dedupeKey))?.state === 'replied' ? true : undefined),
      () => 'the note',
    );
    expect(await door.for('slack').runNow(sent)).toMatchObject({ kind: 'reply', reply: first.reply });
    expect(await count('又来一次')).toBe(1);
  });

  it('is refused with another body', async () => {
    const sent = line('新任务 原文');
    await door.for('slack').runNow(sent);
    expect(await door.for('slack').runNow(line('新任务 改过', sent.dedupeKey))).toEqual({ kind: 'refused' });
    expect(await count('改过')).toBe(0);
  });
});

it('what takes long is on record before anybody is told to wait, done once and answered later', async () => {
  const client = await company.database.pool.connect();
  await client.query('BEGIN');
  await client.query('LOCK TABLE tasks IN ACCESS EXCLUSIVE MODE');
  const sent = line('新任务 等一等');
  expect(await door.for('slack').runNow(sent, { deadlineMs: 300 })).toEqual({ kind: 'working' });
  expect(await row(sent.dedupeKey)).toMatchObject({ state: 'new', hasBody: true, hasReply: false });
  await client.query('ROLLBACK');
  client.release();
  await until(
    async () => ((await row(sent.dedupeKey))?.state === 'replied' ? true : undefined),
    () => 'the answer',
  );
  expect(answers.map(titleOf)).toEqual(['任务已添加']);
  expect(await count('等一等')).toBe(1);
});

it('what is neither done nor on record in time is not called undone: whoever asked is told to look first', async () => {
  const client = await company.database.pool.connect();
  await client.query('BEGIN');
  await client.query('LOCK TABLE tasks, inbox IN ACCESS EXCLUSIVE MODE');
  const sent = line('新任务 说不准');
  expect(await door.for('slack').runNow(sent, { deadlineMs: 300 })).toMatchObject({
    kind: 'unavailable',
    reply: { kind: 'notice', text: '处理时间过长，暂时无法确认结果。请先查看是否已生效，再决定是否重发。' },
  });
  await client.query('ROLLBACK');
  client.release();
  await until(
    async () => ((await row(sent.dedupeKey))?.state === 'replied' ? true : undefined),
    () => 'the answer',
  );
  expect(answers.map(titleOf)).toEqual(['任务已添加']);
  expect(await count('说不准')).toBe(1);
});
