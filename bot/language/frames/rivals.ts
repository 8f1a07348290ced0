import { isPlace, isRegion } from '../../../core/names/index.ts';
import { trimmed } from './frame.ts';

/** What joins two names, and no part of one: 和利时, Smith and Sons. */
const BESIDES =
  /(?<=\p{Script=Han}{2}|[a-z\d)] ?)(?:(?<alike>和(?!利时|而泰|记|黄|胜)|跟|与|及)|以及|还有) ?(?=\p{Script=Han}{2}|[a-z\d])|、|，| (?:plus|as well as) |,? and (?!(?:sons?|co|company|partners|brothers|bros|associates|daughters)(?![a-z]))|,(?!\d) ?/giu;

/** Siemens and ABB are two; Procter and Gamble is one. */
const ONE_FIRM =
  /(?<![a-z])(?:procter and gamble|johnson and johnson|black and decker|marks and spencer|ernst and young|smith and (?:nephew|wesson)|bang and olufsen|rohde and schwarz|endress and hauser|crate and barrel|dun and bradstreet|barnes and noble|bausch and lomb|pratt and whitney|brown and (?:sharpe|caldwell)|bausch and str(?:ö|oe)bel|giesecke and devrient|heidelberg and koenig|baker and mckenzie|becton and dickinson|babcock and wilcox|stone and webster|black and veatch|sargent and lundy|fisher and paykel|br(?:ü|u|ue)el and kj(?:æ|a|ae)r|bowers and wilkins|briggs and stratton|crouse and hinds|tate and lyle|mott and macdonald|wood and mackenzie|perkin and elmer)(?![a-z])/giu;
/** Brown and Root, Smith and Nephew: what is called after a man of a common name is called after both. */
const BY_SURNAME =
  /(?<![\p{L}\d&.'-] ?)(?:brown|smith|johnson|jones|williams|miller|davis|wilson|moore|taylor|anderson|thomas|jackson|white|harris|martin|thompson|wood|clark|lewis|walker|hall|allen|young|king|wright|scott|green|baker|adams|nelson|carter|mitchell|roberts|turner|phillips|campbell|parker|evans|edwards|collins|stewart|morris|rogers|reed|cook|morgan|murphy|bailey|cooper|ward|gray|hughes|price|foster|sanders|ross|hill)$/iu;

/** ABB, Johnson and Siemens are three, Wood and ABB two. */
const IN_LIST = /[,，、]/u;
const ABBREVIATED = /^,? and \p{Lu}{2,}(?!\p{L})/u;

/** 横河和西门子 are two, each by its own name; 上海和辉光电 begins with where it is, and Johnson and Johnson is one. */
export function eachRival(said: string): string[] {
  const each: string[] = [];
  let from = 0;
  for (const match of said.matchAll(BESIDES)) {
    const before = trimmed(said.slice(from, match.index)).replace(/^both /iu, '');
    const isPart = match[0].includes(' and ')
      ? isOneFirm(said, match.index)
      : match.groups?.alike !== undefined && (isPlace(before) || isRegion(before));
    if (!isPart) {
      each.push(before);
      from = match.index + match[0].length;
    }
  }
  const names = [...each, trimmed(said.slice(from))].filter((name) => name !== '');
  return new Set(names).size === names.length && names.length > 1 && names.length <= MOST_RIVALS ? names : [said];
}

const isOneFirm = (said: string, and: number): boolean =>
  (BY_SURNAME.test(said.slice(0, and)) && !IN_LIST.test(said.slice(0, and)) && !ABBREVIATED.test(said.slice(and))) ||
  [...said.matchAll(ONE_FIRM)].some(({ 0: firm, index }) => index < and && and < index + firm.length);

const MOST_RIVALS = 5;

const NAME_HAN = /^[\p{Script=Han}\p{Script=Latin}\d]{2,8}$/u;
const SAYS_HAN = /[价比我他她它在很已了的报低高还也不没有要会是给说做贵快慢便宜]|方案|产品/u;
const NAME_LATIN = /^(?:both )?\p{Lu}[\p{L}\d&.'-]*(?: (?:and |& )?\p{Lu}[\p{L}\d&.'-]*){0,3}$/u;

/** What is told of a rival, and no part of its name: 竞品报价更低. */
const SAYS_OF_RIVAL =
  /[价比我他她它在很已了的报低高还也不没有要会是给说做贵快慢来投退进出去抢跟想能更最又]|便宜|方案|产品|(?<![a-z])(?:is|are|was|has|have|had|cheaper|price[sd]?|offer(?:s|ed)?|quoted?|we|they|our|their|lower|out|not)(?![a-z])/iu;

/** 比亚迪, 高德红外: a name that begins as a remark might. */
const BEGINS_NAME = /^(?:[比高低快能来会进出新去](?=\p{Script=Han}{2})|高(?=[通德盛科斯乐露]$))/u;
const COMPARES =
  /^(?:比[较起]|[高低](?:[一了于出得到点些过]|很|价|报)|快[一了要得]|能[不够否]|来[自了]|会[不议]|进[场展了]|出[现局了]|新[的来])/u;

/** Whether something is told of a rival, where its name should stand. */
export const saysOfRival = (said: string): boolean =>
  SAYS_OF_RIVAL.test(COMPARES.test(said) ? said : said.replace(BEGINS_NAME, ''));

/** Of what stands between commas each is a name, and no remark on the first: 对手是西门子，价格比我们低. */
export const areNames = (said: string): boolean => {
  const pieces = said.split(/[，,] ?(?:and )?/u).map(trimmed);
  return (
    pieces.length === 1 ||
    pieces.every(
      (piece) => NAME_LATIN.test(piece) || (NAME_HAN.test(piece) && !(SAYS_HAN.test(piece) && saysOfRival(piece))),
    )
  );
};
