import { FORM_NAME, writePressed } from '../../adapters/feishu/wire.ts';
import { APP } from '../fakes/feishu.ts';
import { encrypt, signedHeaders } from '../fakes/feishu-crypto.ts';
import type { Writer } from './company.ts';

export const TENANT = '2ca1d211f64f6438';
const KEYS = { encryptKey: 'an-encrypt-key-of-the-benchmark', verificationToken: 'a-token-of-the-benchmark' };
export const SETTINGS = {
  FEISHU_APP_ID: APP.id,
  FEISHU_APP_SECRET: APP.secret,
  FEISHU_ENCRYPT_KEY: KEYS.encryptKey,
  FEISHU_VERIFICATION_TOKEN: KEYS.verificationToken,
};

/** A submitted form, as Feishu posts it: encrypted and signed. */
export function toSubmit(
  { command, values }: { command: string; values: Record<string, string> },
  { externalId }: Writer,
  id: string,
): Buffer {
  const payload = {
    schema: '2.0',
    header: {
      event_id: id,
      event_type: 'card.action.trigger',
      create_time: '1603977298000000',
      token: KEYS.verificationToken,
      app_id: APP.id,
      tenant_key: TENANT,
    },
    event: {
      operator: { tenant_key: TENANT, open_id: externalId, union_id: `on_${externalId}` },
      token: `c-${id}`,
      action: {
        tag: 'button',
        name: FORM_NAME,
        value: writePressed({ command, input: {}, fields: [], direct: true }),
        form_value: values,
        timezone: 'Asia/Shanghai',
      },
      host: 'im_message',
      context: { open_message_id: 'om_bench', open_chat_id: 'oc_bench' },
    },
  };
  const body = JSON.stringify({ encrypt: encrypt(JSON.stringify(payload), KEYS.encryptKey) });
  const head = [
    'POST /feishu/events HTTP/1.1',
    'Host: 127.0.0.1',
    'Content-Type: application/json; charset=utf-8',
    ...Object.entries(signedHeaders(body, { key: KEYS.encryptKey, now: new Date() })).map((pair) => pair.join(': ')),
    `Content-Length: ${Buffer.byteLength(body)}`,
  ].join('\r\n');
  return Buffer.from(`${head}\r\n\r\n${body}`);
}
