/** What somebody else may do to what one has to do. */
export const DEEDS = ['changed', 'cancelled', 'done', 'snoozed'] as const;

export type Deed = (typeof DEEDS)[number];
