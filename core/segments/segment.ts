import type { Question } from '../questions/question.ts';
import type { Text } from '../text.ts';

/** Its owner's alone, or shared with his team and those below it. */
export const SHARINGS = ['private', 'team'] as const;

export type Sharing = (typeof SHARINGS)[number];

export type Segment = {
  id: string;
  name: string;
  ownerId: string;
  ownerName: string;
  /** Null where nobody else sees it. */
  teamName: string | null;
  question: Question;
  /** His own, or that of somebody he leads. */
  mayChange: boolean;
  version: number;
};

/** Whom somebody on a call list is to call. */
export type CalledParty = { entity: 'customer' | 'lead'; id: string };

/** What became of one on a call list; `passed` is gone on from without a word on record. */
export const CALL_STATES = ['claimed', 'called', 'passed', 'skipped', 'snoozed'] as const;

export type CallState = (typeof CALL_STATES)[number];

/** Why somebody is left out; what it says goes on the record. */
export const SKIP_REASONS = ['wrong_number', 'not_now', 'no_need', 'do_not_call', 'other'] as const;

export type SkipReason = (typeof SKIP_REASONS)[number];

export const SKIP_NAMES: Readonly<Record<SkipReason, Text>> = {
  wrong_number: { en: 'Wrong number', zh: '号码有误' },
  not_now: { en: 'Bad moment', zh: '时机不合适' },
  no_need: { en: 'No need', zh: '没有需求' },
  do_not_call: { en: 'Wants no calls', zh: '不希望被打扰' },
  other: { en: 'Other', zh: '其他' },
};

/** docs/questions.md tells them. */
export const CALL_LIST = {
  /** A customer is one person's for so long, then whoever is next gets him. */
  claimMinutes: 30,
  /** Whoever was called or skipped comes up again after so many days, if he is on the list then. */
  restDays: 14,
  /** Whoever wants no calls does not come up again. */
  neverDays: 36_500,
  /** Of a longer list these come first. */
  most: 2_000,
} as const;
