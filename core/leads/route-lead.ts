import type { Locale, Text } from '../text.ts';

/** What a rule may ask of a lead, and the products it asks for. */
export type Routed = {
  region: string | null;
  industry: string | null;
  sourceKey: string | null;
  products: readonly { id: string; name: Text }[];
};

/** The first whose conditions a lead meets says who may get it, and what counts how much; an empty condition asks for nothing. */
export type AssignmentRule = {
  position: number;
  regions: string[];
  industries: string[];
  /** Keys of sources. */
  sources: string[];
  /** Null is everybody who sells. */
  teamId: string | null;
  /** He alone; null is everybody of the team. */
  userId: string | null;
  /** Points for a territory, an industry and a product he knows, and, times his win rate, for deals won. */
  territory: number;
  expertise: number;
  product: number;
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
  productIds: string[];
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
    const pool = takers.filter((taker) => mayTake(taker, rule));
    const [first, ...others] = meets(lead, rule) ? pool : [];
    if (first) {
      const taker = bestOf(first, others, lead, rule);
      const [next, ...rest] = pool.filter((each) => each !== taker);
      return { taker, why: whyHim(taker, lead, { rule, pool, next: next && bestOf(next, rest, lead, rule) }) };
    }
  }
  return undefined;
}

const mayTake = ({ id, teamId }: Taker, rule: AssignmentRule): boolean =>
  (rule.teamId === null || teamId === rule.teamId) && (rule.userId === null || id === rule.userId);

function bestOf(first: Taker, others: readonly Taker[], lead: Routed, rule: AssignmentRule): Taker {
  return others.reduce((best, each) => (isBefore(each, best, lead, rule) ? each : best), first);
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

/** Of what a lead asks for, what somebody knows. */
function known({ productIds }: Taker, { products }: Routed): Routed['products'] {
  return products.filter(({ id }) => productIds.includes(id));
}

/** What somebody gets for what he knows, by what it is for. */
function knowledge(taker: Taker, lead: Routed, { territory, expertise, product, wins }: AssignmentRule) {
  const closed = taker.won + taker.lost;
  return {
    territory: covers(taker.regions, lead.region) ? territory : 0,
    expertise: covers(taker.industries, lead.industry) ? expertise : 0,
    product: known(taker, lead).length > 0 ? product : 0,
    wins: closed > 0 ? (wins * taker.won) / closed : 0,
  };
}

function pointsOf(taker: Taker, lead: Routed, rule: AssignmentRule): number {
  const { territory, expertise, product, wins } = knowledge(taker, lead, rule);
  return territory + expertise + product + wins - rule.load * taker.open - rule.fairness * taker.recent;
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

/** Whom he was chosen from, by which rule; `next` is who would have been. */
type Choice = { rule: AssignmentRule; pool: readonly Taker[]; next: Taker | undefined };

/** North · knows medical · knows EdgeGate 10 · 3 open leads, the fewest: whatever put him before the next is among it. */
function whyHim(taker: Taker, lead: Routed, { rule, pool, next }: Choice): Text {
  const counts = knowledge(taker, lead, rule);
  const said: Text[] = [];
  if (lead.region && counts.territory > 0) {
    said.push({ en: lead.region, zh: lead.region });
  }
  if (lead.industry && counts.expertise > 0) {
    said.push({ en: `knows ${lead.industry}`, zh: `熟悉${lead.industry}` });
  }
  if (counts.product > 0) {
    said.push(...known(taker, lead).map(({ name }) => ({ en: `knows ${name.en}`, zh: `熟悉${name.zh}` })));
  }
  if (counts.wins > 0) {
    const rate = Math.round((100 * taker.won) / (taker.won + taker.lost));
    said.push({ en: `wins ${rate}%`, zh: `赢单率 ${rate}%` });
  }
  const count = { en: `${taker.open} open ${taker.open === 1 ? 'lead' : 'leads'}`, zh: `${taker.open} 条` };
  const isLeast = pool.length > 1 && pool.every(({ open }) => open >= taker.open);
  said.push(
    isLeast
      ? { en: `${count.en}, the fewest`, zh: `手上线索最少（${count.zh}）` }
      : { en: count.en, zh: `手上线索 ${count.zh}` },
  );
  if (next && isByTurn(taker, next, lead, rule)) {
    said.push({
      en: `${taker.recent} given in 30 days, fewer than others`,
      zh: `近 30 天分到较少（${taker.recent} 条）`,
    });
  }
  return { en: said.map(({ en }) => en).join(' · '), zh: said.map(({ zh }) => zh).join(' · ') };
}

/** Nothing that he knows or has in hand puts him before the next: it is his turn. */
function isByTurn(taker: Taker, next: Taker, lead: Routed, rule: AssignmentRule): boolean {
  const [his, others] = [knowledge(taker, lead, rule), knowledge(next, lead, rule)];
  const knowsMore =
    his.territory > others.territory ||
    his.expertise > others.expertise ||
    his.product > others.product ||
    his.wins > others.wins;
  return !knowsMore && taker.open >= next.open && taker.recent < next.recent;
}
