import type { Planned } from '../../core/leads/pass-tasks.ts';
import type { Text } from '../../core/text.ts';
import type { Fact } from './facts.ts';
import { shortDay, type Viewer } from './format.ts';

/** What goes to another with a lead: 寄样品，5月20日; nothing where nothing was planned. */
export function plannedFact(name: Text, planned: readonly Planned[], viewer: Viewer): Fact {
  return [name, planned.map((task) => plannedText(task, viewer)).join('\n')];
}

export function plannedText({ title, dueOn, dueTime }: Planned, viewer: Viewer): string {
  return [title, dueWords({ dueOn, dueTime }, viewer)].filter(Boolean).join({ en: ', ', zh: '，' }[viewer.locale]);
}

/** 5月20日 15:00; empty where it has no day. */
export const dueWords = ({ dueOn, dueTime }: Pick<Planned, 'dueOn' | 'dueTime'>, viewer: Viewer): string =>
  [dueOn ? shortDay(dueOn, viewer) : '', dueTime].filter(Boolean).join(' ');

/** Beside a lead that has gone to somebody else. */
export const ALONG: Text = { en: 'Goes along', zh: '一并转交' };
/** For whoever has taken it on. */
export const TAKEN_OVER: Text = { en: 'Taken over', zh: '接手的待办' };
/** Off his list who has put it back. */
export const WAITS: Text = { en: 'Waits with it', zh: '随线索保留' };
