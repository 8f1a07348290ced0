import { type InboundEvent, PlatformError } from '../../bot/contract.ts';
import type { Acted } from './looks/look.ts';

/** Something the page cannot have sent. */
export class NotUnderstood extends Error {
  override readonly name = 'NotUnderstood';
}

/** Runs a pure reader of what came from outside; whatever it throws is the sender's mistake. */
export function understand<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw new NotUnderstood('not understood', { cause });
  }
}

/** What a platform's own parser read, as far as a card can have sent it. */
export function readEvent(parsed: { kind: string; event?: InboundEvent }): Acted {
  const { event } = parsed;
  switch (event?.kind) {
    case 'press':
      return { kind: 'press', command: event.command, input: event.input };
    case 'submit':
      return { kind: 'submit', command: event.command, hidden: event.hidden, values: event.values, ...filesOf(event) };
    default:
      throw new NotUnderstood(event?.kind ?? parsed.kind);
  }
}

function filesOf({ files }: Extract<InboundEvent, { kind: 'submit' }>) {
  return files ? { files } : {};
}

/** The message to redraw, or the file, fell out of memory, or the process started anew. */
export function gone(): PlatformError {
  return new PlatformError('gone', { retryable: false });
}
