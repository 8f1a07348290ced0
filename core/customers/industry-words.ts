import { fold, foldWords, isHan } from '../names/index.ts';

/** What a line of business is called in either language; one asked for by any of them is meant by all. */
const ALIKE: readonly string[] = [
  '化工 化学 chemical chemistry petrochemical 石化',
  '食品 food',
  '饮料 beverage drink brewing brewery 酿酒 酒水',
  '乳制品 乳业 dairy',
  '制药 医药 药品 pharma pharmaceutical',
  '医疗 medical healthcare',
  '电子 electronics electronic',
  '半导体 semiconductor chip 芯片',
  '光电 photonics optics',
  '机械 machinery machine',
  '装备 设备 equipment',
  '制造 manufacturing',
  '汽车 汽配 automotive car',
  '能源 energy',
  '电力 电网 power power-grid utility',
  '物流 运输 logistics transport',
  '冷链 cold-chain',
  '纺织 服装 textile apparel garment',
  '水务 水处理 water',
  '农业 农林 agriculture farming horticulture',
  '矿山 采矿 矿业 mining',
  '建筑 建材 construction building',
  '包装 packaging',
  '造纸 paper',
  '木材 家居 timber furniture',
  '航空 航天 aerospace aviation',
  '船舶 造船 shipbuilding marine',
  '轨道 铁路 rail railway',
  '仪器 仪表 instrument',
  '机器人 robotics robot',
  '钢铁 冶金 steel metal',
  '零售 retail',
  '教育 education',
  '金融 银行 finance banking',
  '房地产 地产 real-estate property',
  '软件 互联网 software internet saas',
  '餐饮 酒店 catering hospitality hotel',
];
const GROUPS = ALIKE.map((words) => words.split(' '));

/** As they are said in a sentence. */
export const INDUSTRY_WORDS = GROUPS.flat().map((word) => word.replace('-', ' '));

/** 行业 and industry say no more than that it is one. */
const KIND = /(?:行业|产业|领域|行当|业)$|(?<![a-z])(?:industry|industries|sector|business|companies)(?![a-z])/giu;

const singular = (word: string) => word.replace(/(?<=[a-z]{3})s$/u, '');

/** Whether a line of business on file is the one that is asked for: by any part of its name, in either language. */
export function isOfIndustry(onFile: string, said: string): boolean {
  const plain = said.replace(KIND, '').trim() || said;
  const words = [plain, ...GROUPS.filter((group) => group.some((word) => has(plain, word))).flat()];
  return words.some((word) => has(onFile, word));
}

function has(text: string, word: string): boolean {
  if (isHan(word)) {
    return fold(text).includes(fold(word));
  }
  const asked = foldWords(word).map(singular);
  const there = foldWords(text).map(singular);
  return asked.length > 0 && asked.every((each) => there.some((other) => isSame(other, each)));
}

/** Pharmaceutical is pharma. */
const isSame = (one: string, other: string) =>
  one === other || (other.length >= 5 && one.startsWith(other)) || (one.length >= 5 && other.startsWith(one));
