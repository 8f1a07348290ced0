import { describe, expect, it } from 'vitest';
import { readSentence } from './read-sentence.ts';
import type { NamePort, SentenceContext } from './reading.ts';
import { world } from './world.gold.ts';

const CONTEXT: SentenceContext = { today: '2026-05-13', locale: 'zh', currency: 'CNY' };
const port: NamePort = {
  lookUp: async (keys) => [
    ...(await world.lookUp(keys)),
    ...['simon', 'achebe', 'simonachebe']
      .filter((key) => keys.includes(key))
      .map((key) => ({ kind: 'lead' as const, id: 'lead9', name: 'Simon Achebe', key })),
  ],
};
const read = async (sentence: string, named = {}) =>
  JSON.stringify(await readSentence(sentence, { ...CONTEXT, named }, port));

describe('a sentence that only looks like another', () => {
  it.each(['Saw Achebe today, wants a demo', 'Rang Achebe, no answer', 'Convert Achebe', 'Left Achebe a voicemail'])(
    'R1 R7 R102: its first word is nobody’s given name: %s',
    async (sentence) => {
      expect(await read(sentence)).toContain('Simon Achebe');
    },
  );

  it.each(['我今天做什么', '我今天干什么', '我这周做什么', '李雷的电话', '李雷明天的拜访', "Jim's meetings tomorrow"])(
    'R35 R102: asks nothing of what was logged: %s',
    async (sentence) => {
      expect(await read(sentence)).not.toContain('"entity":"activity"');
    },
  );

  it.each(['我今天做了什么', '我最近在忙什么', '李雷今天干了什么', 'what did Jim do today'])(
    'R35 R102: asks what was logged: %s',
    async (sentence) => {
      expect(await read(sentence)).toContain('"entity":"activity"');
    },
  );

  it.each(['leads for last month', 'leads for yesterday', 'show leads for this month', '上周要跟进的线索'])(
    'R8 R102: a time that is over or runs is none to follow up by: %s',
    async (sentence) => {
      expect(await read(sentence)).not.toContain('"which":"due"');
    },
  );

  it.each(['leads for today', 'leads for tomorrow', 'leads for Friday', '今天要跟进的线索'])(
    'R8 R102: is for a day to come: %s',
    async (sentence) => {
      expect(await read(sentence)).toContain('"which":"due"');
    },
  );

  it.each([
    '最大的单子谁负责',
    '卡住的单子是谁的',
    '没有跟进的商机是谁的',
    '谈判阶段的单子谁在跟',
    '北京的项目谁在跟',
    '逾期的单子谁负责',
  ])('R32 R102: describes deals and names none: %s', async (sentence) => {
    expect(await read(sentence)).not.toContain('opportunity.show');
  });

  it.each([
    '要投标的项目有哪些',
    '正在投标的项目',
    '参与投标的商机',
    'won deals against last quarter',
    'deals against target',
    'deals where Siemens is not competing',
  ])('R24 R102: names no competitor: %s', async (sentence) => {
    expect(await read(sentence)).not.toContain('"competitor"');
  });

  it.each(['明天提醒我，合同到期前30天通知客户', '周五前提醒我报价满3天的客户要通知'])(
    'R30 R102: is for one’s own list: %s',
    async (sentence) => {
      expect(await read(sentence)).toContain('task.add');
    },
  );

  it.each([
    '我们要记录客户的反馈',
    '我要跟踪客户的回款',
    "I want to record the client's feedback",
    "I need to track the customer's shipment",
  ])('R22 R102: opens no admin’s page: %s', async (sentence) => {
    expect(await read(sentence)).not.toContain('admin.objects');
  });

  it.each(['给华星开个商机，下周要方案，20万', 'new deal Acme 50k, call them tomorrow'])(
    'R24 R102: names no deal by what is to be done: %s',
    async (sentence) => {
      const said = await read(sentence);
      expect(said).toContain('opportunity.open');
      expect(said).not.toContain('"name":');
      expect(said).toContain('"closeOn":');
    },
  );

  it.each(['打电话给“华星”', '联系“华星电子”', 'call “Acme”'])(
    'R16 R102: a customer is no list: %s',
    async (sentence) => {
      expect(await read(sentence)).not.toContain('"segment"');
    },
  );

  it.each(['华星报价28万', '报价28万', 'Acme price is 80k'])(
    'R24 R102: changes no deal’s amount: %s',
    async (sentence) => {
      expect(await read(sentence)).not.toContain('opportunity.change');
    },
  );

  it.each(['who owns it', 'who is working on it', '这个谁负责'])(
    'R32 R102: right after a lead is about it: %s',
    async (sentence) => {
      expect(await read(sentence, { lead: 'Simon Achebe' })).toMatch(/lead\.show.*Simon Achebe/);
      expect(await read(sentence, { deal: 'Press line' })).toContain('Press line');
    },
  );
});
