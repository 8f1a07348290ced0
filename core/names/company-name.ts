import { fold, foldWords, isHan } from './fold.ts';

const REGION =
  /^(?:中国|全国|北京|上海|天津|重庆|深圳|广州|杭州|南京|苏州|武汉|成都|西安|青岛|大连|宁波|厦门|长沙|郑州|济南|合肥|福州|昆明|沈阳|无锡|佛山|东莞|珠海|常州|温州|石家庄|太原|南昌|南宁|贵阳|兰州|哈尔滨|长春|海口|乌鲁木齐|香港|台湾|台北|澳门|江苏|浙江|广东|山东|河南|河北|四川|湖北|湖南|安徽|福建|陕西|山西|辽宁|吉林|黑龙江|江西|云南|贵州|甘肃|海南|广西|内蒙古|新疆)(?:省|市|自治区)?/u;

const CHINESE_SUFFIX = /(?:股份|控股|有限|责任|集团|总公司|分公司|公司|企业|事务所)+$/u;

/** One at a time: repeated inside the pattern, words that are made of others (电子科技) would be tried in every division. */
const LINE_OF_BUSINESS =
  /(?:(?:信息|网络|电子|生物|环保|智能|新能源|医疗|软件|数据|精密|光电|数字|高新|食品|家电)?(?:科技|技术|制造|器械|设备|工程|服务|系统|发展|实业|贸易|工业|商贸)|电子|软件|数据|医药|医疗|生物|食品|机械|新能源|能源|建材|激光|物流|家电|化工|材料|汽车|电器|电气|光电|通信|通讯|网络|信息|环保|智能|传媒|文化|教育|咨询|投资|金融|银行|保险|证券|地产|置业|建筑|建设|纺织|服饰|服装|农业|商业|零售|酒店|旅游|航空|航运|钢铁|重工|半导体|仪器|印刷|包装|动力|控制|自动化)$/u;

const ENGLISH_SUFFIXES = new Set(
  'inc incorporated llc ltd limited corp corporation co company gmbh ag plc holding holdings group sa srl bv nv pty pte lp llp kg oy ab spa the and'.split(
    ' ',
  ),
);

/** First words too many companies share to stand for one of them. */
const COMMON_WORDS = new Set(
  'united global national american international general first new china world universal pacific north south east west royal great smart advanced digital green blue golden st saint los san la el de big best'.split(
    ' ',
  ),
);

export type CompanyName = {
  /** All of it, folded. */
  full: string;
  /** Without region, legal form and brackets. */
  core: string;
  /** The part people say: without the line of business, or the first word. May equal `core`. */
  brand: string;
  region: string;
  /** Words of a name in Latin letters, without its legal form. */
  words: string[];
};

export function parseCompanyName(name: string): CompanyName {
  const plain = name
    .normalize('NFKC')
    .replace(/[(（[【][^)）\]】]*[)）\]】]/gu, ' ')
    .trim();
  return isHan(plain) ? chineseName(name, plain) : latinName(name, plain);
}

function chineseName(name: string, plain: string): CompanyName {
  const folded = fold(plain);
  const region = REGION.exec(folded)?.[0] ?? '';
  const withoutForm = folded.slice(region.length).replace(CHINESE_SUFFIX, '');
  // 重庆银行, 中国移动 and 北京公司 have nothing left to be called by without their region.
  const isNational = region === '中国' && withoutForm.length < 3;
  const isTooShort = isNational || withoutForm.length < 2 || withoutBusiness(withoutForm) === '';
  const shortest = isTooShort ? folded.replace(CHINESE_SUFFIX, '') : withoutForm;
  const core = shortest.replace(REGION, '') === '' ? folded : shortest;
  const stripped = withoutBusiness(core);
  const brand = stripped.replace(REGION, '') === '' ? core : stripped;
  const full = fold(name) || name.trim().toLowerCase();
  return {
    full,
    core: core || full,
    brand: brand.length >= 2 ? brand : core || full,
    region: isTooShort ? '' : region.replace(/(?:省|市|自治区)$/u, ''),
    words: [],
  };
}

function withoutBusiness(name: string): string {
  const shorter = name.replace(LINE_OF_BUSINESS, '');
  return shorter === name ? name : withoutBusiness(shorter);
}

function latinName(name: string, plain: string): CompanyName {
  const all = foldWords(plain);
  const words = all.filter((word) => !ENGLISH_SUFFIXES.has(word));
  const kept = words.length > 0 ? words : all;
  const full = fold(name) || name.trim().toLowerCase();
  const core = kept.join('') || full;
  const first = kept[0] ?? core;
  return { full, core, brand: first.length >= 3 && !COMMON_WORDS.has(first) ? first : core, region: '', words: kept };
}

/** Legal forms that may follow a mention in a sentence and belong to it. */
export const LEGAL_FORM =
  /^(?:\s*(?:股份|控股|有限|责任|集团|公司)+|,?\s+(?:inc|llc|ltd|limited|corp|corporation|co|company|gmbh|ag|plc|holdings?|group)(?![a-z])\.?)+/iu;

export function isRegion(text: string): boolean {
  return REGION.exec(text)?.[0] === text;
}

/** Forms that end a name: whoever says one of them has said all of it. */
const CLOSING = new Set('inc llc ltd corp gmbh ag plc sa srl bv nv pty pte lp llp kg oy ab spa'.split(' '));
/** Written out, or of several: the same form. */
const SAME_FORM: Readonly<Record<string, string>> = {
  incorporated: 'inc',
  limited: 'ltd',
  corporation: 'corp',
  holdings: 'holding',
};

export type LegalForm = {
  /** What tells companies of one name apart: 集团, holding. Neither 公司 nor "company" does. */
  kinds: string[];
  /** Inc, Ltd, each by its usual short form. */
  closing: string[];
  /** It says that the name ends there: 有限公司, Inc. */
  isWhole: boolean;
};

export function parseLegalForm(name: string): LegalForm {
  if (isHan(name)) {
    const form = CHINESE_SUFFIX.exec(fold(name.replace(/[(（[【][^)）\]】]*[)）\]】]/gu, ' ')))?.[0] ?? '';
    return {
      kinds: form.match(/股份|控股|集团|总公司|分公司|事务所/gu) ?? [],
      closing: [],
      isWhole: form.includes('有限'),
    };
  }
  const words = foldWords(name)
    .filter((word) => ENGLISH_SUFFIXES.has(word))
    .map((word) => SAME_FORM[word] ?? word);
  const closing = words.filter((word) => CLOSING.has(word));
  return { kinds: words.filter((word) => /^(?:group|holding)$/.test(word)), closing, isWhole: closing.length > 0 };
}
