// A file of its own: what people do with cards and windows, which arrives in shapes of its own.
// https://docs.slack.dev/reference/interaction-payloads

import { z } from 'zod';
import type { FileRef, Sender } from '../../bot/contract.ts';
import { digest, malformed, OUT_OF_DATE } from '../untrusted.ts';
import { fileShape, toFiles } from './files.ts';
import { type Parsed, type Payload, person } from './parsed.ts';
import { parseGlobalShortcut, parseMessageShortcut } from './shortcuts.ts';
import {
  lastingAddress,
  type Origin,
  readAddress,
  readBlockId,
  readButton,
  readMenu,
  readMetadata,
  readSearch,
  SUBMIT,
  writeAddress,
} from './wire.ts';

const id = z.string().min(1);
const maybe = z.string().nullish();
const team = z.object({ id, enterprise_id: maybe }).nullish();
const organisation = z.object({ id }).nullish();

const stateValue = z.object({
  value: maybe,
  selected_date: maybe,
  selected_time: maybe,
  selected_user: maybe,
  selected_option: z.object({ value: maybe }).nullish(),
  selected_options: z.array(z.object({ value: maybe })).nullish(),
  files: z.array(fileShape).nullish(),
});
const state = z.object({ values: z.record(z.string(), z.record(z.string(), stateValue)) }).nullish();
const view = z.object({ id, type: maybe, private_metadata: maybe, state });

const personal = { user: z.object({ id }), team, enterprise: organisation, trigger_id: maybe };

const actionsShape = z.object({
  ...personal,
  actions: z
    .array(
      z.object({
        type: z.string(),
        action_id: z.string(),
        value: maybe,
        selected_option: z.object({ value: maybe }).nullish(),
        action_ts: maybe,
      }),
    )
    .min(1),
  container: z.object({
    message_ts: maybe,
    channel_id: maybe,
    thread_ts: maybe,
    is_ephemeral: z.boolean().nullish(),
    is_app_unfurl: z.boolean().nullish(),
  }),
  channel: z.object({ id }).nullish(),
  response_url: maybe,
  view: view.nullish(),
  state,
});

const suggestionShape = z.object({ ...personal, action_id: z.string(), value: z.string() });
const submissionShape = z.object({ ...personal, view });
const typed = z.looseObject({ type: z.string() });

export function parseInteraction(json: unknown): Parsed {
  const read = typed.safeParse(json);
  if (!read.success) {
    return malformed(read.error);
  }
  switch (read.data.type) {
    case 'block_actions':
      return parseActions(read.data);
    case 'view_submission':
      return parseSubmission(read.data);
    case 'message_action':
      return parseMessageShortcut(read.data);
    case 'shortcut':
      return parseGlobalShortcut(read.data);
    case 'block_suggestion':
      return parseSuggestion(read.data);
    default:
      return { kind: 'ignored', what: read.data.type, payload: read.data };
  }
}

function parseActions(payload: Payload): Parsed {
  const read = actionsShape.safeParse(payload);
  if (!read.success) {
    return malformed(read.error);
  }
  const { actions, trigger_id: trigger, view, state } = read.data;
  const sender = senderOf(read.data);
  const [action] = actions;
  if (!sender || !action) {
    return { kind: 'malformed', reason: 'team' };
  }
  if (action.type !== 'button' && action.type !== 'overflow') {
    return { kind: 'ignored', what: `block_actions/${action.type}`, payload };
  }
  const button =
    action.type === 'button'
      ? readButton(action.value ?? undefined)
      : readMenu(action.action_id, action.selected_option?.value ?? undefined);
  const command = button?.command ?? OUT_OF_DATE;
  const origin = originOf(read.data);
  const isHome = view?.type === 'home';
  const envelope = { sender, ...placed(sender.workspace, origin, { isHome }) };
  return {
    kind: 'accepted',
    workspace: sender.workspace,
    organisation: read.data.enterprise?.id ?? read.data.team?.enterprise_id ?? null,
    dedupeKey: `press:${digest(trigger ?? JSON.stringify(payload))}:${action.action_ts ?? ''}`,
    event:
      action.action_id === SUBMIT
        ? { kind: 'submit', command, hidden: button?.input ?? {}, values: valuesOf(state ?? view?.state), ...envelope }
        : { kind: 'press', command, input: button?.input ?? {}, ...envelope },
    origin,
    surface: { kind: 'press', trigger: trigger ?? undefined, viewId: view?.id, isHome },
    payload,
  };
}

function parseSubmission(payload: Payload): Parsed {
  const read = submissionShape.safeParse(payload);
  if (!read.success) {
    return malformed(read.error);
  }
  const { user, trigger_id: trigger, view } = read.data;
  const sender = senderOf(read.data);
  if (!sender) {
    return { kind: 'malformed', reason: 'team' };
  }
  const metadata = readMetadata(view.private_metadata ?? undefined);
  const origin = metadata ?? alone(user.id);
  // The block of a day before that of its time: what is wrong with the field is said at the first.
  const blockIds = Object.keys(view.state?.values ?? {})
    .sort()
    .reverse();
  return {
    kind: 'accepted',
    workspace: sender.workspace,
    organisation: read.data.enterprise?.id ?? read.data.team?.enterprise_id ?? null,
    // A window's hash stays the same when it is sent again after an error: the trigger tells the two apart.
    dedupeKey: `submit:${digest(trigger ?? JSON.stringify(payload))}:${view.id}`,
    event: {
      kind: 'submit',
      command: metadata?.command ?? OUT_OF_DATE,
      hidden: metadata?.hidden ?? {},
      values: valuesOf(view.state),
      ...filesOf(view.state),
      sender,
      ...placed(sender.workspace, origin, { isHome: readAddress(origin.address).home === true }),
    },
    origin,
    surface: { kind: 'submission', blocks: new Map(blockIds.map((blockId) => [readBlockId(blockId), blockId])) },
    payload,
  };
}

/** What somebody types into a search of ours; nothing changes, so nothing is recorded. */
function parseSuggestion(payload: Payload): Parsed {
  const read = suggestionShape.safeParse(payload);
  if (!read.success) {
    return malformed(read.error);
  }
  const sender = senderOf(read.data);
  const source = readSearch(read.data.action_id);
  return sender && source
    ? { kind: 'lookup', lookup: { kind: 'options', sender, source, query: read.data.value } }
    : { kind: 'ignored', what: 'block_suggestion', payload };
}

function originOf({ user, container, channel, response_url, view }: z.output<typeof actionsShape>): Origin {
  const channelId = channel?.id ?? container.channel_id;
  if (view?.type === 'home') {
    return home(user.id);
  }
  if (!channelId) {
    return readMetadata(view?.private_metadata ?? undefined) ?? alone(user.id);
  }
  const ephemeral = container.is_ephemeral === true;
  const thread = container.thread_ts ?? undefined;
  return {
    address: writeAddress({ channel: channelId, thread, responseUrl: response_url ?? undefined, ephemeral }),
    // The bot leaves lasting messages in a D channel only where it is one of the two; passing ones may be anywhere.
    direct: channelId.startsWith('D') && !ephemeral,
    // A preview of ours stands in somebody else's message, which only he can change.
    messageId: (!container.is_app_unfurl && container.message_ts) || undefined,
  };
}

/** The person's own page of the app: answered there, or between him and the bot. */
function home(userId: string): Origin {
  return { address: writeAddress({ channel: userId, home: true }), direct: true };
}

/** Slack takes a person's id for the conversation between him and the bot. */
function alone(userId: string): Origin {
  return { address: userId, direct: true };
}

function placed(workspace: string, { address, direct, messageId }: Origin, { isHome }: { isHome: boolean }) {
  const place = { platform: 'slack', workspace, address: lastingAddress(address), direct };
  return { place, ...(messageId ? { source: { messageId } } : {}), ...(isHome ? { onHome: true as const } : {}) };
}

/** Undefined where Slack names neither a workspace nor, for an installation in a whole organisation, that. */
function senderOf(read: {
  user: { id: string };
  team?: { id: string } | null | undefined;
  enterprise?: { id: string } | null | undefined;
}): Sender | undefined {
  const workspace = read.team?.id ?? read.enterprise?.id;
  return workspace ? person(read.user.id, workspace) : undefined;
}

/** By field. A day and its time stand in two blocks, of which Slack promises no order but their ids have one. */
function valuesOf(read: z.output<typeof state>): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [blockId, elements] of Object.entries(read?.values ?? {}).sort(([one], [other]) =>
    one < other ? -1 : 1,
  )) {
    const field = readBlockId(blockId);
    const [input] = Object.values(elements);
    values[field] = [values[field], input && chosenIn(input)].filter(Boolean).join(' ');
  }
  return values;
}

function chosenIn(input: z.output<typeof stateValue>): string {
  const { value, selected_option, selected_options, selected_date, selected_time, selected_user } = input;
  const several = selected_options?.map((option) => option.value).join(',');
  return value ?? selected_option?.value ?? several ?? selected_date ?? selected_time ?? selected_user ?? '';
}

/** What was picked in file fields, by field; nothing at all where there are none. */
function filesOf(read: z.output<typeof state>): { files?: Record<string, FileRef[]> } {
  const picked = Object.entries(read?.values ?? {}).flatMap(([blockId, elements]) => {
    const files = toFiles(Object.values(elements)[0]?.files);
    return files.length > 0 ? [[readBlockId(blockId), files] as const] : [];
  });
  return picked.length > 0 ? { files: Object.fromEntries(picked) } : {};
}
