// What the commands for one of the company's own lists have in common: the whole list shown, one of it added or changed.

import type { Core } from '../../core/context.ts';
import { matchOwn, type OwnLine, type OwnTable, otherWordOf } from '../../core/names/own-words.ts';
import type { Text } from '../../core/text.ts';
import { offerInstead } from '../ask-back.ts';
import type { Card } from '../cards/card.ts';
import type { Prefill } from '../command.ts';
import type { Reply } from '../contract.ts';
import { choiceField, isOn, stillUsedField, textField } from '../fields/common.ts';
import { optional } from '../fields/field.ts';
import type { Viewer } from '../views/format.ts';
import { apartNote, otherWordCard, saying } from '../views/own-word.ts';
import { viewer } from '../views/viewer.ts';

type Find<Line> = (core: Core, options: { all: boolean }) => Promise<Line[]>;

type Said = {
  name: string;
  synonyms?: string | undefined;
  state?: 'on' | 'off' | undefined;
  apart?: 'yes' | undefined;
};

export const ownFields = (label: Text, { synonyms }: { synonyms: Text }) => ({
  name: textField(label, { positional: true }),
  nameZh: optional(textField({ en: 'Chinese name', zh: '中文名' })),
  nameEn: optional(textField({ en: 'English name', zh: '英文名' })),
  synonyms: optional(textField({ en: 'Other words', zh: '同义词' }, { example: synonyms })),
  state: stillUsedField(),
  /** Said where the name is another's word so far, and is to be one of its own. */
  apart: optional(
    choiceField(['yes'], { yes: { en: 'yes', zh: '是' } }, { en: 'Of its own', zh: '单列' }, { hidden: true }),
  ),
});

/** `command` changes one, which is called `noun`; `columns` are named as in `changes`; `held` is what a form holds of one besides its names. */
export function ownList<Line extends OwnLine>({
  table,
  command,
  noun,
  find,
  card,
  shownBy,
  columns = {},
  held = () => ({}),
}: {
  table: OwnTable;
  command: string;
  noun: Text;
  find: Find<Line>;
  card: (lines: readonly Line[], viewer: Viewer) => Card;
  shownBy: string;
  columns?: Readonly<Record<string, string>>;
  held?: (line: Line) => Prefill;
}) {
  const called = async (core: Core, said: string) => matchOwn(await find(core, { all: true }), said);
  const draw = async (core: Core, { inPlace = false, said = [] as string[] } = {}): Promise<Reply> => {
    return { kind: 'card', inPlace, card: saying(said, card(await find(core, { all: true }), viewer(core))) };
  };
  /** What is but another's word so far is that one's, or becomes one of its own: whoever says it decides which. */
  const decide = async (core: Core, { name, apart, was: _, ...rest }: Readonly<Record<string, unknown>>) => {
    const other = typeof name === 'string' && !apart ? otherWordOf(await find(core, { all: true }), name) : undefined;
    if (typeof name === 'string' && other) {
      const own = { en: `A ${noun.en} of its own`, zh: `单列为${noun.zh}` };
      const change = { en: `Change ${other.name.en}`, zh: `修改“${other.name.zh}”` };
      const input = { ...rest, name: other.name[core.actor.locale] };
      throw offerInstead(
        [
          { label: own, invocations: [{ command, input: { ...rest, name, apart: 'yes' }, via: 'form' }] },
          { label: change, invocations: [{ command, input, via: 'language' }] },
        ],
        (buttons, asking) => otherWordCard({ word: name, noun, other }, buttons, viewer(asking)),
      );
    }
  };
  return {
    changes: {
      table,
      record: 'name',
      rowOf: async (core: Core, said: string) => (await called(core, said))?.id ?? '',
      shownBy,
      isShownAmongAll: true,
      columns: { ...columns, state: 'active' },
    },
    /** Other words are added to those it has, so the form holds none. */
    async prefill(core: Core, known: Readonly<Record<string, unknown>>): Promise<Prefill> {
      await decide(core, known);
      const { name, apart } = known;
      const line = typeof name === 'string' && !apart ? await called(core, name) : undefined;
      return line
        ? { nameZh: line.name.zh, nameEn: line.name.en, ...held(line), state: line.isActive ? 'on' : 'off' }
        : {};
    },
    draw,
    /** Saves one of them and shows them all. */
    async keep<Input extends Said>(
      core: Core,
      input: Input,
      change: (core: Core, change: ReturnType<typeof toOwnChange<Input>>) => Promise<void>,
    ): Promise<Reply> {
      await decide(core, input);
      const other = input.apart ? await called(core, input.name) : undefined;
      await change(core, toOwnChange(input));
      await core.flush();
      const said = other ? [apartNote({ word: input.name, noun, other }, core.actor.locale)] : [];
      return draw(core, { inPlace: true, said });
    },
  };
}

const toOwnChange = <Input extends Said>({ synonyms, state, apart, ...input }: Input) => ({
  ...input,
  synonyms: synonyms?.split(/[,，、;；]+/u),
  isActive: isOn(state),
  isApart: isOn(apart),
});
