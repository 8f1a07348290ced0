/**
 * Spans of a sentence stand in it as one private-use character each, so that a frame is a plain pattern
 * over words and slots: `拜访了{customer}`.
 */
const BASE = {
  customer: 0xe000,
  person: 0xe100,
  product: 0xe200,
  day: 0xe300,
  money: 0xe400,
  percent: 0xe500,
  phone: 0xe600,
  email: 0xe700,
  between: 0xe800,
} as const;

export type SlotKind = keyof typeof BASE;

const PER_KIND = 0x100;

function classOf(kind: SlotKind): string {
  return `[\\u${BASE[kind].toString(16)}-\\u${(BASE[kind] + PER_KIND - 1).toString(16)}]`;
}

export const CUSTOMER = classOf('customer');
export const PERSON = classOf('person');
export const PRODUCT = classOf('product');
export const DAY = classOf('day');
export const MONEY = classOf('money');
export const PERCENT = classOf('percent');
export const PHONE = classOf('phone');
export const EMAIL = classOf('email');
export const BETWEEN = classOf('between');

export function slotCharacter(kind: SlotKind, index: number): string {
  return index < PER_KIND ? String.fromCharCode(BASE[kind] + index) : ' ';
}

/** Which slot a character stands for, if any. */
export function slotOf(character: string): { kind: SlotKind; index: number } | undefined {
  const code = character.charCodeAt(0);
  for (const [kind, base] of Object.entries(BASE)) {
    if (code >= base && code < base + PER_KIND) {
      return { kind: kind as SlotKind, index: code - base };
    }
  }
  return undefined;
}

export const ANY_SLOT = /[\ue000-\ue8ff]/g;
