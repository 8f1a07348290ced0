import type { Locale, Text } from '../text.ts';

/** What a rule may ask of a lead. */
export type Routed = { region: string | null; industry: string | null; sourceKey: string | null };

/** The first whose conditions a lead meets says who may get it, and what counts how much; an empty condition asks for nothing. */
export type AssignmentRule = {
  position: number;
  regions: string[];
  industries: string[];
  /** Keys of sources. */
  sources: string[];
  /** Null is everybody who sells. */
  teamId: string | null;
  /** Points for a territory, for an industry he knows, and, times his win rate, for deals won. */
  territory: number;
  expertise: number;
  wins: number;
  /** Points against: for each lead he has open, and each he was given in the last 30 days. */
  load: number;
  fairness: number;
};

/** Somebody who may be given leads, with what he has in hand. */
export type Taker = {
  id: string;
  name: string;
  locale: Locale | null;
  timeZone: string | null;
  teamId: string | null;
  regions: string[];
  industries: string[];
  open: number;
  recent: number;
  won: number;
  lost: number;
};

/** Who gets a lead and why; undefined where no rule knows anybody. The same question has the same answer. */
export function routeLead(
  lead: Routed,
  rules: readonly AssignmentRule[],
  takers: readonly Taker[],
): { taker: Taker; why: Text } | undefined {
  for (const rule of [...rules].sort((a, b) => a.position - b.position)) {
    const pool = takers.filter(({ teamId }) => rule.teamId === null || teamId === rule.teamId);
    const [first, ...others] = meets(lead, rule) ? pool : [];
    if (first) {
      const taker = others.reduce((best, each) => (isBefore(each, best, lead, rule) ? each : best), first);
      return { taker, why: whyHim(taker, lead, pool) };
    }
  }
  return undefined;
}

function meets({ region, industry, sourceKey }: Routed, { regions, industries, sources }: AssignmentRule): boolean {
  return (
    (regions.length === 0 || covers(regions, region)) &&
    (industries.length === 0 || covers(industries, industry)) &&
    (sources.length === 0 || (sourceKey !== null && sources.includes(sourceKey)))
  );
}

/** 江苏 covers 江苏苏州; 江苏苏州 is where somebody said 江苏. */
export function covers(known: readonly string[], said: string | null): boolean {
  const word = said?.toLowerCase() ?? '';
  return (
    word !== '' && known.map((each) => each.toLowerCase()).some((each) => word.includes(each) || each.includes(word))
  );
}

function pointsOf(taker: Taker, lead: Routed, { territory, expertise, wins, load, fairness }: AssignmentRule): number {
  const closed = taker.won + taker.lost;
  return (
    (covers(taker.regions, lead.region) ? territory : 0) +
    (covers(taker.industries, lead.industry) ? expertise : 0) +
    (closed > 0 ? (wins * taker.won) / closed : 0) -
    load * taker.open -
    fairness * taker.recent
  );
}

/** Of equal points whoever was given fewer, then has fewer; the id decides last, so that the order of asking does not. */
function isBefore(one: Taker, other: Taker, lead: Routed, rule: AssignmentRule): boolean {
  const order = [
    pointsOf(other, lead, rule) - pointsOf(one, lead, rule),
    one.recent - other.recent,
    one.open - other.open,
    one.id < other.id ? -1 : 1,
  ];
  return (order.find((each) => each !== 0) ?? 0) < 0;
}

/** North · knows medical · 3 open leads, the fewest */
function whyHim(taker: Taker, lead: Routed, pool: readonly Taker[]): Text {
  const isLeast = pool.length > 1 && pool.every(({ open }) => open >= taker.open);
  const closed = taker.won + taker.lost;
  const rate = closed > 0 ? Math.round((100 * taker.won) / closed) : undefined;
  const said: Text[] = [];
  if (lead.region && covers(taker.regions, lead.region)) {
    said.push({ en: lead.region, zh: lead.region });
  }
  if (lead.industry && covers(taker.industries, lead.industry)) {
    said.push({ en: `knows ${lead.industry}`, zh: `熟悉${lead.industry}` });
  }
  if (rate !== undefined) {
    said.push({ en: `wins ${rate}%`, zh: `赢单率 ${rate}%` });
  }
  const count = { en: `${taker.open} open ${taker.open === 1 ? 'lead' : 'leads'}`, zh: `${taker.open} 条` };
  said.push(
    isLeast
      ? { en: `${count.en}, the fewest`, zh: `手上线索最少（${count.zh}）` }
      : { en: count.en, zh: `手上线索 ${count.zh}` },
  );
  return { en: said.map(({ en }) => en).join(' · '), zh: said.map(({ zh }) => zh).join(' · ') };
}
