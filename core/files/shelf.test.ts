import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { tempStorage } from '../../test/support/kept-files.ts';
import { FILE_KINDS } from './file-kinds.ts';
import { Shelf } from './shelf.ts';

const storage = tempStorage();
const shelf = new Shelf(storage, { maxBytes: 2_000, kinds: FILE_KINDS });
const take = (name: string, bytes: Uint8Array, which = shelf) =>
  which.take({ name, sending: name, open: async () => Readable.from([Buffer.from(bytes)]) });

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const utf8 = (text: string) => Buffer.from(text);
const docx = zipSync({
  '[Content_Types].xml': utf8(
    '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  ),
  'word/document.xml': utf8('<w:document/>'),
});

it.each([
  ['a.pdf', utf8('%PDF-1.7\n1 0 obj\n'), 'application/pdf'],
  ['photo.jpg', PNG, 'image/png'],
  ['纪要.txt', utf8('会议纪要：客户同意'), 'text/plain'],
  ['报价.csv', Buffer.from([0xb1, 0xa8, 0xbc, 0xdb, 0x2c, 0x31]), 'text/csv'],
  ['all.zip', zipSync({ 'a.txt': utf8('a') }), 'application/zip'],
  ['合同.docx', docx, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['voice.opus', utf8('OggS\0\x02\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\x13OpusHead'), 'audio/ogg'],
])('keeps %s as what its bytes are', async (name, bytes, mediaType) => {
  const taken = await take(name, bytes);
  expect(taken).toMatchObject({ kind: 'kept', file: { name, mediaType, bytes: bytes.length } });
  if (taken.kind === 'kept') {
    expect(await buffer(await storage.stream(taken.file.storageKey))).toEqual(Buffer.from(bytes));
  }
});

it.each([
  ['report.pdf', utf8('MZ\x90\0\x03\0\0\0\x04\0\0\0')],
  ['page.html', utf8('<!doctype html><script>alert(1)</script>')],
  ['logo.svg', utf8('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['noted.txt', Buffer.from([0x61, 0, 0x62])],
])('refuses %s by its bytes, saying what it keeps', async (name, bytes) => {
  expect(await take(name, bytes)).toEqual({
    kind: 'refused',
    name,
    why: {
      en: 'I keep PDF, office documents, pictures, text and CSV, zip archives, voice recordings; this is none of them.',
      zh: '可以保存PDF、Office 文档、图片、文本和 CSV、zip 压缩包、录音，这个文件不在其中。',
    },
  });
});

it('keeps of the kinds only those the company allows', async () => {
  const strict = new Shelf(storage, { maxBytes: 2_000, kinds: ['pdf'] });
  expect(await take('photo.png', PNG, strict)).toMatchObject({
    kind: 'refused',
    why: { en: 'I keep PDF; this is none of them.' },
  });
});

it('reads no further than the limit, whatever was said of the size before', async () => {
  let read = 0;
  const endless = async () =>
    Readable.from(
      (async function* () {
        for (;;) {
          read += 500;
          yield Buffer.alloc(500, 'a');
        }
      })(),
    );
  const small = new Shelf(storage, { maxBytes: 1_048_576, kinds: FILE_KINDS });
  expect(await small.take({ name: 'a.txt', bytes: 10, sending: 'x', open: endless })).toEqual({
    kind: 'refused',
    name: 'a.txt',
    why: { en: 'It is larger than 1 MB.', zh: '文件超过 1 MB。' },
  });
  expect(read).toBeLessThan(1_300_000);
});

it('fetches nothing of what is known to be too large', async () => {
  const open = async () => {
    throw new Error('fetched');
  };
  expect(await shelf.take({ name: 'a.zip', bytes: 3_000, sending: 'x', open })).toMatchObject({ kind: 'refused' });
});

it.each([
  ['../../etc/passwd.txt', 'passwd.txt'],
  ['C:\\Users\\me\\报价.txt', '报价.txt'],
  ['evil\u202etxt.exe.txt', 'eviltxt.exe.txt'],
  ['.txt', 'txt'],
  [`${'长'.repeat(300)}.txt`, `${'长'.repeat(146)}.txt`],
])('calls %s by a name without folders and tricks', async (name, kept) => {
  const taken = await take(name, utf8('text'));
  expect(taken.kind === 'kept' ? taken.file.name : taken.name).toBe(kept);
});

it('lets through what the platform fails with', async () => {
  const open = async () => {
    throw new Error('gone');
  };
  await expect(shelf.take({ name: 'a.txt', sending: 'x', open })).rejects.toThrow('gone');
});
