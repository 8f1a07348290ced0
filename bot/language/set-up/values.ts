import { isPlace, isRegion } from '../../../core/names/index.ts';
import { parseChinese } from '../amounts/chinese-numerals.ts';
import { wholeUnits } from '../amounts/decimal.ts';
import { readDay } from '../days.ts';
import { dealIn, trimmed } from '../frames/frame.ts';
import { usualSource } from '../frames/question-sorts.ts';
import { stageNamed } from '../frames/stages.ts';
import { CUSTOMER, PERSON, PRODUCT, TEAM } from '../slots.ts';
import { firstSlot, type Utterance, wordsOf } from '../utterance.ts';

/** One kind of value: what of a text may be it, and what its field takes of it; nothing where the piece turns out to be none. */
export type Value = {
  readonly source: string;
  read(piece: string, utterance: Utterance): string | undefined;
};

const TEXT = '[^，,。;；:：？?→]{1,40}?';
const LIST = '[^。;；:：？?]{1,80}?';
const words = (utterance: Utterance, piece: string) => trimmed(wordsOf(utterance, piece));

/** What stands in a sentence about things of its kind in general, and is no name of one. */
const NO_NAME =
  /^(?:所有的?|全部的?|线索|客户|商机|来源|leads?|customers?|deals?|sources?|新的?|每[个条种]|这[个条种]?|那[个条种]?|一[个条种]|什么|哪[个些]|all(?: the)?|new|the|our|any|every|this|that|these|those|it|them|one|some|an?)$|[的了吗呢吧]$|怎么|如何|什么|办法|方法|流程/iu;

/** Any name that is no word of grammar. */
export const text: Value = {
  source: TEXT,
  read(piece, utterance) {
    const said = words(utterance, piece).replace(/^(?:the|our|an?) /iu, '');
    return said === '' || NO_NAME.test(said) ? undefined : said;
  },
};

/** The same, but for words that make it another sentence. */
export const textBut = (not: RegExp): Value => ({
  ...text,
  read(piece, utterance) {
    const said = text.read(piece, utterance);
    return said !== undefined && not.test(said) ? undefined : said;
  },
});

const ENGLISH = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** A whole number, in figures or in words. */
export const count: Value = {
  source: `\\d{1,6}|[一二两三四五六七八九十百]{1,5}|(?:${ENGLISH.join('|')})(?![a-z])`,
  read(piece) {
    const english = ENGLISH.indexOf(piece.toLowerCase()) + 1;
    if (/^\d+$/.test(piece) || english > 0) {
      return english > 0 ? String(english) : piece;
    }
    const numeral = parseChinese(piece);
    return numeral && wholeUnits(numeral, 0)?.toString();
  },
};

const WEEK = 7;
const MONTH = 30;

/** So many days, or the days that weeks or months come to. */
export const days: Value = {
  source: `(?:${count.source})(?:天|日|周|个?星期|个?礼拜|个月| ?(?:days?|weeks?|months?)(?![a-z]))?`,
  read(piece, utterance) {
    const [, figure = '', unit = ''] = /^(.+?) ?(天|日|周|个?星期|个?礼拜|个月|[a-z]+)?$/iu.exec(piece) ?? [];
    const many = count.read(figure, utterance) ?? count.read(piece, utterance);
    const each = /周|星期|礼拜|^week/iu.test(unit) ? WEEK : /月|^month/iu.test(unit) ? MONTH : 1;
    return many && String(Number(many) * each);
  },
};

/** A sum in figures; its field reads it. */
export const money: Value = {
  source: '[¥￥$€]?\\d[\\d.,]*(?:万|亿|千|百万|w|k|m)?(?:元|块钱?| ?(?:yuan|dollars|cny|usd|eur))?',
  read: (piece) => piece,
};

/** One of a closed set, each with all it is called in Chinese and in English. */
export function choice(...options: readonly (readonly [value: string, zh: string, en: string])[]): Value {
  const readers = options.map(([value, zh, en]) => [value, new RegExp(`^(?:${zh}|${en})$`, 'iu')] as const);
  return {
    source: options.map(([, zh, en]) => `${zh}|(?:${en})(?![a-z])`).join('|'),
    read: (piece) => readers.find(([, form]) => form.test(piece.trim()))?.[0],
  };
}

/** Several of a closed set, with commas between. */
export function several(one: Value): Value {
  return {
    source: `(?:${one.source})(?:(?:和|、|与|或| and | or )(?:${one.source}))?`,
    read(piece, utterance) {
      const each = piece.split(/和|、|与|或| and | or /u).map((said) => one.read(said, utterance));
      return each.includes(undefined) ? undefined : each.join(',');
    },
  };
}

export const person: Value = {
  source: PERSON,
  read: (piece, utterance) => firstSlot(utterance, 'person', piece)?.name,
};
/** One of them, or whoever speaks. */
export const anybody: Value = {
  source: `${PERSON}|我自己|我(?!们)|(?:me|myself|i)(?![a-z])`,
  read: (piece, utterance) => (/^[\ue000-\uf8ff]/u.test(piece) ? person.read(piece, utterance) : 'me'),
};
export const team: Value = { source: TEAM, read: (piece, utterance) => firstSlot(utterance, 'team', piece)?.name };
export const tier: Value = { source: '[a-d](?![a-z])', read: (piece) => piece.toUpperCase() };
const EMAIL_SAID = '[\\w.+-]{1,64}@[\\w.-]{3,120}';
/** E-mails with whatever stands between them. */
export const emails: Value = {
  source: `${EMAIL_SAID}(?:(?: |,|，|、|;|；|和| and )+${EMAIL_SAID}){0,20}`,
  read: (piece) => piece.match(new RegExp(EMAIL_SAID, 'gu'))?.join(', '),
};
/** A product on the price list. */
export const product: Value = {
  source: PRODUCT,
  read: (piece, utterance) => firstSlot(utterance, 'product', piece)?.name,
};

/** One by any words, in the singular. */
export const anyProduct: Value = {
  source: TEXT,
  read(piece, utterance) {
    const said = product.read(piece, utterance) ?? text.read(piece, utterance);
    return said !== undefined && OF_A_DEAL.test(said) ? undefined : said?.replace(/(?<=[a-rt-z])s$/u, '');
  },
};

/** What else is put on a deal or a customer, and taken off. */
const OF_A_DEAL =
  /联系人|任务|待办|标签|备注|跟进|文件|附件|照片|节点|对手|成员|折扣|金额|日期|电话|工单|阶段|(?<![a-z])(?:contacts?|tasks?|tags?|notes?|follow-?ups?|files?|photos?|milestones?|competitors?|members?|discount|amount|value|size|budget|price|date|phone|tickets?|stage|people|persons?|colleagues?|days?|weeks?|next step)(?![a-z])/iu;

export const deal: Value = {
  source: `${CUSTOMER}|${TEXT}`,
  read: (piece, utterance) => dealIn(utterance, piece),
};

/** A customer on file. */
export const customer: Value = {
  source: CUSTOMER,
  read(piece, utterance) {
    const record = firstSlot(utterance, 'customer', piece);
    return record?.kind === 'lead' ? undefined : record?.name;
  },
};

export const lead: Value = {
  source: CUSTOMER,
  read(piece, utterance) {
    const record = firstSlot(utterance, 'customer', piece);
    return record?.kind === 'lead' ? record.name : undefined;
  },
};

/** Two leads or more, by name. */
export const leads: Value = {
  source: `${CUSTOMER}(?:(?: ?、| ?,| ?，|和|与| and | & )+ ?${CUSTOMER})+`,
  read(piece, utterance) {
    const each = Array.from(piece, (one) => lead.read(one, utterance)).filter((name) => name !== undefined);
    return each.length < 2 ? undefined : each.join('、');
  },
};

/** A stage by a name the house has, or a usual one. */
export const stage: Value = {
  source: TEXT,
  read: (piece, utterance) => stageNamed(utterance, words(utterance, piece)),
};

/** The same where the word for a stage stands beside it: then it is one, whatever it is called. */
export const calledStage: Value = {
  source: TEXT,
  read: (piece, utterance) => stage.read(piece, utterance) ?? text.read(piece, utterance),
};

export const day: Value = {
  source: TEXT,
  read(piece, utterance) {
    const said = words(utterance, piece);
    return readDay(said, { today: utterance.today }) ? said : undefined;
  },
};

const AND = /\s*(?:、|,|，|和|与|及|以及| and | & )\s*/iu;
const listed = (utterance: Utterance, piece: string) =>
  words(utterance, piece)
    .split(AND)
    .map((each) => each.replace(/^(?:the|in|from|and) /iu, '').trim());

const joined = (each: readonly string[]) => each.join('、');

/** The same names, to come to those that stand. */
export const added = (list: Value): Value => ({
  ...list,
  read(piece, utterance) {
    const said = list.read(piece, utterance);
    return said && `+${said}`;
  },
});

const PART =
  /^(?:[东南西北中]|华[东南西北中])(?:部|区)?$|[区省市州县]$|^(?:north|south|east|west)(?:ern)?(?:[ -]?(?:east|west))?(?: (?:china|region|coast))?$/iu;

/** Places abroad that leads are given out by: an English name alone may as well be a source, LinkedIn or Acme. */
const ABROAD =
  /^(?:the )?(?:alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico|new york|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina|south dakota|tennessee|texas|utah|vermont|virginia|washington|west virginia|wisconsin|wyoming|midwest|new england|ontario|quebec|british columbia|alberta|manitoba|england|scotland|wales|ireland|london|new south wales|victoria|queensland|tasmania|sydney|melbourne|brisbane|perth|hobart|boston|chicago|houston|dallas|seattle|toronto|vancouver|germany|france|spain|italy|netherlands|poland|austria|switzerland|india|japan|singapore|malaysia|vietnam|thailand|indonesia|mexico|brazil|uk|united kingdom|us|usa|united states|canada|australia|new zealand|europe|asia)$/iu;

const isKnownPlace = (said: string) => isPlace(said) || isRegion(said) || PART.test(said) || ABROAD.test(said);
const isProperName = (said: string) => /^\p{Lu}[\p{L}.'-]*(?: \p{Lu}[\p{L}.'-]*){0,3}$/u.test(said);

const regionsWhere = (isOne: (said: string) => boolean): Value => ({
  source: LIST,
  read(piece, utterance) {
    const each = listed(utterance, piece).map((said) => said.replace(/(?:地区|区域|片区|一带)$/u, ''));
    const isTeam = firstSlot(utterance, 'team', piece) !== undefined;
    return each.every((said) => said !== '' && (isTeam || isOne(said))) ? joined(each) : undefined;
  },
});

/** Regions: places, or what is called one. */
export const regions = regionsWhere((said) => isKnownPlace(said) || isProperName(said));
/** Where that may be no place at all: leads from LinkedIn, 官网的线索. */
export const knownRegions = regionsWhere(isKnownPlace);

/** 制造业, manufacturing: a trade by a word of its own. */
export const trade: Value = {
  source:
    '(?![企行专作毕])\\p{Script=Han}{1,5}业|(?:manufacturing|engineering|banking|mining|printing|packaging|farming|shipping|construction|retail|healthcare|education|logistics|software|automotive|pharma|insurance|hospitality|food|energy|finance|chemicals?)(?![a-z])',
  read: (piece) => piece,
};

/** Where leads come from: by the words of the house, or the usual ones. */
export const source: Value = {
  source: TEXT,
  read(piece, utterance) {
    const said = words(utterance, piece).replace(/^(?:the|our|a|an) /iu, '');
    const own = utterance.slots.source.find((each) => each.text.toLowerCase() === said.toLowerCase());
    return own?.text ?? usualSource(said);
  },
};

/** Several names. */
export const names: Value = {
  source: LIST,
  read(piece, utterance) {
    const each = listed(utterance, piece);
    return each.every((said) => text.read(said, utterance) !== undefined) ? joined(each) : undefined;
  },
};
