// A way to a server that can be cut and mended: the server itself stays up, for other tests use it too.
import { connect, createServer, type NetConnectOpts, type Server, type Socket } from 'node:net';
import path from 'node:path';
import { z } from 'zod';

export type CutOff = {
  /** The same database, by this way. */
  url: string;
  cut(): Promise<void>;
  mend(): Promise<void>;
};

const bound = z.object({ port: z.number() });

/** What stands for a host may be the folder with the server's socket in it. */
export function placeOf(databaseUrl: string): NetConnectOpts {
  const { hostname, port } = new URL(databaseUrl);
  const host = decodeURIComponent(hostname);
  return host.startsWith('/') ? { path: path.join(host, `.s.PGSQL.${port}`) } : { host, port: Number(port || 5432) };
}

export async function openCutOff(databaseUrl: string): Promise<CutOff> {
  const place = placeOf(databaseUrl);
  const sockets = new Set<Socket>();
  let server: Server | undefined;
  let port = 0;

  const listen = async () => {
    const opened = createServer((near) => {
      const far = connect(place);
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        sockets.add(one);
        one.on('error', () => undefined);
        one.on('close', () => {
          sockets.delete(one);
          other.destroy();
        });
        one.pipe(other);
      }
    });
    await new Promise<void>((resolve) => opened.listen(port, '127.0.0.1', resolve));
    port = bound.parse(opened.address()).port;
    server = opened;
  };
  const close = async () => {
    const closing = new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
    for (const socket of sockets) socket.destroy();
    await closing;
    server = undefined;
  };
  await listen();
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String(port);
  return { url: url.href, cut: close, mend: listen };
}
