import type { Text } from '../../core/text.ts';
import type { CheckedIn } from '../../core/visits/check-in.ts';
import type { CheckInLine } from '../../core/visits/find-check-ins.ts';
import type { Visited } from '../../core/visits/keep-place.ts';
import type { Button, Card } from '../cards/card.ts';
import { press } from '../press.ts';
import { followUpCard } from './follow-up.ts';
import { day, moment, type Viewer } from './format.ts';
import { openParty } from './tag.ts';
import { placeText, strangeText } from './visit-place.ts';
import { CHECK_IN } from './words.ts';

const KEEP: Text = { en: 'Keep as their place', zh: '记为客户位置' };
const MOVED: Text = { en: 'Their place is here', zh: '客户位置改为这里' };
const ADD: Text = { en: 'Add the address', zh: '补写地址' };
const SEND: Text = {
  en: 'Send a photo (or your location, where this chat has that) here and I add the place.',
  zh: '把现场照片（或聊天里的位置）发到这里，我来补上地点。',
};

/** One press keeps the place; without one, what is missing is simply sent. */
export function checkInCard(checkedIn: CheckedIn, title: Text, viewer: Viewer): Card {
  const { locale } = viewer;
  const { id, checkIn, mayKeep } = checkedIn;
  const card = followUpCard(checkedIn, viewer);
  const isFar = checkIn?.doubts.some(({ kind }) => kind === 'far') === true;
  const keep = press(KEEP, locale, 'visit.keep-place', { followUp: id }, { style: 'primary' });
  const first: Button[] = mayKeep ? [keep] : [];
  const more: Button[] = [
    ...(checkIn?.address ? [] : [press(ADD, locale, 'visit.place', { followUp: id })]),
    ...(isFar ? [press(MOVED, locale, 'visit.keep-place', { followUp: id })] : []),
  ];
  return {
    ...card,
    title: title[locale],
    tone: (checkIn?.doubts ?? []).length > 0 ? 'warning' : 'good',
    body: [
      ...card.body.map((node) =>
        node.type === 'actions'
          ? { ...node, buttons: [...first, ...node.buttons], more: [...more, ...(node.more ?? [])] }
          : node,
      ),
      ...(checkIn?.spot ? [] : [{ type: 'text' as const, text: SEND[locale], muted: true }]),
    ],
  };
}

export function placeKeptCard(visited: Visited, { locale }: Viewer): Card {
  const { entity, id, name } = visited;
  return {
    title: { en: `Place kept: ${name}`, zh: `已记录客户位置：${name}` }[locale],
    tone: 'good',
    about: { entity, recordId: id },
    body: [
      {
        type: 'text',
        text: {
          en: 'The next check-ins say how far they are from here.',
          zh: '以后签到会显示与这里的距离。',
        }[locale],
        muted: true,
      },
      {
        type: 'actions',
        buttons: [openParty(visited, locale)],
      },
    ],
  };
}

/** Who was where on a day; what is strange comes first. */
export function checkInsCard(lines: readonly CheckInLine[], on: string, viewer: Viewer): Card {
  const { locale } = viewer;
  const title: Text = { en: `Check-ins, ${day(on, viewer)}`, zh: `签到记录 · ${day(on, viewer)}` };
  const mine = press(CHECK_IN, locale, 'visit.check-in', {}, { style: 'primary' });
  return {
    title: title[locale],
    body: [
      lines.length > 0
        ? {
            type: 'records',
            records: lines.map((line) => ({
              title: [moment(line.at, viewer), line.visited.name, line.authorName].filter(Boolean).join(' · '),
              ...detailed([placeText(line.checkIn, viewer), strangeText(line.checkIn, viewer)]),
              buttons: [openParty(line.visited, locale)],
            })),
          }
        : { type: 'text', text: { en: 'Nobody has checked in.', zh: '还没有签到。' }[locale], muted: true },
      { type: 'actions', buttons: [mine] },
    ],
  };
}

function detailed(parts: readonly (string | undefined)[]): { detail?: string } {
  const detail = parts.filter(Boolean).join('\n');
  return detail === '' ? {} : { detail };
}
