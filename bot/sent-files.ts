import type { Core } from '../core/context.ts';
import { findRecordBeneath } from '../core/files/find-record-beneath.ts';
import type { ReceivedFile } from '../core/files/receive-files.ts';
import type { NamedRecord } from '../core/files/record.ts';
import type { Text } from '../core/text.ts';
import { findLastCheckIn } from '../core/visits/find-last-check-in.ts';
import { awaitedHere } from './awaited-file.ts';
import { commandNamed } from './commands/index.ts';
import type { InboundEvent } from './contract.ts';
import { fieldsOf } from './fields/field.ts';
import { RECORDS } from './fields/records.ts';
import type { Invocation } from './invocation.ts';
import { namesIn } from './language/index.ts';
import { lookUpNames } from './look-up.ts';
import { choices } from './pending.ts';
import type { Asked } from './read-event.ts';
import { whereCard } from './views/file.ts';
import { viewer } from './views/viewer.ts';

const ADD = 'file.add';

const ANOTHER: Text = { en: 'Another…', zh: '其他…' };

export type Sent = Extract<InboundEvent, { kind: 'line' | 'message' }>;

/**
 * What files ask for that somebody sent: what the words with them say, else what a form here is waiting for, else the
 * record whose card they stand beneath; else he is asked, and nothing he sent is lost meanwhile.
 */
export async function readSentFiles(
  core: Core,
  event: Sent,
  { files, readWords }: { files: readonly ReceivedFile[]; readWords: () => Promise<Asked> },
): Promise<Asked> {
  const file = files.map(({ id }) => id).join(',');
  const said = event.text.trim() === '' ? undefined : await readWithWords(core, event.text, { file, readWords });
  if (said) {
    return said;
  }
  const awaited = await awaitedHere(core);
  if (awaited) {
    const { command, input, field } = awaited;
    return { invocations: [{ command, input: { ...input, [field]: file }, via: 'form' }] };
  }
  const record = await recordBeneath(core, event);
  if (record?.entity === 'follow_up' && (await findLastCheckIn(core, record.recordId))) {
    return {
      invocations: [{ command: 'visit.place', input: { followUp: record.recordId, photo: file }, via: 'button' }],
    };
  }
  return record ? { invocations: [put(record.recordId, file, 'button')] } : askWhere(core, files);
}

function put(record: string, file: string, via: Invocation['via']): Invocation {
  return { command: ADD, input: { record, file }, via };
}

/** Undefined where the words do not say what the file is for. */
async function readWithWords(
  core: Core,
  text: string,
  { file, readWords }: { file: string; readWords: () => Promise<Asked> },
): Promise<Asked | undefined> {
  const asked = await readWords();
  if ('invocations' in asked) {
    const withFile = asked.invocations.flatMap((each) => withItsFile(each, file) ?? []);
    if (withFile.length > 0) {
      return { ...asked, invocations: asked.invocations.map((each) => withItsFile(each, file) ?? each) };
    }
    const [record, ...others] = new Set(asked.invocations.flatMap(recordIn));
    if (record && others.length === 0) {
      // What is only looked at needs no look any more; what is done is done with the file put there first.
      const deeds = asked.invocations.filter(({ command }) => commandNamed(command).effect !== 'read');
      const via = asked.invocations[0]?.via ?? 'language';
      return { ...asked, invocations: [put(record, file, via), ...deeds] };
    }
  }
  const [name, ...others] = await namesIn(text, (keys) => lookUpNames(core, keys));
  return name && others.length === 0 ? { invocations: [put(name, file, 'language')] } : undefined;
}

/** The same, with the file where it takes one. */
function withItsFile(invocation: Invocation, file: string): Invocation | undefined {
  const field = fieldsOf(commandNamed(invocation.command).input).find(({ meta }) => meta.kind === 'file');
  return field && { ...invocation, input: { ...invocation.input, [field.name]: file } };
}

const NAMING = ['opportunity', 'customer', 'lead', 'record'] as const;

/** Whom it is about, as it was said. */
function recordIn({ input }: Invocation): string[] {
  const named = NAMING.map((field) => input[field]).find((value) => typeof value === 'string' && value !== '');
  return typeof named === 'string' ? [named] : [];
}

/** The record whose card something was sent beneath. */
export async function recordBeneath(core: Core, { place, beneath }: Sent): Promise<NamedRecord | undefined> {
  if (!beneath) {
    return undefined;
  }
  const { platform, workspace, address } = place;
  const { messages, isThread } = beneath;
  const thread = isThread ? address : undefined;
  return findRecordBeneath(core, { platform, workspace, messages, thread });
}

async function askWhere(core: Core, files: readonly ReceivedFile[]): Promise<Asked> {
  const file = files.map(({ id }) => id).join(',');
  const likely = await RECORDS.record.recent(core);
  const alternatives = [
    ...likely.map(({ id }) => [put(id, file, 'button')]),
    [{ command: ADD, input: { file }, via: 'button' as const }],
  ];
  const labels = [...likely.map(({ label }) => label), ANOTHER[core.actor.locale]];
  const buttons = await choices(core, alternatives, labels);
  const names = files.map(({ name }) => name);
  return { reply: { kind: 'card', card: whereCard(names, buttons, viewer(core)) } };
}
