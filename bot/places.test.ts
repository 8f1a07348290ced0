import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addLead } from '../core/leads/add-lead.ts';
import { sample } from '../test/support/breadth.ts';
import { type Chat, openChat, type Said } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';
import { deskOf, runDue } from '../test/support/jobs.ts';
import { Messenger } from '../test/support/messenger.ts';
import { until } from '../test/support/until.ts';
import { everyCommand } from './commands/index.ts';
import type { InboundEvent, Place } from './contract.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let han: Chat;

const LINES = everyCommand().flatMap(({ name, examples, words, isInternal, allow }) =>
  [...examples.en, ...examples.zh, words.en[0], words.zh[0]].map((line) => ({
    name,
    line,
    isInternal,
    key: allow.includes('rep') ? 'han' : 'admin',
  })),
);
const PUBLIC = ['help.show'];

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, '2026-05-20T10:00:00+08:00');
  talk = openChat(company);
  han = talk.as('han');
  await han.types('新客户 飞鸟科技有限公司 --联系人 CNRY联系人');
  await han.types('新商机 飞鸟科技 --名称 CNRY商机 --金额 7654321');
  await han.types('待办 CNRY任务 --截止 今天 --客户 飞鸟科技');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

/** Who reads an answer given in a channel, and that the channel is told of it. */
const readersOf = ({ reply }: Said) =>
  reply?.kind === 'card' ? [reply.audience ?? 'asker', reply.aside] : ['asker', reply?.aside];

const ASIDE = '已私信回复你。';

describe('in a channel (R104)', () => {
  it.each(sample(LINES, 13))('what “/crm $line” comes to is read by the asker alone', async ({ line, key }) => {
    expect(readersOf(await talk.as(key).does({ kind: 'line', text: line }, false))).toEqual(['asker', ASIDE]);
  });

  it.each(sample(LINES, 13, 1).filter(({ name }) => !PUBLIC.includes(name)))(
    'what “@bot $line” comes to is read by the asker alone',
    async ({ line }) => {
      expect(readersOf(await han.does({ kind: 'message', text: `/crm ${line}` }, false))).toEqual(['asker', ASIDE]);
    },
  );

  it.each(['今天拜访了飞鸟科技，聊得不错', '我的商机', '本季度管道', '飞鸟科技的商机金额是多少', '天气不错'])(
    'what is said of “%s” is read by the asker alone',
    async (text) => {
      expect(readersOf(await han.does({ kind: 'message', text }, false))).toEqual(['asker', ASIDE]);
    },
  );

  it.each(sample(everyCommand(), 5).map(({ name }) => name))(
    'what a press of %s comes to is read by who pressed',
    async (name) => {
      expect(readersOf(await han.does({ kind: 'press', command: name, input: {} }, false))).toEqual(['asker', ASIDE]);
    },
  );

  it('a form sent off, a page opened and a message put on record are answered to who did it', async () => {
    const add = await han.does({ kind: 'line', text: '新任务' }, false);
    expect(add.reply).toMatchObject({ kind: 'form', aside: ASIDE });
    const sent = { kind: 'submit', command: 'task.add', hidden: {}, values: { title: '寄样品' } } as const;
    expect(readersOf(await han.does(sent, false))).toEqual(['asker', ASIDE]);
    expect(readersOf(await han.does({ kind: 'home' }, false))).toEqual(['asker', ASIDE]);
    expect(readersOf(await han.does({ kind: 'shared', text: '飞鸟科技 谈得不错' }, false))).toEqual(['asker', ASIDE]);
  });

  it('who is not known is told so alone', async () => {
    const told = await talk.as('stranger').does({ kind: 'message', text: '你好' }, false);
    expect(told.reply?.kind).toBe('card');
    expect(readersOf(told)).toEqual(['asker', ASIDE]);
  });

  it('only help is fit for all, and is said aloud when it was asked for aloud', async () => {
    expect(everyCommand().flatMap(({ name, isPublic }) => (isPublic ? [name] : []))).toEqual(PUBLIC);
    for (const text of ['help', '帮助 全部', '']) {
      expect((await han.does({ kind: 'message', text }, false)).reply).toMatchObject({ audience: 'place' });
    }
    expect((await han.does({ kind: 'joined' }, false)).reply).toMatchObject({ audience: 'place' });
    expect((await han.does({ kind: 'line', text: 'help' }, false)).reply).toMatchObject({ audience: 'asker' });
  });

  it('what is fit for all is the same for whoever has much on file and whoever has nothing', async () => {
    // Some of the lines above change one's language.
    await company.database.pool.query("UPDATE users SET locale = 'zh'");
    for (const text of [
      '帮助',
      '帮助 全部',
      ...['day', 'customers', 'leads', 'deals'].map((topic) => `help ${topic}`),
    ]) {
      const mine = await han.does({ kind: 'message', text }, false);
      const theirs = await talk.as('li').does({ kind: 'message', text }, false);
      expect(mine.card).toEqual(theirs.card);
    }
  });
});

it('an answer that comes late comes where it was asked for: the thread is kept', async () => {
  const place: Place = { platform: 'slack', workspace: 'T1', address: 'C-sales/thread-7', direct: false };
  const event: InboundEvent = {
    kind: 'message',
    text: '我的商机',
    place,
    sender: { platform: 'slack', workspace: 'T1', externalId: 'han' },
  };
  const body = Buffer.from(JSON.stringify(event));
  const door = talk.door.for('slack');
  expect(await door.runLater({ workspace: 'T1', dedupeKey: randomUUID(), body, event })).toBe('accepted');
  const answered = await until(
    async () => talk.answered.find((each) => each.event.place.address === place.address),
    () => 'the answer',
  );
  expect(answered.event.place).toEqual(place);
  expect(answered.reply).toMatchObject({ kind: 'card', audience: 'asker', aside: ASIDE });
});

it('what nobody asked for is told in private only', async () => {
  const slack = new Messenger();
  const places: Place[] = [];
  slack.send = async (place) => {
    places.push(place);
    return { messageId: 'm1' };
  };
  await company.as('zhang', (core) => addLead(core, { contact: '王工', ownerId: company.actor('han').userId }));
  await runDue(deskOf(company, slack));
  expect(places.length).toBeGreaterThan(0);
  expect(places.filter(({ direct }) => !direct)).toEqual([]);
});
