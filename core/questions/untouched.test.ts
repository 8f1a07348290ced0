import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Book, dayAgo, fillBook } from '../../test/support/book.ts';
import { moveClock } from '../../test/support/clock.ts';
import { type Company, ORG, openCompany } from '../../test/support/company.ts';
import { dayIn } from '../days.ts';
import { work } from '../work.ts';
import { findRecordIds } from './find-record-ids.ts';
import { type Question, toQuestion } from './question.ts';

const NOW = new Date('2026-05-13T02:30:00Z');
const ZONES = ['Asia/Shanghai', 'America/New_York', 'Pacific/Auckland'] as const;
/** Moves of deals: which, and how many days ago. */
const MOVES = Array.from({ length: 60 }, (_, at) => ({ deal: at * 2, ago: (at * 37) % 150 }));

let company: Company;
let book: Book;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, NOW);
  book = await fillBook(company, '2026-05-13');
  for (const { deal, ago } of MOVES) {
    await company.database.pool.query(
      `INSERT INTO stage_moves (id, opportunity_id, to_stage, moved_by, moved_at) VALUES (gen_random_uuid(), $1, 'needs', $2, $3)`,
      [book.deals[deal]?.id, company.actor('li').userId, noon(ago)],
    );
  }
});
afterAll(() => company.close());

const noon = (ago: number) => `${dayAgo('2026-05-13', ago)}T04:00:00Z`;

async function listed(timeZone: string, asked: Partial<Question> & Pick<Question, 'entity'>): Promise<string[]> {
  const actor = { ...company.actor('chen'), timeZone };
  const page = await work(company.database, { actor, org: ORG, origin: { via: 'words' } }, (core) =>
    findRecordIds(core, toQuestion(asked), { limit: 500 }),
  );
  return page.ids.sort();
}

/** Half-open days, counted back from today where the asker is; they may reach beyond today. */
const stretch = fc.record({
  zone: fc.constantFrom(...ZONES),
  ago: fc.integer({ min: 0, max: 130 }),
  length: fc.integer({ min: 1, max: 40 }),
});

function daysOf({ zone, ago, length }: { zone: string; ago: number; length: number }) {
  const today = dayIn(NOW, zone);
  const from = dayAgo(today, ago);
  const to = dayAgo(from, -length);
  return { from, to, today, local: (daysAgo: number) => dayIn(new Date(noon(daysAgo)), zone) };
}

it('customers not touched in a time are those whose last day, as it stood at its end, lies before it (R103)', async () => {
  await fc.assert(
    fc.asyncProperty(stretch, async (days) => {
      const { from, to, local } = daysOf(days);
      const expected = book.accounts.filter(({ id, createdAgo }) => {
        const notes = book.notes.filter(({ customer }) => customer === id).map(({ ago }) => dayAgo('2026-05-13', ago));
        const last =
          notes
            .filter((day) => day < to)
            .sort()
            .at(-1) ?? local(createdAgo);
        return last < from;
      });
      const range = { kind: 'absolute' as const, from, to };
      expect(await listed(days.zone, { entity: 'customer', time: { field: 'untouched', range } })).toEqual(
        expected.map(({ id }) => id).sort(),
      );
    }),
    { numRuns: 60 },
  );
});

it('deals not touched in a time had no note and no move in it (R103)', async () => {
  await fc.assert(
    fc.asyncProperty(stretch, async (days) => {
      const { from, to, today, local } = daysOf(days);
      const isIn = (day: string) => day >= from && day < to;
      const expected = book.deals.filter(({ customer, createdAgo, sinceAgo }, at) => {
        const notes = book.notes
          .filter((note) => note.customer === customer)
          .map(({ ago }) => dayAgo('2026-05-13', ago));
        const since = local(sinceAgo);
        const moves = MOVES.filter(({ deal }) => deal === at).map(({ ago }) => local(ago));
        return to > today
          ? [since, ...notes].every((day) => day < from)
          : local(createdAgo) < from && ![since, ...notes, ...moves].some(isIn);
      });
      const range = { kind: 'absolute' as const, from, to };
      expect(await listed(days.zone, { entity: 'opportunity', time: { field: 'untouched', range } })).toEqual(
        expected.map(({ id }) => id).sort(),
      );
    }),
    { numRuns: 60 },
  );
});
