import { isRegion } from '../../../core/names/index.ts';
import type { Filter } from '../../../core/questions/question.ts';
import type { Claims } from './claims.ts';
import { eq } from './question-filters.ts';
import * as words from './question-words.ts';

/** Where, and in which line of business. */
export function readPlace(claims: Claims): Filter[] {
  const industry = claims.match(words.INDUSTRY)?.groups;
  const filters = industry ? [eq('industry', industry.zh ?? industry.en ?? '')] : [];
  const english = claims.match(words.REGION_EN)?.groups?.en;
  if (english) {
    return [...filters, eq('region', english)];
  }
  const region = regionIn(claims.text);
  if (region) {
    claims.take(new RegExp(`(?:在|来自)?${region}(?:地区|区域|大区|省|市)?`, 'u'));
    filters.push(eq('region', region));
  }
  return filters;
}

/** Words that stand before such a noun and are no place. */
const NO_PLACE =
  /^(?:show|list|which|what|all|any|every|each|my|our|your|his|her|their|the|these|those|new|newest|latest|recent|old|oldest|open|active|closed|lost|won|big|bigger|biggest|small|smallest|top|best|worst|good|bad|key|major|main|important|strategic|large|largest|hot|warm|cold|cool|existing|former|past|potential|possible|qualified|unqualified|idle|stale|stuck|stalled|dormant|inactive|happy|unhappy|angry|loyal|vip|smb|sme|overdue|late|unanswered|urgent|dropped|converted|nurtured|working|more|most|other|some|few|many|how|do|find|get|give|see|view|open|pull|export|count|please|of|for|with|by|to|and|or|no|not|website|web|sales|marketing|inbound|outbound|high|low|tier|class|grade|enterprise|team|duplicate|today|todays|weekly|monthly|first|last|next|this|that|assigned|unassigned|public|private|pool|merge|call|visit|email|add|create|make|log|delete|remove|rename|move|assign|transfer|convert|change|update|set|tag|start|stop|are|is|were|was|did|does|have|has|had|we|i|you|they|who|where|when|why|pending|won|signed|expected|average|total|repeat|returning|free|paid|paying|trial|test|demo|direct|online|offline|local|foreign|international|domestic|global|national|regional)$/iu;
const NEW_PLACE = /^New (?:York|Jersey|Zealand|Delhi|Orleans|Mexico|Hampshire|England|Haven|Brunswick)$/u;
const BEFORE_NOUN =
  /(?<![\p{L}\d'])(?<place>\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?) (?=(?:(?:customers?|accounts?|clients?|leads|prospects|deals|opportunities|opps)(?![a-z])))/u;

/** Boston customers, New York leads: a name of its own before what is listed. */
export function readPlaceBefore(claims: Claims): Filter[] {
  const said = BEFORE_NOUN.exec(claims.text)?.groups?.place ?? '';
  const place = NEW_PLACE.test(said)
    ? said
    : said
        .split(' ')
        .filter((word) => !NO_PLACE.test(word))
        .join(' ');
  if (place === '' || !said.endsWith(place)) {
    return [];
  }
  claims.take(new RegExp(`(?<![\\p{L}])${place}(?![\\p{L}])`, 'u'));
  return [eq('region', place)];
}

const BIG_REGION = /华[东南西北中]|西南|西北|东北/u;

function regionIn(text: string): string | undefined {
  const big = BIG_REGION.exec(text)?.[0];
  if (big) {
    return big;
  }
  for (const [run] of text.matchAll(/\p{Script=Han}{2,}/gu)) {
    for (let at = 0; at + 2 <= run.length; at += 1) {
      const pair = run.slice(at, at + 2);
      if (isRegion(pair)) {
        return pair;
      }
    }
  }
  return undefined;
}
