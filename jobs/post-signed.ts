import { lookup } from 'node:dns';
import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { isIP } from 'node:net';
import { hostOf, isAllowedInside, isFit } from '../core/gateways/address.ts';
import type { OutgoingRules } from '../core/gateways/gateway.ts';
import { INSIDE, outsideOnly } from './outside-only.ts';

/** As much of an answer as is read. */
const ANSWER_BYTES = 2_000;

export type Answered =
  | { kind: 'answered'; status: number; text: string; retryAfter: string | undefined }
  | { kind: 'unanswered'; why: 'unreachable' | 'slow' | 'inside' };

/**
 * Posts once and reads the beginning of the answer; follows no redirection. Where a name leads is judged as the connection is
 * made, so that it cannot lead elsewhere a moment later: no private network is reached that the setting does not name.
 */
export function postSigned(
  address: string,
  { headers, body, rules }: { headers: Readonly<Record<string, string>>; body: Buffer; rules: OutgoingRules },
): Promise<Answered> {
  const url = new URL(address);
  if (!isFit(url, rules)) {
    return Promise.resolve({ kind: 'unanswered', why: 'inside' });
  }
  const send = url.protocol === 'https:' ? requestSecure : requestPlain;
  const signal = AbortSignal.timeout(rules.timeoutMs);
  return new Promise((resolve) => {
    const fail = (error: NodeJS.ErrnoException) => {
      const why = signal.aborted ? 'slow' : error.code === INSIDE ? 'inside' : 'unreachable';
      resolve({ kind: 'unanswered', why });
    };
    const sent = send(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': String(body.length) },
      agent: false, // a connection kept open would outlive what was judged of its address
      signal,
      ...(isAllowedInside(url, rules) || isIP(hostOf(url)) > 0 ? {} : { lookup: outsideOnly(lookup) }),
    });
    sent.on('error', fail);
    sent.on('response', (response) => {
      const chunks: Buffer[] = [];
      let read = 0;
      const end = () => {
        const text = Buffer.concat(chunks).subarray(0, ANSWER_BYTES).toString('utf8');
        resolve({
          kind: 'answered',
          status: response.statusCode ?? 0,
          text,
          retryAfter: response.headers['retry-after'],
        });
      };
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        read += chunk.length;
        if (read >= ANSWER_BYTES) {
          end();
          response.destroy();
        }
      });
      response.on('end', end);
      // Its status line came: what it answered is known, however the rest ends.
      response.on('error', end);
      response.on('close', end);
    });
    sent.end(body);
  });
}
