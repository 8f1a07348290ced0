import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { RawRequest, RawResponse, Route } from '../../adapters/platform.ts';

export type Served = { port: number; url: string; stop(): Promise<void> };

/** The least that serves routes: what is under test is behind them, not this. */
export async function serve(routes: readonly Route[]): Promise<Served> {
  const server = createServer((incoming, outgoing) => {
    answer(routes, incoming, outgoing).catch((error: unknown) => outgoing.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { port: address.port, url: `http://127.0.0.1:${address.port}`, stop };

  async function stop() {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }
}

async function answer(routes: readonly Route[], incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const url = new URL(incoming.url ?? '/', 'http://local');
  const route = routes.find(({ method, path }) => method === incoming.method && path === url.pathname);
  if (!route) return void outgoing.writeHead(404).end();
  const request: RawRequest = {
    method: route.method,
    path: route.path,
    headers: incoming.headers,
    query: Object.fromEntries(url.searchParams),
    body: await buffer(incoming),
    socket: { remoteAddress: incoming.socket.remoteAddress, localPort: incoming.socket.localPort },
  };
  write(await route.handle(request), outgoing);
}

function write({ status, headers, body }: RawResponse, outgoing: ServerResponse): void {
  outgoing.writeHead(status, headers);
  if (body === undefined || typeof body === 'string' || Buffer.isBuffer(body)) return void outgoing.end(body);
  // An event stream is nothing until its head has arrived.
  outgoing.flushHeaders();
  body.pipe(outgoing);
  outgoing.once('close', () => body.destroy());
}
