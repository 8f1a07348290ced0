import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import type { FileRef } from '../../bot/contract.ts';
import { start } from '../../test/browser/direct.ts';

async function withUpload() {
  const running = await start();
  const body = Buffer.from('会议纪要');
  const answer = await running.ask('POST', '/playground/upload', { query: { name: '纪要.txt' }, body });
  const uploaded: { id: string; name: string; size: number } = JSON.parse(String(answer.body));
  const fetched = async ({ id, handle }: Pick<FileRef, 'id' | 'handle'>) => {
    const from = { platform: 'playground', workspace: 'local', externalId: 'u-1' };
    const stream = await running.adapter.download?.({ id, name: '', handle }, from);
    return stream && text(stream);
  };
  return { ...running, uploaded, fetched };
}

describe('a file put into the page', () => {
  it('goes with what is said, to whatever it was dropped on, and is recorded for a replay', async () => {
    const { uploaded, post, deliveries, adapter, fetched } = await withUpload();
    const acted = await post('say', { text: '', files: [uploaded], beneath: 'm-1' });
    expect(acted.messages[0].body).toEqual({ kind: 'words', text: '📎 纪要.txt' });
    const file = { id: uploaded.id, name: '纪要.txt', bytes: 12, handle: uploaded.id };
    const [delivery] = deliveries;
    expect(delivery?.event).toMatchObject({
      kind: 'message',
      text: '',
      files: [file],
      beneath: { messages: ['m-1'], isThread: false },
    });
    expect(adapter.parse(delivery?.body ?? Buffer.alloc(0))).toEqual(delivery?.event);
    expect(await fetched(file)).toBe('会议纪要');
  });

  it.each([
    ['plain', { command: 'file.add', hidden: {}, values: {} }],
    [
      'slack',
      {
        private_metadata: `a${JSON.stringify({ c: 'file.add', h: {}, p: 'D1', d: true })}`,
        state: { values: {} },
      },
    ],
  ])('is picked in a window of the %s look', async (look, window) => {
    const { uploaded, post, deliveries, fetched } = await withUpload();
    const state = { values: { 'file~1': { v: { type: 'file_input', files: [uploaded] } } } };
    const picked = look === 'plain' ? { files: { file: [uploaded] } } : { state };
    await post('submit', { look, submitted: { ...window, ...picked } });
    const event = deliveries[0]?.event;
    const refs = event?.kind === 'submit' ? event.files?.file : undefined;
    expect(refs).toMatchObject([{ id: uploaded.id, name: '纪要.txt', bytes: 12 }]);
    expect(await fetched({ id: uploaded.id, handle: refs?.[0]?.handle ?? '' })).toBe('会议纪要');
  });

  it('is gone when it fell out of memory; a message without words and files is none', async () => {
    const { fetched, post } = await withUpload();
    await expect(fetched({ id: 'x', handle: 'x' })).rejects.toMatchObject({ code: 'gone' });
    expect(await post('say', { text: ' ' })).toMatchObject({ status: 400 });
  });
});
