import { fold } from './fold.ts';
import { syllables } from './pinyin.ts';

/** Provinces and the cities below them, as people write them: enough for an address where no street is known (R20). */
const PROVINCES =
  '北京 上海 天津 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 内蒙古 香港 澳门 台湾';
/** Provinces that are spoken of together; the smaller areas of one province have none of their own. */
const AREAS: Readonly<Record<string, string>> = {
  华东: '上海 江苏 浙江 安徽 福建 江西 山东',
  华南: '广东 广西 海南',
  华北: '北京 天津 河北 山西 内蒙古',
  华中: '河南 湖北 湖南',
  东北: '辽宁 吉林 黑龙江',
  西北: '陕西 甘肃 青海 宁夏 新疆',
  西南: '重庆 四川 贵州 云南 西藏',
  长三角: '上海 江苏 浙江 安徽',
  珠三角: '广东',
  京津冀: '北京 天津 河北',
  大湾区: '广东 香港 澳门',
  苏南: '',
  苏北: '',
  浙东: '',
  粤东: '',
  粤西: '',
  胶东: '',
};
const CITIES: Readonly<Record<string, string>> = {
  河北: '石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 雄安',
  山西: '太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁',
  内蒙古: '呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布',
  辽宁: '沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 葫芦岛',
  吉林: '长春 四平 辽源 通化 白山 松原 白城 延边',
  黑龙江: '哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化',
  江苏: '南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁 昆山 江阴 张家港 常熟',
  浙江: '杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 义乌 慈溪',
  安徽: '合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城',
  福建: '福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德 晋江',
  江西: '南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶',
  山东: '济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽',
  河南: '郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店',
  湖北: '武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施',
  湖南: '长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底',
  广东: '广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮 顺德',
  广西: '南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左',
  海南: '海口 三亚 儋州',
  四川: '成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳',
  贵州: '贵阳 六盘水 遵义 安顺 毕节 铜仁',
  云南: '昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 大理 红河',
  西藏: '拉萨 日喀则',
  陕西: '西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛',
  甘肃: '兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南',
  青海: '西宁 海东',
  宁夏: '银川 石嘴山 吴忠 固原 中卫',
  新疆: '乌鲁木齐 克拉玛依 吐鲁番 哈密 昌吉 伊犁 喀什',
  台湾: '台北 高雄 新竹',
};

const namesIn = (text: string) => text.split(' ').filter((name) => name !== '');

const PLACES = [
  ...new Set([...namesIn(PROVINCES), ...Object.keys(AREAS), ...Object.values(CITIES).flatMap(namesIn)]),
].sort((a, b) => b.length - a.length);
const NAMED = `(?:${PLACES.join('|')})(?:特别行政区|壮族自治区|回族自治区|维吾尔自治区|自治区|自治州|地区|省|市)?`;

/** One place below another, and whatever street follows: 上海, 江苏苏州, 上海市浦东新区张江路88号. */
const PLACE = new RegExp(
  `^(?:${NAMED}){1,3}(?:[\\p{Script=Han}\\d-]{1,20}(?:区|县|市|镇|乡|路|街|大道|号|园区|新城))?$`,
  'u',
);

export function isPlace(text: string): boolean {
  return PLACE.test(text);
}

/** A place and all below it: 华南 is 广东 with its cities and the others, 广东 its cities. */
export function placesWithin(name: string): string[] {
  const plain = name.replace(/(?:地区|区域|大区|省|市)$/u, '');
  const below = namesIn(AREAS[plain] ?? '').flatMap((province) => [province, ...namesIn(CITIES[province] ?? '')]);
  return [plain, ...below, ...namesIn(CITIES[plain] ?? '')];
}

/** A place of China at the beginning: 深圳, 江苏苏州, 中国上海; 北海道 is none. */
const BEGINS = new RegExp(`^(?:中国)?(?!北海道)(?:${PLACES.join('|')})`, 'u');

export function isOfChina(text: string): boolean {
  return BEGINS.test(text);
}

/** What the sound of a name does not say. */
const ENGLISH: Readonly<Record<string, string>> = {
  eastchina: '华东',
  southchina: '华南',
  northchina: '华北',
  centralchina: '华中',
  northeastchina: '东北',
  northwestchina: '西北',
  southwestchina: '西南',
  yangtzeriverdelta: '长三角',
  pearlriverdelta: '珠三角',
  greaterbayarea: '大湾区',
  innermongolia: '内蒙古',
  tibet: '西藏',
  shaanxi: '陕西',
  shanxi: '山西',
  hongkong: '香港',
  macau: '澳门',
  macao: '澳门',
  taiwan: '台湾',
  taipei: '台北',
  harbin: '哈尔滨',
  urumqi: '乌鲁木齐',
  hohhot: '呼和浩特',
  lhasa: '拉萨',
  xian: '西安',
};

let sounds: readonly { place: string; sound: string }[] | undefined;

/** Worked out when the first Latin name is asked for, not when the product starts. */
const soundsOfPlaces = () => {
  sounds ??= PLACES.map((place) => ({ place, sound: syllables(place).join('') }));
  return sounds;
};

/** Which places of China a Latin name is: Jiangsu Province is 江苏; Taizhou may be 台州 or 泰州. */
export function placesSpelt(name: string): string[] {
  const plain = fold(name.replace(/\s+(?:province|city|municipality|region)$/iu, ''));
  const own = ENGLISH[plain];
  return own ? [own] : soundsOfPlaces().flatMap(({ place, sound }) => (sound === plain ? [place] : []));
}
