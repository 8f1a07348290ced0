import { open } from 'node:fs/promises';
import path from 'node:path';
import type { FileKind } from './file-kinds.ts';

/** Documents without macros, of Microsoft's and the open formats. */
const OFFICE =
  /^application\/(?:vnd\.openxmlformats-officedocument\.(?:wordprocessingml\.document|spreadsheetml\.sheet|presentationml\.(?:presentation|slideshow))|vnd\.oasis\.opendocument\.(?:text|spreadsheet|presentation)|rtf)$/;

/** The old office formats are one container, told apart by their names alone. */
const OLD_OFFICE: Readonly<Record<string, string>> = {
  '.doc': 'application/msword',
  '.xls': 'application/vnd.ms-excel',
  '.ppt': 'application/vnd.ms-powerpoint',
};

/** No markup that a browser or a mail program would run. */
const TEXTS: Readonly<Record<string, string>> = {
  '.txt': 'text/plain',
  '.md': 'text/plain',
  '.log': 'text/plain',
  '.csv': 'text/csv',
  '.tsv': 'text/tab-separated-values',
};

const IMAGES = /^image\/(?:jpeg|png|gif|webp|heic|heif|avif|bmp|tiff)$/;

const SAMPLE_BYTES = 65_536;

/** What the bytes of a file are; undefined for what is never kept. The name only helps where bytes cannot tell. */
export async function readFileKind(
  file: string,
  name: string,
): Promise<{ kind: FileKind; mediaType: string; extension: string } | undefined> {
  const extension = path.extname(name).toLowerCase();
  // file-type (sindresorhus) knows several hundred formats by their first bytes; loaded with the first file that comes.
  const { fileTypeFromFile } = await import('file-type');
  const type = await fileTypeFromFile(file);
  const found = type?.mime.replace(/;.*$/, '');
  if (found === undefined) {
    const mediaType = TEXTS[extension];
    return mediaType && (await isText(file)) ? { kind: 'text', mediaType, extension } : undefined;
  }
  const old = found === 'application/x-cfb' ? OLD_OFFICE[extension] : undefined;
  const mediaType = old ?? found;
  const kind = kindOf(mediaType, old !== undefined);
  return kind && { kind, mediaType, extension: `.${type?.ext ?? ''}` };
}

function kindOf(mediaType: string, isOldOffice: boolean): FileKind | undefined {
  if (isOldOffice || OFFICE.test(mediaType)) return 'office';
  if (mediaType === 'application/pdf') return 'pdf';
  if (mediaType === 'application/zip') return 'zip';
  if (mediaType.startsWith('audio/')) return 'audio';
  return IMAGES.test(mediaType) ? 'image' : undefined;
}

/** UTF-8 or GB 18030, as far as one looks. */
async function isText(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, 0);
    const sample = buffer.subarray(0, bytesRead);
    return !sample.includes(0) && ['utf-8', 'gb18030'].some((encoding) => isIn(encoding, sample));
  } finally {
    await handle.close();
  }
}

function isIn(encoding: string, sample: Uint8Array): boolean {
  try {
    // A letter may be cut in two where the sample ends.
    new TextDecoder(encoding, { fatal: true }).decode(sample, { stream: true });
    return true;
  } catch {
    return false;
  }
}
