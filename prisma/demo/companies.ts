import { HAN_MEIMEI } from './companies.han-meimei.ts';
import { JIM_GREEN } from './companies.jim-green.ts';
import { LI_LEI } from './companies.li-lei.ts';
import { LUCY_KING } from './companies.lucy-king.ts';
import type { Company } from './company.ts';
import type { Opportunity } from './pipeline.ts';
import { demoId, dice } from './random.ts';

export const COMPANIES: readonly Company[] = [...LI_LEI, ...HAN_MEIMEI, ...JIM_GREEN, ...LUCY_KING];

/** How many customers began as a lead that is still on file. */
const CONVERTED = 12;

/** A company with the day, in working days ago, on which it came onto the books. */
export type Account = {
  id: string;
  company: Company;
  since: number;
  /** Its first deal, where both came out of one lead. */
  converted: Opportunity | undefined;
};

export function layOutAccounts(pipeline: readonly Opportunity[]): Account[] {
  const random = dice('accounts');
  const buyers = COMPANIES.filter(({ deals }) => deals.length > 0);
  return COMPANIES.map((company) => {
    const deals = pipeline.filter((opportunity) => opportunity.company === company);
    const first = deals.toSorted((a, b) => startOf(b) - startOf(a))[0];
    const isConverted = first !== undefined && (buyers.indexOf(company) * CONVERTED) % buyers.length < CONVERTED;
    const older = random.whole(20, 300);
    return {
      id: demoId('customer', company.domain),
      company,
      since: isConverted ? startOf(first) : (first ? startOf(first) : 130) + older,
      converted: isConverted ? first : undefined,
    };
  });
}

function startOf({ stages }: Opportunity): number {
  return stages[0]?.ago ?? 1;
}
