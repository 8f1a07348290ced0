import type { IncomingMessage } from 'node:http';

/** How Slack's API speaks HTTP, and how it fails. */

/** How the next call of a method ends; `reset` is done and then never answered. */
export type SlackBehaviour =
  | { error: string }
  | { retryAfter: number }
  | { status: number }
  | { afterMs: number }
  | 'reset';

export type Outcome = { status?: number; headers?: Record<string, string>; body: Record<string, unknown> };

/** An error of the API, by its name. */
export class Refusal extends Error {
  readonly messages: string[];

  constructor(code: string, messages: string[] = []) {
    super(code);
    this.messages = messages;
  }
}

export function refuse(complaints: readonly string[]): void {
  if (complaints.length > 0) {
    throw new Refusal(
      'invalid_blocks',
      complaints.map((complaint) => `[ERROR] ${complaint}`),
    );
  }
}

export function run(work: () => Outcome): Outcome {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) {
      return { body: { ok: false, error: error.message, response_metadata: { messages: error.messages } } };
    }
    throw error;
  }
}

export function toOutcome(behaviour: SlackBehaviour | undefined): Outcome | undefined {
  if (typeof behaviour !== 'object' || 'afterMs' in behaviour) {
    return undefined;
  }
  if ('error' in behaviour) {
    return { body: { ok: false, error: behaviour.error } };
  }
  return 'retryAfter' in behaviour
    ? {
        status: 429,
        headers: { 'retry-after': String(behaviour.retryAfter) },
        body: { ok: false, error: 'ratelimited' },
      }
    : { status: behaviour.status, body: { ok: false } };
}

export async function readBody(request: IncomingMessage): Promise<string> {
  return (await readBytes(request)).toString();
}

export async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const NESTED = new Set(['blocks', 'view', 'metadata', 'unfurls', 'prompts', 'files']);

export function readArguments(body: string, contentType: string | undefined): Record<string, unknown> {
  if (contentType?.startsWith('application/json')) {
    return JSON.parse(body);
  }
  const pairs = [...new URLSearchParams(body)].map(([key, value]) => [
    key,
    NESTED.has(key) ? JSON.parse(value) : value,
  ]);
  return Object.fromEntries(pairs);
}
