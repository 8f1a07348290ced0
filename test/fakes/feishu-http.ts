import type { IncomingMessage } from 'node:http';

/** How Feishu's API speaks HTTP, and how it fails. */

/** How the next call of a method ends; `reset` is done and then never answered. */
export type FeishuBehaviour =
  | { code: number; status?: number }
  | { rateSeconds: number; status?: number }
  | { status: number }
  | { afterMs: number }
  | 'reset';

export type FeishuAnswer = { status?: number; headers?: Record<string, string>; body: Record<string, unknown> };

export function ok(data: Record<string, unknown>): FeishuAnswer {
  return { body: { code: 0, msg: 'success', data } };
}

export function refused(code: number, msg: string): FeishuAnswer {
  return { status: 400, body: { code, msg } };
}

export function toAnswer(behaviour: FeishuBehaviour | undefined): FeishuAnswer | undefined {
  if (typeof behaviour !== 'object' || 'afterMs' in behaviour) {
    return undefined;
  }
  if ('rateSeconds' in behaviour) {
    const headers = { 'x-ogw-ratelimit-limit': '100', 'x-ogw-ratelimit-reset': String(behaviour.rateSeconds) };
    return { status: behaviour.status ?? 429, headers, body: { code: 99_991_400, msg: 'frequency limit' } };
  }
  if ('code' in behaviour) {
    return { status: behaviour.status ?? 200, body: { code: behaviour.code, msg: 'scripted' } };
  }
  return { status: behaviour.status, body: {} };
}

const METHODS: readonly [RegExp, string][] = [
  [/^POST \/open-apis\/auth\/v3\/tenant_access_token\/internal$/, 'token'],
  [/^POST \/callback\/ws\/endpoint$/, 'ws.endpoint'],
  [/^GET \/open-apis\/bot\/v3\/info$/, 'bot.info'],
  [/^GET \/open-apis\/tenant\/v2\/tenant\/query$/, 'tenant.query'],
  [/^POST \/open-apis\/contact\/v3\/users\/batch_get_id$/, 'user.find'],
  [/^GET \/open-apis\/contact\/v3\/users\/([^/]+)$/, 'user.get'],
  [/^POST \/open-apis\/im\/v1\/messages$/, 'message.create'],
  [/^POST \/open-apis\/im\/v1\/messages\/([^/]+)\/reply$/, 'message.reply'],
  [/^GET \/open-apis\/im\/v1\/messages$/, 'message.list'],
  [/^GET \/open-apis\/im\/v1\/messages\/([^/]+)$/, 'message.get'],
  [/^PATCH \/open-apis\/im\/v1\/messages\/([^/]+)$/, 'message.patch'],
  [/^POST \/open-apis\/im\/v1\/images$/, 'image.create'],
];

export async function readRequest(request: IncomingMessage) {
  const url = new URL(request.url ?? '/', 'http://feishu.invalid');
  const line = `${request.method} ${url.pathname}`;
  const [pattern, method] = METHODS.find(([known]) => known.test(line)) ?? [/$^/, line];
  const [, id = ''] = pattern.exec(line) ?? [];
  return {
    method,
    id: decodeURIComponent(id),
    query: Object.fromEntries(url.searchParams),
    body: await readBody(request),
    token: request.headers.authorization?.replace('Bearer ', ''),
  };
}

async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data')) {
    const form = await new Response(Uint8Array.from(bytes), { headers: { 'content-type': type } }).formData();
    const entries = [...form].map(async ([name, value]) => [
      name,
      typeof value === 'string' ? value : Buffer.from(await value.arrayBuffer()),
    ]);
    return Object.fromEntries(await Promise.all(entries));
  }
  return bytes.length > 0 ? JSON.parse(bytes.toString()) : {};
}
