import { type Calendar, clock } from './calendar.ts';
import type { Note } from './follow-ups.ts';
import { type Login, languageOf, userId } from './people.ts';
import type { Opportunity } from './pipeline.ts';
import { demoId, dice, nth, type Random } from './random.ts';
import { fillIn, PHRASES } from './writer.ts';

/** When the next steps of fresh deals fall due, in working days from today. */
const DUE: readonly number[] = [0, 2, 1, 0, 4, 3, 7, 1];
const TIMES: readonly (number | null)[] = [null, 16 * 60, null, 10 * 60 + 30, null, 14 * 60];

/** What people have to do beside their deals; `due` in working days from today. */
const OTHERS: readonly { login: Login; title: string; due: number }[] = [
  { login: 'zhang.wei', title: '北区周会：过一遍谈判阶段的商机', due: 0 },
  { login: 'zhang.wei', title: '和李雷复盘沐垚建材输单', due: -2 },
  { login: 'zhang.wei', title: '审北区下季度客户分配', due: 3 },
  { login: 'tom.brown', title: 'Coaching session with Lucy on discovery calls', due: 0 },
  { login: 'tom.brown', title: 'Territory plan for next quarter', due: 4 },
  { login: 'tom.brown', title: 'Answer head office on warranty exceptions', due: -1 },
  { login: 'wang.fang', title: '准备季度销售回顾材料', due: 2 },
  { login: 'wang.fang', title: '确认用户交流会的客户名单', due: 0 },
  { login: 'chen.jie', title: '与御澜轨道高层会面前看一遍材料', due: 3 },
  { login: 'zhao.min', title: '核对本月到期的首付款', due: 1 },
  { login: 'liu.yang', title: '安排下月巡检路线', due: 2 },
  { login: 'liu.yang', title: '回复岚屿食品的备件问题', due: 0 },
  { login: 'admin', title: '给新同事开通账号', due: 1 },
];

export type TaskRow = {
  id: string;
  title: string;
  owner_id: string;
  created_by: string;
  customer_id: string | null;
  opportunity_id: string | null;
  lead_id: string | null;
  follow_up_id: string | null;
  due_on: string;
  due_time: string | null;
  remind_at: string | null;
  done_at: string | null;
  created_at: string;
};

export function taskRows(pipeline: readonly Opportunity[], notes: readonly Note[], calendar: Calendar): TaskRow[] {
  const random = dice('tasks');
  const served: Partial<Record<Login, number>> = {};
  const steps = pipeline.flatMap((opportunity) => {
    const { owner, deal } = opportunity;
    const own = notes
      .filter((note) => note.opportunity === opportunity && note.author === owner)
      .sort((a, b) => b.ago - a.ago);
    const done = finishedSteps(opportunity, own, calendar, random);
    const last = own.at(-1);
    if (!last || deal.stage === 'won' || deal.stage === 'lost') return done;
    const serial = served[owner] ?? 0;
    served[owner] = serial + 1;
    const due = last.ago >= 8 ? -random.whole(2, last.ago - 3) : nth(DUE, serial);
    return [...done, { ...step(opportunity, last, calendar, random), ...dueOn(calendar, due, nth(TIMES, serial)) }];
  });
  return [...steps, ...otherTasks(calendar)];
}

/** What was promised half-way and done by the time of the next note. */
function finishedSteps(
  opportunity: Opportunity,
  notes: readonly Note[],
  calendar: Calendar,
  random: Random,
): TaskRow[] {
  const middle = Math.floor(notes.length / 2) - 1;
  const [promised, kept] = [notes[middle], notes[middle + 1]];
  if (!promised || !kept) return [];
  const day = calendar.workday(-kept.ago);
  const done_at = calendar.at(day, random.whole(21 * 60 + 1, 22 * 60));
  return [{ ...step(opportunity, promised, calendar, random), due_on: day, done_at }];
}

function step({ key, owner, deal, company, id }: Opportunity, note: Note, calendar: Calendar, random: Random): TaskRow {
  const language = languageOf(owner);
  const who = random.pick(company.contacts).called[language];
  const day = calendar.workday(-note.ago);
  return {
    id: demoId('task', `${key}/${note.id}`),
    title: fillIn(random.pick(PHRASES[language].tasks[note.stage ?? 'contact']), language, { who, deal: deal.name }),
    owner_id: userId(owner),
    created_by: userId(owner),
    customer_id: demoId('customer', company.domain),
    opportunity_id: id,
    lead_id: null,
    follow_up_id: note.id,
    due_on: day,
    due_time: null,
    remind_at: null,
    done_at: null,
    created_at: calendar.at(day, 21 * 60),
  };
}

function dueOn(calendar: Calendar, offset: number, minute: number | null) {
  const due_on = calendar.workday(offset);
  // As the core would remind: a quarter of an hour before, or at nine where there is no time.
  const remind_at = offset < 0 ? null : calendar.at(due_on, minute === null ? 9 * 60 : minute - 15);
  return { due_on, due_time: minute === null ? null : clock(minute), remind_at };
}

function otherTasks(calendar: Calendar): TaskRow[] {
  return OTHERS.map(({ login, title, due }, serial) => ({
    id: demoId('task', `other/${serial}`),
    title,
    owner_id: userId(login),
    created_by: userId(login),
    customer_id: null,
    opportunity_id: null,
    lead_id: null,
    follow_up_id: null,
    done_at: null,
    created_at: calendar.at(calendar.workday(Math.min(due, 0) - 4), 9 * 60),
    ...dueOn(calendar, due, nth(TIMES, serial)),
  }));
}
