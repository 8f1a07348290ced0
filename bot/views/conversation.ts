import { dayIn, timeIn } from '../../core/days.ts';
import type { Archived } from '../../core/follow-ups/archive-conversation.ts';
import { type SaidMessage, tell } from '../../core/follow-ups/conversation.ts';
import type { Conversation } from '../../core/follow-ups/find-conversation.ts';
import type { Text } from '../../core/text.ts';
import type { Button, Card } from '../cards/card.ts';
import { press } from '../press.ts';
import { count, day, moment, type Viewer } from './format.ts';
import { inBold, whereSaid } from './said-words.ts';
import { OPEN_CUSTOMER } from './words.ts';

/** What a page shows on every platform, whole. */
const PAGE_MESSAGES = 10;
const PAGE_CHARACTERS = 4_000;
const PIECE = 2_000;

const SOMEBODY: Text = { en: 'Somebody', zh: '未署名' };
const NAMED = 3;

/** 12 messages, 李雷 and Wang, 9:02–9:40 */
export function toldConversation(said: readonly SaidMessage[], viewer: Viewer): string {
  const { locale } = viewer;
  const { count: messages, authors, from, to } = tell(said);
  const number = { en: count(messages, { one: 'message', many: 'messages' }), zh: `${messages} 条消息` }[locale];
  const more = authors.length - NAMED;
  const names = authors.slice(0, NAMED);
  const people =
    more > 0
      ? { en: `${names.join(', ')} and ${more} more`, zh: `${names.join('、')}等 ${authors.length} 人` }[locale]
      : { en: [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(' and '), zh: names.join('、') }[
          locale
        ];
  return [number, people, from && to ? span(new Date(from), new Date(to), viewer) : '']
    .filter(Boolean)
    .join({ en: ', ', zh: '，' }[locale]);
}

function span(from: Date, to: Date, viewer: Viewer): string {
  const [first, last] = [dayIn(from, viewer.timeZone), dayIn(to, viewer.timeZone)];
  const times = [timeIn(from, viewer.timeZone), timeIn(to, viewer.timeZone)];
  if (first !== last) {
    return `${moment(from, viewer)} – ${moment(to, viewer)}`;
  }
  const on = first === viewer.today ? '' : `${day(first, viewer)} `;
  return on + (times[0] === times[1] ? times[0] : times.join('–'));
}

/** Reads a conversation that is on record. */
export function readButton(followUp: string, messages: number, { locale }: Pick<Viewer, 'locale'>): Button {
  const label =
    messages === 1
      ? { en: 'Read the message', zh: '查看原文' }
      : { en: `Read ${messages} messages`, zh: `查看 ${messages} 条原文` };
  return press(label, locale, 'conversation.show', { followUp });
}

export function archivedCard({ id, subject, note, said, added, isAddition }: Archived, viewer: Viewer): Card {
  const { locale } = viewer;
  const title: Text = isAddition
    ? { en: `Added to what is archived: ${subject.name}`, zh: `已补充归档：${subject.name}` }
    : { en: `Archived: ${subject.name}`, zh: `已归档：${subject.name}` };
  return {
    title: title[locale],
    about: { entity: 'follow_up', recordId: id },
    tone: 'good',
    body: [
      { type: 'text', text: note },
      { type: 'text', text: toldConversation(said, viewer), muted: true },
      ...(isAddition
        ? [{ type: 'text' as const, text: { en: `New: ${added}`, zh: `新增 ${added} 条` }[locale], muted: true }]
        : []),
      {
        type: 'actions',
        buttons: [
          readButton(id, said.length, viewer),
          press(OPEN_CUSTOMER, locale, 'customer.show', { customer: subject.id }),
        ],
      },
    ],
  };
}

export type Opened = {
  /** The page with the words where there are any, else the first. */
  page?: number | undefined;
  /** What was looked for: the message that holds it is marked. */
  words?: string | undefined;
};

/** One page of it, word for word; what is long goes over several entries. */
export function conversationCard(conversation: Conversation, { page, words }: Opened, viewer: Viewer): Card {
  const { id, customerId, customerName, note, said } = conversation;
  const { locale } = viewer;
  const pages = toPages(said);
  const meant =
    words === undefined
      ? undefined
      : pages.flat()[
          whereSaid(
            pages.flat().map(({ text }) => text),
            words,
          ) ?? -1
        ];
  const first = meant ? pages.findIndex((each) => each.includes(meant)) : 0;
  const at = Math.min(page ?? first, pages.length - 1);
  const turn = (label: Text, to: number) =>
    to >= 0 && to < pages.length
      ? [
          press(label, locale, 'conversation.show', {
            followUp: id,
            page: to,
            ...(words === undefined ? {} : { words }),
          }),
        ]
      : [];
  return {
    title: { en: `Conversation: ${customerName}`, zh: `对话记录：${customerName}` }[locale],
    about: { entity: 'follow_up', recordId: id },
    body: [
      ...(note && at === 0 ? [{ type: 'text' as const, text: note }] : []),
      { type: 'text', text: toldConversation(said, viewer), muted: true },
      {
        type: 'records',
        records: (pages[at] ?? []).map((piece) => ({
          title: `${piece === meant ? '👉 ' : ''}${headOf(piece, viewer)}`,
          detail: words === undefined ? piece.text : inBold(piece.text, words),
        })),
      },
      {
        type: 'actions',
        buttons: [
          ...turn({ en: 'Read on', zh: '继续看' }, at + 1),
          ...turn({ en: 'Back', zh: '上一页' }, at - 1),
          press(OPEN_CUSTOMER, locale, 'customer.show', { customer: customerId }),
        ],
      },
    ],
  };
}

/** Wang · 9:02 */
function headOf({ author, at }: SaidMessage, viewer: Viewer): string {
  return [author ?? SOMEBODY[viewer.locale], at ? moment(new Date(at), viewer) : ''].filter(Boolean).join(' · ');
}

function toPages(said: readonly SaidMessage[]): SaidMessage[][] {
  const pages: SaidMessage[][] = [[]];
  let room = PAGE_CHARACTERS;
  for (const piece of said.flatMap(pieces)) {
    const last = pages.at(-1) ?? [];
    room -= piece.text.length;
    if (last.length > 0 && (last.length === PAGE_MESSAGES || room < 0)) {
      pages.push([piece]);
      room = PAGE_CHARACTERS - piece.text.length;
    } else {
      last.push(piece);
    }
  }
  return pages;
}

/** Cut between characters, never within one. */
function pieces(message: SaidMessage): SaidMessage[] {
  const letters = [...message.text];
  const parts = Array.from({ length: Math.max(1, Math.ceil(letters.length / PIECE)) }, (_, part) =>
    letters.slice(part * PIECE, (part + 1) * PIECE).join(''),
  );
  return parts.map((text) => ({ ...message, text }));
}
