import { APOLOGY } from '../../bot/bot.ts';
import { everyCommand } from '../../bot/commands/index.ts';
import { type Actor, hasRole, type Role } from '../../core/actor.ts';
import { companyKey } from '../../core/customers/customer.ts';
import { dayIn } from '../../core/days.ts';
import { type Database, openDatabase } from '../../core/db/database.ts';
import { readFelt } from '../../core/follow-ups/read-feelings.ts';
import { nameKeys, personKeys } from '../../core/names/index.ts';
import { manufacturing } from '../../core/templates/manufacturing.ts';
import { LOCALES, type Locale } from '../../core/text.ts';
import { loadDemo } from '../../prisma/demo/load-demo.ts';
import { fewer, IS_THOROUGH, sample } from './breadth.ts';
import { openChat, type Said } from './chat.ts';
import { moveClock } from './clock.ts';
import { ORG } from './company.ts';
import { createTestDatabase } from './database.ts';
import { type Exhibit, tellEverything } from './told-notices.ts';

export type { Exhibit } from './told-notices.ts';

/** One of each kind of work. */
const PEOPLE = ['li.lei', 'zhang.wei', 'wang.fang', 'liu.yang', 'admin'];

/** Said as anybody would, besides the examples of the commands. */
const SENTENCES: Record<Locale, readonly string[]> = {
  zh: [
    '今天拜访了华星电子，王总对报价基本满意，下周三发合同',
    '/crm 撤销',
    '本季度各人预计成交多少',
    '天气不错',
    '华星申请16%折扣',
    '查看客户 华',
    '/crm 新现索',
    '岚屿食品投诉包装破损',
    '工单关了',
  ],
  en: [
    'Visited Acme today, Mr Wang likes the offer, contract next Wednesday',
    '/crm undo',
    'pipeline this quarter',
    'nice weather',
    '16% off for Acme',
    'customer a',
    '/crm laed add',
    'Bluegum Dairy reports a broken sensor',
  ],
};

/** How many buttons of one card are pressed; what they lead to is looked at, not pressed further. */
const PRESSES = fewer(4, 2);

/** How often anybody presses a button of one name: a third list's "Open" leads to what the second's led to. */
const ALIKE = fewer(2, 1);

/** How many of a command's examples are said by the first who may. */
const EXAMPLES = fewer(Number.POSITIVE_INFINITY, 1);

/** One is asked after another: on each more of them everything would be planned once more. */
const CONNECTIONS = 2;

export async function openGallery(): Promise<Exhibit[]> {
  const { url, drop } = await createTestDatabase();
  const database = openDatabase({ url, connections: CONNECTIONS });
  try {
    const now = new Date('2026-05-13T02:30:00Z'); // a Wednesday, 10:30 in Shanghai
    await moveClock(database, now);
    const today = dayIn(now, ORG.timeZone);
    await loadDemo(database.pool, {
      ...ORG,
      today,
      nameKeys,
      personKeys,
      nameKey: companyKey,
      readFelt,
      kinds: manufacturing.objects,
    });
    const exhibits: Exhibit[] = [];
    for (const locale of LOCALES) {
      await startAfresh(database, locale);
      exhibits.push(...(await sayEverything(database, locale)), ...(await tellEverything(database, locale)));
    }
    return exhibits;
  } finally {
    await database.close();
    await drop();
  }
}

/** Some buttons and commands deactivate people, unlink their chats or give them to somebody else. */
async function startAfresh({ pool }: Database, locale: Locale): Promise<void> {
  await pool.query({
    name: 'gallery-people',
    text: 'UPDATE users SET locale = $1, active = true WHERE locale IS DISTINCT FROM $1 OR NOT active',
    values: [locale],
  });
  await pool.query({
    name: 'gallery-identities',
    text: `INSERT INTO identities (id, user_id, platform, workspace, external_id)
     SELECT gen_random_uuid(), id, 'slack', 'T1', split_part(email, '@', 1) FROM users WHERE email IS NOT NULL
     ON CONFLICT (platform, workspace, external_id) DO UPDATE SET user_id = excluded.user_id WHERE identities.user_id <> excluded.user_id`,
  });
}

/** What he may type: of what somebody before him has tried, one example, and none in a quick run. What his role may not do is refused in a line, which is no card. */
function linesFor(reader: Pick<Actor, 'roles'>, locale: Locale, tried: Set<string>): string[] {
  return everyCommand()
    .filter(({ isInternal, allow }) => !isInternal && hasRole(reader, allow))
    .filter(({ name }) => IS_THOROUGH || !tried.has(name))
    .flatMap(({ name, words, examples }) => {
      const said = examples[locale].slice(0, tried.has(name) ? 1 : EXAMPLES);
      tried.add(name);
      return [words[locale][0] ?? '', ...said];
    });
}

/** Every example, every command without its words (its form), and a form sent back wrong; then some of their buttons. */
async function sayEverything(database: Database, locale: Locale): Promise<Exhibit[]> {
  const talk = openChat({ database });
  const exhibits: Exhibit[] = [];
  const keep = (after: string, { reply }: Said, reader?: Pick<Actor, 'roles'>) => {
    if (reply?.kind === 'notice' && reply.text === APOLOGY[locale]) throw new Error(`an apology after ${after}`);
    if (reply?.kind === 'card' || reply?.kind === 'form') {
      exhibits.push({ locale, after, card: reply.card, ...(reader ? { reader } : {}) });
    }
  };
  try {
    keep('a newcomer', await talk.as('newbie').says('hi'));
    const wrong = new Set<string>();
    const tried = new Set<string>();
    for (const [at, person] of PEOPLE.entries()) {
      const chat = talk.as(person);
      const reader = await rolesOf(database, person);
      const pressed = new Map<string, number>();
      const lines = linesFor(reader, locale, tried);
      const sentences = sample(SENTENCES[locale], 2, at);
      for (const line of [...lines.map((each) => `/crm ${each}`), ...sentences]) {
        await startAfresh(database, locale);
        const said = await chat.says(line);
        keep(`${person}: ${line}`, said, reader);
        if (said.reply?.kind === 'form' && !wrong.has(line)) {
          wrong.add(line);
          const nonsense = Object.fromEntries(said.form.inputs.map(({ name }) => [name, '\u0000<@U1> *?']));
          keep(`${person}: ${line}, filled in wrong`, await chat.submits(said.form, nonsense), reader);
        }
        for (const label of said.reply?.kind === 'card' ? said.labels.slice(0, PRESSES) : []) {
          const times = pressed.get(label) ?? 0;
          if (times >= ALIKE) continue;
          pressed.set(label, times + 1);
          keep(`${person}: ${line}, ${label}`, await said.press(label), reader);
        }
      }
    }
    // Nobody has decided about this one when the notices are told.
    keep('another newcomer', await talk.as(`newcomer-${locale}`).says('hi'));
    return exhibits;
  } finally {
    await talk.close();
  }
}

async function rolesOf(database: Database, login: string): Promise<Pick<Actor, 'roles'>> {
  const { rows } = await database.pool.query<{ roles: Role[] }>(
    "SELECT roles FROM users WHERE split_part(email, '@', 1) = $1",
    [login],
  );
  return { roles: rows[0]?.roles ?? [] };
}
