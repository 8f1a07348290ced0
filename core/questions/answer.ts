import type { Day } from '../days.ts';
import type { Text } from '../text.ts';
import type { OpenMark } from '../tickets/open-mark.ts';
import type { Entity, Unit } from './catalogue/entity.ts';
import type { OnFile } from './on-file.ts';
import type { Period } from './period.ts';
import type { Question } from './question.ts';

/** What a measure came to. Money is whole minor units by currency, the largest sum first. */
export type Figure =
  | { unit: 'money'; sums: readonly { currency: string; minor: bigint }[] }
  | {
      unit: Exclude<Unit, 'money'>;
      /** Percent as 62.5; null where there was nothing to divide by. */
      value: number | null;
      /** Of a rate or an average: so much of so many. */
      part: number;
      whole: number;
    };

export type Figures = Readonly<Record<string, Figure>>;

export type AnswerGroup = {
  /** One for each of `groupBy`; empty is without a value. */
  keys: string[];
  labels: Text[];
  figures: Figures;
  /** The same of the period it is compared with. */
  before?: Figures;
};

/** One record of a list. */
export type AnswerLine = {
  id: string;
  name: string;
  /** What is opened: the record itself, or for a follow-up or a contact the customer. */
  opens: string | null;
  owner: string | null;
  amount: bigint | null;
  currency: string | null;
  on: Day | null;
  /** Of the customer behind it. */
  mark: OpenMark | null;
  /** Why it stands here, by the words of the fields that were asked. */
  why: readonly { key: string; n: number | null; limit: number | null }[] | null;
};

/** With its receipt: what was understood, how many rows were counted, and whose rows could be seen (R103). */
export type Answer = {
  /** Names have become ids. */
  question: Question;
  /** What it is about, as the catalogue has it for this company. */
  entity: Entity;
  /** What the ids and keys in its filters are called, by field. */
  names: Readonly<Record<string, readonly Text[]>>;
  /** Regions and industries that nothing among what the asker may see is on file as, with some that there are. */
  absent: readonly OnFile[];
  period: Period | undefined;
  before: { period: Required<Period>; totals: Figures } | undefined;
  totals: Figures;
  groups: AnswerGroup[];
  /** Of how many groups those are the first. */
  groupCount: number;
  lines: AnswerLine[];
  /** The field whose day a line shows. */
  lineDay: string | undefined;
  rows: number;
  /** How many people's rows the asker may see. */
  people: number;
  /** What was asked about and is only shown to the asker where it is his own (R84). */
  unseen: readonly Text[];
  /** The company's currency: what sums in filters are of. */
  currency: string;
};
