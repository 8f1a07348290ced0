/** Keys of the sources every company starts with. */
export type Source = 'website' | 'exhibition' | 'referral' | 'ad' | 'cold_call';

/** A lead as it came in; `region` where it is not China; `asks` the code of what of the price list it is about. */
export type Enquiry = {
  contact: string;
  company: string;
  source: Source;
  note: string;
  region?: string;
  asks?: string;
};

export const ENQUIRIES_ZH: readonly Enquiry[] = [
  {
    contact: '岑立新',
    company: '芥舟船舶配件厂',
    source: 'website',
    note: '官网留言，想了解轴承温度在线监测，大约 20 个点。',
    asks: 'HL-V200',
  },
  {
    contact: '路遥平',
    company: '丹橘罐头食品有限公司',
    source: 'exhibition',
    note: '展台上看了冷库演示，要一份报价单。',
  },
  {
    contact: '宫晓辉',
    company: '砺锋刀具有限公司',
    source: 'referral',
    note: '砚舟精密的佟部长介绍，主轴想先试两台。',
  },
  {
    contact: '芦海英',
    company: '沁岭矿泉水有限公司',
    source: 'ad',
    note: '搜索广告进来的，问灌装线能不能自动统计停机原因。',
  },
  { contact: '邢万里', company: '铎声铸造有限公司', source: 'cold_call', note: '陌拜，老板不在，留了资料给设备科。' },
  {
    contact: '鲍思远',
    company: '素问中药饮片有限公司',
    source: 'website',
    note: '下载了 GMP 方案白皮书，留了手机号。',
  },
  {
    contact: '骆冰',
    company: '渡云物流园',
    source: 'exhibition',
    note: '关心冷藏车定位，车队 45 辆。',
    asks: 'HL-T110',
  },
  {
    contact: '聂长河',
    company: '青垣热力公司',
    source: 'referral',
    note: '漱石水务的霍科长推荐，换热站想做无人值守。',
  },
  { contact: '卓娅', company: '晴岚玻璃制品有限公司', source: 'website', note: '窑炉测温，要求耐高温，问有没有案例。' },
  {
    contact: '嵇文昌',
    company: '栖木地板有限公司',
    source: 'ad',
    note: '除尘风机电费高，想先做能耗分析。',
    asks: 'HL-S2',
  },
  {
    contact: '屠建设',
    company: '砾岩混凝土有限公司',
    source: 'cold_call',
    note: '搅拌站电机烧过两次，愿意听一次方案。',
  },
  { contact: '蒲静怡', company: '未央实验设备有限公司', source: 'website', note: '问单台设备能不能按月租用传感器。' },
  { contact: '向荣', company: '蓝圃花卉有限公司', source: 'exhibition', note: '温室六座，展会上加了微信，想要样品。' },
  { contact: '班世杰', company: '惊蛰农机有限公司', source: 'referral', note: '泽禾农业臧主任的同学，做烘干塔监测。' },
  {
    contact: '褚云峰',
    company: '峦峰索道运营有限公司',
    source: 'website',
    note: '驱动机房想装振动监测，旺季前要上线。',
    asks: 'HL-V200',
  },
  { contact: '习文静', company: '白榆印务有限公司', source: 'ad', note: '车间恒温恒湿，现在用普通表，想换成联网的。' },
  { contact: '冉大勇', company: '鼎沸餐饮中央厨房', source: 'exhibition', note: '冷链断链被投诉过，要能出温度证明。' },
  { contact: '靳一鸣', company: '弦月乐器有限公司', source: 'website', note: '木料干燥房，面积不大，预算有限。' },
  { contact: '仇海燕', company: '潮音海产有限公司', source: 'cold_call', note: '速冻库两套机组，电工说回头请示老板。' },
  { contact: '明德海', company: '赤霞葡萄酒庄', source: 'referral', note: '玄圃酿造武总工介绍，酒窖温湿度。' },
  { contact: '项北辰', company: '苍梧风电运维有限公司', source: 'website', note: '问齿轮箱油液在线监测多少钱一台。' },
  { contact: '席慧', company: '瓷言陶瓷有限公司', source: 'ad', note: '窑炉燃气计量，留言说月底前要方案。' },
  {
    contact: '管少华',
    company: '凌波泵业有限公司',
    source: 'exhibition',
    note: '想把我们的传感器配在他们的泵上一起卖。',
  },
  {
    contact: '窦小满',
    company: '丰穗粮库',
    source: 'website',
    note: '粮温监测已有系统，问网关能不能兼容旧设备。',
    asks: 'HL-G10',
  },
  { contact: '暴雪松', company: '寒汀制冰有限公司', source: 'referral', note: '云栈冷链曲总提到的，压缩机常报警。' },
  { contact: '鄢红', company: '织云服饰有限公司', source: 'cold_call', note: '蒸汽用量说不清，设备主管让下周再打。' },
];

export const ENQUIRIES_EN: readonly Enquiry[] = [
  {
    contact: 'Gareth Lyle',
    company: 'Fernbrook Quarries',
    source: 'website',
    note: 'Asked on the site about crusher bearings, some 30 points.',
    asks: 'HL-V200',
    region: 'Hobart',
  },
  {
    contact: 'Monica Reyes',
    company: 'Sandbar Seafood',
    source: 'exhibition',
    note: 'Stopped at the booth for the freezer demo, wants prices.',
    region: 'San Diego',
  },
  {
    contact: 'Lewis Abbot',
    company: 'Copperline Foundry',
    source: 'referral',
    note: 'Sent by Nora at Acme, two induction furnaces.',
    region: 'Sydney',
  },
  {
    contact: 'Fiona Dray',
    company: 'Mossvale Breweries',
    source: 'ad',
    note: 'Clicked the brewing ad and asked for tank probes.',
    region: 'Melbourne',
  },
  {
    contact: 'Anton Hale',
    company: 'Blackwater Tanneries',
    source: 'cold_call',
    note: 'Cold call; the owner was out, left a brochure with maintenance.',
    region: 'Adelaide',
  },
  {
    contact: 'Yvonne Castle',
    company: 'Prairie Gold Milling',
    source: 'website',
    note: 'Downloaded the dust explosion guide and left a number.',
    region: 'Wichita',
  },
  {
    contact: 'Ravi Menon',
    company: 'Eastgate Cold Stores',
    source: 'exhibition',
    note: 'Three warehouses, wants alarms by chat at night.',
    asks: 'HL-T110',
    region: 'Brisbane',
  },
  {
    contact: 'Claudia Stein',
    company: 'Northpoint Ferries',
    source: 'referral',
    note: 'Recommended by Cobalt Bay, engine room temperatures.',
    region: 'Vancouver',
  },
  {
    contact: 'Trevor Mills',
    company: 'Silverleaf Orchards',
    source: 'website',
    note: 'Frost sensors for 40 hectares, asks about battery life.',
    region: 'Hobart',
  },
  {
    contact: 'Anita Joshi',
    company: 'Lumen Glassworks',
    source: 'ad',
    note: 'Gas metering per furnace, needs a figure for the budget.',
    region: 'Melbourne',
  },
  {
    contact: 'Bruce Tanner',
    company: 'Rockpool Aquaculture',
    source: 'cold_call',
    note: 'Lost a pond to low oxygen once; open to a talk.',
    region: 'Brisbane',
  },
  {
    contact: 'Helene Marsh',
    company: 'Quill Paper Products',
    source: 'website',
    note: 'Can sensors be rented by the month for one machine?',
    region: 'Toronto',
  },
  {
    contact: 'Dwayne Porter',
    company: 'Blue Mesa Solar',
    source: 'exhibition',
    note: 'Inverter temperatures at four sites, took a sample home.',
    region: 'Denver',
  },
  {
    contact: 'Katrin Vale',
    company: 'Riverbend Sawmill',
    source: 'referral',
    note: 'Doug at Harrow Creek told her about the kiln pilot.',
    region: 'Hobart',
  },
  {
    contact: 'Simon Achebe',
    company: 'Highline Elevators',
    source: 'website',
    note: 'Traction motors in 60 buildings, wants to go live before summer.',
    region: 'Chicago',
  },
  {
    contact: 'Paula Greer',
    company: 'Clearwater Laundry',
    source: 'ad',
    note: 'Steam bill is too high, looking for metering first.',
    asks: 'HL-F220',
    region: 'Seattle',
  },
  {
    contact: 'Ethan Rowe',
    company: 'Harvest Kitchen Co',
    source: 'exhibition',
    note: 'Needs temperature certificates for school deliveries.',
    region: 'Boston',
  },
  {
    contact: 'Naomi Clarke',
    company: 'Ridgeway Aggregates',
    source: 'website',
    note: 'Belt scales and idlers, budget still to be found.',
    region: 'Perth',
  },
  {
    contact: 'Oscar Lindqvist',
    company: 'Ironwood Furniture',
    source: 'cold_call',
    note: 'Dust extraction keeps tripping; will ask the director.',
    region: 'Charleston',
  },
  {
    contact: 'Beth Carver',
    company: 'Coral Coast Hatchery',
    source: 'referral',
    note: 'Graham at Summit Cold Chain passed on our name.',
    region: 'Brisbane',
  },
  {
    contact: 'Miles Okoro',
    company: 'Longreach Windfarm Care',
    source: 'website',
    note: 'Price per turbine for gearbox oil monitoring?',
    region: 'Sydney',
  },
  {
    contact: 'Greta Hollis',
    company: 'Terracotta Tile Works',
    source: 'ad',
    note: 'Kiln fuel metering, wants a proposal by month end.',
    region: 'Adelaide',
  },
];

/** What the customers who began as leads had asked for. */
export const FIRST_WORDS: Readonly<Record<'zh' | 'en', readonly string[]>> = {
  zh: [
    '官网留言，希望安排一次现场交流。',
    '展会留资，对在线监测方案感兴趣。',
    '老客户介绍，项目已在立项阶段。',
    '看了公众号文章来电，问能否先试用。',
    '参加线上讲座后留言，要同行案例。',
    '招标平台上看到我们，先问资质。',
  ],
  en: [
    'Filled in the contact form, would like somebody to come by.',
    'Left a card at the trade show after the monitoring demo.',
    'Came through an existing customer, budget round has begun.',
    'Read the newsletter and asked for a trial.',
    'Attended the webinar and wants a reference from the trade.',
    'Found us on a tender portal, first question was certificates.',
  ],
};
