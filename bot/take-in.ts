import type { Actor } from '../core/actor.ts';
import type { Database } from '../core/db/database.ts';
import { findReceived, type ReceivedFile, recordReceived } from '../core/files/receive-files.ts';
import type { Shelf, Shelved } from '../core/files/shelf.ts';
import type { Organisation } from '../core/organisation.ts';
import type { Text } from '../core/text.ts';
import { work } from '../core/work.ts';
import { type FileRef, type InboundEvent, PlatformError, type Reach, type SharedThread } from './contract.ts';
import type { RefusedFile } from './views/file.ts';

/** What came with an event: what was kept of it, by the platform's name of it, and what was not. */
export type TakenIn = {
  files: ReadonlyMap<string, ReceivedFile>;
  refused: readonly RefusedFile[];
  /** What people said in the conversation it is about. */
  thread?: SharedThread | undefined;
  /** Who wrote what was shared. */
  author?: string | undefined;
};

export const NOTHING: TakenIn = { files: new Map(), refused: [] };

/** As many as a message is read with; whoever has more sends them in a zip or in turns. */
const AT_ONCE = 10;

const TOO_MANY: Text = { en: `I take ${AT_ONCE} files at a time.`, zh: `一次最多 ${AT_ONCE} 个文件。` };
const NOT_FETCHED: Text = {
  en: 'I could not fetch it from this chat. Please send it again; if that does not help, tell your admin.',
  zh: '无法从聊天中取得该文件，请重新发送；仍不行请联系管理员。',
};

function filesOf(event: InboundEvent): readonly FileRef[] {
  switch (event.kind) {
    case 'line':
    case 'message':
      return event.files ?? [];
    case 'submit':
      return Object.values(event.files ?? {}).flat();
    default:
      return [];
  }
}

type Tools = { database: Database; shelf: Shelf; actor: Actor; org: Organisation; reach: Reach };

/** What came with an event, taken in before anything is done about it and outside every transaction. Throws what may go well another time. */
export async function takeIn(event: InboundEvent, tools: Tools): Promise<TakenIn> {
  const taken = await takeFiles(event, tools);
  if (event.kind !== 'shared') {
    return taken;
  }
  const { thread, told, author, authorId } = event;
  const [read, name] = await Promise.all([
    told ?? (thread && tools.reach.readThread?.(thread)),
    authorId === undefined ? author : tools.reach.nameOf?.(authorId),
  ]);
  return { ...taken, thread: read, author: name };
}

/** Fetches its files and keeps them: bytes first, then the note of them. The same event again fetches nothing twice. */
async function takeFiles(event: InboundEvent, { database, shelf, actor, org, reach }: Tools): Promise<TakenIn> {
  const all = filesOf(event);
  if (all.length === 0) {
    return NOTHING;
  }
  const { platform, workspace } = event.sender;
  const as = { actor, org, origin: { via: 'words' as const, platform, undoable: false } };
  const wanted = all.slice(0, AT_ONCE);
  const sourceIds = wanted.map(({ id }) => id);
  const files = new Map(await work(database, as, (core) => findReceived(core, { platform, workspace, sourceIds })));
  const refused: RefusedFile[] = all.slice(AT_ONCE).map(({ name }) => ({ name, why: TOO_MANY }));
  for (const ref of wanted.filter(({ id }) => !files.has(id))) {
    const sending = [platform, workspace, actor.userId, ref.id].join(' ');
    const shelved = await fetched(ref, { shelf, sending, download: reach.download });
    if (shelved.kind === 'refused') {
      refused.push(shelved);
      continue;
    }
    const { file } = shelved;
    const received = await work(database, as, (core) =>
      recordReceived(core, { platform, workspace, sourceId: ref.id, file }),
    );
    files.set(ref.id, received);
  }
  return { files, refused };
}

async function fetched(
  ref: FileRef,
  { shelf, sending, download }: { shelf: Shelf; sending: string; download: Reach['download'] },
): Promise<Shelved> {
  if (!download) {
    return { kind: 'refused', name: ref.name, why: NOT_FETCHED };
  }
  try {
    return await shelf.take({ name: ref.name, bytes: ref.bytes, sending, open: () => download(ref) });
  } catch (error) {
    if (error instanceof PlatformError && !error.retryable) {
      return { kind: 'refused', name: ref.name, why: NOT_FETCHED };
    }
    throw error;
  }
}
