import type { OutgoingRules } from './gateways/gateway.ts';
import type { HookSecrets } from './hooks/hook-secrets.ts';
import type { ReportRules } from './reports/report.ts';
import type { TagFloor } from './tags/rank-tags.ts';
import type { Locale, Text } from './text.ts';
import type { VisitLimits } from './visits/visit.ts';

/** What holds for the whole company where a person has not chosen otherwise. */
export type Organisation = {
  /** IANA name. */
  readonly timeZone: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly locale: Locale;
  /** Where people reach this server from outside, if they do. */
  readonly publicUrl?: string | undefined;
  /** The address of a kept file for a while from now on; none where nobody could reach it. */
  readonly fileLink?: ((fileId: string, now: Date) => string | undefined) | undefined;
  /** How long its author may change a follow-up. */
  readonly followUpEditDays?: number | undefined;
  /** When a tag is suggested at all, and how many are at once. */
  readonly tagFloor?: TagFloor | undefined;
  /** Which reports are asked for, and when. */
  readonly reports?: ReportRules | undefined;
  /** How long before he was put on file a customer may have been met. */
  readonly followUpBeforeDays?: number | undefined;
  /** What is strange about a check-in. */
  readonly visits?: VisitLimits | undefined;
  /** The secrets and addresses of what sends us events; none where nobody could reach it. */
  readonly hooks?: HookSecrets | undefined;
  /** Where word to customers may be sent, and for how long an answer is waited for. */
  readonly outgoing?: OutgoingRules | undefined;
  /** What people call the chats it is used in, by what these call themselves. */
  readonly chatNames?: Readonly<Record<string, Text>> | undefined;
};
