type Gold = readonly (readonly [sentence: string, expected: string])[];

/** What a new deal is called, whatever else is called like it (R11, R24). */
export const newDealNames: Gold = [
  ['把远景动力转成客户，建个商机中央厨房温控 20万', 'lead.convert|lead=远景动力|opportunity=中央厨房温控|amount=20万'],
  ['把远景动力转客户，同时建商机 主轴监测，15万', 'lead.convert|lead=远景动力|opportunity=主轴监测|amount=15万'],
  ['远景动力转客户，建个商机企业版二期 20万', 'lead.convert|lead=远景动力|opportunity=企业版二期|amount=20万'],
  ['把远景动力转成客户，建个商机冷库温湿度监测', 'lead.convert|lead=远景动力|opportunity=冷库温湿度监测'],
  ['把王大力转成客户，建商机温控柜采购 12万', 'lead.convert|lead=王大力|opportunity=温控柜采购|amount=12万'],
  ['把远景动力转成客户，顺便建个商机，大概20万', 'lead.convert|lead=远景动力|amount=20万'],
  [
    'convert Mary Major and open a deal, line 3 sensors, 120k',
    'lead.convert|lead=Mary Major|opportunity=line 3 sensors|amount=120k',
  ],
  ['convert Mary Major into a deal, 120k', 'lead.convert|lead=Mary Major|amount=120k'],
  ['给华星电子建商机 冷链定位二期', 'opportunity.open|customer=深圳市华星电子有限公司|name=冷链定位二期'],
  ['给华星电子建商机 冷库温湿度监测', 'opportunity.open|customer=深圳市华星电子有限公司|name=冷库温湿度监测'],
  ['给华星电子建商机 预计30万', 'opportunity.open|customer=深圳市华星电子有限公司|amount=30万'],
  ['给华星电子建个商机，总额，约18万', 'opportunity.open|customer=深圳市华星电子有限公司|amount=18万'],
  [
    'new deal for Acme: conveyor monitoring 200k closing end of June',
    'opportunity.open|customer=Acme Corporation|name=conveyor monitoring|amount=200k|closeOn=2026-06-30',
  ],
  [
    'new deal for Acme, conveyor belt monitoring, 150k',
    'opportunity.open|customer=Acme Corporation|name=conveyor belt monitoring|amount=150k',
  ],
  [
    'new deal for Globex conveyor belt monitoring 100k',
    'opportunity.open|customer=Globex Corporation|name=conveyor belt monitoring|amount=100k',
  ],
];

const met = (phone: string) => `lead.add|company=Brightwater Canning|contact=Sue Park|phone=${phone}`;
const seller = (phone: string) => `contact.set|customer=Acme Corporation|person=Priya Shah|title=buyer|phone=${phone}`;
const hill = (phone: string) => `customer.add|name=远山机械|contact=张总|phone=${phone}`;

/** Numbers in groups, of any country, and those that can be none (R1, R13, R20, R80). */
export const numbersSaid: Gold = [
  ...[
    '+61 2 5550 0777',
    '+61 412 345 678',
    '+44 20 7946 0958',
    '+1 (415) 555-0134',
    '+33 1 42 68 53 00',
    '(02) 5550 0777',
    '1300 555 111',
  ].map((each) => [`new lead Brightwater Canning, Sue Park, ${each}`, met(each)] as const),
  ...['+61 2 5550 0888', '02 5550 0888', '0412 345 67'].map(
    (each) => [`add contact Priya Shah at Acme, buyer, ${each}`, seller(each)] as const,
  ),
  ...['+86 13700137000', '+86 137 0013 7000', '1385742336'].map(
    (each) => [`加个客户远山机械，张总，${each}`, hill(each)] as const,
  ),
  ['加个客户远山机械，张总 1385742336，预算1500000', hill('1385742336')],
  ['加个客户远山机械，张总，年产值 12000000', 'customer.add|name=远山机械|contact=张总'],
];

/** Who it is, where, and what he does there (R1, R10, R13). */
export const partiesTold: Gold = [
  ['new lead: Sue Park, Brightwater Canning', 'lead.add|company=Brightwater Canning|contact=Sue Park'],
  ['new lead: Brightwater Canning, Sue Park', 'lead.add|company=Brightwater Canning|contact=Sue Park'],
  [
    'add customer Lakeside Plastics, Melbourne, Rob Finch',
    'customer.add|name=Lakeside Plastics|region=Melbourne|contact=Rob Finch',
  ],
  [
    'add customer Lakeside Plastics, Rob Finch, Melbourne',
    'customer.add|name=Lakeside Plastics|region=Melbourne|contact=Rob Finch',
  ],
  [
    '加个客户远山机械，南通，联系人周敏采购经理 13900139000',
    'customer.add|name=远山机械|region=南通|title=采购经理|contact=周敏|phone=13900139000',
  ],
  ['加个客户远山机械，联系人王经理', 'customer.add|name=远山机械|contact=王经理'],
  ['建个客户，叫撤销科技，地址南通', 'customer.add|name=撤销科技|region=南通'],
  ['create a customer, called Undo Tech, in Melbourne', 'customer.add|name=Undo Tech|region=Melbourne'],
];

/** What else was taken for something it is not (R7, R14, R24, R25, R26, R80, R103). */
export const takenFor: Gold = [
  ['merge Globex into Acme', 'customer.merge|customer=Acme Corporation|other=Globex Corporation'],
  ['merge Globex and Acme', 'customer.merge|customer=Globex Corporation|other=Acme Corporation'],
  ['把蓝海物流合并到华星电子', 'customer.merge|customer=深圳市华星电子有限公司|other=上海蓝海物流有限公司'],
  ['把王建国合并到华星电子', 'lead.convert|into=深圳市华星电子有限公司|lead=王建国'],
  [
    '冷库温湿度监测的对手是横河和西门子',
    'opportunity.competitor|name=横河|opportunity=冷库温湿度监测 + opportunity.competitor|name=西门子|opportunity=冷库温湿度监测',
  ],
  ['冷库温湿度监测的对手是和利时', 'opportunity.competitor|name=和利时|opportunity=冷库温湿度监测'],
  [
    'our competitors at Acme are Siemens and ABB',
    'opportunity.competitor|name=Siemens|opportunity=Acme Corporation + opportunity.competitor|name=ABB|opportunity=Acme Corporation',
  ],
  [
    'our competitor at Acme is Smith and Sons',
    'opportunity.competitor|name=Smith and Sons|opportunity=Acme Corporation',
  ],
  [
    '冷库温湿度监测加产品 压力变送器 20个',
    'opportunity.product|opportunity=冷库温湿度监测|product=压力变送器|quantity=20',
  ],
  ['冷库温湿度监测加产品压力表，20个', 'opportunity.product|opportunity=冷库温湿度监测|product=压力表|quantity=20'],
  [
    '华星电子报修了，灭菌车间的传感器没数据',
    'ticket.open|customer=深圳市华星电子有限公司|kind=fault|title=灭菌车间的传感器没数据',
  ],
  ['阶段设置', 'stage.list'],
  [
    'add a stage called Pilot between quote and negotiation',
    'stage.add|nameEn=Pilot|after=proposal|before=negotiation',
  ],
  ['在报价和谈判之间加一个阶段叫试产', 'stage.add|nameZh=试产|after=proposal|before=negotiation'],
  ['签约成交要销售总监审批', 'stage.change|stage=won|signers=director'],
  ['deals going to won need director approval', 'stage.change|stage=won|signers=director'],
  ['why did we lose the Torque logging deal', 'opportunity.show|opportunity=Torque logging'],
  ['冷库温湿度监测为什么丢了', 'opportunity.show|opportunity=冷库温湿度监测'],
  ['金额最大的商机', '?opportunity|list|limit=10|scope=all|sort=amount desc|status=open'],
  ['biggest deals', '?opportunity|list|limit=10|scope=all|sort=amount desc|status=open'],
  ['my biggest deals', '?opportunity|list|limit=10|scope=mine|sort=amount desc|status=open'],
  ['王建国说暂时不需要', 'lead.outcome|lead=王建国|outcome=considering'],
  ['王建国说不需要', 'lead.outcome|lead=王建国|outcome=refused'],
  ['Mary is not interested right now', 'lead.outcome|lead=Mary Major|outcome=considering'],
  ['Mary is not interested', 'lead.outcome|lead=Mary Major|outcome=refused'],
];

const HX = '深圳市华星电子有限公司';
const ACME = 'Acme Corporation';
const rivals = (deal: string, ...names: string[]) =>
  names.map((name) => `opportunity.competitor|name=${name}|opportunity=${deal}`).join(' + ');
const biggest = '?opportunity|list|limit=10|scope=all|sort=amount desc|status=open';

/** The biggest deal within a title or a next step is part of it (R19, R35). */
export const biggestSaid: Gold = [
  ['提醒我明天看看最大的单子', 'task.add|due=2026-05-14|title=看看最大的单子'],
  ['提醒我看看金额最大的单子', 'task.add|title=看看金额最大的单子'],
  ['最大的单子', biggest],
  ['看看最大的单子有哪些', biggest],
  ['李雷的最大的商机', '?opportunity|list|limit=10|owner=李雷|scope=all|sort=amount desc|status=open'],
];

/** One rival or more (R24). */
export const rivalsSaid: Gold = [
  ['华星电子的竞争对手是上海和辉光电', rivals(HX, '上海和辉光电')],
  ['华星电子的竞争对手是北京和隆优化', rivals(HX, '北京和隆优化')],
  ['华星电子的对手是横河、西门子和和利时', rivals(HX, '横河', '西门子', '和利时')],
  ['we are up against Johnson and Johnson at Acme', rivals(ACME, 'Johnson and Johnson')],
  ['we are up against Procter and Gamble at Acme', rivals(ACME, 'Procter and Gamble')],
  ['we are up against both Siemens and ABB at Acme', rivals(ACME, 'Siemens', 'ABB')],
  ['we are up against Siemens plus ABB at Acme', rivals(ACME, 'Siemens', 'ABB')],
  ['we are up against Siemens and ABB at Acme', rivals(ACME, 'Siemens', 'ABB')],
  ['we are up against Emerson, ABB and Rockwell at Acme', rivals(ACME, 'Emerson', 'ABB', 'Rockwell')],
  ['华星电子的对手是中控，西门子，横河', rivals(HX, '中控', '西门子', '横河')],
  ['华星电子的对手是中控,西门子,横河', rivals(HX, '中控', '西门子', '横河')],
  ['华星电子的对手是中控，价格比我们低', 'none'],
];

/** Not this year is no refusal (R7). */
export const notThisYear: Gold = [
  ['给王建国打电话，说今年不需要', 'lead.outcome|lead=王建国|nextOn=2026-12-31|outcome=considering'],
  ['给王建国打电话，说不需要', 'lead.outcome|lead=王建国|outcome=refused'],
  ['called Mary Major, not interested this year', 'lead.outcome|lead=Mary Major|nextOn=2026-12-31|outcome=considering'],
  [
    'called Mary Major, not interested this quarter',
    'lead.outcome|lead=Mary Major|nextOn=2026-06-30|outcome=considering',
  ],
  ['called Mary Major, not interested', 'lead.outcome|lead=Mary Major|outcome=refused'],
];

/** Dean Foods is a company, though Dean is a name (R1, R10). */
export const companiesLikePeople: Gold = [
  ['new lead: Dean Foods, Priyanka Rao', 'lead.add|company=Dean Foods|contact=Priyanka Rao'],
  ['new customer Ross Stores, Priyanka Rao', 'customer.add|contact=Priyanka Rao|name=Ross Stores'],
  ['new lead: Lee Valley Tools, Prakash Rao', 'lead.add|company=Lee Valley Tools|contact=Prakash Rao'],
  [
    'new lead: Charlotte Pipe, Xenia Kostova, xenia@charlottepipe.example',
    'lead.add|company=Charlotte Pipe|contact=Xenia Kostova|email=xenia@charlottepipe.example',
  ],
  [
    'new lead: Martin Marietta Materials, Denver, Priyanka Rao',
    'lead.add|company=Martin Marietta Materials|contact=Priyanka Rao|region=Denver',
  ],
  ['new lead: Rob Finch, Harbor Cold', 'lead.add|company=Harbor Cold|contact=Rob Finch'],
];

/** Only customers are merged (R80). */
export const notMerged: Gold = [
  ['把华星电子的商机合并到蓝海物流', 'none'],
  ['把会议并到周五', 'none'],
  ['把报价合并到合同里', 'none'],
  ['merge the Acme deal into Globex', 'none'],
  ['merge Acme Inc into Acme', `customer.merge|customer=${ACME}|other=Acme Inc`],
];

/** Who approves it is no rule where a deal moves (R25). */
export const approvedBeside: Gold = [
  ['华星电子推进到商务谈判，需要张伟审批', `opportunity.advance|opportunity=${HX}|stage=negotiation`],
  ['华星电子签约了，合同要财务审核', `opportunity.advance|opportunity=${HX}|stage=won`],
  ['签约成交要销售总监审批', 'stage.change|stage=won|signers=director'],
];

/** An errand is no name, a warehouse no reason (R13, R80). */
export const notCalled: Gold = [
  ['客户叫小李送样品过去，电话13812345678', 'none'],
  ['客户叫我们去恒立精工，联系人是沈总，13812345678', 'none'],
  ['客户叫开元机械，联系人是沈总，手机13812345678', 'customer.add|contact=沈总|name=开元机械|phone=13812345678'],
  ['华星电子放到B类仓库了', 'none'],
  ['华星电子归到C类产品', 'none'],
  ['把华星电子设为A类客户，战略客户', `customer.tier|customer=${HX}|reason=战略客户|tier=A`],
  ['华星电子降为C类因为回款慢', `customer.tier|customer=${HX}|reason=回款慢|tier=C`],
];
