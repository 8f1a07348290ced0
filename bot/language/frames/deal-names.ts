import { type Utterance, wordsOf } from '../utterance.ts';
import { pattern, trimmed, unclaimed } from './frame.ts';

const EXPLICIT =
  /(?:名称(?:是|为|叫)?|名为|叫做?|项目名(?:称|叫)?)[:：]?\s*([^，,。\s]{2,30})|(?:called|named) ["']?([^"',，.]{2,40}?)["']?(?= (?:for|with|worth|at|clos|expected)|[,.]|$)|["“「《]([^"”」》]{2,40})["”」》]/iu;

const PIECE = '(?<name>(?:[\\p{L}\\p{N}#+&/-]|{product}| (?=[\\p{Script=Latin}\\d])){2,40}?)';

/** Where a deal's name stands when nobody says "called". */
const PLACES: readonly RegExp[] = [
  pattern(
    `(?:建|开|加|录|立|创|增)(?:了|个|一个|条|一条)?(?:{customer}的?)?(?:新的?)?${PIECE}的?(?:销售)?(?:商机|机会|单子)`,
  ),
  pattern(
    `(?:商机|机会|单子)[:：，,\\s]*{customer}(?:的|[:：\\s-])*${PIECE}(?=的?(?:项目)?(?:[，,。\\s]|$)|[\\ue300-\\ue5ff])`,
  ),
  pattern(`{customer}(?:那边|又)?(?:有了?)(?:一)?个(?:新的?)?${PIECE}的?(?:项目|商机|机会|单子)`),
  pattern(
    `(?:opportunity|deal|opp) (?:for|at|with) {customer}(?:\\s*[:–-]\\s*| for (?:the |a |an )?| about | on (?:the )?)${PIECE}(?= worth| of| at| clos| expected|[,.;]|$| ?[\\ue300-\\ue5ff])`,
  ),
  pattern(
    `(?:open|create|add|start|log|new|set up)(?: an?| the)?(?: new)? ${PIECE} (?:opportunity|deal|opp) (?:for|at|with) `,
  ),
];

/** Words that begin a name only by mistake. */
const NO_NAME =
  /^[个一]+$|^(?:新|新的|销售|客户|大|小|预计|金额|价值|商机|项目|worth|new|big|small|closing|expected|about|around|the|an?|next|this|opportunity|deal)(?: |$)|[我你他她它]|了$|(?<![a-z])(?:they|we|he|she|it|worth|closing|wants?|needs?|is|are|was)(?![a-z])|预计|金额|左右|成交|签约/iu;

/** A clause that is nothing but words, beside those that say how much and when: 给华星建个商机，二期扩容，35万. */
const WHOLE_CLAUSE = /^[\p{L}\p{N}#+&/ -]{2,40}$/u;

/** What they want to buy, in the words it was said in; undefined when nothing says so. */
export function dealName(
  utterance: Utterance,
  text: string,
  cue: RegExp,
  claims: readonly RegExp[],
): string | undefined {
  const said = EXPLICIT.exec(text)
    ?.slice(1)
    .find((each) => each !== undefined);
  if (said !== undefined) {
    return trimmed(wordsOf(utterance, said)) || undefined;
  }
  const named = PLACES.flatMap((place) => place.exec(text)?.groups?.name ?? []).map(trimmed);
  const clauses = text.split(/[，,。；;]+/u).map(trimmed);
  const alone = clauses.filter(
    (clause) => WHOLE_CLAUSE.test(clause) && !cue.test(clause) && unclaimed(clause, claims).length > 0,
  );
  const name = [...named, ...(alone.length === 1 ? alone : [])].find((each) => each.length > 1 && !NO_NAME.test(each));
  return name === undefined ? undefined : trimmed(wordsOf(utterance, name)) || undefined;
}
