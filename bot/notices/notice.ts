import type { z } from 'zod';
import type { Core } from '../../core/context.ts';
import type { Text } from '../../core/text.ts';
import type { Card } from '../cards/card.ts';
import { pressableBy } from '../pressable.ts';

/** Something a person is told without having asked. It is drawn as him, when it is sent: what it says is true then. */
export type Notice<Subject extends z.ZodType = z.ZodType> = {
  /** What an admin reads of it when it did not arrive. */
  readonly name: Text;
  /** The ids it is drawn from. */
  readonly subject: Subject;
  /** Undefined when there is nothing to say any more. */
  draw(core: Core, subject: z.output<Subject>): Promise<Card | undefined>;
  /** It may wait until the person's quiet hours are over. */
  mayWait(subject: z.output<Subject>): boolean;
  /** True for what need not reach somebody who is in no chat (yet). */
  readonly mayBeMissed?: boolean;
  /** The identity it must not be told through. */
  notThrough?(subject: z.output<Subject>): string;
  /** What its card shows, where the card is redrawn when that changes. */
  postedAs?(subject: z.output<Subject>): PostedAs;
};

export type PostedAs = { subject: string; subjectId: string };

/** A notice about one thing, ready to be drawn. */
export type BoundNotice = {
  readonly mayWait: boolean;
  readonly postedAs: PostedAs | undefined;
  readonly mayBeMissed: boolean;
  readonly notThrough: string | undefined;
  draw(core: Core): Promise<Card | undefined>;
};

export type DefinedNotice<Subject extends z.ZodType = z.ZodType> = {
  readonly name: Text;
  readonly subject: Subject;
  bind(subject: unknown): BoundNotice;
};

export function defineNotice<const Subject extends z.ZodType>(notice: Notice<Subject>): DefinedNotice<Subject> {
  return {
    name: notice.name,
    subject: notice.subject,
    bind(raw) {
      const subject = notice.subject.parse(raw);
      return {
        mayWait: notice.mayWait(subject),
        postedAs: notice.postedAs?.(subject),
        mayBeMissed: notice.mayBeMissed === true,
        notThrough: notice.notThrough?.(subject),
        async draw(core) {
          const card = await notice.draw(core, subject);
          return card && pressableBy(core.actor, card);
        },
      };
    },
  };
}
