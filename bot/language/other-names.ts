import { foldWords, isRegion, parseCompanyName } from '../../core/names/index.ts';
import { isGivenWord } from './given-names.ts';
import type { NameHit } from './reading.ts';
import { NOT_NAMES } from './words.ts';

/** Lines of business that, right after a known brand, make it another company: 华星 is known, 华星软件 is not; 华星证券部 is a department of 华星. */
const LINES =
  /^(?:电子|电气|电器|电机|软件|科技|数据|医疗|医药|生物|食品|机械|机器人|器械|新能源|能源|建材|激光|物流|家电|化工|材料|汽车|光电|通信|通讯|网络|信息|智能|环保|传媒|文化|教育|纺织|服饰|服装|重工|半导体|仪器|贸易|实业|银行|证券|地产|置业|航空|钢铁)(?!部(?!署|分)|室|组(?!织|建|成)|处(?!于|理|在)|项目|对接|负责)/u;
/** And those that are words of a sentence as well, unless a name ends with them: 华星投资意向. */
const LINES_AT_END =
  /^(?:咨询|投资|金融|保险|建筑|建设|农业|商业|零售|酒店|旅游|航运|印刷|包装|动力|控制|自动化|技术|制造|设备|工程)(?=[，,。；;！!]|$|的(?!设备|产品)|有限|股份|集团|公司)/u;
const ENGLISH_LINES =
  /^ (?:industries|dynamics|labs?|systems|foods|technologies|technology|partners|solutions|enterprises|traders|imports|logistics|motors|bank|energy|media|robotics|software)(?![a-z])/iu;
const ENGLISH_LINES_AT_END =
  /^ (?:laboratories|tech|trading|exports|power|electronics|electric|electrical|chemicals?|pharma|pharmaceuticals|plastics|textiles|steel|mills|pharmacy|healthcare|medical|biotech|insurance|airlines|shipping|freight|holdings?|ventures|capital|automotive|aerospace|semiconductors?|machinery|instruments|manufacturing|construction|packaging|consulting|studios?|designs?|brewing|farms|mining|telecom|networks|analytics|hotels?)(?=$|[,.;:!]|['’]s(?![a-z])| (?:today|yesterday|tomorrow|deal|opportunity|inc|llc|ltd|corp|and)(?![a-z]))/iu;
/** Any two words at most, of which a legal form says that they are a company's. */
const ANY_COMPANY =
  /^(?: \p{Lu}[\p{L}\d&-]*){1,2}(?=,? (?:[Ii]nc|INC|LLC|[Ll]td|LTD|[Ll]imited|[Cc]orp(?:oration)?|GmbH|PLC|plc)(?![A-Za-z]))/u;

/** What stands after a known brand, `said` so, and is part of another company's name; Acme tech is no Acme Tech. */
export function otherCompany(after: string, said = ''): string | undefined {
  return [LINES, LINES_AT_END, ENGLISH_LINES, ENGLISH_LINES_AT_END, ANY_COMPANY]
    .map((each) => each.exec(after)?.[0])
    .find((line) => line !== undefined && !(/^\p{Lu}/u.test(said) && /^ \p{Ll}/u.test(line)));
}

/** 上海 in 去上海华星, where the one known is 深圳华星; nothing where it is none. */
export function otherPlace(before: string, hits: readonly NameHit[]): string {
  const place =
    [4, 3, 2].map((length) => before.slice(-length)).find((each) => each.length > 1 && isRegion(each)) ?? '';
  const isOther = ({ name }: NameHit) => parseCompanyName(name).region !== '' && !name.includes(place.slice(0, 2));
  return hits.every(isOther) ? place : '';
}

const SURNAME = /^ (\p{Lu}[\p{Ll}\p{M}'’-]+(?:\p{Lu}\p{Ll}+)?)(?![\p{L}\d])(?!['’]s)/u;
/** In a message without capitals a surname is told by the verb after it. */
const PLAIN_SURNAME =
  /^ (\p{Ll}{3,})(?= (?:is|isn't|was|wasn't|says?|said|wants?|as|has|hasn't|likes?|needs?)(?![a-z]))/u;
const ADVERB =
  /ly$|^(?:just|also|still|already|soon|today|never|always|often|again|too|here|there|once|now|then|yet|later|maybe|perhaps|sometimes|twice|back|deal|lead|team|guy|who|what|that|he|she|they|himself|herself|project|quote|order|offer)$/u;
const DAY_OR_MONTH = /^(?:mon|tues?|wed|thur?s?|fri|sat|sun|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)/iu;

/** Jones in “Gareth Jones”, where only a Gareth Lyle is known: he is somebody else. */
export function otherSurname(said: string, after: string, hits: readonly NameHit[]): string | undefined {
  const [all, surname = ''] = (/^\p{Lu}/u.test(said) ? SURNAME : PLAIN_SURNAME).exec(after) ?? [];
  const word = surname.toLowerCase();
  if (all === undefined || NOT_NAMES.has(word) || ADVERB.test(word) || DAY_OR_MONTH.test(word)) {
    return undefined;
  }
  const [first] = foldWords(said);
  const isOther = ({ name }: NameHit) => {
    const words = foldWords(name);
    return words.length > 1 && words[0] === first && !foldWords(surname).some((each) => words.includes(each));
  };
  return hits.every(isOther) ? all : undefined;
}

const BEFORE_SURNAME = /(?<![\p{Script=Latin}\d'’.-])(\p{Script=Latin}[\p{Script=Latin}\p{M}'’-]+) $/u;
/** Called Mills, Dr Mills: what is written large before a surname and is no given name. */
const NO_GIVEN =
  /^(?:mr|mrs|ms|miss|dr|prof|sir|dear|ask|tell|tag|give|claim|put|log|text|ring|chase|nudge|buyer|director|manager|engineer|owner|chef|doctor|professor|madam|lead|prospect|old|poor|young)$|(?:ed|ing)$/iu;

/** What a sentence about somebody begins with, besides what ends in -ed or -ing: anything else there is what he is called by. */
const VERBS: ReadonlySet<string> = new Set(
  (
    'saw see met rang ring phone spoke speak spoken heard hear chased chase pinged ping text told tell gave give took take taken got get ' +
    'drop lose lost won win convert return release assign hand pass move tag untag mark label rate qualify disqualify nurture park ' +
    'claim reclaim release recall remind nudge email mail write wrote note log put add remove delete change edit update rename merge ' +
    'find show open pull look search check view list book schedule arrange invite send sent skip snooze close reopen reject approve ' +
    'visit lunch dinner coffee drinks follow reach track watch bring brought keep kept left leave missed miss thank about re with for from and but so what when why how if guess think hope believe seems looks like since because while whether that this although though heard hey hi yo fyi yes yeah no not'
  ).split(' '),
);

const HEAD = /(?:^|[,.;:!?，。；：！？])\s*$/u;

const DOES =
  /^ (?:is|isn't|was|wasn't|says?|said|wants?|wanted|has|hasn't|likes?|needs?|needed|asked|asks|called|rang|phoned|wrote|emailed|replied|agreed|refused|declined|will|won't|would)(?![a-z])/u;

/** Karen in “Karen Mills”, where only a Trevor Mills is known: she is somebody else. */
export function otherGivenName(
  before: string,
  said: string,
  { hits, after }: { hits: readonly NameHit[]; after: string },
): string | undefined {
  const [all, given = ''] = BEFORE_SURNAME.exec(before) ?? [];
  const word = given.toLowerCase();
  const isHead = all !== undefined && HEAD.test(before.slice(0, -all.length));
  // Saw Mills, Message Mills tomorrow: what begins a sentence is written large as well, and is a name where he does something.
  const isVerb = isHead && (VERBS.has(word) || !DOES.test(after));
  // Written small, whoever begins a sentence is told by what he does.
  const isName =
    /^\p{Lu}/u.test(given) || (isHead && DOES.test(after) && !ADVERB.test(word) && !DAY_OR_MONTH.test(word));
  if (all === undefined || (!isGivenWord(word) && (isVerb || NO_GIVEN.test(word) || NOT_NAMES.has(word) || !isName))) {
    return undefined;
  }
  const own = foldWords(said);
  const isOther = ({ name }: NameHit) => {
    const words = foldWords(name);
    return words.length > own.length && words.slice(-own.length).join() === own.join() && !words.includes(word);
  };
  return hits.every(isOther) ? all : undefined;
}
