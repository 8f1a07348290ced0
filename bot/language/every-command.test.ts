import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { everyCommand } from '../commands/index.ts';

/** Commands that no sentence asks for, each with what is said or done instead. */
const WITHOUT: Readonly<Record<string, string>> = {
  'question.ask': 'its questions are read as such: every gold question is one',
  'visit.place': 'a place or a picture is sent, and the words go with the check-in',
  'template.apply': 'its template is asked for, whose card applies it after showing what it brings',
  'admin.object': 'its fields are a list: the page of kinds is asked for, which opens the form',
};

type Gold = readonly (readonly [sentence: string, expected: string, ...unknown[]])[];

const isGold = (list: unknown): list is Gold =>
  Array.isArray(list) && list.every((each) => Array.isArray(each) && each.every((part) => typeof part === 'string'));

/** The commands that the gold sentences are read as, by the language they are said in. */
async function commandsSaid(): Promise<{ zh: Set<string>; en: Set<string> }> {
  const said = { zh: new Set<string>(), en: new Set<string>() };
  for (const file of readdirSync(import.meta.dirname).filter((each) => /(?<!world|written)\.gold\.ts$/.test(each))) {
    const lists: Record<string, unknown> = await import(path.join(import.meta.dirname, file));
    for (const [sentence, expected] of Object.values(lists).filter(isGold).flat()) {
      const language = /\p{Script=Han}/u.test(sentence) ? said.zh : said.en;
      for (const invocation of expected.split(' + ')) {
        language.add(invocation.split('|')[0] ?? '');
      }
    }
  }
  return said;
}

it('R102: every command but a few is asked for by a sentence, in Chinese and in English', async () => {
  const { zh, en } = await commandsSaid();
  const unsaid = everyCommand().flatMap(({ name, isInternal }) =>
    isInternal || (zh.has(name) && en.has(name)) ? [] : [name],
  );
  expect(unsaid.sort()).toEqual(Object.keys(WITHOUT).sort());
});
