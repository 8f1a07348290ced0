import type { Core } from '../context.ts';
import { findCustomers } from '../customers/find-customers.ts';
import type { Day } from '../days.ts';
import { DomainError } from '../errors.ts';
import { findStages } from '../opportunities/stage.ts';
import { searchPeople } from '../people/people.ts';
import { refuseUnseen } from '../people/refuse-unseen.ts';
import type { Text } from '../text.ts';
import { CATALOGUE, type Source } from './catalogue.ts';
import type { Question } from './question.ts';

export type AnswerGroup = {
  label: Text;
  count: number;
  amount: bigint | null;
  weighted: bigint | null;
  currency: string | null;
  /** Of the rows counted, how many were won and how many lost. */
  won: number;
  lost: number;
};

/** One record of a list; `id` is the customer's where a follow-up is listed. */
export type AnswerLine = { id: string; name: string; amount: bigint | null; currency: string | null; on: Day | null };

/** With its receipt: what was understood, how many rows were counted, and whose rows could be seen (R103). */
export type Answer = {
  question: Question;
  groups: AnswerGroup[];
  totals: AnswerGroup[];
  lines: AnswerLine[];
  rows: number;
  /** How many people's rows the asker may see. */
  people: number;
  owner: string | undefined;
};

const OPERATORS = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;

/** Lines a list shows at most. */
const LINES = 10;

/** `minorOf` reads an amount as it was typed. Throws not_found for a name nobody carries among those the asker may see. */
export async function answerQuestion(
  core: Core,
  question: Question,
  { minorOf }: { minorOf(typed: string): bigint | undefined },
): Promise<Answer> {
  const source = CATALOGUE[question.entity];
  const parameters: unknown[] = [];
  const bind = (value: unknown) => `$${parameters.push(value)}`;
  const { conditions, owner } = await compile(core, question, source, bind, minorOf);
  const where = (conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '').replaceAll(
    '$tz',
    bind(core.actor.timeZone),
  );

  const grouping = question.groupBy ? source.groups[question.groupBy] : undefined;
  const figures = `count(*)::int AS count, ${source.amount ? `sum(${source.amount})::bigint` : 'NULL::bigint'} AS amount,
    ${source.weighted ? `sum(${source.weighted})::bigint` : 'NULL::bigint'} AS weighted, ${source.currency ?? 'NULL'} AS currency,
    ${filtered(source.statuses.won)} AS won, ${filtered(source.statuses.lost)} AS lost`;
  // The zone's parameter must stay in use where no condition takes it.
  const zone = `$${parameters.length}::text IS NOT NULL`;
  const listed = (question.idleDays !== undefined && source.touchedOn) || source.day;
  const guarded = where === '' ? `WHERE ${zone}` : `${where} AND ${zone}`;
  const byCurrency = source.currency ? `GROUP BY ${source.currency}` : '';
  const [totals, groups, lines, [seen]] = await Promise.all([
    core.sql<AnswerGroup & Row>({
      text: `SELECT '' AS en, '' AS zh, ${figures} FROM ${source.from} ${guarded} ${byCurrency} ORDER BY 3 DESC`,
      values: parameters,
    }),
    grouping
      ? core.sql<AnswerGroup & Row>({
          text: `SELECT ${grouping.en} AS en, ${grouping.zh} AS zh, ${figures} FROM ${source.from} ${guarded}
                 GROUP BY ${grouping.key}, ${grouping.en}, ${grouping.zh}, ${grouping.order}${source.currency ? `, ${source.currency}` : ''}
                 ORDER BY ${orderOf(question, grouping.order)} LIMIT 30`,
          values: parameters,
        })
      : [],
    question.measure === 'list'
      ? core.sql<AnswerLine>({
          text: `SELECT ${source.id} AS id, ${source.name} AS name, ${source.amount ?? 'NULL::bigint'} AS amount, ${source.currency ?? 'NULL::text'} AS currency, ${listed} AS "on"
                   FROM ${source.from} ${guarded} ORDER BY ${listed} ${listed === source.day ? 'DESC' : 'ASC'} NULLS LAST, x.id LIMIT ${LINES}`.replaceAll(
            '$tz',
            `$${parameters.length}`,
          ),
          values: parameters,
        })
      : [],
    core.sql<{ people: number }>({ name: 'people-seen', text: 'SELECT cardinality(parley_visible()) AS people' }),
  ]);
  return {
    question,
    groups: groups.map(toGroup),
    totals: totals.map(toGroup),
    lines,
    rows: totals.reduce((sum, { count }) => sum + count, 0),
    people: seen?.people ?? 0,
    owner,
  };
}

/** Stages in their own order; else the most of what was asked for first. */
function orderOf({ groupBy, measure }: Question, stages: string): string {
  if (groupBy === 'stage') {
    return stages;
  }
  return measure === 'count' ? 'count DESC' : 'amount DESC NULLS LAST, count DESC';
}

type Row = { en: string | null; zh: string | null };

const filtered = (condition: string | undefined) => (condition ? `(count(*) FILTER (WHERE ${condition}))::int` : '0');

function toGroup({ en, zh, ...figures }: AnswerGroup & Row): AnswerGroup {
  return { ...figures, label: { en: en ?? '—', zh: zh ?? '—' } };
}

type Compiling = { core: Core; question: Question; source: Source; bind(value: unknown): string };

async function compile(
  core: Core,
  question: Question,
  source: Source,
  bind: (value: unknown) => string,
  minorOf: (typed: string) => bigint | undefined,
) {
  const compiling = { core, question, source, bind };
  const owner = await compileOwner(compiling);
  const conditions = [
    ...owner.conditions,
    ...(await compileCustomer(compiling)),
    ...(await compileStanding(compiling)),
    ...compileFigures(compiling, minorOf),
  ];
  return { conditions, owner: owner.name };
}

async function compileOwner({
  core,
  question: { owner, scope },
  source,
  bind,
}: Compiling): Promise<{ conditions: string[]; name: string | undefined }> {
  if (owner) {
    const person = await getNamed(core, owner);
    return { conditions: [`${source.owner} = ${bind(person.id)}`], name: person.name };
  }
  return { conditions: scope === 'mine' ? [`${source.owner} = ${bind(core.actor.userId)}`] : [], name: undefined };
}

async function compileCustomer({ core, question: { customer }, source, bind }: Compiling): Promise<string[]> {
  if (!customer || !source.customer) {
    return [];
  }
  const hits = await findCustomers(core, { mention: customer });
  if (hits.length === 0) {
    absent({ en: `no customer called “${customer}”`, zh: `客户“${customer}”` });
  }
  return [`${source.customer} = ANY (${bind(hits.map(({ id }) => id))})`];
}

async function compileStanding({
  core,
  question: { entity, status, stage, followUpKind },
  source,
  bind,
}: Compiling): Promise<string[]> {
  const condition = status && source.statuses[status];
  const conditions = condition ? [condition] : [];
  if (stage && entity === 'opportunity') {
    const known = (await findStages(core)).find(({ key, name }) =>
      [key, name.zh, name.en.toLowerCase()].includes(stage.toLowerCase()),
    );
    conditions.push(`x.stage_key = ${bind(known?.key ?? stage)}`);
  }
  if (followUpKind && entity === 'follow-up') {
    conditions.push(`x.kind = ${bind(followUpKind)}`);
  }
  return conditions;
}

function compileFigures(
  { core, question: { amount, time, status, idleDays }, source, bind }: Compiling,
  minorOf: (typed: string) => bigint | undefined,
): string[] {
  const conditions: string[] = [];
  const minor = amount && source.amount ? minorOf(amount.value) : undefined;
  if (amount && minor !== undefined) {
    conditions.push(`${source.amount} ${OPERATORS[amount.op]} ${bind(minor)}`);
  }
  const isClosed = time?.field === 'close' && status !== undefined && status !== 'open';
  const field = time && ((isClosed && source.closedOn) || (source.times[time.field] ?? source.times.created));
  if (time && field) {
    conditions.push(`${field} >= ${bind(time.from)}::date AND ${field} < ${bind(time.to)}::date`);
  }
  if (idleDays !== undefined && source.touchedOn) {
    conditions.push(`${source.touchedOn} <= ${bind(core.today)}::date - ${bind(idleDays)}::int`);
  }
  return conditions;
}

/** Whose rows are asked for. Throws not_found for nobody, bad_input for several, forbidden where the asker does not see them: never an empty answer for "may not see". */
async function getNamed(core: Core, name: string): Promise<{ id: string; name: string }> {
  const found = await searchPeople(core, { words: name });
  const exact = found.filter((person) => person.name.toLowerCase() === name.toLowerCase());
  const [person, another] = exact.length > 0 ? exact : found;
  if (!person) {
    return absent({ en: `nobody called “${name}”`, zh: `同事“${name}”` });
  }
  if (another) {
    const names = (exact.length > 0 ? exact : found).map((each) => each.name);
    throw new DomainError('bad_input', `several people called ${name}`, {
      say: { en: `Whom do you mean: ${names.join(', ')}?`, zh: `你指的是哪位：${names.join('、')}？` },
    });
  }
  await refuseUnseen(core, person);
  return person;
}

function absent(what: Text): never {
  throw new DomainError('not_found', what.en, {
    say: { en: `There is ${what.en} among those you may see.`, zh: `在你可见的范围内没有找到${what.zh}。` },
  });
}
