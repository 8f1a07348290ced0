import type { Text } from '../text.ts';

/** What may be kept, by what its bytes are; a company allows some of it or all (FILES_KINDS). */
export const FILE_KINDS = ['pdf', 'office', 'image', 'text', 'zip', 'audio'] as const;

export type FileKind = (typeof FILE_KINDS)[number];

export const FILE_KIND_NAMES: Readonly<Record<FileKind, Text>> = {
  pdf: { en: 'PDF', zh: 'PDF' },
  office: { en: 'office documents', zh: 'Office 文档' },
  image: { en: 'pictures', zh: '图片' },
  text: { en: 'text and CSV', zh: '文本和 CSV' },
  zip: { en: 'zip archives', zh: 'zip 压缩包' },
  audio: { en: 'voice recordings', zh: '录音' },
};
