import { connect, type Socket } from 'node:net';

export type Answer = { status: number; body: Buffer };

/** One HTTP connection that stays open and carries one request at a time; it reads as little as can be. */
export class Connection {
  private readonly socket: Socket;
  private received: Buffer = Buffer.alloc(0);
  private waiting: { resolve(answer: Answer): void; reject(error: Error): void } | undefined;

  constructor(port: number) {
    this.socket = connect({ port, host: '127.0.0.1', noDelay: true });
    this.socket.on('data', (chunk) => this.read(chunk));
    this.socket.on('error', (error) => this.waiting?.reject(error));
    this.socket.on('close', () => this.waiting?.reject(new Error('the server closed the connection')));
  }

  send(request: Buffer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.socket.write(request);
    });
  }

  close(): void {
    this.socket.destroy();
  }

  private read(chunk: Buffer): void {
    this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk]);
    const headEnd = this.received.indexOf('\r\n\r\n');
    if (headEnd < 0) {
      return;
    }
    const head = this.received.subarray(0, headEnd).toString('latin1').toLowerCase();
    const body = this.received.subarray(headEnd + 4);
    const [, length] = /\r\ncontent-length: (\d+)/.exec(head) ?? [];
    // Chunked answers are only searched for words, so their frames may stay in.
    const isWhole = length === undefined ? body.indexOf('0\r\n\r\n') >= 0 : body.length >= Number(length);
    if (isWhole) {
      this.received = Buffer.alloc(0);
      const { waiting } = this;
      this.waiting = undefined;
      waiting?.resolve({ status: Number(head.slice(9, 12)), body });
    }
  }
}
