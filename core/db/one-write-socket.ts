import { Socket } from 'node:net';

type Done = (error?: Error | null) => void;

/**
 * A socket that sends what is written in one turn of the event loop in one piece: what opens a transaction and its first
 * statement then reach PostgreSQL together, which saves both sides a system call and a wake-up for each.
 */
export class OneWriteSocket extends Socket {
  private isHeld = false;

  override write(chunk: string | Uint8Array, encoding?: BufferEncoding | Done, done?: Done): boolean {
    if (!this.isHeld) {
      this.isHeld = true;
      this.cork();
      process.nextTick(() => {
        this.isHeld = false;
        this.uncork();
      });
    }
    return typeof encoding === 'string' ? super.write(chunk, encoding, done) : super.write(chunk, encoding ?? done);
  }
}
