import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { form } from '../../test/fakes/replies.ts';
import { type Rig, startSlackAdapter } from '../../test/fakes/slack-adapter.ts';

let rig: Rig;

beforeAll(async () => {
  rig = await startSlackAdapter({ people: [{ id: 'U0BEN', name: 'Ben Adams' }] });
  rig.replies({ kind: 'form', card: form() });
});
afterAll(() => rig.close());

const ANA = 'U0ANA';
const sender = () => ({ platform: 'slack', workspace: rig.fake.team, externalId: ANA });

/** What the bot is given of the thread in which somebody picked a message, or said something to it. */
async function readLast() {
  const event = rig.events().at(-1);
  const thread = event && 'thread' in event ? event.thread : undefined;
  if (!thread) {
    throw new Error('no thread came');
  }
  return rig.adapter.readThread?.(thread, sender());
}

describe('a thread (R39)', () => {
  const ts = '1790000000.000100';

  it('is all of it, with who said what and when, but for what is said to the bot and by it', async () => {
    const said = [
      { ts, user: 'U0BEN', text: 'Met Wang &lt;at&gt; Acme' },
      { ts: '1790000060.000200', user: ANA, text: 'Price?' },
      { ts: '1790000070.000300', user: ANA, text: '' },
      { ts: '1790000080.000300', user: ANA, text: `<@${rig.fake.bot.userId}> archive this thread to Acme` },
      { ts: '1790000090.000300', user: rig.fake.bot.userId, text: 'Archived: Acme' },
      { ts: '1790000120.000400', user: 'U0GONE', text: '35 each' },
    ];
    rig.fake.keepThread('C0SALES', said);
    await rig.client.shares(ANA, { user: 'U0BEN', text: 'Met Wang', ts, thread_ts: ts });
    const whole = {
      address: `slack ${rig.fake.team} C0SALES ${ts}`,
      isCut: false,
      said: [
        { id: ts, author: 'Ben Adams', at: '2026-09-21T14:13:20.000Z', text: 'Met Wang <at> Acme' },
        { id: '1790000060.000200', author: null, at: '2026-09-21T14:14:20.000Z', text: 'Price?' },
        { id: '1790000120.000400', author: null, at: '2026-09-21T14:15:20.000Z', text: '35 each' },
      ],
    };
    expect(await readLast()).toEqual(whole);
    await rig.client.mention(ANA, 'archive this thread to Acme', { thread: ts });
    expect(await readLast()).toEqual(whole);
  });

  it('that is long is read page by page, as far as a record holds', async () => {
    const messages = Array.from({ length: 701 }, (_, at) => ({
      ts: `1790000000.${String(at).padStart(6, '0')}`,
      text: 'x',
    }));
    rig.fake.keepThread('C0SALES', messages);
    await rig.client.mention(ANA, 'archive this', { thread: '1790000000.000000' });
    expect(await readLast()).toMatchObject({ isCut: true });
    expect(
      rig.fake
        .callsOf('conversations.replies')
        .slice(-3)
        .map(({ args }) => args.cursor),
    ).toEqual([undefined, '200', '400']);
  });

  it.each(['missing_scope', 'not_in_channel'])('that may not be read is unread: %s', async (error) => {
    rig.fake.script('conversations.replies', { error });
    await rig.client.mention(ANA, 'archive this', { thread: ts });
    expect(await readLast()).toEqual({ address: `slack ${rig.fake.team} C0SALES ${ts}`, unread: true });
  });

  it('alone with the bot, or none at all, is no conversation of people', async () => {
    await rig.client.dm(ANA, 'archive this', { thread: ts });
    expect(rig.events().at(-1)).not.toHaveProperty('thread');
    await rig.client.mention(ANA, 'archive this');
    expect(rig.events().at(-1)).not.toHaveProperty('thread');
  });
});
