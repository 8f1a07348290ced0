import type { DocumentLine } from '../billing/find-documents.ts';
import type { Core } from '../context.ts';
import { addDays, type Day, dayIn } from '../days.ts';
import { addTask } from '../tasks/add-task.ts';
import { LOCALES, type Text } from '../text.ts';
import { findDealStanding } from './find-facts.ts';
import { findStages, type Stage } from './stage.ts';

/** What follows a quote, and for how many days it may wait (R28), where no stage of its deal's pipeline says otherwise. */
const FOLLOW_UP: NonNullable<Stage['task']> = {
  days: 3,
  title: { en: 'Follow up on the quote', zh: '跟进报价' },
};

/**
 * The task to follow up on a quote that was sent (R28): the deal's owner's where the actor may give him tasks, else the
 * actor's own. None where one is open already, the quote is too old for it, or its deal is closed.
 */
export async function followUpQuote(
  core: Core,
  { customerId, opportunityId, datedOn, state }: DocumentLine,
): Promise<{ title: string; dueOn: Day } | undefined> {
  const [stages, standing] = await Promise.all([
    findStages(core),
    opportunityId ? findDealStanding(core, opportunityId) : undefined,
  ]);
  const at = stages.find(({ key }) => key === standing?.stageKey);
  const { title, days } =
    stages.find((stage) => stage.pipelineKey === at?.pipelineKey && isSuch(stage))?.task ?? FOLLOW_UP;
  const { actor, org } = core;
  const owner = standing?.isOwnerMine
    ? { id: standing.ownerId, name: standing.ownerName, timeZone: standing.ownerTimeZone ?? org.timeZone }
    : { id: actor.userId, name: actor.name, timeZone: actor.timeZone };
  const dueOn = addDays(datedOn, days);
  const isPast =
    state !== 'sent' || dueOn < dayIn(core.now, owner.timeZone) || (at !== undefined && at.kind !== 'open');
  if (isPast || (await isPlanned(core, { customerId, opportunityId, title }))) {
    return undefined;
  }
  const said = title[(standing?.isOwnerMine ? standing.ownerLocale : actor.locale) ?? org.locale];
  addTask(core, { title: said, dueOn, customerId, opportunityId }, owner);
  return { title: said, dueOn };
}

const isSuch = ({ task }: Stage) =>
  task !== null && LOCALES.some((locale) => task.title[locale] === FOLLOW_UP.title[locale]);

/** Whether such a task of the deal, or of the customer where there is none, is still to be done, whoever's it is. */
export async function isPlanned(
  core: Core,
  { customerId, opportunityId, title }: { customerId: string; opportunityId: string | null; title: Text },
): Promise<boolean> {
  const [found] = await core.sql<{ is: boolean }>({
    name: 'follow-up-planned',
    text: `SELECT EXISTS (SELECT FROM tasks t WHERE t.done_at IS NULL AND t.title = ANY ($3)
             AND (t.opportunity_id = $2 OR ($2::uuid IS NULL AND t.customer_id = $1))) AS is`,
    values: [customerId, opportunityId, LOCALES.map((locale) => title[locale])],
  });
  return found?.is === true;
}
