import type { Reaction } from '../reaction.ts';
import { afterAdmissionAsked } from './after-admission-asked.ts';
import { afterAdmissionDecided } from './after-admission-decided.ts';
import { afterApprovalAsked } from './after-approval-asked.ts';
import { afterApprovalDecided } from './after-approval-decided.ts';
import { afterApprovalSuperseded } from './after-approval-superseded.ts';
import { afterDuplicateAsked } from './after-duplicate-asked.ts';
import { afterGatewayAsked } from './after-gateway-asked.ts';
import { afterHandoverGiven } from './after-handover-given.ts';
import { afterIdentityLinked } from './after-identity-linked.ts';
import { afterIdentityUnlinked } from './after-identity-unlinked.ts';
import { afterLeadAdded } from './after-lead-added.ts';
import { afterLeadEnquired } from './after-lead-enquired.ts';
import { afterLeadGiven } from './after-lead-given.ts';
import { afterLeadsGiven } from './after-leads-given.ts';
import { afterObjectAdded } from './after-object-added.ts';
import { afterOpportunityShared } from './after-opportunity-shared.ts';
import { afterPersonInvited } from './after-person-invited.ts';
import { afterReportChanged, afterReportCommented, afterReportSubmitted } from './after-report.ts';
import { afterTaskChanged } from './after-task-changed.ts';
import { afterTaskGiven } from './after-task-given.ts';
import { afterTicketAssigned, afterTicketOpened, afterTicketReopened } from './after-ticket.ts';
import { afterWorkRestored } from './after-work-restored.ts';
import { afterWorkTaken } from './after-work-taken.ts';
import { afterWorkWithdrawn } from './after-work-withdrawn.ts';

/** Everything that happens after something else. */
export const REACTIONS: readonly Reaction[] = [
  afterLeadAdded,
  afterLeadEnquired,
  afterLeadGiven,
  afterLeadsGiven,
  afterDuplicateAsked,
  afterTaskGiven,
  afterTaskChanged,
  afterWorkTaken,
  afterWorkWithdrawn,
  afterWorkRestored,
  afterHandoverGiven,
  afterOpportunityShared,
  afterObjectAdded,
  afterTicketOpened,
  afterTicketAssigned,
  afterTicketReopened,
  afterGatewayAsked,
  afterReportSubmitted,
  afterReportCommented,
  afterReportChanged,
  afterApprovalAsked,
  afterApprovalDecided,
  afterApprovalSuperseded,
  afterAdmissionAsked,
  afterAdmissionDecided,
  afterIdentityLinked,
  afterIdentityUnlinked,
  afterPersonInvited,
];
