import { DomainError } from '../../core/errors.ts';
import type { Command } from '../command.ts';
import { adminDeliveries, adminRedeliver, adminRedeliverAll } from './admin-deliveries.ts';
import { adminOutcome, adminOutcomes } from './admin-outcomes.ts';
import { adminLeave, adminMove, adminPeople, adminPerson, adminRoles, adminUnlink } from './admin-people.ts';
import { adminPool, adminRecycle, adminRecycleReason } from './admin-pool.ts';
import { adminResponse } from './admin-response.ts';
import { adminRouting, adminRule, adminTerritory } from './admin-routing.ts';
import { adminSource, adminSources } from './admin-sources.ts';
import { adminAdmit, adminDecline, adminLink } from './admission.ts';
import { opportunityAdvance, opportunityComplete } from './advance.ts';
import { approvals } from './approval.ts';
import { auditCheck, auditShow } from './audit.ts';
import { billing } from './billing.ts';
import { boardShow } from './board.ts';
import { callList } from './call-list.ts';
import { contactFind, contacts } from './contact.ts';
import { conversationArchive, conversationShow } from './conversation.ts';
import { customerAdd, customerAddAnyway, customerFind, customerShow } from './customer.ts';
import { customerChange, customerChangeAnyway } from './customer-change.ts';
import { dealParts, opportunityShow } from './deal.ts';
import { duplicateAsk, duplicateMerge } from './duplicate.ts';
import { followUpUnread } from './entries.ts';
import { adminFields, fieldChange } from './fields.ts';
import { fileAdd, fileList } from './file.ts';
import { followUpChange, followUpList, followUpLog } from './follow-up.ts';
import { gateways } from './gateway.ts';
import { customerGive, handoverGive, handoverPlan, handoverShow, opportunityGive } from './handover.ts';
import { helpShow } from './help.ts';
import { hooks } from './hook.ts';
import { hookLead, hookUnmatched } from './hook-unmatched.ts';
import { adminInvite } from './invite.ts';
import { milestoneAdd, milestoneDone, touchAdd } from './journal.ts';
import { journalChanges } from './journal-change.ts';
import { leadAdd, leadAddAnyway, leadList, leadShow } from './lead.ts';
import { leadAssign, leadAssignSeveral } from './lead-assign.ts';
import { leadChange, leadChangeAnyway } from './lead-change.ts';
import { leadConvert } from './lead-convert.ts';
import { leadFairness } from './lead-fairness.ts';
import { leadEnquiry, leadLog, leadOutcome } from './lead-work.ts';
import { linkRemove, linkShow } from './link.ts';
import { customerDoubles, customerMerge, customerMergeNow } from './merge.ts';
import { objects } from './object.ts';
import { adminObject, adminObjectRemove, adminObjects } from './object-type.ts';
import { opportunityChange, opportunityDiscount, opportunityList, opportunityOpen } from './opportunity.ts';
import { pendingTake } from './pending.ts';
import { pipelineShow } from './pipeline.ts';
import { pipelineAdd, pipelineChange } from './pipelines.ts';
import { poolClaim, poolList, poolRelease } from './pool.ts';
import { productAdd, productChange, productList } from './product.ts';
import { questionAsk, summaryShow } from './question.ts';
import { opportunityReopen } from './reopen.ts';
import { reports } from './report.ts';
import { recordFind } from './search.ts';
import { segments } from './segment.ts';
import { adminSetUp } from './set-up.ts';
import { languageSet, settingsChange, settingsShow } from './settings.ts';
import { stages } from './stages.ts';
import { opportunityStuck } from './stuck.ts';
import { tagging } from './tag.ts';
import { tagKeeping } from './tag-keep.ts';
import { talkBack } from './talk.ts';
import { taskAdd, taskDone, taskList, taskShow, taskSnooze } from './task.ts';
import { taskChanges } from './task-change.ts';
import { adminTeams, teamChange, teamRemove, teamShow } from './team.ts';
import { adminTemplate, templateApply } from './template.ts';
import { tickets } from './ticket.ts';
import { customerTier, customerTierLift, customerTiers, tierChange } from './tier.ts';
import { teamToday, todayShow } from './today.ts';
import { changeUndo } from './undo.ts';
import { visitCheckIn, visitKeepPlace, visitList, visitPart, visitPlace } from './visit.ts';

/** Every command, in the order help shows them. */
export const commands = [
  todayShow,
  teamToday,
  followUpLog,
  followUpChange,
  followUpList,
  conversationArchive,
  conversationShow,
  followUpUnread,
  visitCheckIn,
  visitList,
  visitPlace,
  visitPart,
  visitKeepPlace,
  recordFind,
  customerShow,
  customerFind,
  customerAdd,
  contactFind,
  fileAdd,
  fileList,
  leadAdd,
  leadList,
  leadShow,
  leadOutcome,
  leadLog,
  leadEnquiry,
  leadConvert,
  leadChange,
  leadAssign,
  leadAssignSeveral,
  leadFairness,
  poolList,
  poolClaim,
  poolRelease,
  ...tagging,
  ...tagKeeping,
  opportunityOpen,
  opportunityList,
  opportunityShow,
  opportunityAdvance,
  opportunityComplete,
  opportunityChange,
  ...dealParts,
  opportunityDiscount,
  opportunityStuck,
  ...billing,
  pipelineShow,
  boardShow,
  questionAsk,
  summaryShow,
  ...segments,
  ...callList,
  taskAdd,
  taskList,
  taskShow,
  ...taskChanges,
  taskDone,
  taskSnooze,
  ...reports,
  ...contacts,
  touchAdd,
  adminSetUp,
  adminTemplate,
  templateApply,
  adminObjects,
  adminObject,
  adminObjectRemove,
  ...objects,
  milestoneAdd,
  milestoneDone,
  ...journalChanges,
  customerTier,
  customerTierLift,
  ...tickets,
  ...approvals,
  adminPeople,
  adminInvite,
  adminPerson,
  adminRoles,
  adminLeave,
  handoverPlan,
  handoverGive,
  handoverShow,
  customerGive,
  opportunityGive,
  opportunityReopen,
  customerChange,
  customerChangeAnyway,
  customerMerge,
  customerMergeNow,
  customerDoubles,
  adminTeams,
  teamShow,
  teamChange,
  teamRemove,
  adminFields,
  fieldChange,
  ...stages,
  pipelineChange,
  pipelineAdd,
  productList,
  productAdd,
  productChange,
  adminSources,
  adminSource,
  ...hooks,
  hookUnmatched,
  hookLead,
  ...gateways,
  customerTiers,
  tierChange,
  adminRouting,
  adminRule,
  adminTerritory,
  adminResponse,
  adminPool,
  adminRecycle,
  adminRecycleReason,
  adminOutcomes,
  adminOutcome,
  auditShow,
  auditCheck,
  adminDeliveries,
  adminRedeliver,
  adminRedeliverAll,
  adminAdmit,
  adminLink,
  adminDecline,
  adminUnlink,
  adminMove,
  settingsShow,
  settingsChange,
  languageSet,
  linkShow,
  linkRemove,
  changeUndo,
  helpShow,
  leadAddAnyway,
  leadChangeAnyway,
  customerAddAnyway,
  duplicateMerge,
  duplicateAsk,
  pendingTake,
  talkBack,
] as const;

/** The same list for whoever only needs what all commands have in common. */
export function everyCommand(): readonly Command[] {
  return commands as readonly Command[];
}

/** Looked up at the first use: some commands lead back to the gate, and so to this list. */
let byName: ReadonlyMap<string, Command> | undefined;

/** Throws out_of_date: a card may name a command that is no more. */
export function commandNamed(name: string): Command {
  byName ??= new Map(everyCommand().map((command) => [command.name, command]));
  const command = byName.get(name);
  if (!command) {
    throw new DomainError('out_of_date', `no command named ${name}`);
  }
  return command;
}
