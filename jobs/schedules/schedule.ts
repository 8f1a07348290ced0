import type { Desk } from '../desk.ts';
import type { Queues } from '../queues.ts';

/** Looks for what is due, again and again. What is due is judged by the database's clock; the queue only says "look". */
export type Schedule = {
  readonly name: string;
  readonly everyMs: number;
  look(desk: LookingDesk): Promise<void>;
};

export type LookingDesk = Desk & { queues: Queues; auditKey: Buffer };
