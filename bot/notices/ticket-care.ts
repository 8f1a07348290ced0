import { z } from 'zod';
import { findTicketEntries, getTicket } from '../../core/tickets/find-tickets.ts';
import { findWhomToCall } from '../../core/tickets/find-whom-to-call.ts';
import { careCard } from '../views/ticket.ts';
import { viewer } from '../views/viewer.ts';
import { defineNotice } from './notice.ts';

/** A customer of his who matters has something to complain of (R19). */
export const ticketCare = defineNotice({
  name: { en: 'a customer to care for', zh: '客户关怀' },
  subject: z.object({ ticketId: z.uuid() }),
  mayWait: () => false,

  async draw(core, { ticketId }) {
    const [ticket, entries, whom] = await Promise.all([
      getTicket(core, ticketId),
      findTicketEntries(core, { ticketId }),
      findWhomToCall(core, ticketId),
    ]);
    return ticket.closedAt ? undefined : careCard(ticket, { entries, whom }, viewer(core));
  },
});
