import { isPlace, isRegion } from '../../../core/names/index.ts';
import { isGivenName } from '../given-names.ts';
import { firstSlot, type Utterance, wordsOf } from '../utterance.ts';
import { COMPANY_LIKE, isCompanyLike } from './company-like.ts';
import { trimmed } from './frame.ts';
import { NUMBER_ALONE, NUMBER_SAID } from './numbers-said.ts';
import { withDaysOfNames } from './party-names.ts';
import { pairOf, personAmong } from './party-pair.ts';
import { isIndustry, isTown, siteOf, upright } from './party-pieces.ts';
import { isPost, POST_ZH, withoutPost } from './party-posts.ts';
import { cut, cutSource, isSource, labelIn } from './party-source.ts';
import { isPersonName } from './person-like.ts';

/** What a sentence says about a new company or person. */
export type Party = {
  company?: string;
  contact?: string;
  phone?: string;
  email?: string;
  source?: string;
  region?: string;
  industry?: string;
  /** What the contact does there. */
  title?: string;
  note?: string;
};

/** Read labelled fields first, then tell the bare pieces apart by how they look, and where that says nothing by which is named first. */
export function readParty(utterance: Utterance, typed: string, first: 'company' | 'contact', before = ''): Party {
  const party: Party = {};
  const said = typed.replace(QUOTED, '$1，');
  const told = withDaysOfNames(utterance, said);
  const held = heldName(utterance, told.text, first);
  const phone = firstSlot(utterance, 'phone', before + said)?.text;
  const email = firstSlot(utterance, 'email', before + said)?.text;
  const rest = {
    text: wordsOf(
      { ...utterance, slots: { ...utterance.slots, phone: [], email: [] } },
      `${before}，${told.text.replace(held, HELD)}`
        .replace(/[\ue300-\ue3ff]/gu, '，')
        .replace(
          /(?:(?:联系)?(?:电话|手机号?)|邮箱|tel(?:ephone)?|phone(?: number)?|mobile|e-?mail)?(?:是|为|[:：])?\s*[\ue600-\ue7ff]/giu,
          '，',
        ),
    ),
  };
  const region = cut(
    rest,
    /(?:地区|区域|地址|城市|位于|坐落在|地点)(?:是|为|在|[:：])?\s*([^，,。；;\s]{2,12})|(?<![a-z])(?:(?:based|located) in|region:?|city:?|in the) ((?:\p{L}+)(?: \p{Lu}\p{L}+)?)(?: region| area)?/iu,
  );
  const city = cut(rest, / in (\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?)(?=[\s,，.]|$)/u);
  const industry = cut(
    rest,
    /(?:行业|从事|所属行业)(?:是|为|[:：])?\s*([^，,。；;\s]{2,10}?)(?:行业)?(?=[，,。；;\s]|$)|([\p{Script=Han}]{2,4})行业的?|(?<![a-z])industry:?(?: is)? ([\p{L}]+(?: [\p{L}]+)?)|(?<!\p{Script=Latin})(?:in )?(?:the )?(\p{Script=Latin}+) industry/iu,
  );
  const contact = cut(
    rest,
    /(?:联系人|对接人|负责人)(?:是|为|叫|[:：])?\s*([\p{Script=Han}]{2,4}?|[\p{L}]+(?: [\p{L}]+)?)(?=[，,。；;\s]|$)|(?<![a-z])(?:contact(?: person)?:?(?: is)?) (\p{Lu}[\p{L}'-]*(?: \p{Lu}[\p{L}'-]*){0,2})/u,
  );
  const source = cutSource(utterance, rest);
  const labelled = cut(
    rest,
    /(?:公司|客户)(?:名称?)?(?:是|为|叫|[:：])\s*([^，,。；;\s]{2,30})|(?<![a-z])company:?(?: is)? (\p{Lu}[\p{L}\d&.'-]*(?: \p{Lu}[\p{L}\d&.'-]*)*)/u,
  );
  // A number that can be none is kept as it was said: the form says what is wrong with it.
  const misheard = phone === undefined ? (cut(rest, NUMBER_SAID) ?? cut(rest, NUMBER_ALONE))?.[1] : undefined;
  rest.text = rest.text.replace(LOOSE_END, '');
  put(party, 'phone', phone ?? misheard);
  put(party, 'email', email);
  put(party, 'region', labelIn(region) ?? labelIn(city));
  put(party, 'industry', labelIn(industry));
  const [, person, post] = POSTED.exec(labelIn(contact) ?? '') ?? [];
  put(party, 'contact', person ?? labelIn(contact));
  put(party, 'source', source);
  put(party, 'company', labelIn(labelled));
  readPieces(party, rest.text.replace(HELD, wordsOf(utterance, held)), first);
  put(party, 'title', party.contact === person ? post : undefined);
  const notes = [party.title === post ? undefined : post, party.note, ...told.notes].filter(
    (each) => each !== undefined,
  );
  return notes.length > 0 ? { ...party, note: joined(notes) } : party;
}

/** "Call Center Pro" Ann Lee: what is in quotation marks is a name to its end. */
const QUOTED = /["“”「『]([^"“”「」『』]{1,60})["“”」』]/gu;

/** Several remarks as one note. */
const joined = (notes: readonly string[]) => notes.join(/\p{Script=Han}/u.test(notes.join('')) ? '，' : ', ');

/** Where no field takes what somebody does, it is a remark like any other. */
export const remarked = (title: string | undefined, note: string | undefined): string | undefined =>
  title && note ? joined([title, note]) : (title ?? note);

/** Stands for a name while sources, places and lines of business are looked for: 抖音文化传媒 came from nowhere yet. */
const HELD = '\uf8ff';

/** The name that comes first, where words of it would be taken for something else. */
function heldName(utterance: Utterance, told: string, first: 'company' | 'contact'): string {
  const piece = told.split(/[，,。；;、:：\s\ue600-\ue7ff]+/u).find((each) => each !== '') ?? '';
  const words = wordsOf(utterance, piece);
  const isBrand = first === 'company' && isSource(words);
  return piece !== '' && (isBrand || (COMPANY_LIKE.test(words) && !/[的了叫是]|认识|介绍/u.test(words))) ? piece : '';
}

/** 周敏采购经理: who it is, and what he does there. */
const POSTED = new RegExp(`^(\\p{Script=Han}{2,3}?)(${POST_ZH})$`, 'u');

/** What led up to a piece that was cut out: Soylent with (contact Jane Doe). */
const LOOSE_END = /(?<=\S) (?:with|and|has|whose|at)(?: an?| the| its)?(?= ?(?:，|$))/giu;

function put(party: Party, field: keyof Party, value: string | undefined): void {
  const text = value === undefined ? '' : trimmed(value);
  if (text !== '' && party[field] === undefined) {
    party[field] = text;
  }
}

/** 刘工想要两台: what somebody wants is no part of his name. */
const WANTS =
  /(?<=\p{Lu}[\p{L}\d&.'-]* )(?:who )?(?:wants?|wanted|needs?|needed|is (?:looking|asking)|looking for|asked|asks|asking|interested|would like)(?![a-z])|(?<=\p{Script=Han}{2,})(?:(?:想要|需要|想买|要|问|咨询|打听|在找)(?!求)(?=\p{Script=Han}{0,2}[\d一二两三四五六七八九十几])|想(?:了解|看|问|买|要|做|上)|打听|咨询(?!公司))/u;

/** A guy at the expo, Dave Ross: who he is is said after. */
const SOMEBODY =
  /^[\s,，:：-]*(?:an? |this |some |the )?(?:new |nice )?(?:guy|lady|man|woman|person|buyer|contact)(?: there| here)?(?=\s*[,，:：])/iu;

function readPieces(party: Party, said: string, first: 'company' | 'contact'): void {
  const { text, post } = withoutPost(said.replace(SOMEBODY, '').replace(BRACKETED, apart));
  put(party, 'title', post);
  const titled =
    /^[\s,，:：-]*(\p{Lu}[\p{L}'-]*(?: \p{Lu}[\p{L}'-]*){0,2}), [^,，]{2,30} (?:at|of|with) (\p{Lu}[\p{L}\d&.'-]*(?: \p{Lu}[\p{L}\d&.'-]*)*)/u.exec(
      text,
    );
  const english =
    titled ??
    /(?:^|[,，:：])[\s,，:：-]*(\p{Lu}[\p{L}'-]*(?: \p{Lu}[\p{L}'-]*){0,2}),? (?:from|at|of|with) (?:the )?(\p{Lu}[\p{L}\d&.'-]*(?: (?:\p{Lu}[\p{L}\d&.'-]*|&))*)/u.exec(
      text,
    );
  if (english) {
    put(party, 'contact', english[1]);
    put(party, 'company', english[2]);
    put(party, 'note', loose(`${text.slice(0, english.index)}，${text.slice(english.index + english[0].length)}`));
    return;
  }
  const bare = text
    .replace(WANTS, '，$&')
    .split(/[，,。；;、:：]+|\s+(?=[\p{Script=Han}])|(?<=[\p{Script=Han}])\s+/u)
    .map(trimmed)
    .filter((piece) => piece !== '');
  const site = siteOf(party.email);
  const pieces = upright(bare, site);
  const { contact, company } = (party.contact ?? party.company) ? {} : pairOf(pieces, first, site);
  put(party, 'contact', contact);
  put(party, 'company', company);
  put(party, 'contact', personAmong(party, pieces));
  const notes = pieces.filter((piece, at) => !placePiece(party, piece, at === 0));
  put(party, 'title', party.contact === undefined ? undefined : notes.find(isPost));
  put(party, 'note', loose(joined(notes.filter((piece) => piece !== party.title))));
}

/** Mary Shelley (Frank Labs), 赵敏（远景软件）: who somebody is, and where he is in brackets, or the other way round. */
const BRACKETED = /(?<=^|[，,：:] ?)(?<outer>[^，,（）()：:]{2,40}?) ?[（(](?<inner>[^（）()]{2,60})[）)]/gu;

function apart(whole: string, outer: string, inner: string): string {
  const [name = ''] = inner.split(/[，,]/u);
  const isApart = /\p{Script=Han}/u.test(outer)
    ? isPersonName(trimmed(outer)) && !isPlace(name)
    : isCompanyLike(name) ||
      (isCompanyLike(trimmed(outer)) && /^\p{Lu}[\p{L}'-]+ \p{Lu}[\p{L}'-]+$/u.test(name) && !isPlace(name));
  return isApart ? `${outer}，${inner}，` : whole;
}

/** Puts one bare piece where it looks to belong; false when it is only a remark. */
function placePiece(party: Party, piece: string, isFirst: boolean): boolean {
  if (piece === party.company || piece === party.contact) {
    return true;
  }
  const region = regionIn(piece, isFirst);
  if (region !== undefined) {
    put(party, 'region', region);
    return true;
  }
  if (!isFirst && party.industry === undefined && isIndustry(piece)) {
    put(party, 'industry', piece.replace(/行业$/u, ''));
    return true;
  }
  const [, company, contact] = /^(.{2,20}?)的(.{2,6})$/u.exec(piece) ?? [];
  if (company && contact && isPersonName(contact)) {
    put(party, 'company', company);
    put(party, 'contact', contact);
    return true;
  }
  if (isPersonName(piece) && party.contact === undefined && !COMPANY_LIKE.test(piece)) {
    put(party, 'contact', piece);
    return true;
  }
  if (party.company === undefined && mayBeCompany(piece)) {
    put(party, 'company', piece.replace(/^(?:from|at) /u, ''));
    return true;
  }
  const isPerson = /^\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+){0,2}$/u.test(piece);
  if (isPerson && party.contact === undefined) {
    put(party, 'contact', piece);
    return true;
  }
  // Who and where they are at is told: one more proper name is where they are.
  if (isPerson && party.region === undefined) {
    put(party, 'region', piece);
    return true;
  }
  return false;
}

/** 上海的, 位于苏州, Leeds: where they are; what stands first is rather who. */
function regionIn(piece: string, isFirst: boolean): string | undefined {
  const said = /^(.{2,6})的$|^(?:在|位于|来自)(.{2,12})$/u.exec(piece)?.slice(1).find(Boolean);
  if (said && (isRegion(said) || isPlace(said) || isPlace(said.slice(0, 2)))) {
    return said;
  }
  return isPlace(piece) || (!isFirst && isTown(piece) && !isGivenName(piece)) ? piece : undefined;
}

/** Short enough for a name, and no remark by its words. */
function mayBeCompany(piece: string): boolean {
  return (
    /^[\p{Script=Han}\p{Script=Latin}\d&.'（）() -]{2,40}$/u.test(piece) &&
    (/\p{Script=Han}/u.test(piece)
      ? piece.length <= 20 && !/[了的吗想要]|有(?!限)/u.test(piece)
      : /^(?:from |at )?(?:\p{Lu}|\d+-?\p{Lu})/u.test(piece))
  );
}

function loose(text: string): string {
  return trimmed(text.replace(/^(?:[\s,，.]|and|the|了|的)+$/iu, ''));
}
