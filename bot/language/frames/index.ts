import { recordRulesFrame, shownFrame } from '../set-up/index.ts';
import { appointmentsFrame } from './appointments.ts';
import { arrangedFrame } from './arranged.ts';
import { askedOfUsFrame, severalAskedFrame } from './asked-of-us.ts';
import { billingFrame, creditFrame, invoiceListFrame } from './billing.ts';
import { boardFrame } from './board.ts';
import { callInHandFrame } from './call-in-hand.ts';
import { changeFrame } from './changes.ts';
import { checkInFrame, otherVisitFrame } from './check-ins.ts';
import { COMPANY_FRAMES } from './company.ts';
import { contactChangeFrame } from './contact-changes.ts';
import { contactInsteadFrame } from './contact-instead.ts';
import { contactLeavingFrame } from './contact-leaving.ts';
import { contactNewsFrame } from './contact-news.ts';
import { contactAddFrame } from './contact-people.ts';
import { contactRemovingFrame } from './contact-removing.ts';
import { contactSaidFrame } from './contact-said.ts';
import { contactFrame, contactShowFrame } from './contacts.ts';
import { archiveFrame } from './conversations.ts';
import { customerFieldFrame } from './customer-fields.ts';
import { customerSectionFrame } from './customer-sections.ts';
import { customerAddFrame, customerShowFrame } from './customers.ts';
import { dealAskedFrame } from './deal-asked.ts';
import { dealEditsFrame } from './deal-edits.ts';
import { dealGiveFrame } from './deal-owners.ts';
import { dealPartsFrame, whereFrame } from './deals.ts';
import { discountFrame } from './discounts.ts';
import { emptiedFrame } from './emptied.ts';
import { fieldsFrame } from './fields.ts';
import { fileAddFrame, fileListFrame } from './files.ts';
import { followUpChangeFrame } from './follow-up-changes.ts';
import { followUpFrame } from './follow-ups.ts';
import type { Frame } from './frame.ts';
import { givenTaskFrame } from './given-tasks.ts';
import { handoverFrame } from './handovers.ts';
import { historyFrame } from './history.ts';
import { milestoneAddFrame, milestoneDoneFrame, touchFrame } from './journal.ts';
import { leadFieldFrame } from './lead-fields.ts';
import { leadListFrame } from './lead-lists.ts';
import { assignFrame } from './lead-owners.ts';
import { convertFrame, enquiryFrame, outcomeFrame, tagFrame, tagSuggestFrame } from './lead-talk.ts';
import { fairnessFrame, leadAddFrame, leadShowFrame, leadWhoseFrame } from './leads.ts';
import { mergeFrame } from './merges.ts';
import { openFrame } from './new-deals.ts';
import { newsFrame } from './news.ts';
import { nextSaidFrame } from './next-said.ts';
import { objectDoneFrame, objectDueFrame } from './object-doings.ts';
import { objectChangeFrame, objectFrame, objectRemovalFrame, objectShowFrame } from './objects.ts';
import { advanceFrame } from './opportunities.ts';
import { opportunityListFrame } from './opportunity-lists.ts';
import { poolFrame } from './pool.ts';
import { reportListFrame, reportReadFrame, reportWriteFrame } from './reports.ts';
import { searchFrame } from './search.ts';
import { segmentFrame } from './segments.ts';
import { requestStateFrame, settingsFrame } from './settings.ts';
import {
  approvalsFrame,
  dayPartFrame,
  helpFrame,
  rejectFrame,
  teamTodayFrame,
  todayFrame,
  undoFrame,
} from './small.ts';
import { stuckFrame } from './stuck-deals.ts';
import { summaryFrame } from './summary.ts';
import { tagSaidFrame } from './tag-said.ts';
import { talkFrame } from './talk.ts';
import { taskChangeFrame } from './task-changes.ts';
import { planFrame, reminderFrame, taskDoneFrame, taskListFrame } from './tasks.ts';
import { templateFrame } from './templates.ts';
import { ticketHeadedFrame } from './ticket-headed.ts';
import { ticketChangeFrame, ticketCloseFrame, ticketListFrame, ticketOpenFrame, ticketShowFrame } from './tickets.ts';
import { tierFrame, tierLiftFrame } from './tiers.ts';
import { wantedFrame } from './wanted-deals.ts';

/** Every one of them; what they read alike is told apart by how sure each is. */
export const FRAMES: readonly Frame[] = [
  undoFrame,
  talkFrame,
  helpFrame,
  segmentFrame,
  callInHandFrame,
  todayFrame,
  dayPartFrame,
  teamTodayFrame,
  summaryFrame,
  boardFrame,
  rejectFrame,
  approvalsFrame,
  ...COMPANY_FRAMES,
  recordRulesFrame,
  shownFrame,
  handoverFrame,
  mergeFrame,
  taskChangeFrame,
  givenTaskFrame,
  reminderFrame,
  planFrame,
  appointmentsFrame,
  nextSaidFrame,
  arrangedFrame,
  askedOfUsFrame,
  severalAskedFrame,
  taskListFrame,
  taskDoneFrame,
  customerSectionFrame,
  billingFrame,
  creditFrame,
  invoiceListFrame,
  customerFieldFrame,
  leadFieldFrame,
  emptiedFrame,
  touchFrame,
  templateFrame,
  objectRemovalFrame,
  objectChangeFrame,
  objectShowFrame,
  objectFrame,
  objectDoneFrame,
  objectDueFrame,
  milestoneAddFrame,
  milestoneDoneFrame,
  tierFrame,
  tierLiftFrame,
  ticketHeadedFrame,
  ticketOpenFrame,
  ticketCloseFrame,
  ticketChangeFrame,
  ticketListFrame,
  ticketShowFrame,
  reportWriteFrame,
  reportListFrame,
  reportReadFrame,
  leadAddFrame,
  leadListFrame,
  leadShowFrame,
  leadWhoseFrame,
  fairnessFrame,
  tagFrame,
  tagSaidFrame,
  tagSuggestFrame,
  outcomeFrame,
  enquiryFrame,
  convertFrame,
  dealGiveFrame,
  assignFrame,
  poolFrame,
  contactChangeFrame,
  contactLeavingFrame,
  contactRemovingFrame,
  contactNewsFrame,
  contactInsteadFrame,
  contactAddFrame,
  customerAddFrame,
  customerShowFrame,
  contactFrame,
  contactShowFrame,
  fileAddFrame,
  fileListFrame,
  archiveFrame,
  historyFrame,
  openFrame,
  wantedFrame,
  discountFrame,
  stuckFrame,
  dealAskedFrame,
  whereFrame,
  dealPartsFrame,
  advanceFrame,
  changeFrame,
  dealEditsFrame,
  settingsFrame,
  fieldsFrame,
  requestStateFrame,
  opportunityListFrame,
  followUpFrame,
  contactSaidFrame,
  newsFrame,
  checkInFrame,
  otherVisitFrame,
  followUpChangeFrame,
  searchFrame,
];
