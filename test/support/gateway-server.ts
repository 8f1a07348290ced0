import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Answer = { status: number; body?: string; headers?: Record<string, string> } | 'silence' | 'hang up';

/** A gateway on this machine: answers as it is told, with 200 once it was told all, and keeps what came. */
export class GatewayServer {
  readonly came: { path: string | undefined; headers: IncomingHttpHeaders; body: string }[] = [];
  readonly answers: Answer[] = [];
  url = '';
  private readonly server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      this.came.push({ path: request.url, headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
      const answer = this.answers.shift() ?? { status: 200, body: '{"ok":true}' };
      if (answer === 'hang up') {
        request.socket.destroy();
      } else if (answer !== 'silence') {
        response.writeHead(answer.status, answer.headers).end(answer.body ?? '');
      }
    });
  });

  async open(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/parley`;
    return this;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
