import type { SpokenInvocation } from './reading.ts';
import { asConversion } from './together.ts';
import type { Utterance } from './utterance.ts';

/** What is said of a lead in the words one has for a customer is the lead's. */
export function aboutLeads({ slots }: Utterance, invocation: SpokenInvocation): SpokenInvocation {
  const isLead = (said: string | undefined) =>
    said !== undefined && slots.customer.some(({ kind, name }) => kind === 'lead' && name === said);
  const { opportunity: deal, stage, amount, lostReason } = invocation.input;
  if (invocation.command === 'opportunity.advance' && deal !== undefined && isLead(deal)) {
    return stage === 'lost'
      ? {
          command: 'lead.outcome',
          input: { lead: deal, outcome: 'refused', ...(lostReason ? { note: lostReason } : {}) },
        }
      : { command: 'lead.convert', input: { lead: deal, ...(amount ? { amount } : {}) } };
  }
  const { customer: lead, ...rest } = invocation.input;
  if (!lead || !isLead(lead)) {
    return invocation;
  }
  switch (invocation.command) {
    case 'follow-up.log':
      return { command: 'lead.log', input: { lead, ...rest } };
    case 'customer.show':
    case 'follow-up.list':
      return { command: 'lead.show', input: { lead } };
    case 'opportunity.open':
      return { command: 'lead.convert', input: { lead, ...asConversion(rest) } };
    case 'task.add':
      return { command: 'task.add', input: { ...rest, lead } };
    default:
      return invocation;
  }
}
