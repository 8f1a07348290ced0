import { isPlace } from '../../../core/names/index.ts';
import { isGivenName } from '../given-names.ts';
import { COMPANY_ENDING, COMPANY_LIKE, isCompanyLike } from './company-like.ts';
import { isIndustry, isRareName, isSite, isTown } from './party-pieces.ts';
import { isPersonLike, isPersonName, PERSON_LIKE } from './person-like.ts';

type Pair = { contact?: string | undefined; company?: string | undefined };

/** Tony Stark, Stark Industries: of two names that stand first the one that looks like a company is it; 周记 周杰 goes by what is asked first. */
export function pairOf(pieces: readonly string[], first: 'company' | 'contact', site: string | undefined): Pair {
  const [one, other, ...others] = pieces;
  if (one === undefined) {
    return {};
  }
  if (other === undefined || !isName(other)) {
    const isPerson = first === 'contact' && isGivenName(one) && PERSON_LIKE.test(one) && !isCompanyLike(one);
    return isPerson && !others.some(isName) ? { contact: one } : {};
  }
  if (isAtSite(one, other, site) || isAtCompany(one, other) || (isCalledSo(one, other, others) && !isSite(one, site))) {
    return { contact: one, company: other };
  }
  const areAlike = first === 'company' && isPersonName(one) && isPersonName(other);
  if (areAlike || (COMPANY_LIKE.test(one) && isRareName(other))) {
    return { company: one, contact: other };
  }
  const isOfPlace = isPlace(other);
  return isRareName(one) && (COMPANY_LIKE.test(other) || isOfPlace) && !isIndustry(other)
    ? { contact: one, company: isOfPlace ? undefined : other }
    : {};
}

/** ben@harborcold.example tells which of Ben Ortiz and Harbor Cold Storage is where he works. */
const isAtSite = (one: string, other: string, site: string | undefined) =>
  isPersonLike(one) && !isSite(one, site) && isSite(other, site);

/** Dean Foods is somebody at Stark Industries where his is the given name. */
const isAtCompany = (one: string, other: string) =>
  (!isCompanyLike(one) || (isGivenName(one) && !isGivenName(other))) &&
  isPersonLike(one) &&
  COMPANY_ENDING.test(other) &&
  /^\p{Lu}/u.test(other);

/** Rob Finch, Lakeside: known by his given name, and nobody else is named who might be the one. */
const isCalledSo = (one: string, other: string, others: readonly string[]) =>
  isGivenName(one) &&
  PERSON_LIKE.test(one) &&
  /^\p{Lu}/u.test(other) &&
  !isGivenName(other) &&
  !isCompanyLike(one) &&
  !isPlace(other) &&
  !others.some((piece) => PERSON_LIKE.test(piece) && isTwoWords(piece));

/** No town, line of business or remark. */
const isName = (piece: string) => /^(?:\p{Lu}|\p{Script=Han})/u.test(piece) && !isTown(piece) && !isIndustry(piece);

/** Lakeside Plastics, Melbourne, Rob Finch: who it is among the proper names, one word of which is rather where. */
export function personAmong({ company, contact }: Pair, pieces: readonly string[]): string | undefined {
  const people = pieces.slice(1).filter((piece) => PERSON_LIKE.test(piece) && piece !== company);
  const isTold = contact !== undefined || pieces.some((piece) => isPersonName(piece));
  return isTold ? undefined : (people.find(isGivenName) ?? (people.length > 1 ? people.find(isTwoWords) : undefined));
}

const isTwoWords = (piece: string) => piece.includes(' ') && !isCompanyLike(piece);
