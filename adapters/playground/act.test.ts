import { describe, expect, it } from 'vitest';
import { formCard, ID, only, reply, shows, start, titles } from '../../test/browser/direct.ts';

describe('what is said', () => {
  it('goes through the inbox and comes back as a card', async () => {
    const { post, deliveries } = await start();
    const acted = await post('say', { text: '今天拜访了华星电子' });
    expect(acted.status).toBe('done');
    expect(titles(acted.messages)).toEqual(['今天拜访了华星电子', 'ok']);
    expect(deliveries).toMatchObject([
      {
        workspace: 'local',
        dedupeKey: ID,
        event: { kind: 'message', text: '今天拜访了华星电子', place: { address: 'direct:u-1', direct: true } },
      },
    ]);
  });

  it('counts as answered when the answer stands in the conversation, or when there is none to give', async () => {
    const told: string[] = [];
    const receipt = (name: string) => ({ delivered: () => void told.push(name), failed: () => undefined });
    const { post } = await start(
      { kind: 'reply', reply: only('card'), receipt: receipt('card') },
      { kind: 'reply', reply: undefined, receipt: receipt('nothing') },
    );
    await post('say', { text: 'hello' });
    await post('say', { id: ID.replace(/1$/, '2'), text: 'hello again' });
    expect(told).toEqual(['card', 'nothing']);
  });

  it('is recorded so that it can be handled again after a crash', async () => {
    const { post, deliveries, adapter } = await start();
    await post('say', { text: '/crm today' });
    expect(adapter.parse(deliveries[0]?.body ?? Buffer.alloc(0))).toEqual(deliveries[0]?.event);
  });

  it('is said and answered once, however often it is sent', async () => {
    const { post, messages } = await start();
    await post('say', { text: 'hello' });
    await post('say', { text: 'hello' });
    expect(titles(await messages('u-1'))).toEqual(['hello', 'ok']);
  });

  it('is not for the bot in the channel unless addressed', async () => {
    const { post, deliveries, messages } = await start();
    await post('say', { conversation: 'channel:sales', text: 'lunch?' });
    expect(deliveries).toEqual([]);
    expect(titles(await messages('u-2', 1))).toEqual(['lunch?']);
  });

  it('after a slash in the channel is seen, with its private answer, by nobody else', async () => {
    const { post, messages } = await start(reply(only('card', 'yours')));
    await post('say', { conversation: 'channel:sales', text: '/crm today' });
    expect(titles(await messages('u-1', 1))).toEqual(['/crm today', 'yours']);
    expect(await messages('u-2', 1)).toEqual([]);
  });

  it('stays in the conversation when the database is away, and says so', async () => {
    const { post } = await start({ kind: 'unavailable', reply: { kind: 'notice', text: 'later', tone: 'bad' } });
    const acted = await post('say', { text: 'hello' });
    expect([acted.status, titles(acted.messages)]).toEqual(['unavailable', ['hello', 'later']]);
  });

  it.each([
    [{ text: '' }, 400],
    [{ text: 'x'.repeat(4001) }, 400],
    [{ text: 'x', id: 'not-a-uuid' }, 400],
    [{ text: 'x', conversation: 'somewhere' }, 400],
    [{ text: 'x', conversation: 'direct:u-2' }, 403],
    [{ text: 'x', as: 'u-9' }, 404],
  ])('is refused when it cannot be: %j', async (body, status) => {
    const { post, deliveries } = await start();
    expect(await post('say', body)).toMatchObject({ status });
    expect(deliveries).toEqual([]);
  });

  it('lets a bug rise instead of blaming the sender', async () => {
    const broken = await start();
    broken.deliveries.push = () => {
      throw new SyntaxError('a bug');
    };
    await expect(broken.post('say', { text: 'x' })).rejects.toThrow('a bug');
  });
});

describe('a press', () => {
  const pressed = { command: 'undo', input: { entry: 'e-1' } };

  it('redraws the card it came from', async () => {
    const { post, messages } = await start(shows('before'), shows('after', true));
    const { messages: posted } = await post('say', { text: 'x' });
    await post('press', { id: ID.replace('1', '2'), look: 'plain', messageId: posted[1].id, pressed });
    expect(titles(await messages('u-1'))).toEqual(['x', 'after']);
  });

  it('opens a form as a window, in every look', async () => {
    const { post, messages } = await start(reply({ kind: 'form', card: formCard }));
    const { window } = await post('press', { look: 'plain', messageId: 'm', pressed });
    expect(Object.keys(window.shown)).toEqual(['slack', 'feishu', 'teams', 'plain']);
    expect(await messages('u-1')).toEqual([]);
  });

  it.each([
    { look: 'teams', pressed },
    { look: 'plain', pressed: { command: 1 } },
    { look: 'slack', pressed },
  ])('is refused when no such look can have sent it: %j', async (body) => {
    const { post, deliveries } = await start();
    expect(await post('press', { messageId: 'm', ...body })).toMatchObject({ status: 400 });
    expect(deliveries).toEqual([]);
  });
});

describe('a submit', () => {
  const submitted = { command: 'log visit', hidden: {}, values: { notes: 'typed' } };

  it('keeps its window open while something is wrong', async () => {
    const { post, messages } = await start(
      reply(only('notice', 'not allowed')),
      reply({ kind: 'form', card: formCard }),
    );
    expect(await post('submit', { look: 'plain', submitted })).toEqual({
      status: 'done',
      messages: [],
      trouble: 'not allowed',
    });
    expect((await post('submit', { look: 'plain', submitted })).window).toBeDefined();
    expect(await messages('u-1')).toEqual([]);
  });

  it('of a form in the conversation is answered in its place', async () => {
    const { post, messages } = await start(reply({ kind: 'form', card: formCard }), shows('saved'));
    const { messages: posted } = await post('say', { text: 'visited Acme' });
    expect(titles(posted)).toEqual(['visited Acme', 'Visit']);
    await post('press', { id: ID.replace('1', '2'), look: 'plain', messageId: posted[1].id, pressed: submitted });
    expect(titles(await messages('u-1'))).toEqual(['visited Acme', 'saved']);
  });
});
