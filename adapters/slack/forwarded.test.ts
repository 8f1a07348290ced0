import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from './parse.ts';

const IM = new URL('../../test/fixtures/slack/event_message_im.json', import.meta.url);

/** As Slack's client sends it: https://github.com/slackapi/java-slack-sdk/issues/1179 */
const WANG = {
  ts: '1779585600.000100',
  author_id: 'W777',
  author_name: '王总',
  channel_id: 'C9',
  channel_name: 'acme',
  is_msg_unfurl: true,
  is_share: true,
  message_blocks: [{ team: 'T111', channel: 'C9', ts: '1779585600.000100', message: { blocks: [] } }],
  fallback: '[May 24th, 2026 1:20 AM] wang: 单价35可以',
  text: '单价35可以，下周签 &amp; 付款',
  from_url: 'https://hualan.slack.com/archives/C9/p1779585600000100?thread_ts=1779584400.000000&cid=C9',
};
const LI = { ...WANG, ts: '1779584400.000000', author_id: 'W222', author_name: '李雷', text: '报价发您了' };

function read(over: object) {
  const { event, ...rest } = JSON.parse(readFileSync(IM, 'utf8'));
  const parsed = parse(Buffer.from(JSON.stringify({ ...rest, event: { ...event, ...over } })));
  return parsed.kind === 'accepted' ? parsed.event : parsed.kind;
}

const SAID = {
  id: '1779585600.000100',
  author: '王总',
  at: '2026-05-24T01:20:00.000Z',
  text: '单价35可以，下周签 & 付款',
};
const ADDRESS = 'slack T111 C9 1779584400.000000';

it('R39: a message that was forwarded is read with who said it, when and where', () => {
  expect(read({ text: '', attachments: [WANG] })).toMatchObject({
    kind: 'shared',
    text: SAID.text,
    author: '王总',
    at: SAID.at,
    link: WANG.from_url,
    told: { address: ADDRESS, said: [SAID], isCut: false },
    place: { direct: true },
  });
});

it('R39: several stand as what was said, and what the bot said among them does not', () => {
  const event = read({ text: '', attachments: [LI, WANG, { ...WANG, author_id: 'W111', text: 'Logged' }] });
  expect(event).toMatchObject({ kind: 'shared', text: '', told: { address: ADDRESS } });
  expect(event).toMatchObject({ told: { said: [{ author: '李雷' }, { author: '王总' }] } });
});

it('R39: with words beside it, what they ask is about what was forwarded', () => {
  expect(read({ text: 'archive this to Acme', attachments: [WANG] })).toMatchObject({
    kind: 'message',
    text: 'archive this to Acme',
    told: { address: ADDRESS, said: [SAID] },
  });
});

it('R39: a link that Slack unfolds is nothing that was forwarded', () => {
  const event = read({ text: 'see https://example.com', attachments: [{ ...WANG, is_share: undefined }] });
  expect(event).toMatchObject({ kind: 'message' });
  expect(event).not.toHaveProperty('told');
});

it('R39: a file that was forwarded without words is a file', () => {
  const file = { id: 'F1', name: 'minutes.pdf', url_private: 'https://files.slack.com/F1' };
  expect(read({ text: '', attachments: [{ ...WANG, text: '', files: [file] }] })).toMatchObject({
    kind: 'message',
    text: '',
    files: [{ id: 'F1', name: 'minutes.pdf' }],
  });
});

it('R39: a file that was forwarded with words is named beside them', () => {
  const file = { id: 'F1', name: 'PO.pdf', url_private: 'https://files.slack.com/F1' };
  expect(read({ text: '', attachments: [{ ...WANG, files: [file] }] })).toMatchObject({
    kind: 'shared',
    text: `${SAID.text}\n📎 PO.pdf`,
  });
});

it('reads a message whose attachments are of another shape as the words it has', () => {
  expect(read({ attachments: 'odd' })).toMatchObject({ kind: 'message', text: 'deal acme to negotiation' });
});
