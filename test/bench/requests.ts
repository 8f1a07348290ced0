import { sign } from '../../adapters/slack/verify.ts';
import type { Committed, Writer } from './company.ts';
import { toSubmit } from './feishu-requests.ts';
import { toExecute } from './teams-requests.ts';

export const WORKSPACE = 'T0BENCH';
export const SIGNING_SECRET = 'a-signing-secret-of-the-benchmark';

/** What is asked again and again, and how a right answer is known. */
export type Ask = {
  /** The whole HTTP request, signed now; `trigger` makes it one of its own. */
  request(writer: Writer, at: number, trigger: string): Buffer;
  /** Every right answer holds this. */
  answer(writer: Writer, at: number): string;
  /** Rows one of them leaves behind before it is answered. */
  leaves: Partial<Committed>;
};

const task = (due: string) => ({ command: 'task.add', values: { title: 'Send the contract', due } });

export const ASKS = {
  task: {
    request: (writer, _, trigger) => toSlash('task add Send the contract --due 2030-01-02', writer, trigger),
    answer: () => 'Task added',
    leaves: { tasks: 1, followUps: 0, changes: 1, audit: 1, answered: 1 },
  },
  log: {
    request: (writer, at, trigger) =>
      toSlash(
        `log "${customerOf(writer, at)}" They like the offer --kind visit --next-step "Send the contract" --next-on 2030-01-02`,
        writer,
        trigger,
      ),
    answer: (writer, at) => `Logged: ${customerOf(writer, at)}`,
    leaves: { tasks: 1, followUps: 1, changes: 1, audit: 2, answered: 1 },
  },
  today: {
    request: (writer, _, trigger) => toSlash('today', writer, trigger),
    answer: () => 'My day',
    leaves: { tasks: 0, followUps: 0, changes: 0, audit: 0 },
  },
  form: {
    request: (writer, _, trigger) => toSubmit(task('2030-01-02 +0800'), writer, trigger),
    answer: () => 'Task added',
    leaves: { tasks: 1, followUps: 0, changes: 1, audit: 1, answered: 1 },
  },
  action: {
    request: (writer, _, trigger) => toExecute(task('2030-01-02'), writer, trigger),
    answer: () => 'Task added',
    leaves: { tasks: 1, followUps: 0, changes: 1, audit: 1, answered: 1 },
  },
} as const satisfies Record<string, Ask>;

export type AskName = keyof typeof ASKS;

function customerOf({ customers }: Writer, at: number): string {
  return customers[at % customers.length] ?? '';
}

export type Signed = { bytes: Buffer; answer: Buffer };

/** Whole HTTP requests, signed now, each with a trigger of its own. */
export function signedRequests(
  names: readonly AskName[],
  { writers, count, run }: { writers: readonly Writer[]; count: number; run: string },
): Signed[] {
  return Array.from({ length: count }, (_, at) => {
    const ask: Ask = ASKS[names[at % names.length] ?? 'task'];
    const writer = writers[at % writers.length];
    if (!writer) {
      throw new Error('nobody to write');
    }
    const turn = Math.floor(at / writers.length);
    return {
      bytes: ask.request(writer, turn, `${run}.${at}`),
      answer: Buffer.from(ask.answer(writer, turn)),
    };
  });
}

/** As Slack posts a slash command: https://docs.slack.dev/interactivity/implementing-slash-commands */
function toSlash(text: string, { externalId }: Writer, trigger: string): Buffer {
  const body = Buffer.from(
    new URLSearchParams({
      token: 'gIkuvaNzQIHg97ATvDxqgjtO',
      team_id: WORKSPACE,
      team_domain: 'bench',
      channel_id: 'C0BENCH',
      channel_name: 'sales',
      user_id: externalId,
      user_name: externalId.toLowerCase(),
      command: '/crm',
      text,
      api_app_id: 'A0BENCH',
      is_enterprise_install: 'false',
      response_url: `https://hooks.slack.com/commands/${WORKSPACE}/1234567890/${trigger}`,
      trigger_id: trigger,
    }).toString(),
  );
  const timestamp = String(Math.floor(Date.now() / 1000));
  const head = [
    'POST /slack/events HTTP/1.1',
    'Host: 127.0.0.1',
    'User-Agent: Slackbot 1.0 (+https://api.slack.com/robots)',
    'Accept: application/json,*/*',
    'Content-Type: application/x-www-form-urlencoded',
    `X-Slack-Signature: ${sign(SIGNING_SECRET, timestamp, body)}`,
    `X-Slack-Request-Timestamp: ${timestamp}`,
    `Content-Length: ${body.length}`,
  ].join('\r\n');
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n`), body]);
}
