// Slack's side of the wire: what it does with a request once a person has acted.
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { readBody } from '../fakes/slack-http.ts';

type Answer = { status: number; text: string };

/** Makes of one request as many as it likes; undefined is a connection that broke. */
type Manner = (post: () => Promise<Answer>, request: { isEvent: boolean }) => Promise<Answer | undefined>;

export type SlackEdge = { url: string; close(): Promise<void> };

const bound = z.object({ port: z.number() });

export async function startSlackEdge(target: () => string | Promise<string>, manner: Manner): Promise<SlackEdge> {
  const server = createServer(async (request, response) => {
    const body = await readBody(request);
    const headers = Object.fromEntries(
      Object.entries(request.headers).flatMap(([name, value]) =>
        typeof value === 'string' && /^(x-slack-|content-type)/.test(name) ? [[name, value]] : [],
      ),
    );
    const post = async () => {
      const answer = await fetch(`${await target()}${request.url}`, { method: 'POST', headers, body });
      return { status: answer.status, text: await answer.text() };
    };
    const answer = await manner(post, { isEvent: body.startsWith('{') });
    if (!answer) return void request.socket.destroy();
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${bound.parse(server.address()).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** At its worst: five times at once. The person sees the answer that says most; the others say it is being done. */
export function fivefold(statuses: number[][]): Manner {
  return async (post) => {
    const answers = await Promise.all(Array.from({ length: 5 }, post));
    statuses.push(answers.map(({ status }) => status));
    return answers.toSorted((a, b) => b.text.length - a.text.length)[0];
  };
}

/** As it is: an event again and again until it is taken, a command once. */
export const untilTaken: Manner = async (post, { isEvent }) => {
  for (;;) {
    const answer = await post().catch(() => undefined);
    if (!isEvent || answer?.status === 200) return answer;
    await sleep(20);
  }
};
