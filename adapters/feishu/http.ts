// A file of Feishu’s own: the SDK's calls over Node's own fetch, which keeps connections. The SDK's has no time limit, throws
// only for some failures, and its errors carry the app's secret and people's words.

import type { HttpInstance, HttpRequestOptions } from '@larksuiteoapi/node-sdk';
import { z } from 'zod';
import { fromNetwork } from '../network.ts';
import { readJson } from '../untrusted.ts';
import { toPlatformError } from './errors.ts';

const TIMEOUT_MS = 10_000;

const answer = z.looseObject({ code: z.number().optional(), msg: z.string().optional() });

/** `judges` false hands on whatever Feishu says at status 200, for the caller to judge by its code. */
export function createHttp({ judges = true }: { judges?: boolean } = {}): HttpInstance {
  async function request({ url = '', method = 'GET', headers, params, data }: HttpRequestOptions<unknown>) {
    const verb = method.toUpperCase();
    const body = verb === 'GET' ? undefined : toBody(data, headers);
    let response: Response;
    let text: string;
    try {
      response = await fetch(withParams(url, params), {
        method: verb,
        headers: { ...toHeaders(headers), ...(typeof body === 'string' ? { 'content-type': JSON_TYPE } : {}) },
        ...(body === undefined ? {} : { body }),
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      text = await response.text();
    } catch (error) {
      throw fromNetwork(error);
    }
    const read = answer.safeParse(readJson(text));
    const { code, msg = '' } = read.success ? read.data : {};
    const error = toPlatformError({
      status: response.status,
      code,
      message: msg.slice(0, 300),
      resetSeconds: Number(response.headers.get('x-ogw-ratelimit-reset')) || undefined,
    });
    if (error && (judges || !response.ok || code === undefined)) {
      throw error;
    }
    return read.data;
  }

  const call =
    (method: string) =>
    (url: string, ...rest: unknown[]) =>
      request({ url, method, ...(rest.length > 0 ? { data: rest[0] } : {}) });
  const bare = (method: string) => (url: string) => request({ url, method });
  // The SDK declares what comes back by each call's own type; what we take of it is read through zod.
  return {
    request,
    get: bare('GET'),
    delete: bare('DELETE'),
    head: bare('HEAD'),
    options: bare('OPTIONS'),
    post: call('POST'),
    put: call('PUT'),
    patch: call('PATCH'),
  } as unknown as HttpInstance;
}

const JSON_TYPE = 'application/json; charset=utf-8';

function toBody(data: unknown, headers: Record<string, unknown> | undefined): string | FormData {
  if (headers?.['Content-Type'] !== 'multipart/form-data') {
    return JSON.stringify(data ?? {});
  }
  const form = new FormData();
  for (const [name, value] of Object.entries(data ?? {})) {
    form.set(name, Buffer.isBuffer(value) ? new Blob([Uint8Array.from(value)]) : String(value));
  }
  return form;
}

/** Without the content type, which belongs to the body. */
function toHeaders(headers: Record<string, unknown> = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (/^content-type$/i.test(name) ? [] : [[name, String(value)]])),
  );
}

function withParams(url: string, params: Record<string, unknown> = {}): string {
  const query = new URLSearchParams(
    Object.entries(params).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  ).toString();
  return query ? `${url}?${query}` : url;
}
