// Beside the seven: HTTP, each request judged by `verify.ts` before anything else.
import type { z } from 'zod';
import type { RawRequest, RawResponse, Route } from '../platform.ts';
import { press, type Surface, say, share, submit } from './act.ts';
import { type Album, PICTURE_PATH } from './album.ts';
import { NotUnderstood, understand } from './errors.ts';
import type { PageFile } from './files.ts';
import { UPLOADS } from './limits.ts';
import type { Look } from './looks/look.ts';
import { directAddress, pressBody, SALES, sayBody, senderOf, shareBody, submitBody } from './parse.ts';
import type { Person } from './render.ts';
import { HEADERS, lockedPage } from './shell.ts';
import { showState } from './state.ts';
import type { Streams } from './stream.ts';
import type { Uploads } from './uploads.ts';
import { actToken, offersToken, refuseCaller, refusePlace, writeCookie } from './verify.ts';

type Inside = Surface & {
  token: string;
  epoch: string;
  people(): Promise<readonly Person[]>;
  album: Album;
  streams: Streams;
  files: readonly PageFile[];
  uploads: Uploads;
};

type Handle = (request: RawRequest) => Promise<RawResponse>;

export function createRoutes(inside: Inside): Route[] {
  const { token, files, album, streams, people, ingress, uploads } = inside;
  const get = (path: string, handle: Handle): Route => ({ method: 'GET', path, handle: guarded(token, handle) });
  const post = <Body extends { as: string; conversation: string }>(
    path: string,
    schema: z.ZodType<Body>,
    act: (body: Body, person: Person) => Promise<unknown>,
  ): Route => ({
    method: 'POST',
    path,
    handle: guarded(token, async (request) => {
      const body = understand(() => schema.parse(JSON.parse(request.body.toString('utf8'))));
      const person = (await people()).find(({ userId }) => userId === body.as);
      if (!person) return plain(404, 'nobody of that id');
      if (body.conversation !== SALES && body.conversation !== directAddress(body.as)) return plain(403, 'not yours');
      return json(await act(body, person));
    }),
  });
  const lookNamed = (name: string): Look => {
    const look = inside.looks.find((each) => each.name === name);
    if (!look) throw new NotUnderstood('no such look');
    return look;
  };

  return [
    { method: 'GET', path: '/', handle: openPage(inside) },
    ...files
      .filter(({ name }) => name !== 'index.html')
      .map(({ name, type, content }) =>
        get(`/playground/${name}`, async () => ({
          status: 200,
          headers: { ...HEADERS, 'content-type': type },
          body: content,
        })),
      ),
    get('/playground/state', async ({ query }) => {
      const all = await people();
      const viewer = all.find(({ userId }) => userId === query.as) ?? all[0];
      return viewer ? json(showState(inside, { people: all, viewer })) : plain(404, 'nobody works here yet');
    }),
    get('/playground/stream', async ({ query }) => ({
      status: 200,
      // Closed with the stream, or a stopping server would wait for the connection's next request.
      headers: { ...HEADERS, 'content-type': 'text/event-stream', connection: 'close' },
      body: streams.open(query.as ?? ''),
    })),
    get(PICTURE_PATH, async ({ query }) => {
      const png = await album.draw(query.id ?? '');
      return png
        ? { status: 200, headers: { ...HEADERS, 'content-type': 'image/png' }, body: png }
        : plain(404, 'no picture');
    }),
    get('/playground/find', async ({ query: { as = '', source = '', q = '' } }) => {
      const found = await ingress.find({ kind: 'options', source, query: q, sender: senderOf(as) });
      return json(found.map(({ label, value }) => ({ label, value })));
    }),
    {
      method: 'POST',
      path: '/playground/upload',
      bodyLimit: UPLOADS.bytes,
      handle: guarded(token, async ({ query, body }) => json(uploads.keep(query.name ?? '', body))),
    },
    post('/playground/say', sayBody, (body, person) => say(inside, { body, person })),
    post('/playground/press', pressBody, (body) => press(inside, { body, look: lookNamed(body.look) })),
    post('/playground/share', shareBody, (body, person) => share(inside, { body, person, look: lookNamed(body.look) })),
    post('/playground/submit', submitBody, (body) => submit(inside, { body, look: lookNamed(body.look) })),
  ];
}

/** The printed link sets the cookie; without link and cookie there is only a sentence that says where to find it. */
function openPage({ token, files }: Inside): Handle {
  const html = files.find(({ name }) => name === 'index.html')?.content ?? '';
  const page = html.replace('{{token}}', actToken(token));
  return async (request) => {
    const misplaced = refusePlace(request);
    if (misplaced) return plain(misplaced.status, misplaced.reason);
    const offered = offersToken(request, token);
    if (!offered && refuseCaller(request, token)) return lockedPage();
    const cookie = offered ? { 'set-cookie': writeCookie(request, token) } : {};
    return { status: 200, headers: { ...HEADERS, ...cookie, 'content-type': 'text/html; charset=utf-8' }, body: page };
  };
}

function guarded(token: string, handle: Handle): Handle {
  return async (request) => {
    const refusal = refusePlace(request) ?? refuseCaller(request, token);
    if (refusal) return plain(refusal.status, refusal.reason);
    try {
      return await handle(request);
    } catch (error) {
      if (error instanceof NotUnderstood) return plain(400, error.message);
      throw error;
    }
  };
}

function json(body: unknown): RawResponse {
  return { status: 200, headers: { ...HEADERS, 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

function plain(status: number, body: string): RawResponse {
  return { status, headers: { ...HEADERS, 'content-type': 'text/plain; charset=utf-8' }, body };
}
