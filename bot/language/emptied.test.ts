import { describe, expect, it } from 'vitest';
import { readSentence, type SentenceContext } from './index.ts';
import { world } from './world.gold.ts';
import { sorted, written } from './written.gold.ts';

const context: SentenceContext = { today: '2026-05-13', locale: 'zh', currency: 'CNY' };
const read = (sentence: string) => readSentence(sentence, context, world);

const STAR = '深圳市华星电子有限公司';

describe('a field that is to hold nothing any more (R12, R102)', () => {
  it.each([
    ['把华星的电话清空', `customer.change|customer=${STAR}|phone=-`],
    ['把华星电子的电话删掉', `customer.change|customer=${STAR}|phone=-`],
    ['删掉华星的地址', `customer.change|customer=${STAR}|address=-`],
    ['麻烦清空一下华星的行业', `customer.change|customer=${STAR}|industry=-`],
    ['华星的公司电话不要了', `customer.change|customer=${STAR}|phone=-`],
    ["clear Acme's phone", 'customer.change|customer=Acme Corporation|phone=-'],
    ["please remove Acme's address", 'customer.change|customer=Acme Corporation|address=-'],
    ['delete the phone number of Acme', 'customer.change|customer=Acme Corporation|phone=-'],
    ['remove the region from Globex', 'customer.change|customer=Globex Corporation|region=-'],
    ['把王建国的邮箱删了', 'lead.change|lead=王建国|email=-'],
    ['清空王建国的来源', 'lead.change|lead=王建国|source=-'],
    ["remove Mary Major's company", 'lead.change|lead=Mary Major|company=-'],
    ['clear the e-mail of Mary Major', 'lead.change|lead=Mary Major|email=-'],
    ['把华星王总的电话清空', `contact.change|contact=王总 · ${STAR}|phone=-`],
    ['把孙晓岚的职务去掉', 'contact.change|contact=孙晓岚|title=-'],
    ["Remove Bob Stone's e-mail", 'contact.change|contact=Bob Stone|email=-'],
    ['remove the title of Bob Stone at Acme', 'contact.change|contact=Bob Stone · Acme Corporation|title=-'],
    ['把华星的金额清空', `opportunity.change|opportunity=${STAR}|amount=-`],
    ['华星那个单子的预计成交日期去掉', `opportunity.change|opportunity=${STAR}|closeOn=-`],
    ['清空华星商机的签约日期', `opportunity.change|opportunity=${STAR}|closeOn=-`],
    ["remove the close date of Acme's deal", 'opportunity.change|opportunity=Acme Corporation|closeOn=-'],
    ["clear Acme's close date", 'opportunity.change|opportunity=Acme Corporation|closeOn=-'],
    ['clear the amount on the Acme deal', 'opportunity.change|opportunity=Acme Corporation|amount=-'],
    ['把发合同任务的截止日期清掉', 'task.change|task=发合同|due=-'],
    ['去掉发合同这个任务的截止时间', 'task.change|task=发合同|due=-'],
    ['remove the due date of the contract task', 'task.change|task=contract|due=-'],
    ['clear the contract task’s deadline', 'task.change|task=contract|due=-'],
  ])('%s', async (sentence, expected) => {
    expect(written(await read(sentence))).toBe(sorted(expected));
  });

  it.each([
    '清空华星',
    '删掉华星',
    '删除所有客户的电话',
    '把华星的名字清空',
    '把所有商机的金额清空',
    '要不要把华星的电话清空',
    '华星的电话清空了吗',
    'delete Acme',
    'clear everything',
    'delete all phone numbers',
    "remove Acme's name",
    "should I clear Acme's phone",
    'remove the deal of Acme',
    '取消华星的拜访',
    "we cleared Acme's phone bill",
  ])('is nothing that “%s” says', async (sentence) => {
    expect(written(await read(sentence))).not.toMatch(/=-(?:\||$)/u);
  });
});
