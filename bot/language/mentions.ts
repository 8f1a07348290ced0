import { fold, isHan, LEGAL_FORM, parseCompanyName } from '../../core/names/index.ts';
import type { MentionKeys, Place } from './mention-keys.ts';
import type { NameHit } from './reading.ts';
import { withoutOverlaps } from './scan.ts';

/** A stretch that is a name: of one thing, or, when several bear it, left as it was typed. */
export type Mention = Place & { text: string; kind: Kind; name: string /** The customer of a deal. */; of?: string };

/** What is called by plain words (试用, Pilot, 车辆), which are its name only where such a thing is said. */
const PLAIN = ['stage', 'object', 'source', 'tag', 'outcome'] as const;
type PlainKind = (typeof PLAIN)[number];
type Kind = Exclude<NameHit['kind'], PlainKind>;
type Hit = NameHit & { kind: Kind };

const isOfRecord = (hit: NameHit): hit is Hit => !PLAIN.some((kind) => kind === hit.kind);

/** Words it is called by, and the key of each that is: pipelines may have stages called alike. */
export type PlainlySaid = { text: string; keys: string[] };

const RANK = { customer: 0, lead: 1, deal: 2, product: 3, person: 4, team: 5 } as const;

/** A word or two characters stand for a deal only where a deal is said: 冷库那单, the kiln deal. */
const OF_DEAL = /^[的那这个]*(?:单|商机|项目|案子)|^ (?:deal|opportunity|opp|project)(?![a-z])/iu;
const isBrief = (said: string) => (/\p{Script=Han}/u.test(said) ? said.length < 3 : !said.includes(' '));

/** Words that, right after a known brand, make it another company: 华星 is known, 华星软件 is not. */
const OTHER_COMPANY =
  /^(?:电子|软件|科技|数据|医疗|医药|生物|食品|机械|新能源|能源|建材|激光|物流|家电|化工|材料|汽车|电器|光电|通信|网络|信息|智能|传媒|文化|教育|纺织|服饰|重工|半导体|贸易|实业)|^ (?:industries|dynamics|labs?|systems|foods|technologies|technology|partners|solutions|enterprises|traders|imports|logistics|motors|bank|energy|media|robotics|software)(?![a-z])/iu;

/** The longest names win; what several customers share keeps the words it was said in. */
export function findMentions(text: string, keys: MentionKeys, hits: readonly NameHit[]): Mention[] {
  const byPlace = new Map<string, { place: Place; hits: Hit[] }>();
  for (const hit of hits.filter(isOfRecord)) {
    for (const place of keys.get(hit.key) ?? []) {
      const at = `${place.index}:${place.length}`;
      const entry = byPlace.get(at) ?? { place, hits: [] };
      entry.hits.push(hit);
      byPlace.set(at, entry);
    }
  }
  const mentions = [...byPlace.values()].flatMap(({ place, hits: found }) => toMention(text, place, found) ?? []);
  const longest = [...mentions].sort((a, b) => b.length - a.length || a.index - b.index);
  const kept: Mention[] = [];
  for (const mention of longest) {
    const isFree = kept.every(
      (other) => mention.index + mention.length <= other.index || mention.index >= other.index + other.length,
    );
    if (isFree) {
      kept.push(mention);
    }
  }
  return withoutOverlaps(withoutBriefDeals(text, kept));
}

/** 冷库 is a deal of 岚屿's where 岚屿 is said before it; elsewhere it is a word. */
function withoutBriefDeals(text: string, mentions: readonly Mention[]): Mention[] {
  return mentions.filter((mention) => {
    const { index, length } = mention;
    const isClear = mention.kind !== 'deal' || !isBrief(mention.text) || OF_DEAL.test(text.slice(index + length));
    return (
      isClear ||
      fold(mention.name) === fold(mention.text) ||
      mentions.some(
        (of) =>
          of.kind === 'customer' && of.name === mention.of && ITS.test(text.slice(of.index + of.length, mention.index)),
      )
    );
  });
}

/** What may stand between a customer and its deal. */
export const ITS = /^(?:['’]s |那边|的|那个|这个|那|这| )*$/iu;

/** The stages, or kinds of objects, that words of the text are called by, the longer before the shorter. */
export function findPlainlySaid(
  kind: PlainKind,
  text: string,
  keys: MentionKeys,
  hits: readonly NameHit[],
): PlainlySaid[] {
  const said = new Map<string, PlainlySaid>();
  for (const hit of hits.filter((each) => each.kind === kind)) {
    for (const { index, length } of keys.get(hit.key) ?? []) {
      const words = text.slice(index, index + length);
      said.set(words, { text: words, keys: [...(said.get(words)?.keys ?? []), hit.name] });
    }
  }
  return [...said.values()].sort((a, b) => b.text.length - a.text.length);
}

/** 李雷 is the colleague of that name before it is short for 李雷建材. */
function withoutMereHeads(hits: Hit[]): Hit[] {
  const isNamed = hits.some(({ kind, name, key }) => kind === 'team' || (kind === 'person' && fold(name) === key));
  const isHead = ({ kind, name, key }: Hit) =>
    (kind === 'customer' || kind === 'lead') && isHan(key) && key.length < parseCompanyName(name).core.length;
  return isNamed ? hits.filter((hit) => !isHead(hit)) : hits;
}

function toMention(text: string, { index, length: matched }: Place, found: Hit[]): Mention | undefined {
  const hits = withoutMereHeads(found);
  const best = Math.min(...hits.map((hit) => RANK[hit.kind]));
  const chosen = hits.filter((hit) => RANK[hit.kind] === best);
  const [first] = chosen;
  if (!first) {
    return undefined;
  }
  const said = text.slice(index, index + matched);
  const after = text.slice(index + matched);
  if (first.kind === 'team' && isPlainText(said) && !OF_TEAM.test(after)) {
    return undefined;
  }
  const other = first.kind === 'deal' ? undefined : OTHER_COMPANY.exec(after)?.[0];
  if (other && !chosen.some((hit) => fold(hit.name).includes(fold(said + other)))) {
    return undefined;
  }
  const run = extended(text, index, said.length, chosen);
  const whole = text.slice(index, index + run);
  const begun = chosen.filter((hit) => run === said.length || plainName(hit).includes(fold(whole)));
  const leap = first.kind === 'deal' && !isBrief(said) ? leapt(text.slice(index + run), begun.map(plainName)) : '';
  const meant = begun.filter((hit) => plainName(hit).includes(fold(leap)));
  const length = run + leap.length;
  const form =
    first.kind === 'person' || first.kind === 'team' || first.kind === 'deal'
      ? 0
      : (LEGAL_FORM.exec(text.slice(index + length))?.[0].length ?? 0);
  const words = text.slice(index, index + length + form);
  const isOne = new Set(meant.map((hit) => hit.id)).size === 1;
  const { name, of } = meant[0] ?? first;
  return {
    index,
    length: words.length,
    text: words,
    kind: first.kind,
    name: isOne ? name : words,
    ...(isOne && of !== undefined ? { of } : {}),
  };
}

/** A name without its legal form, as far as a mention may run. */
function plainName(hit: NameHit): string {
  if (hit.kind === 'deal') {
    return fold(hit.name);
  }
  const { region, core } = parseCompanyName(hit.name);
  return region + core;
}

/** "service" and "north" are words of their own; "the north team" is not. */
const isPlainText = (said: string) => /^[a-z ]+$/.test(said);
const OF_TEAM = /^ (?:team|group|department|dept|region)(?![a-z])/iu;

const NEXT_PARTS = /^(?:\p{Script=Han}{1,12}|(?: [\p{L}\d]+){1,2})/u;

/** 明珠 is stored, 明珠医疗 is said: a mention runs on as long as the name it stands for does. */
function extended(text: string, index: number, length: number, hits: readonly NameHit[]): number {
  const names = hits.map(plainName);
  const rest = NEXT_PARTS.exec(text.slice(index + length))?.[0] ?? '';
  let end = length;
  for (const [part] of rest.matchAll(/\p{Script=Han}| [\p{L}\d]+/gu)) {
    const longer = fold(text.slice(index, index + end + part.length));
    if (!names.some((name) => name.includes(longer))) {
      break;
    }
    end += part.length;
  }
  return end;
}

/** 升压站网关 for 升压站数据网关: a deal's name is shortened by what stands in its middle. */
function leapt(after: string, names: readonly string[]): string {
  const next = /^(?:\p{Script=Han}{2,6}| [\p{L}]{4,})/u.exec(after)?.[0] ?? '';
  const pieces = next.startsWith(' ') ? [next] : Array.from(next, (_, at) => next.slice(0, next.length - at));
  return pieces.find((piece) => piece.length >= 2 && names.some((name) => name.includes(fold(piece)))) ?? '';
}
