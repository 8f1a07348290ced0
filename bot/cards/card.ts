import type { RecordRef } from '../../core/files/record.ts';
/**
 * Platform-neutral cards. A card is written for one reader, in his language; adapters render every node within their
 * platform's limits. A plain string is always plain text: adapters escape it, so nobody's words can mention or link.
 */
export type Card = {
  title: string;
  tone?: Tone;
  body: CardNode[];
  /** The record it shows: a file sent beneath it belongs there. */
  about?: RecordRef;
  /**
   * The press that draws this card anew for whoever looks at it: an approver's buttons are not an onlooker's. Platforms
   * that can show each his own (Teams) press it by themselves; elsewhere the card stands as it was drawn.
   */
  ownView?: Pick<Button, 'command' | 'input'>;
};

export type Tone = 'info' | 'good' | 'warning' | 'bad';

export type Span = string | { bold: string } | { link: string; label: string };
export type Rich = string | readonly Span[];

export type CardNode =
  | { type: 'text'; text: Rich; muted?: boolean }
  | { type: 'heading'; text: string }
  | { type: 'facts'; facts: { label: string; value: Rich }[] }
  | { type: 'table'; columns: string[]; rows: string[][] }
  /** Records one below the other, each with its own buttons. */
  | { type: 'records'; records: ListedRecord[] }
  /** How far something is: `value` from 0 to 1, `text` the same in words ("¥1.2m of ¥3m"). */
  | { type: 'progress'; label: string; value: number; text: string }
  /** Reached by anybody who has the address, so never anything confidential. */
  | { type: 'image'; url: string; alt: string }
  /** `picture` is the platform's own handle of a drawing of it; adapters put it there, views never do. `isTabled`: a table beneath says the same. */
  | { type: 'chart'; chart: Chart; picture?: string; isTabled?: true }
  | { type: 'board'; board: Board; picture?: string }
  | { type: 'divider' }
  /** `more` stands behind an overflow menu where the platform has one. */
  | { type: 'actions'; buttons: Button[]; more?: Button[] }
  | { type: 'form'; form: Form };

export type ListedRecord = { title: Rich; detail?: Rich; buttons?: Button[]; more?: Button[] };

/** What can be drawn. */
export type PictureNode = Extract<CardNode, { type: 'chart' | 'board' }>;

/** Figures to see. A platform without charts of its own shows a picture, or a table where it cannot show that. */
export type Chart = {
  title: string;
  shape: 'bar' | 'line' | 'area' | 'pie';
  /** Stands at the axis: a currency, "deals". */
  unit: string;
  categories: string[];
  /** The first day of each, where they are stretches of time. */
  days?: string[];
  /** One point a category, in their order; a pie has one series. `text` is the figure as a person reads it. */
  series: { name: string; points: { value: number; text: string }[] }[];
};

/** Columns of small cards, as a stage board: a picture where the platform can show one, else lists. */
export type Board = {
  title: string;
  columns: { title: string; detail: string; cards: { title: string; detail: string; tone?: Tone }[] }[];
};

/** A press is an invocation: the command by name and ids as its input; never an amount or a role. */
export type Button = {
  label: string;
  command: string;
  input: Readonly<Record<string, unknown>>;
  style?: 'primary' | 'danger';
  /** Asked before it is sent. */
  confirm?: { title: string; text: string; yes: string; no: string };
};

/** The fields of one command, holding what is known and saying what is wrong. */
export type Form = {
  command: string;
  /** Carried along unseen: ids, a pending action, a version. */
  hidden: Readonly<Record<string, unknown>>;
  inputs: Input[];
  submit: string;
};

export type Input = {
  name: string;
  label: string;
  widget: Widget;
  required: boolean;
  /** As the field reads it; for `choices` several, separated by commas. */
  value?: string;
  /** For `file`: what stands there where none can be picked. */
  placeholder?: string;
  /** For `choice` and `choices`; for `record` and `person` those worth offering before anything is typed. */
  options?: Option[];
  /** For `record` and `person`: what `Lookup` asks for while somebody types. */
  source?: string;
  error?: string;
};

/** Option values hold no comma. */
export type Option = { label: string; value: string };

/**
 * `line` takes whatever a person types (amounts and names too); the command's field reads it. `record` and `person` are
 * chosen from what the server finds while one types, and are a `line` where the platform cannot ask. `datetime` holds
 * `YYYY-MM-DD HH:MM` on the person's own clock, or words where a sentence brought them. A `file` is picked where the
 * platform lets a form do so; elsewhere its placeholder stands there, which says that it may simply be sent.
 */
export type Widget =
  | 'line'
  | 'paragraph'
  | 'number'
  | 'date'
  | 'datetime'
  | 'choice'
  | 'choices'
  | 'person'
  | 'record'
  | 'file';

/** The form of a card, where it has one: at most one a card. */
export function formOf(card: Card): Form | undefined {
  for (const node of card.body) {
    if (node.type === 'form') {
      return node.form;
    }
  }
  return undefined;
}
