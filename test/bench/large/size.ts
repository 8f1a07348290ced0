/** How large a company is, and how much of it is open; the rest is history. */
export type Size = {
  people: number;
  customers: number;
  opportunities: Part;
  leads: Part;
  tasks: Part;
  tickets: Part;
  followUps: number;
  /** Customers of the rep who has most. */
  largestBook: number;
  /** Follow-ups about the customer most is said of. */
  mostSaid: number;
};

type Part = { all: number; open: number };

/** A hundred times what Parley was made for. */
export const LARGE: Size = {
  people: 320,
  customers: 100_000,
  opportunities: { all: 200_000, open: 20_000 },
  leads: { all: 60_000, open: 9_000 },
  tasks: { all: 120_000, open: 12_000 },
  tickets: { all: 20_000, open: 1_000 },
  followUps: 1_000_000,
  largestBook: 2_000,
  mostSaid: 5_000,
};

/** Filled in a second or two; `crowd` times the people with all they have, `age` times the history, `deals` times what is open of those. */
export function middling({
  crowd = 1,
  age = 1,
  deals = 1,
}: {
  crowd?: number;
  age?: number;
  deals?: number;
} = {}): Size {
  const part = ({ all, open }: Part): Part => ({ all: all * crowd * age, open: open * crowd });
  return {
    people: 50 * crowd,
    customers: 400 * crowd * age,
    opportunities: part({ all: 640 + 160 * deals, open: 160 * deals }),
    leads: part({ all: 240, open: 80 }),
    tasks: part({ all: 480, open: 120 }),
    tickets: part({ all: 80, open: 16 }),
    followUps: 4_000 * crowd * age,
    largestBook: 50,
    mostSaid: 100,
  };
}
