// What the commands for one of the company's own lists have in common: the whole list shown, one of it added or changed.

import type { Core } from '../../core/context.ts';
import { matchOwn, type OwnLine, type OwnTable } from '../../core/names/own-words.ts';
import type { Text } from '../../core/text.ts';
import type { Card } from '../cards/card.ts';
import type { Prefill } from '../command.ts';
import type { Reply } from '../contract.ts';
import { isOn, stillUsedField, textField } from '../fields/common.ts';
import { optional } from '../fields/field.ts';
import type { Viewer } from '../views/format.ts';
import { viewer } from '../views/viewer.ts';

type Find<Line> = (core: Core, options: { all: boolean }) => Promise<Line[]>;

type Said = { synonyms?: string | undefined; state?: 'on' | 'off' | undefined };

export const ownFields = (label: Text, { synonyms }: { synonyms: Text }) => ({
  name: textField(label, { positional: true }),
  nameZh: optional(textField({ en: 'Chinese name', zh: '中文名' })),
  nameEn: optional(textField({ en: 'English name', zh: '英文名' })),
  synonyms: optional(textField({ en: 'Other words', zh: '同义词' }, { example: synonyms })),
  state: stillUsedField(),
});

/** `columns` are named as in `changes`; `held` is what a form holds of one besides its names. */
export function ownList<Line extends OwnLine>({
  table,
  find,
  card,
  shownBy,
  columns = {},
  held = () => ({}),
}: {
  table: OwnTable;
  find: Find<Line>;
  card: (lines: readonly Line[], viewer: Viewer) => Card;
  shownBy: string;
  columns?: Readonly<Record<string, string>>;
  held?: (line: Line) => Prefill;
}) {
  const called = async (core: Core, said: string) => matchOwn(await find(core, { all: true }), said);
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
    async prefill(core: Core, { name }: Readonly<Record<string, unknown>>): Promise<Prefill> {
      const line = typeof name === 'string' ? await called(core, name) : undefined;
      return line
        ? { nameZh: line.name.zh, nameEn: line.name.en, ...held(line), state: line.isActive ? 'on' : 'off' }
        : {};
    },
    async draw(core: Core, { inPlace = false } = {}): Promise<Reply> {
      return { kind: 'card', inPlace, card: card(await find(core, { all: true }), viewer(core)) };
    },
  };
}

export const toOwnChange = <Input extends Said>({ synonyms, state, ...input }: Input) => ({
  ...input,
  synonyms: synonyms?.split(/[,，、;；]+/u),
  isActive: isOn(state),
});
