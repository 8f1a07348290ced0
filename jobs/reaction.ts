import type { z } from 'zod';
import type { NoticeName, SubjectOf } from '../bot/notices/index.ts';
import type { Transaction } from '../core/db/transaction.ts';
import { GATEWAY, REDRAW } from '../core/deliveries/delivery.ts';
import { planDelivery } from '../core/deliveries/plan-delivery.ts';
import { findPostedCards } from '../core/deliveries/posted-card.ts';
import { EVENTS, type EventName, type EventOf } from '../core/events.ts';
import type { Organisation } from '../core/organisation.ts';
import { NEWCOMER, type newcomerSubject } from './tell-newcomer.ts';

/** What a reaction may do: read, plan rows and deliveries. All of it commits together with "this event is done". */
export type ReactionContext = Pick<Transaction, 'sql' | 'change'> & {
  /** What holds where a person has not chosen otherwise. */
  readonly org: Organisation;
  readonly eventId: string;
  /** Plans one message to one person, once for each `effectKey`. */
  tell<Name extends NoticeName>(message: {
    effectKey: string;
    to: string;
    notice: Name;
    subject: SubjectOf<Name>;
  }): Promise<void>;
  /** Plans to tell a newcomer how his admission was decided; he may have no row of his own. */
  tellNewcomer(admissionId: string): Promise<void>;
  /** Plans to tell a gateway, once for each `effectKey`. */
  sendOut(message: { effectKey: string; sendId: string }): Promise<void>;
  /** Plans to redraw every posted copy of a card. */
  redraw(what: { subject: string; subjectId: string }): Promise<void>;
};

/** What happens after a fact. It may be run again, so everything it plans carries a key of its own. */
export type Reaction = {
  readonly after: EventName;
  run(context: ReactionContext, payload: unknown): Promise<void>;
};

export function defineReaction<const Name extends EventName>(reaction: {
  after: Name;
  run(context: ReactionContext, event: EventOf<Name>): Promise<void>;
}): Reaction {
  return {
    after: reaction.after,
    run: (context, payload) => reaction.run(context, EVENTS[reaction.after].parse(payload) as EventOf<Name>),
  };
}

export function reactionContext(transaction: Transaction, eventId: string, org: Organisation): ReactionContext {
  return {
    eventId,
    org,
    change: transaction.change,
    sql: (statement) => transaction.sql(statement),
    async tell({ effectKey, to, notice, subject }) {
      await planDelivery(transaction, { effectKey, userId: to, notice, subject });
    },
    async tellNewcomer(admissionId) {
      const subject: z.output<typeof newcomerSubject> = { admissionId };
      await planDelivery(transaction, { effectKey: `newcomer:${eventId}`, userId: null, notice: NEWCOMER, subject });
    },
    async sendOut({ effectKey, sendId }) {
      await planDelivery(transaction, { effectKey, userId: null, notice: GATEWAY, subject: { sendId } });
    },
    async redraw(what) {
      for (const { id, userId } of await findPostedCards(transaction, what)) {
        const effectKey = `redraw:${eventId}:${id}`;
        await planDelivery(transaction, { effectKey, userId, notice: REDRAW, subject: { cardId: id } });
      }
    },
  };
}
