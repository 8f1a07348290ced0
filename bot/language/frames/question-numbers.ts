import type { EntityKey } from '../../../core/questions/catalogue/index.ts';
import type { Filter } from '../../../core/questions/question.ts';
import { firstSlot, type Utterance } from '../utterance.ts';
import type { Claims } from './claims.ts';
import { pattern } from './frame.ts';
import { BOUNDS } from './question-bounds.ts';
import { toCount } from './question-time.ts';

/** A number of a record that may bound a list, by all it is called. */
type Bounded = { of: EntityKey; field: string; zh: string; en: string; unit: string };

const NUMBERS: readonly Bounded[] = [
  {
    of: 'opportunity',
    field: 'probability',
    zh: '赢率|成交概率|成功率|概率|把握',
    en: '(?:win )?probability|(?:win )?chances?|likelihood|win rates?',
    unit: '%?',
  },
  { of: 'opportunity', field: 'discount', zh: '折扣|优惠|让利', en: 'discounts?', unit: '%?' },
  { of: 'customer', field: 'contacts', zh: '联系人(?:数量?)?', en: 'contacts|contact persons?', unit: '[个位名]?' },
  { of: 'customer', field: 'follow_ups', zh: '跟进(?:次数|记录)?', en: 'follow[- ]?ups', unit: '[次条个]?' },
  {
    of: 'lead',
    field: 'response_hours',
    zh: '(?:首次)?(?:响应|回复)(?:时间|时长|用时)?',
    en: '(?:first )?(?:response|answer|reply)(?: times?)?',
    unit: '(?:个?小时| ?(?:hours?|h)(?![a-z]))',
  },
];

const N =
  '(?<n>{percent}|\\d{1,5}(?:\\.\\d)?|[一二两三四五六七八九十]{1,3}|(?:one|two|three|four|five|six|ten)(?![a-z]))';

/** Every bound of it: 赢率超过60%, 联系人2个以下, fewer than 2 contacts, a probability of at least 70%. */
function formsOf({ zh, en, unit }: Bounded): { op: Filter['op']; forms: RegExp[] }[] {
  const with_ = '(?:(?:with|having|who have|that have|whose|at) )?(?:an? |the )?';
  return BOUNDS.map(([op, before, after]) => ({
    op,
    forms: [
      pattern(`(?:${zh})(?:在|是|为|有)?(?:${before}) ?${N}${unit}的?`),
      pattern(`(?:${before}) ?${N}${unit}的?(?:${zh})的?`),
      pattern(`(?<![a-z])${with_}(?:${en}) ?(?:of |is |are |was )?(?:${before}) ?${N}${unit}`),
      pattern(`(?<![a-z])${with_}(?:${before}) ?${N}${unit} ?(?:${en})(?![a-z])`),
      ...(after
        ? [
            pattern(`(?:${zh})(?:在|是|为|有)? ?${N}${unit} ?(?:${after})的?`),
            pattern(`(?<![a-z])${with_}(?:${en}) ?(?:of |is |are )?${N}${unit} ?(?:${after})`),
            pattern(`(?<![a-z])${with_}${N}${unit} ?(?:${after}) ?(?:${en})(?![a-z])`),
          ]
        : []),
    ],
  }));
}

const READERS = NUMBERS.map((number) => ({
  ...number,
  cue: new RegExp(`${number.zh}|(?<![a-z])(?:${number.en})`, 'iu'),
  bounds: formsOf(number),
}));

/** A bound of any other number that a record has; its cue keeps the rest from being tried. */
export function readNumbers(utterance: Utterance, claims: Claims, of: EntityKey): Filter[] {
  const off = of === 'opportunity' ? readOff(utterance, claims) : [];
  return off.length > 0
    ? off
    : READERS.filter((reader) => reader.of === of && reader.cue.test(claims.text)).flatMap(({ field, bounds }) => {
        for (const { op, forms } of bounds) {
          for (const form of forms) {
            const value = numberOf(utterance, claims.match(form)?.groups?.n);
            if (value !== undefined) {
              return [{ field, op, values: [value] }];
            }
          }
        }
        return [];
      });
}

function numberOf(utterance: Utterance, said: string | undefined): string | undefined {
  const percent = said === undefined ? undefined : firstSlot(utterance, 'percent', said);
  if (percent) {
    return String(percent.basisPoints / 100);
  }
  return said !== undefined && /^\d/u.test(said) ? said : toCount(said)?.toString();
}

const OFF = BOUNDS.map(([op, before, after]) => ({
  op,
  forms: [
    pattern(`(?:${before}) ?(?<n>{percent})的?`),
    ...(after ? [pattern(`(?<n>{percent}) ?(?:${after})的?`)] : []),
  ],
}));

/** 至少10%折扣, more than 15% off: the figure says itself that it is taken off. */
function readOff(utterance: Utterance, claims: Claims): Filter[] {
  if (!utterance.slots.percent.some(({ isOff }) => isOff)) {
    return [];
  }
  for (const { op, forms } of OFF) {
    const value = forms
      .map((form) => numberOf(utterance, claims.match(form)?.groups?.n))
      .find((each) => each !== undefined);
    if (value !== undefined) {
      return [{ field: 'discount', op, values: [value] }];
    }
  }
  return [];
}
