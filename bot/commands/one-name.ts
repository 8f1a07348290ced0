// What is called something in both languages may be named in one of them only: who works in one has no other name for it.

import type { Core } from '../../core/context.ts';
import { DomainError } from '../../core/errors.ts';
import { bothNames } from '../../core/names/both-names.ts';
import type { Text } from '../../core/text.ts';

type Said = Parameters<typeof bothNames>[1];

const NAMELESS: Text = {
  en: 'What is it called? One name will do; in the other language it is called the same.',
  zh: '叫什么名称？填一个即可，另一种语言沿用它。',
};

/** Asks for the name in one's own language where there is none. */
export async function wantsName({ actor }: Core, said: Said): Promise<Record<string, Text>> {
  return bothNames(undefined, said) ? {} : { [actor.locale === 'zh' ? 'nameZh' : 'nameEn']: NAMELESS };
}

export function nameOf(said: Said): Text {
  const name = bothNames(undefined, said);
  if (!name) {
    throw new DomainError('bad_input', 'no name', { say: NAMELESS });
  }
  return name;
}
