import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import type { Log } from '../core/log.ts';
import type { RawRequest, Route } from './platform.ts';

/** Bodies over this are refused with 413 before anything reads them. */
const BODY_LIMIT = 1_048_576;

export type ServerOptions = {
  host: string;
  port: number;
  routes: readonly Route[];
  log: Log;
  /** What is not ready, in words for /readyz; empty when all is well. */
  notReady(): Promise<string[]>;
};

export type RunningServer = { url: string; close(): Promise<void> };

/** One HTTP server for every surface. It reads bytes and hands them on; who may send them is each platform's to judge. */
export async function startServer({ host, port, routes, log, notReady }: ServerOptions): Promise<RunningServer> {
  const server = Fastify({
    bodyLimit: BODY_LIMIT,
    requestTimeout: 15_000,
    connectionTimeout: 20_000,
    keepAliveTimeout: 10_000,
    forceCloseConnections: 'idle',
    exposeHeadRoutes: false,
  });
  server.server.headersTimeout = 10_000;
  server.server.maxConnections = 2_000;
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  server.setErrorHandler((error: { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) {
      log.error({ err: error, path: request.routeOptions.url }, 'request failed');
    }
    void reply.code(status).send();
  });
  server.setNotFoundHandler((_request, reply) => void reply.code(404).send());

  server.get('/healthz', async () => ({ ok: true }));
  server.get('/readyz', async (_request, reply) => {
    const missing = await notReady();
    return reply.code(missing.length === 0 ? 200 : 503).send({ ready: missing.length === 0, missing });
  });
  for (const { method, path, bodyLimit = BODY_LIMIT, handle } of routes) {
    server.route({
      method,
      url: path,
      bodyLimit,
      async handler(request, reply) {
        const { status, headers = {}, body = '' } = await handle(toRaw(request));
        return send(reply, status, headers, body);
      },
    });
  }
  await server.listen({ host, port });
  const { port: actual } = server.server.address() as AddressInfo;
  return { url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}`, close: () => server.close() };
}

function toRaw(request: FastifyRequest): RawRequest {
  const [path = '/', ...query] = (request.raw.url ?? '/').split('?');
  return {
    method: request.method,
    path,
    headers: request.headers,
    query: query.length === 0 ? {} : Object.fromEntries(new URLSearchParams(query.join('?'))),
    body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
    socket: { remoteAddress: request.socket.remoteAddress, localPort: request.socket.localPort },
  };
}

function send(
  reply: FastifyReply,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: unknown,
): FastifyReply {
  return reply.code(status).headers(headers).send(body);
}
