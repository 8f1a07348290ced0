import type { Calendar } from './calendar.ts';
import { COMPANIES } from './companies.ts';
import { type Company, caretaker, type Deal, type Stage } from './company.ts';
import { type Language, type Login, languageOf, userId } from './people.ts';
import type { Money } from './products.ts';
import { demoId, dice, nth, type Random } from './random.ts';
import { STORIES, type Story } from './stories.ts';

const OPEN_STAGES: readonly Stage[] = ['contact', 'needs', 'proposal', 'negotiation'];

/** How many working days deals have stood where they stand; some far too long. */
const DAYS_IN_STAGE: Readonly<Record<string, readonly number[]>> = {
  contact: [3, 9, 2, 14, 6, 20],
  needs: [5, 12, 27, 3, 8, 38, 6],
  proposal: [4, 9, 14, 2, 22, 6],
  negotiation: [3, 6, 10, 5, 15],
};

const LOST_REASONS: Readonly<Record<Language, readonly string[]>> = {
  zh: ['价格高于竞品', '预算取消', '客户选择原有供应商', '项目搁置'],
  en: ['Price above the competition', 'Budget withdrawn', 'Stayed with the existing supplier', 'Project shelved'],
};

/** A deal laid out in time; every number is working days ago. */
export type Opportunity = {
  id: string;
  key: string;
  company: Company;
  deal: Deal;
  owner: Login;
  language: Language;
  stages: readonly { stage: Stage; ago: number }[];
  /** When somebody last heard of it. */
  lastTouch: number;
  story: Story | undefined;
};

export function layOutPipeline(calendar: Calendar): Opportunity[] {
  const random = dice('pipeline');
  const seen: Record<string, number> = {};
  const count = (what: string) => {
    seen[what] = (seen[what] ?? 0) + 1;
    return seen[what] - 1;
  };
  return COMPANIES.flatMap((company) =>
    company.deals.map((deal, index): Opportunity => {
      const owner = caretaker(company);
      const key = `${company.domain}/${index}`;
      const story = STORIES[key];
      const path = pathTo(deal.stage, random.whole(2, 4));
      const stages = story
        ? story.stages.map((ago, at) => ({ stage: nth(path, at), ago }))
        : backwards(path, enteredAgo(deal.stage, count, calendar), () => random.whole(4, 15));
      const isThird = !isClosed(deal) && count(`open of ${owner}`) % 3 === 1;
      const lastTouch = story?.notes.at(-1)?.ago ?? lastTouchOf(deal, stages, isThird, random);
      const id = demoId('opportunity', key);
      return { id, key, company, deal, owner, language: languageOf(owner), stages, lastTouch, story };
    }),
  );
}

function isClosed({ stage }: Deal): boolean {
  return stage === 'won' || stage === 'lost';
}

function enteredAgo(stage: Stage, count: (what: string) => number, calendar: Calendar): number {
  const days = DAYS_IN_STAGE[stage];
  return days ? nth(days, count(stage)) : closedAgo(count('closed'), calendar);
}

/** A closed deal is heard of until it closes, an open one until this week, unless it was forgotten for more than seven days. */
function lastTouchOf(deal: Deal, stages: Opportunity['stages'], mayBeForgotten: boolean, random: Random): number {
  const started = stages[0]?.ago ?? 1;
  if (isClosed(deal)) return stages.at(-1)?.ago ?? 1;
  return mayBeForgotten && started > 9 ? random.whole(8, Math.min(16, started)) : random.whole(1, Math.min(4, started));
}

/** What a deal went through; a lost one got `reached` stages far. */
function pathTo(stage: Stage, reached: number): readonly Stage[] {
  if (stage === 'won') return [...OPEN_STAGES, 'won'];
  if (stage === 'lost') return [...OPEN_STAGES.slice(0, reached), 'lost'];
  return OPEN_STAGES.slice(0, OPEN_STAGES.indexOf(stage) + 1);
}

function backwards(path: readonly Stage[], entered: number, stay: () => number): Opportunity['stages'] {
  let ago = entered;
  return [...path]
    .reverse()
    .map((stage, back) => {
      ago += back === 0 ? 0 : stay();
      return { stage, ago };
    })
    .reverse();
}

/** Every other closed deal fell in the last quarter, the rest in this one as far as it has begun. */
function closedAgo(serial: number, { quarterAge }: Calendar): number {
  const spread = Math.floor(serial / 2) * 5;
  if (serial % 2 === 1 && quarterAge > 0) return 1 + (spread % quarterAge);
  return quarterAge + 1 + (spread % 55);
}

export function opportunityRows(pipeline: readonly Opportunity[], calendar: Calendar, { currency, toMinor }: Money) {
  const random = dice('opportunities');
  const rows = pipeline.map(({ id, key, company, deal, owner, language, stages }, serial) => {
    const days = stages.map(({ stage, ago }) => ({ stage, day: calendar.workday(-ago) }));
    const moments = days.map(({ stage, day }) => ({ stage, at: calendar.at(day, random.whole(9 * 60 + 30, 17 * 60)) }));
    const ahead = random.whole(5, 20) + 10 * (4 - OPEN_STAGES.indexOf(deal.stage));
    const expected = serial % 9 === 4 ? calendar.workday(-random.whole(2, 6)) : calendar.workday(ahead);
    return {
      opportunity: {
        id,
        customer_id: demoId('customer', company.domain),
        name: deal.name,
        owner_id: userId(owner),
        stage_key: deal.stage,
        stage_since: moments.at(-1)?.at,
        amount: deal.thousands === null ? null : toMinor(deal.thousands * 1_000),
        currency,
        close_on: isClosed(deal) ? days.at(-1)?.day : expected,
        discount_bps: deal.stage === 'won' || deal.stage === 'negotiation' ? nth([null, 300, 500, 800], serial) : null,
        lost_reason: deal.stage === 'lost' ? nth(LOST_REASONS[language], serial) : null,
        created_by: userId(owner),
        created_at: moments[0]?.at,
      },
      moves: moments.map(({ stage, at }, index) => ({
        id: demoId('stage_move', `${key}/${index}`),
        opportunity_id: id,
        from_stage: moments[index - 1]?.stage ?? null,
        to_stage: stage,
        moved_by: userId(owner),
        moved_at: at,
      })),
    };
  });
  return { opportunities: rows.map((row) => row.opportunity), stage_moves: rows.flatMap((row) => row.moves) };
}
