import { dayOfSpan } from '../days.ts';
import { firstSlot, type Utterance, wordsOf } from '../utterance.ts';
import { isCompanyLike } from './company-like.ts';
import { pattern, trimmed } from './frame.ts';

/** Where one piece of what is told about somebody ends and the next begins. */
const APART = /([，,。；;、:：\ue600-\ue7ff]|(?<=\p{Script=Han})\s|\s(?=\p{Script=Han}))/u;

const DAY = pattern('{day}');
const DAYS = pattern('{day}', 'gu');
const ALONE = /^(?:[\s,.的了]|on|by|at|in|this|the|from|since|as of|在|于|从)*$/iu;

/** Something is done or said to happen: 再联系, 来访. */
const DOES_ZH = /[来打说要约见再联回访给发签认加遇碰介推询问想需看开建录]/u;
/** Every word of it is written large, but for what leads to a name. */
const NAME_EN =
  /^(?:(?:contact(?: person)?(?: is)?|from|at|of|with|and|called|named|de|van|von) )*(?:\p{Lu}|\d)[\p{L}\d&.'’-]*(?: (?:(?:from|at|of|with|and|de|van|von|the|&) )*(?:\p{Lu}|\d)[\p{L}\d&.'’-]*)*$/u;

/** 联系人周五一: said to be a name. */
const NAMED_ZH = /^(?:联系人|对接人|负责人)(?:是|叫)?\p{Script=Han}{2,4}$/u;

/** What is told about somebody, the days in it sorted out: those of a name put back as words, clauses of what is to come set aside. */
export type Told = { text: string; notes: string[] };

/**
 * A day tells when something is only in a place of its own: 明日科技, 周一鸣 and Sunday Riley are names, and 下周三再联系 is a remark that
 * keeps its day.
 */
export function withDaysOfNames(utterance: Utterance, told: string): Told {
  const notes: string[] = [];
  let isFirst = true;
  const text = told
    .split(APART)
    .map((piece) => {
      const bare = trimmed(piece.replace(DAYS, ' '));
      const words = trimmed(wordsOf(utterance, piece));
      const isPlace = isFirst && words !== '';
      isFirst &&= words === '';
      if (!DAY.test(piece)) {
        return piece;
      }
      if (ALONE.test(bare)) {
        return piece.replace(DAYS, '，');
      }
      if (isNameOfDays(words, isPlace)) {
        return words;
      }
      if (!isPlace && isToCome(utterance, piece)) {
        notes.push(words);
        return '，';
      }
      return piece.replace(DAYS, '，');
    })
    .join('');
  return { text, notes };
}

function isNameOfDays(words: string, isPlace: boolean): boolean {
  if (!/\p{Script=Han}/u.test(words)) {
    return NAME_EN.test(words) || (isPlace && isCompanyLike(words));
  }
  return !/[的了]/u.test(words) && (isCompanyLike(words) || NAMED_ZH.test(words) || (isPlace && !DOES_ZH.test(words)));
}

function isToCome(utterance: Utterance, piece: string): boolean {
  const day = firstSlot(utterance, 'day', piece)?.future;
  return day !== undefined && (dayOfSpan(day, 'future') ?? day.from) > utterance.today;
}
