import type { Role } from '../actor.ts';
import type { Text } from '../text.ts';

export type RequestState = 'pending' | 'approved' | 'rejected' | 'withdrawn' | 'superseded';
export type StepState = 'waiting' | 'pending' | 'approved' | 'rejected' | 'void';
export type Verdict = 'approved' | 'rejected';

/** Above this many basis points, this role signs as well (R42); the ladder is rows of approval_rules. */
export type Rule = { level: number; aboveBps: number; role: Role };

/** The signatures a discount needs, in order; none when it is within the rep's own hands. */
export function rulesFor(bps: number, ladder: readonly Rule[]): Rule[] {
  return ladder.filter(({ aboveBps }) => bps > aboveBps).sort((a, b) => a.level - b.level);
}

export type ApprovalStep = {
  id: string;
  level: number;
  role: Role;
  state: StepState;
  askedAt: Date | null;
  decidedById: string | null;
  decidedByName: string | null;
  decidedAt: Date | null;
  comment: string | null;
  /** Who holds the role today and may sign. */
  approvers: { id: string; name: string }[];
};

/** What is asked for: a discount, or the move into a stage that wants signatures (R33). */
export type Wish =
  | { kind: 'discount'; bps: number }
  | { kind: 'stage'; from: string; to: string; fromName: Text; toName: Text; lostReason: string | null };

export type Approval = Wish & {
  id: string;
  state: RequestState;
  round: number;
  requesterId: string;
  requesterName: string;
  reason: string | null;
  opportunity: {
    id: string;
    name: string;
    customerName: string;
    amount: bigint | null;
    currency: string;
    /** Null when it is out of the reader's sight. */
    version: number | null;
    /** It is still open, of the amount and, for a move, in the stage that the request speaks of. */
    isAsAsked: boolean;
  };
  createdAt: Date;
  version: number;
  steps: ApprovalStep[];
};
