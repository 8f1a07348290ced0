/**
 * Platform-neutral cards. A card is written for one reader, in his language; adapters render every node within their
 * platform's limits. A plain string is always plain text: adapters escape it, so nobody's words can mention or link.
 */
export type Card = {
  title: string;
  tone?: Tone;
  body: CardNode[];
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
  | { type: 'records'; records: { title: Rich; detail?: Rich; buttons?: Button[] }[] }
  | { type: 'divider' }
  | { type: 'actions'; buttons: Button[] }
  | { type: 'form'; form: Form };

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
  value?: string;
  placeholder?: string;
  /** For `choice` only. */
  options?: { label: string; value: string }[];
  error?: string;
};

/** `line` takes whatever a person types (amounts and names too); the command's field reads it. */
export type Widget = 'line' | 'paragraph' | 'date' | 'choice';

/** The form of a card, where it has one: at most one a card. */
export function formOf(card: Card): Form | undefined {
  for (const node of card.body) {
    if (node.type === 'form') {
      return node.form;
    }
  }
  return undefined;
}
