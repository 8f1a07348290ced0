import type { Calendar } from './calendar.ts';
import { checkInOf } from './check-ins.ts';
import type { Account } from './companies.ts';
import { type Company, caretaker, type Stage } from './company.ts';
import { type Login, userId } from './people.ts';
import type { Kind } from './phrases.ts';
import type { Opportunity } from './pipeline.ts';
import { demoId, dice, nth } from './random.ts';
import { type Scene, writer } from './writer.ts';

/** How many working days back the notes go. */
const REACH = 120;
const TOTAL = 600;
const JOINT_VISITS = 12;

export type Note = {
  id: string;
  company: Company;
  opportunity: Opportunity | undefined;
  author: Login;
  /** Where the deal stood. */
  stage: Stage | undefined;
  kind: Kind;
  text: string;
  /** Working days ago. */
  ago: number;
};

export function layOutNotes(pipeline: readonly Opportunity[], accounts: readonly Account[]): Note[] {
  const write = writer();
  const note = (key: string, scene: Scene, ago: number): Note => {
    const { company, opportunity, author, stage } = scene;
    return { id: demoId('follow_up', key), company, opportunity, author, stage, ago, ...write(scene) };
  };
  const notes = [...pipeline.flatMap((opportunity) => dealNotes(opportunity, note)), ...jointVisits(pipeline, note)];
  const quiet = accounts
    .map((account) => ({ account, ...quietDays(account, pipeline) }))
    .filter(({ to, from }) => from >= to);
  const random = dice('rapport');
  for (let serial = 0; notes.length < TOTAL; serial++) {
    const { account, from, to } = nth(quiet, serial);
    const { company } = account;
    const ago = random.whole(to, from);
    const runs = pipeline.some(
      ({ company: buyer, deal, lastTouch }) => buyer === company && deal.stage === 'won' && lastTouch > ago,
    );
    const topic = !runs ? 'rapport' : serial % 2 === 0 ? 'service' : 'aftercare';
    const author = topic === 'service' ? 'liu.yang' : caretaker(company);
    notes.push(note(`${company.domain}/quiet/${serial}`, { company, author, topic }, ago));
  }
  return notes;
}

type Make = (key: string, scene: Scene, ago: number) => Note;

/** From the first contact to the last word heard, more densely than evenly. */
function dealNotes(opportunity: Opportunity, note: Make): Note[] {
  const { key, company, owner, lastTouch, stages, story, id } = opportunity;
  if (story) {
    return story.notes.map(({ ago, kind, text }, index) => ({
      ...{ id: demoId('follow_up', `${key}/${index}`), company, opportunity, author: owner, kind, text, ago },
      stage: stageAt(opportunity, ago),
    }));
  }
  const from = Math.min(REACH, stages[0]?.ago ?? 0);
  if (from < lastTouch) return [];
  const random = dice(id);
  const days = new Set([from, lastTouch]);
  const wanted = Math.min(9, 2 + Math.round((from - lastTouch) / 6));
  for (let tries = 0; days.size < wanted && tries < 40; tries++) days.add(random.whole(lastTouch, from));
  return [...days]
    .sort((a, b) => b - a)
    .map((ago, index) => {
      const stage = stageAt(opportunity, ago);
      return note(`${key}/${index}`, { company, opportunity, author: owner, stage, topic: 'news' }, ago);
    });
}

/** Days on which a manager came along. */
function jointVisits(pipeline: readonly Opportunity[], note: Make): Note[] {
  const random = dice('joint visits');
  const teams: readonly { manager: Login; reps: readonly Login[] }[] = [
    { manager: 'zhang.wei', reps: ['li.lei', 'han.meimei'] },
    { manager: 'tom.brown', reps: ['jim.green', 'lucy.king'] },
  ];
  return teams.flatMap(({ manager, reps }) => {
    const deals = pipeline.filter(({ owner, lastTouch }) => reps.includes(owner) && lastTouch < REACH);
    return Array.from({ length: JOINT_VISITS }, (_, index) => {
      const opportunity = nth(deals, index * 3);
      const { company, lastTouch, stages } = opportunity;
      const ago = random.whole(lastTouch, Math.min(REACH, stages[0]?.ago ?? lastTouch));
      const scene: Scene = {
        company,
        opportunity,
        author: manager,
        stage: stageAt(opportunity, ago),
        topic: 'coaching',
      };
      return note(`${manager}/${index}`, scene, ago);
    });
  });
}

/** The days on which a word of nothing in particular leaves a forgotten deal forgotten. */
function quietDays({ company, since }: Account, pipeline: readonly Opportunity[]): { from: number; to: number } {
  const touches = pipeline.filter((each) => each.company === company).map(({ lastTouch }) => lastTouch);
  const to = company.owner === null ? 70 : Math.max(1, ...touches.filter((ago) => ago >= 8 && ago <= 16));
  return { from: Math.min(REACH, since), to };
}

function stageAt({ stages }: Opportunity, ago: number): Stage | undefined {
  return stages.findLast((each) => each.ago >= ago)?.stage;
}

/** In the words of the columns; null where nothing is said of it. */
export type Felt = { mood: string | null; outcome: string | null };

export function followUpRows(notes: readonly Note[], calendar: Calendar, readFelt: (note: string) => Felt) {
  const random = dice('follow-ups');
  return notes.map(({ id, company, opportunity, author, kind, text, ago }, serial) => ({
    id,
    customer_id: demoId('customer', company.domain),
    lead_id: null,
    opportunity_id: opportunity?.id ?? null,
    author_id: userId(author),
    kind,
    note: text,
    ...readFelt(text),
    check_in: kind === 'visit' ? checkInOf(company, serial) : null,
    happened_on: calendar.workday(-ago),
    created_at: calendar.at(calendar.workday(-ago), random.whole(17 * 60 + 1, 18 * 60)),
  }));
}
