// A file of Slack’s own: what its messages and windows say of the files in them.
// https://docs.slack.dev/reference/objects/file-object

import { z } from 'zod';
import type { FileRef } from '../../bot/contract.ts';
import { fromNetwork, fromStatus } from './errors.ts';

const maybe = z.string().nullish();

/** Of a file in a channel shared with another company Slack tells nothing but its id until it is asked. */
export const fileShape = z.object({
  id: z.string().min(1),
  name: maybe,
  title: maybe,
  size: z.number().nonnegative().nullish(),
  mode: maybe,
  url_private_download: maybe,
  url_private: maybe,
});

type File = z.output<typeof fileShape>;

/** Nothing that was deleted or lies behind the limit of a free plan. */
const WITHOUT_BYTES = new Set(['tombstone', 'hidden_by_limit']);

export function toFiles(files: readonly File[] | null | undefined): FileRef[] {
  return (files ?? [])
    .filter(({ mode }) => !WITHOUT_BYTES.has(mode ?? ''))
    .map((file) => ({
      id: file.id,
      name: file.name || file.title || file.id,
      ...(file.size ? { bytes: file.size } : {}),
      handle: addressOf(file),
    }));
}

/** Empty where Slack has to be asked. */
export function addressOf(file: Pick<File, 'url_private' | 'url_private_download'>): string {
  return file.url_private_download || file.url_private || '';
}

const TIMEOUT_MS = 10_000;

/** Posts the bytes of a picture of ours to where Slack said. */
export async function sendFile(url: string, png: Buffer): Promise<void> {
  const headers = { 'content-type': 'application/octet-stream' };
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  let response: Response;
  try {
    response = await fetch(url, { method: 'POST', headers, body: png, redirect: 'error', signal });
    await response.arrayBuffer();
  } catch (error) {
    throw fromNetwork(error);
  }
  if (!response.ok) {
    throw fromStatus(response.status);
  }
}
