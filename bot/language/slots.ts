/**
 * Spans of a sentence stand in it as one private-use character each, so that a frame is a plain pattern
 * over words and slots: `拜访了{customer}`.
 */
const KINDS = [
  'customer',
  'person',
  'product',
  'day',
  'money',
  'percent',
  'phone',
  'email',
  'between',
  'team',
  'stage',
] as const;
const FIRST = 0xe000;

export type SlotKind = (typeof KINDS)[number];

const PER_KIND = 0x100;

function baseOf(kind: SlotKind): number {
  return FIRST + KINDS.indexOf(kind) * PER_KIND;
}

function classOf(kind: SlotKind): string {
  const base = baseOf(kind);
  return `[\\u${base.toString(16)}-\\u${(base + PER_KIND - 1).toString(16)}]`;
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
export const TEAM = classOf('team');
export const STAGE = classOf('stage');

export function slotCharacter(kind: SlotKind, index: number): string {
  return index < PER_KIND ? String.fromCharCode(baseOf(kind) + index) : ' ';
}

/** Which slot a character stands for, if any. */
export function slotOf(character: string): { kind: SlotKind; index: number } | undefined {
  const offset = character.charCodeAt(0) - FIRST;
  const kind = offset >= 0 ? KINDS[Math.floor(offset / PER_KIND)] : undefined;
  return kind && { kind, index: offset % PER_KIND };
}

export const ANY_SLOT = /[\ue000-\ueaff]/g;
