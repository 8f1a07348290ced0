import { findLastChanges } from '../changes/last-changes.ts';
import type { Core } from '../context.ts';
import { dateText } from '../day-words.ts';
import { dayIn } from '../days.ts';
import { DomainError } from '../errors.ts';
import type { LeadLine } from './find-leads.ts';
import { isOpen, LEAD_STATUS_NAMES } from './lead.ts';

/** Throws bad_transition for a lead that is closed, saying what became of it, by whom and when. */
export async function refuseClosedLead(
  core: Core,
  { id, contact, status }: Pick<LeadLine, 'id' | 'contact' | 'status'>,
): Promise<void> {
  if (isOpen(status)) {
    return;
  }
  const [closed] = await findLastChanges(core, { table: 'leads', id, fields: ['status'] });
  const on = closed && dateText(dayIn(closed.at, core.actor.timeZone), core.today);
  const what = LEAD_STATUS_NAMES[status];
  throw new DomainError('bad_transition', `lead ${id} is ${status}`, {
    say: {
      en: `${contact} is closed: ${what.en.toLowerCase()}${closed?.who ? ` by ${closed.who}` : ''}${on ? ` on ${on.en}` : ''}.`,
      zh: `${contact}${what.zh}${on ? `（${[closed?.who, on.zh].filter(Boolean).join(' ')}）` : ''}。`,
    },
  });
}
