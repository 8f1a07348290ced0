import type { CommandName, SpokenInvocation } from './reading.ts';
import type { Utterance } from './utterance.ts';

/** What these fields take may be a deal as well as its customer, or be called like one. */
const TAKES_DEALS = /^(?:opportunity|record|title|note|name\p{L}*)$/u;

const OF_ITS_CUSTOMER: Partial<Record<CommandName, CommandName>> = { 'customer.show': 'opportunity.show' };

/** What is said of a deal in the words one has for a customer is its customer's, or the deal's own. */
export function aboutDeals({ slots }: Utterance, invocation: SpokenInvocation): SpokenInvocation {
  const deals = slots.customer.filter(({ kind }) => kind === 'deal');
  const deal = deals.find(({ name }) => name === invocation.input.customer);
  const instead = OF_ITS_CUSTOMER[invocation.command];
  if (deal && instead) {
    return { command: instead, input: { opportunity: deal.name } };
  }
  if (deals.length === 0) {
    return invocation;
  }
  const input = Object.entries(invocation.input).flatMap(([field, value]) => {
    const meant = TAKES_DEALS.test(field) ? undefined : deals.find(({ name }) => name === value);
    const said = meant ? meant.of : value;
    return said === undefined ? [] : [[field, said] as const];
  });
  return { ...invocation, input: Object.fromEntries(input) };
}
