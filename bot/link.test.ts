import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openChat, type Said } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';
import { deskOf, runDue } from '../test/support/jobs.ts';
import { Messenger } from '../test/support/messenger.ts';

let company: Company;
let slack: ReturnType<typeof openChat>;
let feishu: ReturnType<typeof openChat>;

beforeEach(async () => {
  company = await openCompany();
  await moveClock(company.database, '2026-05-20T10:00:00+08:00');
  await company.database.pool.query(`UPDATE identities SET linked_at = '2026-01-05T09:00:00+08:00'`);
  slack = openChat(company);
  feishu = openChat(company, {
    platform: 'feishu',
    workspace: 'F1',
    profiles: {
      'f-li': { name: 'Lei', locale: 'zh-CN' },
      'f-tom': { name: 'Tom', locale: 'en-US' },
      'f-han': { name: 'Han', email: 'han@hualan.example' },
    },
  });
});
afterEach(async () => {
  await Promise.all([slack.close(), feishu.close()]);
  await company.close();
});

const codeOf = ({ text }: Said): string => /[A-Z]{4}-[2-9]{4}/.exec(text)?.[0] ?? '';

/** A code that is not the one given, whatever that is. */
const wrong = (code: string) => (code === 'ABCD-2345' ? 'ABCD-2346' : 'ABCD-2345');

/** Seen from the account linked first, every other one can be unlinked; the newest stands last. */
async function unlinkNewest({ card }: Said): Promise<void> {
  const buttons = card.body.flatMap((node) => (node.type === 'records' ? node.records : [])).at(-1)?.buttons ?? [];
  for (const button of buttons) await slack.as('han').presses(button);
}

/** As an admin, the account on Feishu. */
async function unlink({ card }: Said): Promise<Said | undefined> {
  const records = card.body.flatMap((node) => (node.type === 'records' ? node.records : []));
  const button = records.at(-1)?.buttons?.find(({ command }) => command === 'admin.unlink');
  return button && slack.as('admin').presses(button);
}

const linkLi = async () => feishu.as('f-li').says(codeOf(await slack.as('li').types('绑定')));

async function rows(sql: string): Promise<unknown[]> {
  return (await company.database.pool.query(sql)).rows;
}

describe('a code (R101)', () => {
  it('links whoever types it on another platform at once, though no e-mail is known there', async () => {
    const asked = await slack.as('li').types('绑定');
    expect(asked.text).toMatch(
      /^绑定另一个聊天工具\n在另一个聊天工具里对我发送：\n\[\{"bold":"绑定 [A-Z]{4}-[2-9]{4}"\}\]\n10:10 前有效，仅可使用一次。请勿转发：持有者即视为你本人。\n已绑定\nSlack — 当前 · /,
    );
    const linked = await feishu.as('f-li').says(`/crm link ${codeOf(asked).toLowerCase().replace('-', '')}`);
    expect(linked.text).toBe(
      '已绑定：李雷\n从现在起，你在这里看到的记录和历史与原来完全一致。\n[今天] [不是你？解除绑定]',
    );
    expect((await feishu.as('f-li').types('今天')).reply?.kind).toBe('card');
    expect(await rows(`SELECT user_id, platform, name FROM identities WHERE external_id = 'f-li'`)).toEqual([
      { user_id: company.actor('li').userId, platform: 'feishu', name: 'Lei' },
    ]);
    expect(await rows('SELECT FROM admissions')).toEqual([]);
  });

  it('works once, and for ten minutes', async () => {
    const code = codeOf(await slack.as('li').types('link'));
    expect((await feishu.as('f-li').types(`link ${code}`)).text).toContain('已绑定：李雷');
    expect((await feishu.as('f-tom').types(`link ${code}`)).text).toContain('That code is not valid (any more).');
    const late = codeOf(await slack.as('li').types('link'));
    await moveClock(company.database, '2026-05-20T10:11:00+08:00');
    expect((await feishu.as('f-tom').types(late)).text).toContain('That code is not valid (any more).');
  });

  it('takes the place of the one before it', async () => {
    const first = codeOf(await slack.as('li').types('link'));
    const second = codeOf(await slack.as('li').types('link'));
    expect((await feishu.as('f-li').says(first)).text).toContain('绑定码无效或已过期');
    expect((await feishu.as('f-li').says(second)).text).toContain('已绑定：李雷');
  });

  it('is kept as a hash only, and stands in no audit entry, log or outbox', async () => {
    const code = codeOf(await slack.as('li').types('绑定'));
    await feishu.as('f-li').says(wrong(code));
    await feishu.as('f-li').says(code);
    const { rows: tables } = await company.database.pool.query<{ name: string }>(
      `SELECT relname::text AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
    );
    for (const { name } of tables) {
      const kept = JSON.stringify(await rows(`SELECT to_jsonb(t)::text AS row FROM ${name} t`));
      expect({ name, holds: kept.includes(code) || kept.includes(code.replace('-', '')) }).toEqual({
        name,
        holds: false,
      });
    }
    expect(await rows(`SELECT entity, action, system FROM audit_entries JOIN changes c ON c.id = change_id`)).toEqual([
      { entity: 'identities', action: 'insert', system: 'identity' },
    ]);
  });

  it('is told in the open to nobody: in a channel only the asker reads it', async () => {
    const { reply } = await slack.as('li').does({ kind: 'line', text: '绑定' }, false);
    expect(reply).toMatchObject({ kind: 'card', audience: 'asker', aside: '已私信回复你。' });
  });

  it('may be guessed at five times an hour from one account, by several messages at once too', async () => {
    const code = codeOf(await slack.as('li').types('link'));
    const tries = await Promise.all(Array.from({ length: 8 }, () => feishu.as('f-tom').says(wrong(code))));
    expect(tries.map(({ text }) => text).filter((text) => text.startsWith('That code is not valid'))).toHaveLength(5);
    expect((await feishu.as('f-tom').says(code)).text).toBe(
      'That was wrong too often. Please try again in an hour, or ask an admin to link you.',
    );
    expect((await feishu.as('f-li').says(code)).text).toContain('已绑定：李雷');
    await moveClock(company.database, '2026-05-20T11:00:01+08:00');
    const fresh = codeOf(await slack.as('li').types('link'));
    expect((await feishu.as('f-tom').says(fresh)).text).toContain('已绑定：李雷');
  });

  it('never moves somebody who is known already: he is told why not, and tries of his count', async () => {
    const han = feishu.as('f-han');
    await han.types('今天');
    const code = codeOf(await slack.as('li').types('link'));
    expect((await han.types(`link ${code}`)).text).toBe(
      '你在这里的账号是韩梅梅，而该绑定码属于另一个账号。绑定码不能合并两个账号，请联系管理员（管理 同事 韩梅梅）。',
    );
    expect((await han.types('link nonsense')).text).toBe('绑定码格式不对，应类似 ABCD-2345。');
    expect((await slack.as('li').says(`绑定 ${codeOf(await slack.as('li').types('link'))}`)).text).toBe(
      '这是你自己的绑定码，这里已认识你。请到另一个聊天工具里发送。',
    );
    for (let number = 0; number < 5; number++) await han.types('link ABCD-2345');
    expect((await han.types('link ABCD-2345')).text).toBe('错误次数过多，请一小时后再试，或请管理员为你绑定。');
    expect(await rows(`SELECT user_id FROM identities WHERE external_id = 'f-han'`)).toEqual([
      { user_id: company.actor('han').userId },
    ]);
  });

  it('lets nobody in whom an admin has declined, and nobody at all once its owner is deactivated', async () => {
    await feishu.as('f-tom').says('hello');
    const people = await slack.as('admin').types('管理 人员');
    await people.press('拒绝');
    const code = codeOf(await slack.as('li').types('link'));
    expect((await feishu.as('f-tom').says(code)).text).toBe('An admin has decided not to let you in here.');
    await company.database.pool.query(`UPDATE users SET active = false WHERE email = 'li@hualan.example'`);
    expect((await feishu.as('f-li').says(code)).text).toContain('绑定码无效或已过期');
  });

  it('ends the waiting of whoever waits to be let in', async () => {
    const waiting = await feishu.as('f-li').says('你好');
    expect(waiting.text).toContain('已通知 管理员，通过后我会告诉你。');
    expect(waiting.text).toContain('在那边对我发送“绑定”，再把绑定码发到这里即可。');
    await linkLi();
    expect((await slack.as('admin').types('管理 人员')).text).not.toContain('等待加入');
  });
});

describe('being linked', () => {
  it('is told where one was known before, with a button that takes it back', async () => {
    const [atSlack, atFeishu] = [new Messenger('slack'), new Messenger('feishu')];
    await linkLi();
    await runDue(deskOf(company, atSlack, atFeishu));
    const [told] = atSlack.cardsOf('li');
    expect(told).toMatchObject({ title: '你的账号已在飞书绑定', tone: 'warning' });
    expect(atFeishu.messages).toEqual([]);
    const button = told?.body.flatMap((node) => (node.type === 'actions' ? node.buttons : []))[0];
    expect(button?.label).toBe('不是你？解除绑定');
    const done = button && (await slack.as('li').presses(button));
    expect(done?.text).toBe('已解除绑定：飞书 · Lei');
    expect((await feishu.as('f-li').types('今天')).text).toContain('还不认识你');
  });

  it('is told nobody who was known nowhere else', async () => {
    const atSlack = new Messenger('slack');
    await slack.as('newbie').says('你好');
    await (await slack.as('admin').types('管理 人员')).press('以销售代表加入');
    await runDue(deskOf(company, atSlack));
    expect(atSlack.cardsOf('newbie').map(({ title }) => title)).toEqual(['欢迎，小新']);
    expect(await rows(`SELECT notice FROM deliveries WHERE notice = 'identityLinked'`)).toEqual([]);
  });
});

describe('unlinking', () => {
  it('is for the account linked first, and for the one it is about: who stole a code locks nobody out', async () => {
    await linkLi();
    const there = await feishu.as('f-li').types('绑定');
    expect(there.labels).toEqual(['解除绑定']);
    const [oldest] = await rows(`SELECT id AS identity FROM identities WHERE external_id = 'li'`);
    const press = { label: '', command: 'link.remove', input: oldest as Record<string, unknown> };
    expect((await feishu.as('f-li').presses(press)).text).toContain('该聊天工具的绑定早于当前这个');
    expect((await there.press('解除绑定')).text).toBe('已解除绑定：飞书 · Lei');
    expect((await slack.as('li').presses(press)).text).toBe('这是你唯一绑定的聊天工具，无法解除。');
    expect((await slack.as('li').types('绑定')).labels).toEqual([]);
  });

  it('is not for anybody else', async () => {
    await linkLi();
    const [account] = await rows(`SELECT id FROM identities WHERE external_id = 'f-li'`);
    const press = { label: '', command: 'link.remove', input: { identity: (account as { id: string }).id } };
    expect((await slack.as('han').presses(press)).text).toContain('没有找到');
    expect(await rows(`SELECT FROM identities WHERE external_id = 'f-li'`)).toHaveLength(1);
  });

  it('holds: the e-mail alone does not link the account again, the admins are asked', async () => {
    await feishu.as('f-han').types('今天');
    const list = await slack.as('han').types('绑定');
    await unlinkNewest(list);
    expect((await feishu.as('f-han').types('今天')).text).toContain('还不认识你');
    const code = codeOf(await slack.as('han').types('绑定'));
    expect((await feishu.as('f-han').says(code)).text).toContain('已绑定：韩梅梅');
    await unlinkNewest(await slack.as('han').types('绑定'));
    expect((await feishu.as('f-han').types('今天')).text).toContain('已通知 管理员');
    expect(await rows(`SELECT state FROM admissions WHERE external_id = 'f-han'`)).toEqual([{ state: 'pending' }]);
  });

  it('stands in the audit in the name of whoever did it', async () => {
    await linkLi();
    await (await feishu.as('f-li').types('绑定')).press('解除绑定');
    expect(
      await rows(`SELECT e.action, c.actor_id, c.platform, c.command FROM audit_entries e JOIN changes c ON c.id = e.change_id
                   WHERE e.entity = 'identities' AND c.actor_id IS NOT NULL`),
    ).toEqual([{ action: 'delete', actor_id: company.actor('li').userId, platform: 'feishu', command: 'link.remove' }]);
  });
});

describe('an admin', () => {
  it('says of somebody who waits which colleague he is', async () => {
    await feishu.as('f-li').says('你好');
    const form = await (await slack.as('admin').types('管理 人员')).press('是已有同事…');
    expect(form.form.inputs.map(({ name }) => name)).toEqual(['person']);
    expect((await form.submit({ person: '李雷' })).text).toBe('Lei 已加入');
    expect((await feishu.as('f-li').types('绑定')).text).toContain('飞书 · Lei — 当前');
    expect((await slack.as('li').types('绑定')).text).toContain('飞书 · Lei');
  });

  it('who takes a chat from somebody has him told where he is still known, and not where it was taken back', async () => {
    const atSlack = new Messenger('slack');
    await linkLi();
    const admin = slack.as('admin');
    await unlink(await admin.types('管理 同事 李雷'));
    await runDue(deskOf(company, atSlack, new Messenger('feishu')));
    const told = atSlack.cardsOf('li').at(-1);
    expect(told).toMatchObject({ title: '你在飞书的账号已解除绑定', tone: 'warning' });
    expect(told?.body[0]).toMatchObject({ text: expect.stringMatching(/^管理员解除了绑定，你的记录不受影响/) });

    const before = atSlack.messages.length;
    await linkLi();
    await runDue(deskOf(company, atSlack, new Messenger('feishu')));
    const done = await unlink(await admin.types('管理 同事 李雷'));
    await done?.press('撤销');
    await runDue(deskOf(company, atSlack, new Messenger('feishu')));
    expect(atSlack.messages.slice(before).map(({ card }) => card.title)).toEqual(['你的账号已在飞书绑定']);
  });

  it('does not make somebody a colleague who is deactivated', async () => {
    await company.database.pool.query(`UPDATE users SET active = false WHERE email = 'tom@hualan.example'`);
    await feishu.as('f-tom').says('hello');
    const form = await (await slack.as('admin').types('管理 人员')).press('是已有同事…');
    expect((await form.submit({ person: 'Tom' })).text).toContain('账号已停用，请先恢复该账号。');
  });

  it('lets in after all whom he has declined', async () => {
    await feishu.as('f-tom').says('hello');
    const declined = await (await slack.as('admin').types('管理 人员')).press('拒绝');
    const form = await declined.press('重新允许加入…');
    expect((await form.submit({ role: '财务' })).text).toBe('Tom 已加入');
    expect((await feishu.as('f-tom').types('today')).reply?.kind).toBe('card');
  });

  it('takes an account from somebody, and may take that back', async () => {
    await linkLi();
    const person = await slack.as('admin').types('管理 同事 李雷');
    expect(person.text).toContain('Slack — ');
    expect(person.text).toContain('飞书 · Lei — ');
    const feishuButtons = person.card.body.flatMap((node) => (node.type === 'records' ? node.records : []))[1]?.buttons;
    const unlink = feishuButtons?.find(({ label }) => label === '解除绑定');
    const done = unlink && (await slack.as('admin').presses(unlink));
    expect(done?.text).not.toContain('Feishu');
    expect((await feishu.as('f-li').types('今天')).text).toContain('还不认识你');
    await done?.press('撤销');
    expect((await feishu.as('f-li').types('今天')).text).not.toContain('还不认识你');
  });

  it('gives an account to the colleague it really is', async () => {
    await linkLi();
    const person = await slack.as('admin').types('管理 同事 李雷');
    const move = person.card.body
      .flatMap((node) => (node.type === 'records' ? node.records : []))[1]
      ?.buttons?.find(({ label }) => label === '改绑他人…');
    const form = move && (await slack.as('admin').presses(move));
    expect((await form?.submit({ person: '韩梅梅' }))?.text).toContain('飞书 · Lei');
    expect((await feishu.as('f-li').types('绑定')).text).toContain('Slack');
    expect(await rows(`SELECT user_id FROM identities WHERE external_id = 'f-li'`)).toEqual([
      { user_id: company.actor('han').userId },
    ]);
  });

  it('cannot lock himself out', async () => {
    const [own] = await rows(`SELECT id AS identity FROM identities WHERE external_id = 'admin'`);
    const unlink = { label: '', command: 'admin.unlink', input: own as Record<string, unknown> };
    expect((await slack.as('admin').presses(unlink)).text).toBe('这是你唯一的聊天账号，解除后将无法登录。');
  });
});
