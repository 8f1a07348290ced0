// A file of its own: what becomes of a request, from the judgement to the response.

import { type Found, type InboundEvent, PlatformError, type Reply } from '../../bot/contract.ts';
import type { Illustrator } from '../illustrate.ts';
import { settlesWithin } from '../late.ts';
import type { Delivery, PlatformTools, RawRequest, RawResponse } from '../platform.ts';
import { withReceipt } from '../receipt.ts';
import { readJson } from '../untrusted.ts';
import { WORDLESS } from '../words.ts';
import type { Accepted, Parsed } from './accepted.ts';
import { type Activity, activityShape, type Claim, readClaim } from './activity.ts';
import { type Answer, type Asked, answerLater, answerNow, answerWorking } from './answer.ts';
import type { TeamsClient } from './client.ts';
import { parseActivity } from './parse.ts';
import { renderOwnView } from './render.ts';
import { type Response, toCard, toChoices, toMessage, toResults } from './responses.ts';
import type { Verdict } from './verify.ts';
import { readAddress } from './wire.ts';

/** Teams waits five seconds for a window, longer for a card: the bot has most of that, calls of Teams the rest. */
const DEADLINE_MS = 3_000;
const CALLS_MS = 1_200;

export type Door = {
  client: TeamsClient;
  illustrator: Illustrator;
  tools: PlatformTools;
  judge(request: RawRequest, claim: Claim | undefined): Promise<Verdict>;
  /** The only tenants that are served, their ids in small letters; undefined for any. */
  tenants: ReadonlySet<string> | undefined;
  origins: WeakMap<InboundEvent, Asked['origin']>;
  pending: Set<Promise<unknown>>;
  /** Through CloudAdapter, to whatever is registered there. */
  turn(activity: Activity, run: () => Promise<void>): Promise<void>;
};

const STATUS: Readonly<Record<Exclude<Verdict, 'genuine'>, number>> = {
  unsigned: 401,
  stale: 401,
  forged: 401,
  misdirected: 401,
  unavailable: 503,
};

export async function receive(request: RawRequest, door: Door): Promise<RawResponse> {
  const { log } = door.tools;
  const json = readJson(request.body);
  const verdict = await door.judge(request, readClaim(json));
  if (verdict !== 'genuine') {
    log.warn({ platform: 'teams', verdict }, 'request refused');
    return { status: STATUS[verdict] };
  }
  const parsed = parseActivity(json);
  switch (parsed.kind) {
    case 'malformed':
      log.warn({ platform: 'teams', fields: parsed.reason }, 'body refused');
      return { status: 400 };
    case 'ignored':
      log.info({ platform: 'teams', kind: parsed.what }, 'nothing to do');
      return { status: 200 };
    default:
      break;
  }
  if (door.tenants && !door.tenants.has(workspaceOf(parsed).toLowerCase())) {
    log.warn({ platform: 'teams' }, 'another tenant refused');
    return { status: 403 };
  }
  return take(json, parsed, door);
}

type Taken = Exclude<Parsed, { kind: 'malformed' | 'ignored' }>;

/** Through CloudAdapter, so that its middleware sees what we see; the answer comes back beside it. */
async function take(json: unknown, parsed: Taken, door: Door): Promise<RawResponse> {
  let response: RawResponse = { status: 200 };
  await door.turn(activityShape.parse(json), async () => {
    response = await answer(parsed, door);
  });
  return response;
}

async function answer(parsed: Taken, door: Door): Promise<RawResponse> {
  const { ingress } = door.tools;
  switch (parsed.kind) {
    case 'lookup':
      return toResponse(show(parsed, await ingress.find(parsed.lookup)));
    case 'wordless':
      door.tools.log.info({ platform: 'teams', kind: 'wordless' }, 'nothing to read');
      follow(door.client.post(readAddress(parsed.place.address), { text: WORDLESS }), door);
      return { status: 200 };
    case 'accepted':
      door.client.hear(parsed);
      door.origins.set(parsed.event, parsed.origin);
      return parsed.surface.kind === 'message' ? receiveMessage(parsed, door) : receiveInvoke(parsed, door);
  }
}

function show({ into, lookup }: Extract<Taken, { kind: 'lookup' }>, found: readonly Found[]): Response {
  switch (into) {
    case 'choices':
      return toChoices(found);
    case 'results':
      return toResults(found, lookup.query);
    case 'view':
      return found[0]?.card && toCard(renderOwnView(found[0].card));
  }
}

/** Messages are answered after their acknowledgement; without one they are sent again. */
async function receiveMessage(accepted: Accepted, { tools }: Door): Promise<RawResponse> {
  switch (await tools.ingress.runLater(toDelivery(accepted))) {
    case 'accepted':
      return { status: 200 };
    case 'refused':
      return { status: 403 };
    case 'unavailable':
      return { status: 503 };
  }
}

/** What a person waits for is answered in the response. */
async function receiveInvoke(accepted: Accepted, door: Door): Promise<RawResponse> {
  const outcome = await door.tools.ingress.runNow(toDelivery(accepted), { deadlineMs: DEADLINE_MS });
  switch (outcome.kind) {
    case 'refused':
      return { status: 403 };
    case 'working':
      return toResponse(answerWorking(accepted.surface));
    case 'unavailable':
      return answerUnavailable(accepted, outcome.reply, door);
    case 'reply': {
      const illustrated = outcome.reply && door.illustrator.illustrateReply(outcome.reply, accepted.workspace);
      const answered = Promise.resolve(illustrated).then((reply) => answerNow(door.client, accepted, reply));
      return respond(accepted, illustrated, withReceipt(answered, outcome.receipt), door);
    }
  }
}

/** Nothing was done. A window stays open where the response is none, so that nothing typed is lost. */
async function answerUnavailable(accepted: Accepted, reply: Reply, { client }: Door): Promise<RawResponse> {
  const { surface } = accepted;
  if (surface.kind === 'dialog') {
    return surface.opens && reply.kind === 'notice' ? toResponse(toMessage(reply.text)) : { status: 503 };
  }
  const { response } = await answerNow(client, accepted, reply);
  return toResponse(response);
}

/** Slow calls go on after the response; what it should have shown then follows as a message. */
async function respond(
  accepted: Accepted,
  illustrated: Promise<Reply> | undefined,
  answering: Promise<Answer>,
  door: Door,
): Promise<RawResponse> {
  if (await settlesWithin(answering, CALLS_MS)) {
    const { response, after } = await answering.catch((error: unknown) => working(error, accepted, door));
    if (after) {
      follow(after(), door);
    }
    return toResponse(response);
  }
  const missed = answering.then(async ({ response, after }) => {
    await after?.();
    if (response && illustrated && 'task' in response) {
      await answerLater(door.client, accepted, await illustrated);
    }
  });
  follow(missed, door);
  return toResponse(answerWorking(accepted.surface));
}

/** A sweep gives the answer that could not be given now. */
function working(error: unknown, { surface }: Accepted, { tools }: Door): Answer {
  if (!(error instanceof PlatformError)) {
    throw error;
  }
  tools.log.warn({ platform: 'teams', code: error.code }, 'answer not delivered');
  return { response: answerWorking(surface) };
}

function follow(work: Promise<unknown>, { pending, tools }: Door): void {
  const done = work
    .catch((error: unknown) => {
      if (error instanceof PlatformError) {
        tools.log.warn({ platform: 'teams', code: error.code }, 'not redrawn for all');
      } else {
        tools.log.error({ platform: 'teams', error }, 'failed after its response');
      }
    })
    .finally(() => pending.delete(done));
  pending.add(done);
}

function workspaceOf(parsed: Taken): string {
  switch (parsed.kind) {
    case 'accepted':
      return parsed.workspace;
    case 'wordless':
      return parsed.place.workspace;
    case 'lookup':
      return parsed.lookup.sender.workspace;
  }
}

function toDelivery({ workspace, dedupeKey, event, record }: Accepted): Delivery {
  return { workspace, dedupeKey, body: record, event };
}

function toResponse(body: Response): RawResponse {
  return body === undefined
    ? { status: 200 }
    : { status: 200, headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(body) };
}
