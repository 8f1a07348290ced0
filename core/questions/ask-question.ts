import type { Core } from '../context.ts';
import type { Statement } from '../db/session.ts';
import { DomainError } from '../errors.ts';
import { refuseUnseen, refuseUnseenTeam } from '../people/refuse-unseen.ts';
import type { Locale, Text } from '../text.ts';
import type { Answer, AnswerLine } from './answer.ts';
import type { Entity, Field } from './catalogue/entity.ts';
import { catalogueFor } from './catalogue-for.ts';
import { entityOf, fieldOf } from './check-question.ts';
import { compileList, dayOf } from './compile-list.ts';
import { type Asked, compileFigures, measuresOf } from './compile-question.ts';
import { LIMITS } from './limits.ts';
import { findOnFile } from './on-file.ts';
import { earlier, periodOf } from './period.ts';
import { MOST, nameKey, type Question } from './question.ts';
import { type FigureRow, groupsOf, totalsOf } from './read-figures.ts';
import { resolveQuestion } from './resolve-question.ts';

/**
 * Answers a question under the asker's own row policies: one round trip, one more where it names somebody. Throws
 * bad_input where it cannot be asked, not_found for a name nobody carries, forbidden for a colleague or a team he does not
 * see, too_slow where it takes too long.
 */
export async function askQuestion(core: Core, question: Question): Promise<Answer> {
  const { asked, guards } = await prepare(core, question);
  const { entity, period } = asked;
  const resolved = asked.question;
  const { time, compareTo } = resolved;
  const past = time && compareTo ? earlier(time.range, compareTo, core.today) : undefined;
  const limit = Math.min(resolved.limit ?? LIMITS.groups, MOST.rows);
  const isList = resolved.measures.length === 0 && resolved.groupBy.length === 0;
  const [, rows, before, lines, names] = await Promise.all([
    core.sql(limitTime()),
    core.sql<FigureRow>(compileFigures(asked, limit)),
    past
      ? core.sql<FigureRow>(compileFigures({ ...asked, period: past, question: unranked(resolved) }, MOST.rows))
      : [],
    isList
      ? core.sql<AnswerLine>(compileList(asked, { limit: Math.min(resolved.limit ?? LIMITS.lines, MOST.rows) }))
      : [],
    namesOf(core, entity, resolved),
    ...guards,
  ]);
  const measures = measuresOf(entity, resolved);
  const totals = totalsOf(rows, measures);
  const count = totals.count;
  return {
    question: resolved,
    entity,
    names: { ...names, ...namesOnFile(asked) },
    absent: (asked.onFile ?? []).filter(({ meant }) => meant.length === 0),
    period,
    before: past && { period: past, totals: totalsOf(before, measures) },
    totals,
    groups: groupsOf(rows, { measures, question: resolved, before: past && before }),
    groupCount: Number(rows.find(({ groups }) => groups !== null)?.groups ?? 0),
    lines,
    lineDay: isList ? dayOf(asked)?.key : undefined,
    rows: count && count.unit !== 'money' ? (count.value ?? 0) : 0,
    people: rows[0]?.people ?? 0,
    unseen: entity.fields.filter(({ guarded }) => guarded && rows[0]?.unseen.includes(guarded)).map(({ name }) => name),
    currency: core.org.currency,
  };
}

/** Up to here the words on file say more than those they were asked for in. */
const TOLD = 6;

function namesOnFile({ onFile = [] }: Asked): Answer['names'] {
  const told = onFile.filter(({ meant }) => meant.length > 0 && meant.length <= TOLD);
  return Object.fromEntries(told.map(({ field, meant }) => [field, meant.map((value) => ({ en: value, zh: value }))]));
}

/** Of the period compared with every group is wanted, whether or not it would be among the first. */
function unranked(question: Question): Question {
  return { ...question, having: [], sort: null };
}

export type Prepared = {
  asked: Asked;
  /** Whether the colleagues and teams it names may be seen, asked along with it. */
  guards: Promise<void>[];
};

/** What is to be compiled: checked, with ids in place of names, and the days its time means. */
export async function prepare(core: Core, question: Question): Promise<Prepared> {
  const catalogue = await catalogueFor(core, question);
  const resolved = await resolveQuestion(core, catalogue, question);
  const { time } = resolved;
  const entity = entityOf(catalogue, resolved);
  return {
    asked: {
      core,
      entity,
      question: resolved,
      onFile: await findOnFile(core, entity, [...resolved.filters, ...resolved.part]),
      period: time ? periodOf(time.range, core.today) : undefined,
    },
    guards: [...resolved.filters, ...resolved.part].flatMap(({ field, op, values }) =>
      op !== 'in' && op !== 'eq'
        ? []
        : field === 'owner'
          ? values.map(async (id) => void (await refuseUnseen(core, { id })))
          : field === 'team'
            ? values.map(async (id) => void (await refuseUnseenTeam(core, id)))
            : [],
    ),
  };
}

/** From here on each statement of the transaction has only so long, and reads many rows rather than few. */
export function limitTime(): Statement {
  return {
    name: 'question-time',
    text: `SELECT set_config('statement_timeout', $1, true), set_config('parley.reads_many', 'on', true)`,
    values: [String(LIMITS.timeoutMs)],
    isRead: true,
  };
}

/** What ids and keys in a question’s filters are called, by field, and what it is about. */
export async function namesIn(core: Core, question: Question): Promise<Pick<Answer, 'names' | 'entity'>> {
  const entity = entityOf(await catalogueFor(core, question), question);
  return { entity, names: await namesOf(core, entity, question) };
}

async function namesOf(core: Core, entity: Entity, { filters, part }: Question): Promise<Answer['names']> {
  const found = await Promise.all(
    [...filters, ...part].map(async (filter): Promise<[string, Text[]]> => {
      const { field, values } = filter;
      const asked = fieldOf(entity, field);
      const { labels, choices } = asked;
      if (choices) {
        return [nameKey(filter), values.flatMap((value) => choices.find(({ key }) => key === value)?.name ?? [])];
      }
      const named = labels
        ? await core.sql<Text & { key: string }>({
            text: labels.replaceAll('$keys', '$1::text[]'),
            values: [values],
            isRead: true,
          })
        : [];
      if (asked.all && values.length > 0 && named.length === 0) {
        await refuseUnknown(core, asked, values);
      }
      return [nameKey(filter), named.map(({ en, zh }) => ({ en, zh }))];
    }),
  );
  return Object.fromEntries(found);
}

/** Of a stage, a source or a tier that is none of the company's there are no records, which is not the same as none of them. */
async function refuseUnknown(core: Core, { name, all = '', usual }: Field, values: readonly string[]): Promise<void> {
  const there = await core.sql<Text>({ text: all, values: [], isRead: true });
  const said = (locale: Locale) =>
    values.map((value) => usual?.[value]?.[locale] ?? (value.length === 1 ? value.toUpperCase() : value)).join(', ');
  const list = (locale: Locale) => there.map((each) => each[locale]).join(locale === 'zh' ? '、' : ', ');
  throw new DomainError('not_found', `${name.en} ${values.join()}`, {
    say: {
      en: `There is no ${name.en} called “${said('en')}”. There are: ${list('en')}.`,
      zh: `没有名为“${said('zh')}”的${name.zh}。现有：${list('zh')}。`,
    },
  });
}
