import { countryOfRegion } from '../../../core/customers/countries.ts';
import { isPlace } from '../../../core/names/index.ts';
import { isGivenName } from '../given-names.ts';
import { COMPANY_ENDING, isCompanyLike } from './company-like.ts';

/** A line of business by itself is nobody's name: 郑大 北京 汽车. */
const INDUSTRY_ZH =
  /^(?:汽车|汽配|汽车零部件|医疗|医药|医疗器械|制药|生物医药|食品|食品饮料|餐饮|家电|化工|电子|电气|机械|制造业?|装备制造|物流|仓储|建材|建筑|地产|房地产|教育|金融|银行|保险|证券|能源|新能源|电力|钢铁|冶金|有色|纺织|服装|服饰|鞋服|农业|畜牧|乳业|零售|快消|电商|互联网|软件|通信|半导体|芯片|光伏|锂电|风电|核电|造纸|印刷|包装|塑料|橡胶|水务|环保|轨道交通|航空|航天|船舶|矿业|采矿|煤炭|石油|石化|燃气|玻璃|陶瓷|水泥|五金|家具|家居|玩具|美妆|日化|酒店|旅游|文旅|传媒|政府)(?:行业)?$/u;
/** Pumps, food processing, valve maker: what they make or deal in. */
const INDUSTRY_EN =
  /^(?:pumps|valves|bearings|food|foods|dairy|beverages?|brewing|bakery|mining|minerals|steel|metals?|chemicals?|plastics|rubber|glass|paper|packaging|printing|textiles|apparel|fashion|furniture|timber|cement|ceramics|construction|automotive|aerospace|aviation|shipping|marine|rail|logistics|warehousing|freight|retail|wholesale|e-?commerce|agriculture|farming|fisheries|pharma|pharmaceuticals?|medical|healthcare|biotech|electronics|semiconductors?|telecom|software|saas|it|banking|finance|insurance|education|hospitality|hotels?|energy|oil(?: and | & )gas|oil|gas|solar|wind|utilities|water|machinery|robotics|automation|manufacturing|engineering|consulting|media|government|[a-z]+ (?:makers?|manufacturers?|manufacturing|industry|processing|production|suppliers?|distributors?|retail|services))$/u;

export const isIndustry = (piece: string): boolean => INDUSTRY_ZH.test(piece) || INDUSTRY_EN.test(piece);

/** Surnames that begin other words as well, and are one beside a company: 鼎沸餐饮 冉大勇. */
const RARE_NAME =
  /^[冉邢岑芦屠葛佟隋臧卓宫欧司诸詹祝左温季鲍霍颜裴穆阮樊游焦甘兰鲁车麦靳项竺耿聂翟褚骆闵盛涂柴苗凌费纪倪舒屈简饶沙辛康伍齐祁牛岳谷尚闻娄狄]\p{Script=Han}{1,2}$|^(?:欧阳|司马|上官|诸葛|夏侯|皇甫|尉迟|公孙|慕容|司徒|令狐|宇文|端木)\p{Script=Han}{1,2}$/u;

export const isRareName = (piece: string): boolean => RARE_NAME.test(piece) && !isCompanyLike(piece) && !isPlace(piece);

/** Boston, Leeds: where a company is, and nobody there. */
export const isTown = (piece: string): boolean => isPlace(piece) || countryOfRegion(piece) !== undefined;

const SMALL = /^\p{Ll}[\p{Ll}\d&'-]*(?: [\p{Ll}\d&][\p{Ll}\d&'-]*){0,3}$/u;
const SAYS =
  /(?<![a-z])(?:wants?|needs?|likes?|interested|in|for|the|an?|and|to|of|our|their|some|makes?|sells?|buys?|uses?|about|with|from|at|is|has|runs|new|asap|urgent)(?![a-z])/u;

/** Peter Wang for "peter wang", Acme Mfg for "acme mfg": names in a message that has no capitals at all, told by what they look like. */
export function upright(pieces: readonly string[], site: string | undefined): string[] {
  if (pieces.some((piece) => /\p{Lu}/u.test(piece))) {
    return [...pieces];
  }
  // Beside somebody by name two more words are where he works.
  const hasPerson = pieces.slice(0, 2).some(isGivenName);
  return pieces.map((piece, at) => {
    const isName =
      at < 2 &&
      SMALL.test(piece) &&
      !SAYS.test(piece) &&
      (isGivenName(piece) ||
        (hasPerson && piece.includes(' ') && !isIndustry(piece)) ||
        isSite(piece, site) ||
        (piece.includes(' ') && COMPANY_ENDING.test(piece) && !isIndustry(piece)));
    return isName ? piece.replace(/(?<![\p{L}\d'])\p{Ll}/gu, (letter) => letter.toUpperCase()) : piece;
  });
}

const lettersOf = (words: string) => words.toLowerCase().replace(/[^\p{L}\d]/gu, '');

/** The name of its site, as an e-mail has it; those anybody may write from say nothing. */
export function siteOf(email: string | undefined): string | undefined {
  const site = /@([\w-]{3,})\./u.exec(email ?? '')?.[1];
  return site && !/^(?:gmail|outlook|hotmail|yahoo|icloud|live|proton|foxmail|sina|mail)$/iu.test(site)
    ? lettersOf(site)
    : undefined;
}

/** Harbor Cold Storage of harborcold.example. */
export const isSite = (words: string, site: string | undefined): boolean =>
  site !== undefined && lettersOf(words).startsWith(site);
