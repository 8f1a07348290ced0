import { covers } from '../leads/route-lead.ts';

/** A customer or lead with whatever hangs on it. */
export type Home = { id: string; region: string | null; industry: string | null };

export type Receiver = { id: string; regions: readonly string[]; industries: readonly string[] };

/**
 * Who gets which: whoever covers its region, then whoever knows its industry; of those who do so equally, whoever was given
 * fewest, the one named first before the others.
 */
export function shareOut(homes: readonly Home[], receivers: readonly Receiver[]): Map<string, string> {
  const given = new Map<string, string>();
  const counts = new Map(receivers.map(({ id }) => [id, 0]));
  for (const { id: home, region, industry } of homes) {
    const suits = ({ regions, industries }: Receiver) =>
      (covers(regions, region) ? 2 : 0) + (covers(industries, industry) ? 1 : 0);
    const best = Math.max(...receivers.map(suits));
    const [to] = receivers
      .filter((each) => suits(each) === best)
      .sort((one, other) => (counts.get(one.id) ?? 0) - (counts.get(other.id) ?? 0));
    if (to && !given.has(home)) {
      given.set(home, to.id);
      counts.set(to.id, (counts.get(to.id) ?? 0) + 1);
    }
  }
  return given;
}
