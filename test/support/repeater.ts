// Slack at its worst: every request goes on five times at once, the same bytes under the same signature.
import { createServer } from 'node:http';
import { z } from 'zod';
import { readBody } from '../fakes/slack-http.ts';

export const TIMES = 5;

export type Repeater = {
  url: string;
  /** The statuses of every request so far, five each. */
  statuses: number[][];
  close(): Promise<void>;
};

const bound = z.object({ port: z.number() });

export async function startRepeater(target: () => string): Promise<Repeater> {
  const statuses: number[][] = [];
  const server = createServer(async (request, response) => {
    const body = await readBody(request);
    const headers = Object.fromEntries(
      Object.entries(request.headers).flatMap(([name, value]) =>
        typeof value === 'string' && /^(x-slack-|content-type)/.test(name) ? [[name, value]] : [],
      ),
    );
    const post = async () => {
      const answer = await fetch(`${target()}${request.url}`, { method: 'POST', headers, body });
      return { status: answer.status, text: await answer.text() };
    };
    const answers = await Promise.all(Array.from({ length: TIMES }, post));
    statuses.push(answers.map(({ status }) => status));
    // The person sees the one that says most; the others say that it is being done.
    const [fullest] = answers.toSorted((a, b) => b.text.length - a.text.length);
    response.writeHead(fullest?.status ?? 500, { 'content-type': 'application/json' }).end(fullest?.text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${bound.parse(server.address()).port}`,
    statuses,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
