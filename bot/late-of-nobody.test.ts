import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let zhang: Chat;
let tom: Chat;

beforeAll(async () => {
  company = await openCompany();
  talk = openChat(company);
  [zhang, tom] = [talk.as('zhang'), talk.as('tom')];
  await talk.as('li').types('新线索 高飞 --公司 飞鸟科技');
  await talk.as('jim').types('lead add "Mary Major"');
  await company.database.pool.query(
    "UPDATE leads SET created_at = created_at - interval '20 days', given_at = given_at - interval '20 days'",
  );
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

describe('the late leads of a colleague (R5)', () => {
  it.each(['李雷的超时线索', '李雷有哪些线索超时了', '李雷还有哪些超时线索'])('are listed: %s', async (sentence) => {
    const said = await zhang.says(sentence);
    expect(said.card.title).toContain('李雷：响应超时的线索');
    expect(said.text).toContain('高飞');
  });

  it.each(["Jim's late leads", "which of Jim's leads are late?", 'late leads of Jim', 'overdue leads of Jim Green'])(
    'are listed: %s',
    async (sentence) => {
      expect((await tom.says(sentence)).card.title).toContain('Jim Green: Not answered in time');
    },
  );

  it('and one’s own', async () => {
    expect((await talk.as('li').says('我的超时线索')).text).toContain('高飞');
    expect((await talk.as('jim').says('my late leads')).text).toContain('Mary Major');
  });
});

describe('the late leads of somebody nobody knows (R5)', () => {
  it.each(['李红的超时线索', '李红超时的线索', '李红有哪些线索超时了'])('are those of no one: %s', async (sentence) => {
    const said = await zhang.says(sentence);
    expect(said.text).toContain('没有找到同事“李红”');
    expect(said.labels).toEqual(['李雷的超时线索', '韩梅梅的超时线索', '全部超时线索']);
    expect((await said.press('李雷的超时线索')).text).toContain('高飞');
  });

  it.each([
    "Dave's late leads",
    'late leads of Dave',
    "which of Dave's leads are late?",
    'leads of Dave that are late',
  ])('are those of no one: %s', async (sentence) => {
    const said = await tom.says(sentence);
    expect(said.text).toContain('I found no colleague called “Dave”');
    expect(said.labels).toContain('All late leads');
    expect((await said.press('All late leads')).card.title).toContain('Not answered in time');
  });

  it('are handed on only where it is said whose', async () => {
    const said = await zhang.says('把李红超时的线索都转给韩梅梅');
    expect(said.text).toContain('没有叫“李红”的同事');
    const choices = JSON.stringify(said.form.inputs.find(({ name }) => name === 'leads'));
    expect(choices).toContain('李雷的超时线索（1）');
    const english = await tom.types('assign several "Dave overdue" "Tom Brown"');
    expect(english.text).toContain('No colleague here is called “Dave”');
    const { rows } = await company.database.pool.query('SELECT count(*)::int AS n FROM leads WHERE owner_id = $1', [
      company.actor('han').userId,
    ]);
    expect(rows).toEqual([{ n: 0 }]);
  });
});
