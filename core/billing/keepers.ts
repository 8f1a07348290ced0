import { type Role, SELLERS } from '../actor.ts';

/** Who bills, receives and says how much a customer may owe; the row policies say the same. */
export const BOOKKEEPERS = ['finance', 'executive', 'admin'] as const satisfies readonly Role[];

/** Quotes, contracts and orders are kept by whoever sells besides. */
export const DOCUMENT_KEEPERS = [...SELLERS, 'finance'] as const satisfies readonly Role[];
