import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany, type PersonKey } from '../test/support/company.ts';
import { formOf } from './cards/card.ts';
import type { Command } from './command.ts';
import { everyCommand } from './commands/index.ts';
import { commandsByTitle } from './derive/by-title.ts';
import { readEvent } from './read-event.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, new Date('2026-05-13T02:30:30Z'));
  talk = openChat(company);
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

/** Somebody of each role, so that every command has one who may run it. */
const CAST = ['li', 'zhang', 'wang', 'chen', 'zhao', 'liu', 'admin'] as const satisfies readonly PersonKey[];

const spoken = everyCommand().filter(({ isInternal }) => !isInternal);

/** The commands that a message comes to, at once or by a press. */
async function openedBy(key: PersonKey, text: string, locale: 'en' | 'zh'): Promise<string[]> {
  return company.as(key, async (core) => {
    const speaking = { ...core, actor: { ...core.actor, locale } };
    const place = { platform: 'slack', workspace: 'T1', address: 'D-1', direct: true };
    const sender = { platform: 'slack', workspace: 'T1', externalId: key };
    const asked = await readEvent(speaking, { kind: 'message', text, sender, place }, {});
    if ('invocations' in asked) {
      return asked.invocations.map(({ command }) => command);
    }
    const card = asked.reply.kind === 'notice' ? undefined : asked.reply.card;
    const labels = (card?.body ?? [])
      .flatMap((node) => (node.type === 'actions' ? node.buttons : []))
      .map(({ label }) => label);
    return spoken
      .filter(({ summary }) => labels.includes(summary[locale]))
      .map(({ name }) => name)
      .concat(card && formOf(card) ? 'form' : []);
  });
}

const whoMay = ({ allow }: Command): PersonKey => {
  const key = CAST.find((each) => company.actor(each).roles.some((role) => allow.includes(role)));
  if (!key) {
    throw new Error('nobody may');
  }
  return key;
};

describe('what is not understood', () => {
  it.each([
    ['zh', ''],
    ['zh', '怎么'],
    ['zh', '我想'],
    ['en', ''],
    ['en', 'how do I '],
    ['en', 'I want to '],
  ] as const)('R102: a command is reached by the words of its own title, in %s after “%s”', async (locale, before) => {
    const missed: string[] = [];
    for (const command of spoken) {
      const opened = await openedBy(whoMay(command), `${before}${command.summary[locale]}`, locale);
      if (!opened.includes(command.name)) {
        missed.push(`${command.name}: ${command.summary[locale]} -> ${opened.join()}`);
      }
    }
    expect(missed).toEqual([]);
  });

  it.each([
    ['zh', '的事我搞不懂'],
    ['en', ', no idea where that is'],
  ] as const)('R102: a title among other words is one of the three offered, in %s', (locale, more) => {
    const missed = spoken.filter(
      (command) =>
        !commandsByTitle(`${command.summary[locale]}${more}`, () => true)
          .slice(0, 3)
          .some((found) => found.command === command),
    );
    expect(missed.map(({ name }) => name)).toEqual([]);
  });

  it('R102: opens its form with whom and how much was said already in it', async () => {
    const li = talk.as('li');
    await li.types('新客户 华星电子有限公司');
    await li.types('新商机 华星电子 --名称 一期 --金额 20万');
    const said = await li.says('华星电子那边想谈谈8%折扣的事，搞不定');
    expect(said.labels[0]).toBe('申请折扣');
    const form = await said.press('申请折扣');
    expect(form.reply?.kind).toBe('form');
    expect(form.form.inputs).toMatchObject([{ name: 'opportunity' }, { name: 'percent', value: '8%' }, {}]);
  });

  it('R102: gives the three likeliest before what is usual for the record, five at most', async () => {
    const said = await talk.as('li').says('华星电子的地址、联系人、金额、阶段、工单都乱了套');
    expect(said.labels.slice(0, 5)).toHaveLength(5);
    expect(said.labels.at(-1)).toBe('你能做什么？');
    expect(said.labels).toHaveLength(6);
  });
});
