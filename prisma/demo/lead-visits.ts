import type { Calendar } from './calendar.ts';
import { type Language, type Login, userId } from './people.ts';
import { demoId } from './random.ts';

type Spot = { latitude: number; longitude: number };

type Visit = { author: Login; note: string; place: Spot; ago: number };

/** A lead of each language whom somebody has been to see, and whose place he has kept. */
const VISITS: Readonly<Record<Language, Visit>> = {
  zh: {
    author: 'li.lei',
    note: '上门看了现场，测点比电话里说的多，想先试两台。',
    place: { latitude: 22.5702, longitude: 113.8836 },
    ago: 2,
  },
  en: {
    author: 'jim.green',
    note: 'Walked the site with him; more points to measure than he said, wants two on trial first.',
    place: { latitude: -33.8312, longitude: 151.2089 },
    ago: 3,
  },
};

type Lead = { id: string; status: string; owner_id: string | null };

/** The leads with the place of those visited, and the check-ins there. */
export function visitLeads<Row extends Lead>(leads: readonly Row[], calendar: Calendar) {
  const visits = Object.values(VISITS).flatMap((visit) => {
    const lead = leads.find(({ status, owner_id }) => status === 'working' && owner_id === userId(visit.author));
    return lead ? [{ ...visit, lead }] : [];
  });
  return {
    leads: leads.map((lead) => ({ ...lead, place: visits.find((visit) => visit.lead.id === lead.id)?.place ?? null })),
    follow_ups: visits.map(({ lead, author, note, place, ago }) => ({
      id: demoId('follow_up', `lead/${lead.id}`),
      customer_id: null,
      lead_id: lead.id,
      opportunity_id: null,
      author_id: userId(author),
      kind: 'visit' as const,
      note,
      mood: null,
      outcome: 'progress',
      check_in: { source: 'photo', spot: place, address: null, metres: 0, doubts: [] },
      happened_on: calendar.workday(-ago),
      created_at: calendar.at(calendar.workday(-ago), 17 * 60 + 20),
    })),
  };
}
