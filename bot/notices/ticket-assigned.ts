import { z } from 'zod';
import { findTicketEntries, getTicket } from '../../core/tickets/find-tickets.ts';
import { assignedTicketCard } from '../views/ticket.ts';
import { viewer } from '../views/viewer.ts';
import { defineNotice } from './notice.ts';

/** Somebody is to see to a ticket. */
export const ticketAssigned = defineNotice({
  name: { en: 'a ticket to see to', zh: '待处理的工单' },
  subject: z.object({ ticketId: z.uuid() }),
  mayWait: () => true,

  async draw(core, { ticketId }) {
    const [ticket, entries] = await Promise.all([getTicket(core, ticketId), findTicketEntries(core, { ticketId })]);
    return ticket.closedAt || ticket.assigneeId !== core.actor.userId
      ? undefined
      : assignedTicketCard(ticket, entries, viewer(core));
  },
});
