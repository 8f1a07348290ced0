// A file of Feishu’s own: the words of a message, which come as JSON within JSON, in another shape for each type.
// https://open.feishu.cn/document/server-docs/im-v1/message-content-description/message_content

import { z } from 'zod';
import { readJson } from './wire.ts';

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
