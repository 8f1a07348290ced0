import { checkAudits } from './check-audit.ts';
import { dueObjects } from './due-objects.ts';
import { forgetRefused } from './forget-bodies.ts';
import { foundEvents } from './found-events.ts';
import { nameSounds } from './hear-names.ts';
import { lateLeads } from './late-leads.ts';
import { publicPool } from './public-pool.ts';
import { reminders } from './reminders.ts';
import type { Schedule } from './schedule.ts';
import { sealAudit } from './seal-audit.ts';
import { stuckDeals } from './stuck-deals.ts';
import { sweepUnclaimed } from './sweep-files.ts';
import { tiers } from './tiers.ts';
import { digests, reports } from './workday.ts';

/** Everything that is looked for again and again. */
export const SCHEDULES: readonly Schedule[] = [
  reminders,
  digests,
  reports,
  stuckDeals,
  lateLeads,
  publicPool,
  sealAudit,
  checkAudits,
  sweepUnclaimed,
  forgetRefused,
  foundEvents,
  tiers,
  dueObjects,
  nameSounds,
];
