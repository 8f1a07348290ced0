import type { Core } from '../../core/context.ts';
import type { Text } from '../../core/text.ts';

export type Candidate = {
  id: string;
  label: string;
  /** More was said than is part of its name: it is offered, never taken. */
  isGuess?: boolean;
  /** Somebody there is called so: whoever had to do with him had to do with the customer. */
  isByContact?: boolean;
};

export type Instead = { label: Text; command: string; input: Record<string, string> };

export type RecordKindRule = {
  name: Text;
  placeholder: Text;
  /** Whom a mention may mean, among what the actor may see: none, the one, or several to choose from. */
  find(core: Core, mention: string): Promise<Candidate[]>;
  /** What a record is called that is already known by its id; undefined when the actor may not see it. */
  label?(core: Core, id: string): Promise<string | undefined>;
  /** The few the actor is most likely to mean, offered before he types. */
  recent?(core: Core): Promise<Candidate[]>;
  /** Found by its customer too: beside a customer who is known, his own are offered. */
  isOfCustomer?: true;
  /** Everything there is to choose, where that is little; `mention` is what was said and means none of it. */
  options?(core: Core, mention?: string): Promise<Candidate[]>;
  /** Of several that stand already those by their names, though they may not be chosen any more. */
  held?(core: Core, value: string): Promise<Candidate[]>;
  /** The command that makes a new one, offered when nothing is found. */
  createdBy?: { command: string; field: string };
  /** What somebody may want instead, offered when nothing is found; `input` is what was said besides. */
  instead?(core: Core, mention: string, input: Readonly<Record<string, unknown>>): Promise<Instead[]>;
  /** What is said when nothing is found, where more is known than that. */
  absent?(core: Core, mention: string): Promise<Text | undefined>;
  /** How a mention is told that was put together of what was said. */
  told?(core: Core, mention: string): Text | undefined;
};
