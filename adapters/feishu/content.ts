// A file of Feishu’s own: the words of a message, which come as JSON within JSON, in another shape for each type.
// https://open.feishu.cn/document/server-docs/im-v1/message-content-description/message_content

import { z } from 'zod';
import type { FileRef, SentLocation } from '../../bot/contract.ts';
import { readJson } from '../untrusted.ts';

/** Who is mentioned; in the text stands `key`. */
export const mention = z.object({
  key: z.string(),
  id: z.object({ open_id: z.string().nullish() }).nullish(),
  name: z.string().default(''),
});

export type Mention = z.output<typeof mention>;

const textShape = z.object({ text: z.string() });
const nodeShape = z.object({
  tag: z.string(),
  text: z.string().optional(),
  user_id: z.string().optional(),
  user_name: z.string().optional(),
  image_key: z.string().optional(),
});
const postShape = z.object({ title: z.string().optional(), content: z.array(z.array(nodeShape)) });

/** The words with our own mention taken off and others by their names; undefined for what holds no words. */
export function readContent(
  type: string,
  content: string,
  { mentions, bot }: { mentions: readonly Mention[]; bot: string | undefined },
): string | undefined {
  const said = type === 'text' ? readText(content) : type === 'post' ? readPost(content) : undefined;
  return said
    ?.replace(/@_user_\d+|@_all/g, (key) => {
      const known = mentions.find((each) => each.key === key);
      return known && isBot(known, bot) ? '' : (known?.name ?? '');
    })
    .replace(/[^\S\n]{2,}/g, ' ')
    .trim();
}

export function isBot({ id }: Mention, bot: string | undefined): boolean {
  return bot !== undefined && id?.open_id === bot;
}

function readText(content: string): string | undefined {
  const read = textShape.safeParse(readJson(content));
  return read.success ? read.data.text : undefined;
}

/** Lines of text, links and mentions; what is sent in several languages has each under its own name. */
function readPost(content: string): string | undefined {
  const json = readJson(content);
  const [first] = typeof json === 'object' && json !== null ? Object.values(json) : [];
  const read = [postShape.safeParse(json), postShape.safeParse(first)].find(({ success }) => success);
  if (!read?.success) {
    return undefined;
  }
  const { title, content: lines } = read.data;
  const said = lines.map((line) =>
    line.map(({ tag, text, user_id, user_name }) => (tag === 'at' ? (user_id ?? user_name) : text) ?? '').join(''),
  );
  return [...(title ? [title] : []), ...said].join('\n');
}

const fileShape = z.object({ file_key: z.string().min(1), file_name: z.string().nullish() });
const imageShape = z.object({ image_key: z.string().min(1) });

/** What Feishu calls what it holds bytes of, and the name of those it has none for. */
const NAMES: Readonly<Record<string, string>> = { image: 'image', audio: 'audio', media: 'video' };

/** The files in a message: those it is, and the pictures among its words. */
export function readFiles(type: string, content: string, messageId: string): FileRef[] {
  const json = readJson(content);
  switch (type) {
    case 'file':
    case 'audio':
    case 'media': {
      const { file_key, file_name } = fileShape.safeParse(json).data ?? {};
      return file_key ? [toRef({ messageId, key: file_key, kind: 'file' }, file_name || (NAMES[type] ?? type))] : [];
    }
    case 'image': {
      const { image_key } = imageShape.safeParse(json).data ?? {};
      return image_key ? [toRef({ messageId, key: image_key, kind: 'image' }, 'image')] : [];
    }
    case 'post': {
      const lines = postShape.safeParse(json).data?.content ?? [];
      const keys = lines.flat().flatMap(({ tag, image_key }) => (tag === 'img' && image_key ? [image_key] : []));
      return keys.map((key) => toRef({ messageId, key, kind: 'image' }, 'image'));
    }
    default:
      return [];
  }
}

const degrees = z.union([z.string().min(1), z.number()]).pipe(z.coerce.number());
const locationShape = z.object({
  name: z.string().nullish(),
  latitude: degrees.pipe(z.number().min(-90).max(90)),
  longitude: degrees.pipe(z.number().min(-180).max(180)),
});

/** The point of a map somebody has sent; its figures come as texts. */
export function readLocation(type: string, content: string): SentLocation | undefined {
  const read = type === 'location' ? locationShape.safeParse(readJson(content)) : undefined;
  const { name, latitude, longitude } = read?.data ?? {};
  return latitude === undefined || longitude === undefined
    ? undefined
    : { latitude, longitude, ...(name?.trim() ? { name: name.trim().slice(0, 200) } : {}) };
}

function toRef({ messageId, key, kind }: Resource, name: string): FileRef {
  return { id: `${messageId}/${key}`, name, handle: [messageId, key, kind].join(' ') };
}

/** Bytes of a message of somebody's: https://open.feishu.cn/document/server-docs/im-v1/message/get-2 */
type Resource = { messageId: string; key: string; kind: string };

export function readResource(handle: string): Resource {
  const [messageId = '', key = '', kind = ''] = handle.split(' ');
  return { messageId, key, kind };
}
