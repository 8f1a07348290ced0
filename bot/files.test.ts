import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCustomer } from '../core/customers/add-customer.ts';
import { rememberAnswer } from '../core/files/file-desk.ts';
import { openOpportunity } from '../core/opportunities/open-opportunity.ts';
import { openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany, type PersonKey } from '../test/support/company.ts';
import type { FileRef } from './contract.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let acme: string;
let deal: string;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, '2026-05-20T10:00:00+08:00');
  talk = openChat(company);
  const customer = await company.as('li', (core) => addCustomer(core, { name: '华星电子有限公司' }));
  deal = (await company.as('li', (core) => openOpportunity(core, { customerId: customer.id, name: '传感器项目' }))).id;
  acme = (await company.as('jim', (core) => addCustomer(core, { name: 'Acme Corporation' }))).id;
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

function fileRef(name: string, content: string = randomUUID(), id: string = randomUUID()): FileRef {
  return { id, name, handle: Buffer.from(content).toString('base64') };
}

const sends = (key: PersonKey, text: string, ...files: FileRef[]) =>
  talk.as(key).does({ kind: 'message', text, files });

const countFiles = async () => {
  const { rows } = await company.database.pool.query<{ n: number }>('SELECT count(*)::int AS n FROM files');
  return rows[0]?.n;
};

describe('a file with words', () => {
  it.each<[PersonKey, string, string]>([
    ['li', '把这个文件存到华星电子', '已存到 华星电子有限公司'],
    ['li', '这是华星的会议纪要', '已存到 华星电子有限公司'],
    ['li', '华星电子', '已存到 华星电子有限公司'],
    ['li', '/crm 存文件 传感器项目', '已存到 传感器项目 · 华星电子有限公司'],
    ['jim', 'minutes for Acme', 'Saved to Acme Corporation'],
    ['jim', 'save this file to Acme', 'Saved to Acme Corporation'],
    ['jim', 'show Acme', 'Saved to Acme Corporation'],
  ])('R27: of %s, “%s”, goes where they say, with Undo', async (key, text, title) => {
    const before = await countFiles();
    const said = await sends(key, text, fileRef('minutes.txt'));
    expect(said.card.title).toBe(title);
    expect(said.labels).toContain(key === 'li' ? '撤销' : 'Undo');
    expect(await countFiles()).toBe((before ?? 0) + 1);
    await said.press(key === 'li' ? '撤销' : 'Undo');
    expect(await countFiles()).toBe(before);
  });

  it('is put there and what the words tell is done, as one', async () => {
    const said = await sends('li', '今天拜访了华星电子，王总对报价基本满意', fileRef('现场.txt'));
    expect(said.text).toContain('已存到 华星电子有限公司');
    expect(said.text).toContain('已记录：华星电子有限公司');
    const before = await countFiles();
    await said.press('撤销');
    expect(await countFiles()).toBe((before ?? 0) - 1);
  });

  it('belongs to nobody the sender may not see', async () => {
    const said = await sends('jim', '这是华星的会议纪要', fileRef('a.txt'));
    expect(said.text).not.toContain('华星电子有限公司');
    expect(said.card.title).toBe('Where does this belong?');
  });
});

describe('a file without a word', () => {
  it('is asked about, with the records one was last at; a press puts it there', async () => {
    const asked = await sends('li', '', fileRef('合同.txt'));
    expect(asked.text).toContain('存到哪里？\n📎 合同.txt\n');
    expect(asked.labels).toEqual(['传感器项目 · 华星电子有限公司', '华星电子有限公司', '其他…']);
    expect((await asked.press('传感器项目 · 华星电子有限公司')).text).toContain(
      '已存到 传感器项目 · 华星电子有限公司\n📎 合同.txt — 1 KB',
    );
  });

  it('is carried by a form where it belongs to something else', async () => {
    const form = await (await sends('jim', '', fileRef('offer.txt'))).press('Another…');
    expect(form.text).toContain('📎 offer.txt');
    expect((await form.submit({ record: acme })).card.title).toBe('Saved to Acme Corporation');
  });

  it('R27: beneath a card of a record goes there at once', async () => {
    const place = { platform: 'slack', workspace: 'T1', place: 'D-li' };
    await rememberAnswer(company.database, { ...place, messageId: '100.1', entity: 'opportunity', recordId: deal });
    const file = fileRef('需求.txt');
    const under = {
      kind: 'message' as const,
      text: '',
      files: [file],
      beneath: { messages: ['100.1'], isThread: true },
    };
    expect((await talk.as('li').does(under)).card).toMatchObject({
      title: '已存到 传感器项目 · 华星电子有限公司',
      about: { entity: 'opportunity', recordId: deal },
    });
  });

  it('R27: beneath the card that asks for evidence is that evidence, and the deal moves on', async () => {
    const li = talk.as('li');
    await li.types('新商机 华星电子 --名称 样机 --金额 10万');
    await li.types('推进 样机 --阶段 需求确认');
    const blocked = await li.types('推进 样机 --阶段 方案报价');
    expect(blocked.text).toContain('• 本阶段的会议纪要或文件');
    const { entity = '', recordId = '' } = blocked.card.about ?? {};
    const place = { platform: 'slack', workspace: 'T1', place: 'D-li', messageId: '200.1' };
    await rememberAnswer(company.database, {
      ...place,
      entity: entity === 'opportunity' ? entity : 'customer',
      recordId,
    });
    const beneath = { messages: ['200.1'], isThread: true };
    const saved = await li.does({ kind: 'message', text: '', files: [fileRef('纪要.txt')], beneath });
    expect(saved.card.title).toBe('已存到 样机 · 华星电子有限公司');
    expect((await li.types('推进 样机 --阶段 方案报价')).card.title).toBe('样机: 需求确认 → 方案报价');
  });

  it('beneath a card of what its sender may not see is asked about', async () => {
    const under = { messages: ['100.1'], isThread: true };
    const said = await talk.as('jim').does({ kind: 'message', text: '', files: [fileRef('x.txt')], beneath: under });
    expect(said.card.title).toBe('Where does this belong?');
  });
});

describe('a form that takes no file', () => {
  it('says that it may simply be sent; the next file there is for it', async () => {
    const form = await talk.as('li').types('存文件 华星电子');
    expect(form.form.inputs.find(({ name }) => name === 'file')).toMatchObject({
      widget: 'file',
      placeholder: '请直接在本聊天中发送文件，我会自动存好。',
    });
    expect((await form.submit({})).text).toContain('请直接在本聊天中发送文件，我会自动存好。');
    expect((await sends('li', '', fileRef('后来.txt'))).card.title).toBe('已存到 华星电子有限公司');
    expect((await sends('li', '', fileRef('再后来.txt'))).card.title).toBe('存到哪里？');
  });

  it('waits for it no longer than ten minutes', async () => {
    await (await talk.as('li').types('存文件 华星电子')).submit({});
    await moveClock(company.database, '2026-05-20T10:12:00+08:00');
    await company.database.syncClock();
    expect((await sends('li', '', fileRef('太晚.txt'))).card.title).toBe('存到哪里？');
  });
});

describe('a form that takes one', () => {
  it('puts what was picked on its record', async () => {
    const { form } = await talk.as('jim').types('attach Acme');
    const files = { file: [fileRef('picked.txt'), fileRef('second.txt')] };
    const said = await talk.as('jim').does({
      kind: 'submit',
      command: form.command,
      hidden: form.hidden,
      values: { record: acme, file: '' },
      files,
    });
    expect(said.text).toContain('Saved to Acme Corporation\n📎 picked.txt — 1 KB\n📎 second.txt — 1 KB');
  });
});

describe('what is not kept', () => {
  it('is named with the reason, and what was kept goes on', async () => {
    const said = await sends('jim', 'for Acme', fileRef('tool.exe', 'MZ'), fileRef('good.txt'));
    expect(said.card.title).toBe('Saved to Acme Corporation');
    expect(said.text).toContain('tool.exe');
    expect(said.text).toContain('this is none of them');
  });

  it('alone is all there is to say', async () => {
    const said = await sends('li', '', fileRef('tool.exe', 'MZ'));
    expect(said.card).toMatchObject({ title: '文件没有保存', tone: 'warning' });
  });
});

it('lists the files of a record, of a customer also those of his opportunities', async () => {
  expect((await talk.as('li').says('华星电子的文件')).card.title).toBe('文件：华星电子有限公司');
  expect((await talk.as('jim').says("show Acme's files")).text).toContain('📎 picked.txt — 1 KB · Jim Green · ');
});

it('keeps one sent twice once', async () => {
  const file = fileRef('twice.txt', 'the same', 'F-1');
  await sends('jim', 'for Acme', file);
  const before = await countFiles();
  expect((await sends('jim', 'for Acme', file)).card.title).toBe('Already at Acme Corporation');
  expect(await countFiles()).toBe(before);
});
