import { describe, expect, it } from 'vitest';
import { ownHits } from './own-names.ts';
import { readSentence } from './read-sentence.ts';
import type { NamePort, SentenceContext } from './reading.ts';
import { world } from './world.gold.ts';

const CONTEXT: SentenceContext = { today: '2026-05-13', locale: 'zh', currency: 'CNY' };
const LEADS = ['Gareth Lyle', 'Simon Achebe'].flatMap((name, at) =>
  name
    .toLowerCase()
    .split(' ')
    .concat(name.toLowerCase().replace(' ', ''))
    .map((key) => ({ kind: 'lead' as const, id: `lead${at}`, name, key })),
);
const port: NamePort = {
  lookUp: async (keys) => [
    ...(await world.lookUp(keys)),
    ...LEADS.filter(({ key }) => keys.includes(key)),
    ...ownHits([], keys),
  ],
};

async function read(sentence: string): Promise<string> {
  return JSON.stringify(await readSentence(sentence, CONTEXT, port));
}

describe('a sentence about somebody or some company that is not known', () => {
  it.each([
    ['Gareth Jones is not interested, no budget', 'Gareth Jones', 'Gareth Lyle'],
    ['gareth jones is not interested, no budget', 'gareth jones', 'Gareth Lyle'],
    ['Simon Miller is interested', 'Simon Miller', 'Simon Achebe'],
    ['tag Simon Baker as high intent', 'Simon Baker', 'Simon Achebe'],
    ['call Jim Brown tomorrow', 'Jim Brown', 'Jim Green'],
    ['Chidi Achebe is not interested, no budget', 'Chidi', 'Simon Achebe'],
    ['今天拜访了华星电气', '华星电气', '深圳市华星电子有限公司'],
    ['今天拜访了华星证券', '华星证券', '深圳市华星电子有限公司'],
    ['今天拜访了华星软件部署团队', '华星软件', '深圳市华星电子有限公司'],
    ['visited Acme Tech today', 'Acme Tech', 'Acme Corporation'],
    ['今天拜访了华星自动化', '华星自动化', '深圳市华星电子有限公司'],
    ['今天拜访了上海华星', '上海华星', '深圳市华星电子有限公司'],
    ['今天拜访了华星股份有限公司', '华星股份有限公司', '深圳市华星电子有限公司'],
    ['visited Acme Robotics', 'Acme Robotics', 'Acme Corporation'],
    ['visited Acme Holdings today', 'Acme Holdings', 'Acme Corporation'],
    ['visited Acme Kiln Works Inc today', 'Acme Kiln Works', 'Acme Corporation'],
    ['lost the Globex Foods deal', 'Globex Foods', 'Globex Corporation'],
  ])('R20: “%s” is not taken for one that is', async (sentence, said, other) => {
    const reading = await read(sentence);
    expect(reading).toContain(said);
    expect(reading).not.toContain(other);
  });

  it('R20: a given name nobody has heard of is one all the same', async () => {
    expect(await read('Chidi Achebe wants a demo on Friday')).toContain('Chidi Achebe');
    expect(await read('chidi achebe wants a demo on Friday')).toContain('chidi achebe');
    expect(await read('maybe achebe is not interested')).toContain('Simon Achebe');
    expect(await read('guess achebe is not interested')).toContain('Simon Achebe');
  });

  it.each([
    ['Gareth is not interested, no budget', 'Gareth Lyle'],
    ['Gareth Lyle is not interested', 'Gareth Lyle'],
    ['gareth really is interested', 'Gareth Lyle'],
    ['Lyle is not interested', 'Gareth Lyle'],
    ['Saw Lyle today, wants a demo', 'Gareth Lyle'],
    ['Drop Achebe', 'Simon Achebe'],
    ['Rang Achebe, no answer', 'Simon Achebe'],
    ['Return Achebe to the pool', 'Simon Achebe'],
    ['tag Simon as high intent', 'Simon Achebe'],
    ['今天拜访了华星', '深圳市华星电子有限公司'],
    ['今天去深圳拜访了华星电子', '深圳市华星电子有限公司'],
    ['今天拜访了深圳华星', '深圳市华星电子有限公司'],
    ['今天拜访了华星公司', '深圳市华星电子有限公司'],
    ['今天拜访了华星电子有限公司', '深圳市华星电子有限公司'],
    ['gareth here is not interested', 'Gareth Lyle'],
    ['gareth once said no', 'Gareth Lyle'],
    ['今天拜访了华星证券部', '深圳市华星电子有限公司'],
    ['今天拜访了华星航空项目组', '深圳市华星电子有限公司'],
    ['今天拜访了华星仪器室', '深圳市华星电子有限公司'],
    ['今天拜访了华星银行对接人', '深圳市华星电子有限公司'],
    ['visited Acme tech today', 'Acme Corporation'],
    ['visited Acme today', 'Acme Corporation'],
    ['visited Acme Corp today', 'Acme Corporation'],
  ])('R20: “%s” is of the one that is known so', async (sentence, name) => {
    expect(await read(sentence)).toContain(name);
  });
});
