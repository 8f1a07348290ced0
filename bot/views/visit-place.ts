import type { Text } from '../../core/text.ts';
import { type CheckIn, type Doubt, SOURCE_NAMES } from '../../core/visits/visit.ts';
import type { CardNode } from '../cards/card.ts';
import { bracketed, count, moment, type Viewer } from './format.ts';

/** Where it was, and what is strange about it: in words, for him as for whoever leads him. */
export function placeNodes(checkIn: CheckIn, viewer: Viewer): CardNode[] {
  const { locale } = viewer;
  const place = placeText(checkIn, viewer);
  const strange = strangeText(checkIn, viewer);
  const seen: Text = { en: 'Whoever leads you sees this too.', zh: '这条提示你的主管也能看到。' };
  return [
    ...(place
      ? [{ type: 'facts' as const, facts: [{ label: { en: 'Place', zh: '地点' }[locale], value: place }] }]
      : []),
    ...(strange ? [{ type: 'text' as const, text: `${strange}\n${seen[locale]}` }] : []),
  ];
}

/** 12 Main Street · 120 m from their place (from the photo) */
export function placeText({ source, spot, address, metres }: CheckIn, { locale }: Viewer): string {
  const far = metres === null ? undefined : distance(metres);
  const from: Text | undefined = far && { en: `${far.en} from their place`, zh: `距客户位置 ${far.zh}` };
  const known = spot && !from ? `${spot.latitude.toFixed(5)}, ${spot.longitude.toFixed(5)}` : undefined;
  const parts = [address, from?.[locale] ?? known].filter(Boolean).join(' · ');
  return parts && source && spot ? `${parts}${bracketed(SOURCE_NAMES[source][locale], locale)}` : parts;
}

/** 80 m, 1.2 km */
function distance(metres: number): Text {
  return metres < 1_000
    ? { en: `${metres} m`, zh: `${metres} 米` }
    : { en: `${(metres / 1_000).toFixed(1)} km`, zh: `${(metres / 1_000).toFixed(1)} 公里` };
}

/** ⚠️ taken 3 days before; one after the other, or nothing. */
export function strangeText({ doubts }: CheckIn, viewer: Viewer): string | undefined {
  const { locale } = viewer;
  const said = doubts.map((doubt) => doubtText(doubt, viewer)[locale]);
  return said.length > 0 ? `⚠️ ${said.join({ en: '; ', zh: '；' }[locale])}` : undefined;
}

function doubtText(doubt: Doubt, viewer: Viewer): Text {
  switch (doubt.kind) {
    case 'far': {
      const { en, zh } = distance(doubt.metres);
      return { en: `${en} from their place`, zh: `距离客户位置 ${zh}` };
    }
    case 'other_time': {
      const at = moment(new Date(doubt.takenAt), viewer);
      return { en: `the photo was taken at another time (${at})`, zh: `照片不是当时拍的（${at}）` };
    }
    case 'used_photo': {
      const at = moment(new Date(doubt.usedAt), viewer);
      return { en: `the same photo was used before (${at})`, zh: `同一张照片之前用过（${at}）` };
    }
    case 'same_spot':
      return {
        en: `exactly the same coordinates as in ${count(doubt.times, { one: 'earlier check-in', many: 'earlier check-ins' })}`,
        zh: `与之前 ${doubt.times} 次签到的坐标完全相同`,
      };
  }
}
