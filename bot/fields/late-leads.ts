import type { Core } from '../../core/context.ts';
import { findLeads, type LeadLine } from '../../core/leads/find-leads.ts';
import { SEVERAL } from '../../core/leads/give-several.ts';
import { findPeopleLike } from '../../core/people/find-people-like.ts';
import { searchPeople } from '../../core/people/people.ts';
import { fill, type Text } from '../../core/text.ts';
import { counted } from '../views/format.ts';
import type { Candidate, Instead } from './record-rule.ts';

/** 李雷超时, Jim overdue: what one of them has not answered in time. */
const LATE = /^(?<who>.{1,60}?) ?(?:的|['’]s)?(?:响应)?(?:超时|逾期|(?<= )(?:overdue|late))(?:的?线索| leads)?$/iu;
const ALL_LATE: Text = { en: 'All late leads', zh: '全部超时线索' };
const HIS_LATE: Text = { en: '{name}: late leads', zh: '{name}的超时线索' };

const whoIn = (mention: string) => LATE.exec(mention)?.groups?.who;

/** What is said where that leads to none: he has none, several are called so, or nobody is. */
export async function noneLate(core: Core, mention: string): Promise<Text | undefined> {
  const who = whoIn(mention);
  if (who === undefined) {
    return undefined;
  }
  const [person, another] = await searchPeople(core, { words: who });
  if (!person) {
    return { en: `No colleague here is called “${who}”. Instead:`, zh: `没有叫“${who}”的同事。你可以选择：` };
  }
  return another
    ? { en: `Which colleague do you mean by “${who}”?`, zh: `“${who}”指的是哪位同事？` }
    : { en: `No lead of “${who}” that you may see is late.`, zh: `在你可见的范围内，“${who}”没有响应超时的线索。` };
}

/** Undefined where these are other words, or nobody's name. */
export async function lateLeads(core: Core, mention: string): Promise<Candidate[] | undefined> {
  const words = whoIn(mention);
  const [person, another] = words ? await searchPeople(core, { words }) : [];
  return person && !another ? togetherAs(await lateOf(core, person.id)) : undefined;
}

/** Where nobody or more than one is called so: what those have who may be meant, and all that is late. */
export async function lateInstead(core: Core, mention: string): Promise<Candidate[] | undefined> {
  const who = whoIn(mention);
  if (who === undefined) {
    return undefined;
  }
  const called = await searchPeople(core, { words: who });
  if (called.length === 1) {
    return [];
  }
  const people = called.length > 1 ? called : await findPeopleLike(core, who);
  const theirs = await Promise.all(
    people
      .slice(0, OFFERED)
      .map(async ({ id, name }) => labelled(await lateOf(core, id), fill(HIS_LATE, { name }), core)),
  );
  const all = await findLeads(core, { which: 'late', limit: SEVERAL });
  return [...theirs.flat(), ...labelled(all, ALL_LATE, core)];
}

const OFFERED = 4;

const lateOf = (core: Core, owner: string) => findLeads(core, { which: 'late', owner, limit: SEVERAL });

const labelled = (leads: readonly LeadLine[], label: Text, { actor }: Core): Candidate[] =>
  togetherAs(leads).map(({ id }) => ({ id, label: counted(label[actor.locale], leads.length, actor.locale) }));

/** All of them are one choice. */
export const togetherAs = (leads: readonly LeadLine[]): Candidate[] =>
  leads.length === 0
    ? []
    : [
        {
          id: leads.map(({ id }) => id).join(','),
          label: leads.map(({ contact, company }) => (company ? `${contact} · ${company}` : contact)).join('、'),
        },
      ];

/** Late leads of somebody nobody knows: those of whoever is called most like it, or all of them. */
export async function insteadOfPerson(
  core: Core,
  mention: string,
  { which }: Readonly<Record<string, unknown>>,
): Promise<Instead[]> {
  if (which !== 'late' && which !== '超时') {
    return [];
  }
  const near = await findPeopleLike(core, mention);
  return [
    ...near.map(({ id, name }) => ({
      label: fill(HIS_LATE, { name }),
      command: 'lead.list',
      input: { which: 'late', owner: id },
    })),
    { label: ALL_LATE, command: 'lead.list', input: { which: 'late' } },
  ];
}
