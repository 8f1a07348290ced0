import type { z } from 'zod';
import type { Role } from '../core/actor.ts';
import type { ChangedTable } from '../core/changes/last-changes.ts';
import type { Core } from '../core/context.ts';
import type { Text } from '../core/text.ts';
import type { Reply } from './contract.ts';
import { wasField } from './fields/common.ts';
import type { Invocation } from './invocation.ts';

export { ADMIN, EVERYBODY, SELLERS } from '../core/actor.ts';

/**
 * One thing a person can ask for. The slash grammar, the form, the help, the model's tool and the permission check are
 * all derived from this; nothing about a command is written twice.
 */
export type Command<Name extends string = string, Shape extends z.core.$ZodShape = z.core.$ZodShape> = {
  /** Stable id, `noun.verb`: the button's target, the tool's name, the audit entry. */
  readonly name: Name;
  /** Words after `/crm` in both languages; the first of each is the one help shows. */
  readonly words: { readonly en: readonly [string, ...string[]]; readonly zh: readonly [string, ...string[]] };
  readonly summary: Text;
  /** What its form's button says; left out where the summary is short enough to say it. */
  readonly submit?: Text;
  /** Complete lines a person could type. The contract test runs every one. */
  readonly examples: { readonly en: readonly string[]; readonly zh: readonly string[] };
  /** `log` is done at once from a sentence, with Undo; `write` from a sentence is confirmed on its form first. */
  readonly effect: 'read' | 'log' | 'write';
  /** Who may run it. Which rows they may touch is the database's business. */
  readonly allow: readonly Role[];
  /** False for what cannot be taken back: decisions, sends. */
  readonly undoable?: boolean;
  /** True where all that could be set is optional: with none of it given, its form comes instead of nothing happening. */
  readonly asksWhenEmpty?: boolean;
  /** What its form holds before anybody types, given what it is about. Throws where there is no point in asking any more. */
  prefill?(core: Core, known: Readonly<Record<string, unknown>>): Promise<Prefill>;
  /**
   * The record that its form changes: the form carries what it showed (`was`, which `defineCommand` adds), only what the
   * person changed is saved, and where somebody else changed the same meanwhile both values are shown first.
   */
  readonly changes?: {
    readonly table: ChangedTable;
    /** The field that says which; none where there is only one, or its key or name in place of the row's id. */
    readonly record?: string;
    /** Of a line of that record, the field that says which of them. */
    readonly line?: string;
    /** True of lines that are all there from the start: whoever says which and how is not told that there is one. */
    readonly isAlwaysThere?: boolean;
    /** Undefined where there is none. */
    rowOf?(core: Core, said: string, line?: string): Promise<string | undefined>;
    /** The command that shows it, by the same field, or among all others by none. */
    readonly shownBy: string;
    readonly isShownAmongAll?: boolean;
    /** What a field is called in the table, where that is not its own name; several columns where it is kept in several. */
    readonly columns?: Readonly<Record<string, string | readonly string[]>>;
  };
  /**
   * The record that its deed moves on, by the field that says which; its form carries how that stood when it was drawn, in
   * hidden fields, so that `run` can tell who was faster; of several records, the moment it was drawn at.
   */
  readonly stands?:
    | {
        readonly record: string;
        read(core: Core, id: string): Promise<Readonly<Record<string, unknown>>>;
      }
    | { readonly moment: string };
  /** What it would come to, said above its form. Whoever gives it nothing but what it is about is shown that first. */
  preview?(core: Core, known: Readonly<Record<string, unknown>>): Promise<Text[]>;
  /** Shown of a sentence instead of the form to confirm it, where confirming could lead to nothing else. Writes nothing. */
  foresees?(core: Core, input: z.output<z.ZodObject<Shape>>): Promise<Reply | undefined>;
  /** What is still missing, by field, once everything typed could be read. */
  wants?(core: Core, input: z.output<z.ZodObject<Shape>>): Promise<Readonly<Record<string, Text>>>;
  /**
   * The command as what it is about has it, where its fields are data: what was typed is read, judged and done by that one
   * instead. Undefined as long as it is not clear what it is about.
   */
  tailor?(
    core: Core,
    invocation: Invocation,
  ): Promise<{ command: Command; input: Record<string, unknown> } | undefined>;
  /** Fields that its form does not ask for, given what is known; not looked at where `prefill` has said which (`unseen`). */
  hides?(core: Core, known: Readonly<Record<string, unknown>>): Promise<readonly string[]>;
  /** True where the answer holds nothing but what every member of a channel may see; else it is for the asker alone (R104). */
  readonly isPublic?: boolean;
  /** Left out of help: reached by buttons only. */
  readonly isInternal?: boolean;
  readonly input: z.ZodObject<Shape>;
  run(core: Core, input: z.output<z.ZodObject<Shape>>): Promise<Reply>;
};

/**
 * Values by field, as the record was read for the person, null where there is none; `unseen` as it came with them. What is only
 * `offered` stands nowhere yet: sent as it is, it is saved.
 */
export type Prefill = Record<string, unknown> & {
  unseen?: readonly string[];
  offered?: Readonly<Record<string, unknown>>;
};

export function defineCommand<const Name extends string, Shape extends z.core.$ZodShape>(
  command: Command<Name, Shape>,
): Command<Name, Shape>;
export function defineCommand(command: Command): Command {
  return command.changes && !('was' in command.input.shape)
    ? { ...command, input: command.input.extend({ was: wasField({ isCarried: true }) }) }
    : command;
}
