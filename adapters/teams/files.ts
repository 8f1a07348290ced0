// A file of its own: what Teams attaches to a message: files, pictures, and the message it answers.
// https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4

import type { Readable } from 'node:stream';
import { z } from 'zod';
import type { Beneath, FileRef } from '../../bot/contract.ts';
import { fetchBytes } from '../fetch-bytes.ts';
import { readJson } from '../untrusted.ts';
import type { Activity } from './activity.ts';

/** A file of the person's own, behind an address that lets whoever holds it in, for a few minutes. */
const FILE = 'application/vnd.microsoft.teams.file.download.info';
/** A message that was quoted. */
const QUOTE = 'messageReference';

const infoShape = z.object({ downloadUrl: z.url(), uniqueId: z.string().nullish(), fileType: z.string().nullish() });
const quoteShape = z.object({ messageId: z.string().min(1) });
const handleShape = z.object({ url: z.string(), isOurs: z.boolean() });

export function readFiles({ id, attachments }: Activity): FileRef[] {
  return (attachments ?? []).flatMap(({ contentType, contentUrl, name, ...rest }, at): FileRef[] => {
    const content = 'content' in rest ? rest.content : undefined;
    const own = `${id ?? ''}/${at}`;
    if (contentType === FILE) {
      const { data } = infoShape.safeParse(content);
      const named = name || `file${data?.fileType ? `.${data.fileType}` : ''}`;
      return data ? [{ id: data.uniqueId || own, name: named, handle: write(data.downloadUrl, false) }] : [];
    }
    return contentType?.startsWith('image/') && contentUrl && URL.canParse(contentUrl)
      ? [{ id: own, name: name || 'image', handle: write(contentUrl, true) }]
      : [];
  });
}

/** A channel's thread is part of its conversation's id; elsewhere a message is quoted. */
export function readBeneath({ conversation, attachments }: Activity): Beneath | undefined {
  const [, thread] = /;messageid=([^;]+)/.exec(conversation.id) ?? [];
  const quoted = (attachments ?? []).flatMap(({ contentType, ...rest }) => {
    const content = 'content' in rest ? rest.content : undefined;
    const said = contentType === QUOTE && typeof content === 'string' ? readJson(content) : content;
    return contentType === QUOTE ? (quoteShape.safeParse(said).data?.messageId ?? []) : [];
  });
  const messages = [...quoted, ...(thread ? [thread] : [])];
  return messages.length > 0 ? { messages, isThread: thread !== undefined } : undefined;
}

/** SharePoint keeps the files of chats, at the address of the company's own. */
const SHAREPOINT = /\.sharepoint(?:-df)?\.(?:com|cn|us|de)$/;

/** Who may be asked for bytes, and with what. */
export type Source = {
  /** Of ours, for the connector; none before the local client. */
  token: (() => Promise<string>) | undefined;
  isConnector(url: string): boolean;
};

/** Our token goes to the connector alone; to where files are kept nothing goes but the address. */
export async function download(handle: string, { token, isConnector }: Source): Promise<Readable> {
  const { url, isOurs } = handleShape.parse(JSON.parse(handle));
  const isTrusted = ({ protocol, hostname, href }: URL) =>
    isConnector(href) || (!isOurs && protocol === 'https:' && SHAREPOINT.test(hostname));
  const headers = isOurs && token && isConnector(url) ? { authorization: `Bearer ${await token()}` } : {};
  return fetchBytes(url, { headers, isTrusted });
}

function write(url: string, isOurs: boolean): string {
  return JSON.stringify({ url, isOurs });
}
