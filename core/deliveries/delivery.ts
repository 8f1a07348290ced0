/** One message on its way to one person, or one card to be redrawn. */
export type Delivery = {
  id: string;
  effectKey: string;
  /** Null for somebody who has not been let in. */
  userId: string | null;
  notice: string;
  subject: unknown;
  attempts: number;
  /** An earlier try may have reached the person. */
  doubtful: boolean;
};

/** The notice of a delivery that redraws a posted card; it may be repeated without harm. */
export const REDRAW = 'redraw';

/** How long one try may take before it counts as broken off. */
export const SENDING_MS = 60_000;
