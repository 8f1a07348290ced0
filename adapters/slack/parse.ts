import { parse as parseForm } from 'node:querystring';
import { z } from 'zod';
import { digest, malformed, readJson } from '../untrusted.ts';
import { parseEvent } from './events.ts';
import { parseInteraction } from './interactions.ts';
import { readText } from './mrkdwn.ts';
import { type Parsed, type Payload, person } from './parsed.ts';
import { lastingAddress, writeAddress } from './wire.ts';

const id = z.string().min(1);
const maybe = z.string().nullish();

const commandShape = z.object({
  command: z.string().startsWith('/'),
  text: z.string().default(''),
  user_id: id,
  channel_id: id,
  trigger_id: id,
  team_id: maybe,
  enterprise_id: maybe,
  response_url: maybe,
});

/** What a raw body asks. Slack posts JSON for events, and forms for everything a person does. */
export function parse(body: Buffer): Parsed {
  if (body[0] === 0x7b) {
    return parseEvent(readJson(body.toString()));
  }
  const form = parseForm(body.toString());
  if (form.ssl_check === '1') {
    return { kind: 'ssl_check' };
  }
  return typeof form.payload === 'string' ? parseInteraction(readJson(form.payload)) : parseCommand({ ...form });
}

/** Slack checks our certificate with an unsigned form; whatever else it holds is not looked at. */
export function isSslCheck(body: Buffer): boolean {
  return body.length < 1_000 && parseForm(body.toString()).ssl_check === '1';
}

function parseCommand(form: Payload): Parsed {
  const read = commandShape.safeParse(form);
  if (!read.success) {
    return malformed(read.error);
  }
  const { text, user_id, channel_id, trigger_id, team_id, enterprise_id, response_url } = read.data;
  const workspace = team_id || enterprise_id;
  if (!workspace) {
    return { kind: 'malformed', reason: 'workspace' };
  }
  // A command works in any conversation, also in one between two people, and does not say which this is.
  const origin = {
    address: writeAddress({ channel: channel_id, responseUrl: response_url ?? undefined }),
    direct: false,
  };
  return {
    kind: 'accepted',
    workspace,
    organisation: enterprise_id || null,
    dedupeKey: `command:${digest(trigger_id)}`,
    event: {
      kind: 'line',
      text: readText(text),
      sender: person(user_id, workspace),
      place: { platform: 'slack', workspace, address: lastingAddress(origin.address), direct: false },
    },
    origin,
    surface: { kind: 'command', trigger: trigger_id },
    payload: form,
  };
}
