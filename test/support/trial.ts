// A command tried in the demo company, of which nothing stays.
import { AskBack } from '../../bot/ask-back.ts';
import type { Card } from '../../bot/cards/card.ts';
import type { Command } from '../../bot/command.ts';
import { commandNamed } from '../../bot/commands/index.ts';
import type { Reply } from '../../bot/contract.ts';
import { toForm } from '../../bot/derive/form.ts';
import { readLine } from '../../bot/derive/read-line.ts';
import type { Invocation } from '../../bot/invocation.ts';
import { invoke } from '../../bot/invoke.ts';
import { type Actor, hasRole, type Role } from '../../core/actor.ts';
import type { Core } from '../../core/context.ts';
import { companyKey } from '../../core/customers/customer.ts';
import { dayIn } from '../../core/days.ts';
import { openDatabase } from '../../core/db/database.ts';
import { DomainError, FAILURES } from '../../core/errors.ts';
import { readFelt } from '../../core/follow-ups/read-feelings.ts';
import { nameKeys, personKeys } from '../../core/names/index.ts';
import { manufacturing } from '../../core/templates/manufacturing.ts';
import { work } from '../../core/work.ts';
import { loadDemo } from '../../prisma/demo/load-demo.ts';
import { moveClock } from './clock.ts';
import { ORG } from './company.ts';
import { createTestDatabase } from './database.ts';

export type Outcome = {
  /** What came back; nothing where one line was all there was to say. */
  card?: Card;
  /** The line. */
  line?: string;
  /** What was written, as the audit has it; nothing where nothing was. */
  written?: string;
  /** A bug of ours: what a person would be told is the one apology. */
  bug?: string;
};

type Example = {
  actor: Actor;
  line: string;
  input: Record<string, unknown>;
  /** It goes through, and is no form. */
  isDone: boolean;
};

/** So many of those who may are asked. */
const SEVERAL = 3;

export type Trial = {
  /** Who may do it, with an example of its that goes through, if any does. */
  exampleOf(command: Command): Promise<Example>;
  attempt(actor: Actor, asked: (core: Core) => Promise<Reply> | Reply, form?: Invocation): Promise<Outcome>;
  close(): Promise<void>;
};

const NOW = new Date('2026-05-13T02:30:00Z');

class Enough extends Error {
  readonly outcome: Outcome;

  constructor(outcome: Outcome) {
    super('nothing of it stays');
    this.outcome = outcome;
  }
}

export async function openTrial(): Promise<Trial> {
  const { url, drop } = await createTestDatabase();
  const database = openDatabase({ url, connections: 4 });
  await moveClock(database, NOW);
  const today = dayIn(NOW, ORG.timeZone);
  await loadDemo(database.pool, {
    ...ORG,
    today,
    nameKeys,
    personKeys,
    nameKey: companyKey,
    readFelt,
    kinds: manufacturing.objects,
  });
  const { rows } = await database.pool.query<{ userId: string; name: string; roles: Role[] }>(
    'SELECT id AS "userId", name, roles FROM users WHERE active AND email IS NOT NULL ORDER BY cardinality(roles), created_at, id',
  );
  const people = rows.map((row, at): Actor => ({ ...row, locale: at % 2 === 0 ? 'zh' : 'en', timeZone: ORG.timeZone }));

  const attempt: Trial['attempt'] = async (actor, asked, form) => {
    const run = (doing: (core: Core) => Promise<Reply> | Reply) =>
      work(database, { actor, org: ORG, origin: { via: form?.via === 'form' ? 'form' : 'words' } }, async (core) => {
        const reply = await doing(core);
        await core.flush();
        throw new Enough({ ...told(reply), ...(core.change.hasRows ? { written: await writtenIn(core) } : {}) });
      });
    try {
      return await run(asked).catch((error: unknown) => {
        if (error instanceof AskBack) return run((core) => error.ask(core));
        throw error;
      });
    } catch (error) {
      if (error instanceof Enough) return error.outcome;
      if (!(error instanceof DomainError)) return { bug: error instanceof Error ? `${error.message}` : String(error) };
      const line = (error.say ?? FAILURES[error.code])[actor.locale];
      return form?.via === 'form' && error.code !== 'out_of_date'
        ? {
            card: toForm(commandNamed(form.command), actor.locale, {
              known: form.input,
              errors: { '': line },
              keepsAll: true,
            }),
          }
        : { line };
    }
  };

  const examples = new Map<string, Example>();

  async function findExample(command: Command): Promise<Example> {
    const able = people.filter(({ roles }) => hasRole({ roles }, command.allow)).slice(0, SEVERAL);
    for (const line of [...command.examples.zh, ...command.examples.en]) {
      const input = readLine(line, { today, org: ORG })?.input ?? {};
      for (const actor of able) {
        const { card, bug } = await attempt(actor, (core) =>
          invoke(core, [{ command: command.name, input, via: 'form' }]),
        );
        const isForm = card?.body.some(({ type }) => type === 'form');
        if (card && !bug && !isForm) return { actor, line, input, isDone: true };
      }
    }
    const [actor] = able;
    if (!actor) throw new Error(`nobody of the demo may ${command.name}`);
    const line = command.examples.zh[0] ?? '';
    return { actor, line, input: readLine(line, { today, org: ORG })?.input ?? {}, isDone: false };
  }

  return {
    attempt,
    async exampleOf(command) {
      const example = examples.get(command.name) ?? (await findExample(command));
      examples.set(command.name, example);
      return example;
    },
    async close() {
      await database.close();
      await drop();
    },
  };
}

const told = (reply: Reply): Outcome => (reply.kind === 'notice' ? { line: reply.text } : { card: reply.card });

/** Read past every policy, since nothing of it stays. */
async function writtenIn(core: Core): Promise<string> {
  await core.sql({ text: 'RESET ROLE' });
  const [row] = await core.sql<{ after: string | null }>({
    text: `SELECT string_agg(after::text, ' ') AS after FROM audit_entries WHERE change_id = (SELECT change_id FROM audit_entries ORDER BY id DESC LIMIT 1)`,
  });
  return row?.after ?? '';
}
