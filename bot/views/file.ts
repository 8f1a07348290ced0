import type { Attached } from '../../core/files/attach-files.ts';
import type { FileLine } from '../../core/files/find-files.ts';
import type { FileEntity, NamedRecord } from '../../core/files/record.ts';
import type { Text } from '../../core/text.ts';
import type { Button, Card, CardNode, Rich } from '../cards/card.ts';
import { SEND_HERE } from '../cards/send-here.ts';
import { press } from '../press.ts';
import { moment, type Viewer } from './format.ts';

const OPEN: Text = { en: 'Open it', zh: '查看' };
const FILES: Text = { en: 'All its files', zh: '全部文件' };
const ADD: Text = { en: 'Add a file', zh: '添加文件' };
const ALREADY: Text = { en: 'It was there already.', zh: '之前已存过，无需重复。' };
const NO_LINK: Text = {
  en: 'Files cannot be opened from here until an admin sets PUBLIC_URL.',
  zh: '管理员设置 PUBLIC_URL 后才能从这里打开文件。',
};

/** Where something was put, and what. */
export function attachedCard({ record, files, known }: Attached, { locale }: Viewer): Card {
  const isNews = files.length > 0;
  const lines = [
    ...files.map(({ name, bytes }) => ({ title: `📎 ${name}`, detail: size(bytes) })),
    ...known.map((name) => ({ title: `📎 ${name}`, detail: ALREADY[locale] })),
  ];
  return {
    title: isNews
      ? { en: `Saved to ${record.name}`, zh: `已存到 ${record.name}` }[locale]
      : { en: `Already at ${record.name}`, zh: `${record.name} 已有此文件` }[locale],
    tone: isNews ? 'good' : 'info',
    about: { entity: record.entity, recordId: record.recordId },
    body: [
      { type: 'records', records: lines },
      {
        type: 'actions',
        buttons: [press(FILES, locale, 'file.list', { record: record.recordId }), ...openButton(record, locale)],
      },
    ],
  };
}

/** What hangs on a record, each with a link that opens it for a while. */
export function filesCard(
  record: NamedRecord,
  files: readonly FileLine[],
  { viewer, linkTo }: { viewer: Viewer; linkTo(fileId: string): string | undefined },
): Card {
  const { locale } = viewer;
  const records = files.map((file) => ({ title: titled(file, linkTo), detail: detailed(file, viewer) }));
  const isOutOfReach = files.some(({ id }) => linkTo(id) === undefined);
  return {
    title: { en: `Files: ${record.name}`, zh: `文件：${record.name}` }[locale],
    about: { entity: record.entity, recordId: record.recordId },
    body: [
      ...(files.length > 0
        ? [{ type: 'records' as const, records }]
        : [{ type: 'text' as const, text: { en: 'No files yet.', zh: '还没有文件。' }[locale], muted: true }]),
      ...(isOutOfReach ? [{ type: 'text' as const, text: NO_LINK[locale], muted: true }] : []),
      {
        type: 'actions',
        buttons: [
          press(ADD, locale, 'file.add', { record: record.recordId }, { style: 'primary' }),
          ...openButton(record, locale),
        ],
      },
    ],
  };
}

/** What came without a word of where it belongs. */
export function whereCard(names: readonly string[], buttons: Button[], { locale }: Viewer): Card {
  return {
    title: { en: 'Where does this belong?', zh: '存到哪里？' }[locale],
    tone: 'info',
    body: [
      { type: 'text', text: names.map((name) => `📎 ${name}`).join('\n') },
      { type: 'actions', buttons },
    ],
  };
}

/** A form that could not take the file itself. */
export function sendHereCard(record: NamedRecord, { locale }: Viewer): Card {
  return {
    title: { en: `A file for ${record.name}`, zh: `给 ${record.name} 的文件` }[locale],
    tone: 'info',
    about: { entity: record.entity, recordId: record.recordId },
    body: [{ type: 'text', text: SEND_HERE[locale] }],
  };
}

export type RefusedFile = { name: string; why: Text };

export function refusedNodes(refused: readonly RefusedFile[], { locale }: Pick<Viewer, 'locale'>): CardNode[] {
  return refused.map(({ name, why }) => ({ type: 'text', text: [{ bold: `⚠️ ${name}` }, ` · ${why[locale]}`] }));
}

export function refusedCard(refused: readonly RefusedFile[], viewer: Pick<Viewer, 'locale'>): Card {
  return {
    title: { en: 'I could not keep that', zh: '文件没有保存' }[viewer.locale],
    tone: 'warning',
    body: refusedNodes(refused, viewer),
  };
}

function titled({ id, name }: FileLine, linkTo: (fileId: string) => string | undefined): Rich {
  const link = linkTo(id);
  return link ? [{ link, label: `📎 ${name}` }] : `📎 ${name}`;
}

function detailed({ bytes, uploaderName, at, on }: FileLine, viewer: Viewer): string {
  return [on, size(bytes), uploaderName, moment(at, viewer)].filter(Boolean).join(' · ');
}

const OPENED_BY = { customer: 'customer.show', opportunity: 'opportunity.show', lead: 'lead.show' } as const;

function openButton({ entity, recordId }: NamedRecord, locale: Viewer['locale']): Button[] {
  const command: Partial<Record<FileEntity, string>> = OPENED_BY;
  const name = command[entity];
  return name ? [{ label: OPEN[locale], command: name, input: { [entity]: recordId } }] : [];
}

/** 340 KB, 1.2 MB. */
function size(bytes: number): string {
  return bytes < 1_048_576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`;
}
