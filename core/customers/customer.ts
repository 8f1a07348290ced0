import { parseCompanyName } from '../names/company-name.ts';

/** The normalised name duplicates are found by: without region, legal form, brackets, case and width. */
export function companyKey(name: string): string {
  return parseCompanyName(name).core;
}
