import { afterEach, beforeEach, expect, it } from 'vitest';
import { OUTGOING_RULES, type OutgoingRules } from '../core/gateways/gateway.ts';
import { GatewayServer } from '../test/support/gateway-server.ts';
import { postSigned } from './post-signed.ts';

let gateway: GatewayServer;

beforeEach(async () => {
  gateway = await new GatewayServer().open();
});
afterEach(() => gateway.close());

const RULES: OutgoingRules = { privateHosts: ['127.0.0.1', 'localhost'], timeoutMs: 10_000 };
const post = (url: string, rules = RULES) =>
  postSigned(url, { headers: { 'idempotency-key': 'k' }, body: Buffer.from('{}'), rules });

it('posts the very bytes and reads no more of an answer than its beginning', async () => {
  gateway.answers.push({ status: 201, body: 'x'.repeat(1_000_000) });
  expect(await post(gateway.url)).toEqual({
    kind: 'answered',
    status: 201,
    text: 'x'.repeat(2_000),
    retryAfter: undefined,
  });
  expect(gateway.came).toMatchObject([{ body: '{}', headers: { 'idempotency-key': 'k', 'content-length': '2' } }]);
});

it('follows no redirection', async () => {
  gateway.answers.push({ status: 307, headers: { location: gateway.url } });
  expect(await post(gateway.url)).toMatchObject({ kind: 'answered', status: 307 });
  expect(gateway.came).toHaveLength(1);
});

it('says that a gateway hung up, is not there, or does not answer in time', async () => {
  gateway.answers.push('hang up');
  expect(await post(gateway.url)).toEqual({ kind: 'unanswered', why: 'unreachable' });
  gateway.answers.push('silence');
  expect(await post(gateway.url, { ...RULES, timeoutMs: 30 })).toEqual({ kind: 'unanswered', why: 'slow' });
  const { url } = gateway;
  await gateway.close();
  expect(await post(url)).toEqual({ kind: 'unanswered', why: 'unreachable' });
  await gateway.open();
});

it('connects to no address inside a private network that the setting does not name', async () => {
  expect(await post(gateway.url, OUTGOING_RULES)).toEqual({ kind: 'unanswered', why: 'inside' });
  expect(gateway.came).toEqual([]);
});
