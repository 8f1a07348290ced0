import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { writeAction } from '../../adapters/teams/wire.ts';
import type { Writer } from './company.ts';

export const TENANT = '72f988bf-86f1-41af-91ab-2d7cd011db47';
const APP_ID = '00000000-1111-2222-3333-444444444444';
const SERVICE_URL = 'https://smba.trafficmanager.net/emea/';
const KEY_ID = 'bench';

export const SETTINGS = {
  MICROSOFT_APP_ID: APP_ID,
  MICROSOFT_APP_PASSWORD: 'a-password-of-the-benchmark',
  MICROSOFT_APP_TENANT_ID: TENANT,
};

/** One key for the processes of a benchmark: the first makes it, those it starts are given it. */
const KEY = 'BENCH_TEAMS_KEY';
process.env[KEY] ??= generateKeyPairSync('rsa', {
  modulusLength: 2_048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
}).privateKey;
const privateKey = createPrivateKey(process.env[KEY]);

/** What the OpenID metadata leads to. */
export const jwks = {
  keys: [
    { ...createPublicKey(privateKey).export({ format: 'jwk' }), kid: KEY_ID, use: 'sig', endorsements: ['msteams'] },
  ],
};

/** Teams uses a token as long as it is good, so one does for all. */
const token = (() => {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: 'https://api.botframework.com',
    aud: APP_ID,
    serviceurl: SERVICE_URL,
    nbf: now,
    exp: now + 3_600,
  };
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg: 'RS256', kid: KEY_ID, typ: 'JWT' })}.${part(claims)}`;
  return `${signed}.${sign('sha256', Buffer.from(signed), privateKey).toString('base64url')}`;
})();

/** A submitted form, as Teams posts it; answered in the response alone. */
export function toExecute(
  { command, values }: { command: string; values: Record<string, string> },
  { externalId }: Writer,
  id: string,
): Buffer {
  const data = { ...writeAction({ command, input: {}, fields: Object.keys(values) }), ...values };
  const body = JSON.stringify({
    type: 'invoke',
    name: 'adaptiveCard/action',
    id,
    timestamp: '2026-11-20T09:15:02.123Z',
    channelId: 'msteams',
    serviceUrl: SERVICE_URL,
    locale: 'en-US',
    from: { id: `29:${externalId}`, name: externalId, aadObjectId: externalId },
    recipient: { id: `28:${APP_ID}`, name: 'Parley' },
    conversation: { id: `a:${externalId}`, conversationType: 'personal', tenantId: TENANT },
    channelData: { tenant: { id: TENANT } },
    value: { action: { type: 'Action.Execute', verb: command, data }, trigger: 'manual' },
  });
  const head = [
    'POST /api/messages HTTP/1.1',
    'Host: 127.0.0.1',
    'Content-Type: application/json; charset=utf-8',
    `Authorization: Bearer ${token}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
  ].join('\r\n');
  return Buffer.from(`${head}\r\n\r\n${body}`);
}
