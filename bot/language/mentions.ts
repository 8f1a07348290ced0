import { fold, isHan, isNameOf, LEGAL_FORM, parseCompanyName } from '../../core/names/index.ts';
import type { MentionKeys, Place } from './mention-keys.ts';
import { otherCompany, otherGivenName, otherPlace, otherSurname } from './other-names.ts';
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
  const starts = new Set([...byPlace.values()].map(({ place }) => place.index));
  const mentions = [...byPlace.values()].flatMap(
    ({ place, hits: found }) => toMention(text, place, { found, starts }) ?? [],
  );
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

type Around = {
  found: Hit[];
  /** Where anything known begins. */
  starts: ReadonlySet<number>;
};

function toMention(text: string, { index, length: matched }: Place, { found, starts }: Around): Mention | undefined {
  const hits = withoutMereHeads(found);
  const best = Math.min(...hits.map((hit) => RANK[hit.kind]));
  const chosen = hits.filter((hit) => RANK[hit.kind] === best);
  const [first] = chosen;
  if (!first) {
    return undefined;
  }
  const end = index + matched;
  const [said, after] = [text.slice(index, end), text.slice(end)];
  if (first.kind === 'team' && isPlainText(said) && !OF_TEAM.test(after)) {
    return undefined;
  }
  const other = first.kind === 'deal' ? undefined : otherCompany(after, said);
  if (other && !chosen.some((hit) => fold(hit.name).includes(fold(said + other)))) {
    return undefined;
  }
  const isPerson = (first.kind === 'lead' || first.kind === 'person') && !starts.has(end + 1);
  const surname = isPerson ? otherSurname(said, after, chosen) : undefined;
  const given =
    isPerson && !surname
      ? otherGivenName(text.slice(Math.max(0, index - LONGEST_GIVEN), index), said, { hits: chosen, after })
      : undefined;
  if (given) {
    return asTyped(text, { index: index - given.length, length: given.length + matched }, first.kind);
  }
  return surname
    ? asTyped(text, { index, length: matched + surname.length }, first.kind)
    : named(text, { index, length: matched }, [first, ...chosen]);
}

const LONGEST_GIVEN = 40;

/** What is said of nobody known is what was typed. */
function asTyped(text: string, { index, length }: Place, kind: Kind): Mention {
  const words = text.slice(index, index + length);
  return { index, length, text: words, kind, name: words };
}

function named(text: string, { index, length: matched }: Place, [first, ...chosen]: [Hit, ...Hit[]]): Mention {
  const { kind } = first;
  const run = extended(text, index, matched, chosen);
  const whole = text.slice(index, index + run);
  const begun = chosen.filter((hit) => run === matched || plainName(hit).includes(fold(whole)));
  const isTitle = kind === 'deal' && !isBrief(text.slice(index, index + matched));
  const leap = isTitle ? leapt(text.slice(index + run), begun.map(plainName)) : '';
  const meant = begun.filter((hit) => plainName(hit).includes(fold(leap)));
  const length = run + leap.length;
  const form = kind === 'person' || kind === 'team' || kind === 'deal' ? 0 : formAfter(text.slice(index + length));
  const words = text.slice(index, index + length + form);
  const { name, of } = meant[0] ?? first;
  const place = kind === 'customer' ? otherPlace(text.slice(0, index), chosen) : '';
  // 华星有限公司 is said, 华星医疗器械有限公司 known.
  const isOther = place !== '' || (kind === 'customer' && form > 0 && !isNameOf(words, name));
  if (isOther || new Set(meant.map((hit) => hit.id)).size !== 1) {
    return asTyped(text, { index: index - place.length, length: place.length + words.length }, kind);
  }
  return { index, length: words.length, text: words, kind, name, ...(of === undefined ? {} : { of }) };
}

const formAfter = (rest: string): number => LEGAL_FORM.exec(rest)?.[0].length ?? 0;

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
