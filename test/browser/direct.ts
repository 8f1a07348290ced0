import type { Delivery, Outcome, RawRequest, RawResponse } from '../../adapters/platform.ts';
import { LOOKS, type Person, playground } from '../../adapters/playground/index.ts';
import { actToken } from '../../adapters/playground/verify.ts';
import type { Card } from '../../bot/cards/card.ts';
import type { Reply } from '../../bot/contract.ts';
import { platformTools } from '../support/tools.ts';

/** The playground's routes asked directly, with a stand-in for the bot and no browser. */

export const TOKEN = 'T0KEN';
export const ID = '00000000-0000-4000-8000-000000000001';
const PEOPLE: Person[] = [
  { userId: 'u-1', name: '李雷', email: 'li.lei@hualan.example', roles: ['rep'], locale: 'zh', title: '' },
  { userId: 'u-2', name: 'Jim Green', email: 'jim.green@hualan.example', roles: ['rep'], locale: 'en', title: '' },
];

export const card = (title: string): Card => ({ title, body: [] });
export const formCard: Card = {
  title: 'Visit',
  body: [{ type: 'form', form: { command: 'log visit', hidden: {}, inputs: [], submit: 'Save' } }],
};
export const reply = (what: Reply): Outcome => ({ kind: 'reply', reply: what });
export const shows = (title: string, inPlace = false): Outcome =>
  reply({ kind: 'card', card: card(title), audience: 'place', inPlace });
export const only = (what: Reply['kind'], title = 'x'): Reply =>
  what === 'notice' ? { kind: 'notice', text: title, tone: 'bad' } : { kind: 'card', card: card(title) };

/** The playground with outcomes as planned, `ok` after them. */
export async function start(...plan: Outcome[]) {
  const deliveries: Delivery[] = [];
  const ingress = {
    async runNow(delivery: Delivery) {
      deliveries.push(delivery);
      return plan.shift() ?? shows('ok');
    },
    runLater: async () => 'accepted' as const,
    find: async () => [],
  };
  const options = { token: TOKEN, people: async () => PEOPLE, looks: LOOKS };
  const running = await playground.start(options, platformTools({ ingress }));
  const ask = async (method: 'GET' | 'POST', path: string, changes: Partial<RawRequest> = {}) => {
    const route = running.routes.find((each) => each.method === method && each.path === path);
    if (!route) throw new Error(`no route ${method} ${path}`);
    return route.handle({
      method,
      path,
      query: {},
      body: Buffer.alloc(0),
      socket: { remoteAddress: '127.0.0.1', localPort: 3000 },
      ...changes,
      headers: {
        host: 'localhost:3000',
        cookie: `parley_3000=${TOKEN}`,
        'x-parley-token': actToken(TOKEN),
        ...changes.headers,
      },
    });
  };
  const post = async (what: 'say' | 'press' | 'submit' | 'share', body: Record<string, unknown>) => {
    const full = { id: ID, as: 'u-1', conversation: 'direct:u-1', ...body };
    return json(await ask('POST', `/playground/${what}`, { body: Buffer.from(JSON.stringify(full)) }));
  };
  const messages = async (as: string, at = 0) => {
    const state = json(await ask('GET', '/playground/state', { query: { as } }));
    return state.conversations[at].messages;
  };
  return { ...running, deliveries, ask, post, messages };
}

function json({ body, status }: RawResponse) {
  if (typeof body !== 'string') throw new Error(`no text: ${status}`);
  return status === 200 ? JSON.parse(body) : { status, body };
}

export const titles = (messages: { body: { text?: string; shown?: { plain: Card } } }[]) =>
  messages.map(({ body }) => body.text ?? body.shown?.plain.title);
