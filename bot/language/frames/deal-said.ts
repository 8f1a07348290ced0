import type { Utterance } from '../utterance.ts';
import { nameIn } from './frame.ts';

/** How a deal is named, by its customer or its own name. */
export const DEAL_ZH = '(?:的|那个|这个|那|这)*(?:商机|单子?|项目|案子)?';
export const DEAL_EN = "(?:'s)?(?: (?:deal|opportunity|opp|account))?";
export const ZH = '(?<target>{customer}|[^，。,.!！?？\\s]{2,20}?)';
export const EN = '(?<target>{customer}|\\p{Lu}\\S{0,40}?)';
/** The first of the forms that fits; without a target the deal is asked for. */
export function first(utterance: Utterance, text: string, forms: readonly RegExp[]) {
  for (const form of forms) {
    const groups = form.exec(text)?.groups;
    const opportunity = nameIn(utterance, groups?.target);
    if (groups && (groups.target === undefined || opportunity !== undefined)) {
      return { groups, opportunity };
    }
  }
  return undefined;
}

export const sure = (opportunity: string | undefined) => (opportunity === undefined ? 0.72 : 0.9);
