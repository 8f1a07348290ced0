import { trialOfHelp } from './trial3.gold.ts';

/** What new users of each role said of the sales flow in words of their own; the form is that of `written`. */
export const trialOfTheFlow: readonly (readonly [sentence: string, expected: string])[] = [
  ...trialOfHelp,
  ['把远景动力那条线索派给李雷', 'lead.assign|lead=远景动力|owner=李雷'],
  ['恒泰精工的线索转成客户吧', 'lead.convert|lead=恒泰精工'],
  ['我还有哪些线索没打', 'today.show|only=leads'],
  ["which of my leads haven't I called yet", 'today.show|only=leads'],
  ['Mary Major is a real prospect, turn her into a customer', 'lead.convert|lead=Mary Major'],

  ['华星电子的行业改成电子制造', 'customer.change|customer=深圳市华星电子有限公司|industry=电子制造'],
  [
    '华星电子的地址是深圳南山科技园路8号',
    'customer.change|address=深圳南山科技园路8号|customer=深圳市华星电子有限公司',
  ],
  [
    'Acme moved to 12 Harbour Street, Boston',
    'customer.change|address=12 Harbour Street, Boston|customer=Acme Corporation',
  ],
  ["Acme's new address is 12 Harbour Street", 'customer.change|address=12 Harbour Street|customer=Acme Corporation'],
  ['Acme moved to negotiation', 'opportunity.advance|opportunity=Acme Corporation|stage=negotiation'],
  ['华星电子的地址是什么', 'none'],
  [
    'add Sara Lind as purchasing manager at Acme, sara@acme.example',
    'contact.set|customer=Acme Corporation|email=sara@acme.example|person=Sara Lind|title=purchasing manager',
  ],
  [
    '华星电子换了个采购，叫何倩，电话13511112222',
    'contact.set|customer=深圳市华星电子有限公司|person=何倩|phone=13511112222|title=采购',
  ],
  ['何倩那边换人了，电话13511112222', 'none'],
  [
    'Acme hired a new buyer, Tess Wong, tess@acme.example',
    'contact.set|customer=Acme Corporation|email=tess@acme.example|person=Tess Wong|title=buyer',
  ],
  ['这周团队谁没写周报', 'report.list|period=week'],
  ['who still owes a weekly report', 'report.list|period=week'],
  ['add Yuanwang as a competitor at Acme', 'opportunity.competitor|name=Yuanwang|opportunity=Acme Corporation'],
  [
    '这两个客户重复了：华星电子和光谷激光，合并一下',
    'customer.merge|customer=深圳市华星电子有限公司|other=武汉光谷激光科技有限公司',
  ],

  ['赢了，签了18万', 'opportunity.advance|amount=18万|stage=won'],
  ['won, signed for 180k', 'opportunity.advance|amount=180k|stage=won'],
  ['华星电子赢了，签了18万', 'opportunity.advance|amount=18万|opportunity=深圳市华星电子有限公司|stage=won'],
  ['we won Acme, signed at 180k', 'opportunity.advance|amount=180k|opportunity=Acme Corporation|stage=won'],
  ['CIP那单子客户要求便宜5个点', 'opportunity.discount|opportunity=CIP|percent=5%'],
  ['给CIP那单申请5%折扣', 'opportunity.discount|opportunity=CIP|percent=5%'],

  ['move Crane load gateway to negotiation', 'opportunity.advance|opportunity=Crane load gateway|stage=negotiation'],
  ['we won Intake pump vibration', 'clarify'],
  ['lost Dryer section bearing watch, they went with a cheaper vendor', 'clarify'],
  [
    "what's missing on Robot cell condition monitoring to move on",
    'opportunity.show|opportunity=Robot cell condition monitoring',
  ],
  ['We won a lot of respect today', 'none'],

  ['把日报发出去', 'report.daily'],
  ['send my report', 'report.daily'],
  ["show me Jim's report", 'report.show|person=Jim Green'],
  ["comment on Jim's report: good work", 'report.comment|person=Jim Green|text=good work'],
  ['给李雷的日报写个评论：干得不错', 'report.comment|period=day|person=李雷|text=干得不错'],
  ['今天还有什么没干', 'today.show'],
  ['anything left to do today?', 'today.show'],

  ['刚才那条跟进写错了，客户是华星电子', 'none'],
  ['that last note was about Globex, not Acme', 'none'],

  ['陈先生买了一辆车，沪A12345', 'object.add|customer=陈先生|name=沪A12345|type=vehicle'],
  ['华星电子说网关坏了，帮忙登记一下', 'ticket.open|customer=深圳市华星电子有限公司|kind=fault|title=网关坏了'],
  [
    'Acme says their gateway is broken, please log it',
    'ticket.open|customer=Acme Corporation|kind=fault|title=their gateway is broken',
  ],
  ['天府食品反映传感器老掉线，记一下', 'ticket.open|customer=成都天府食品集团有限公司|kind=fault|title=传感器老掉线'],

  ['看看汽车后市场模板长什么样', 'admin.template|template=car_aftermarket'],
  ['我们是做汽车后市场的，用哪个模板', 'admin.template|template=car_aftermarket'],
  ['show me what the SaaS template looks like', 'admin.template|template=saas'],
  ['we are a garden centre, which template fits', 'admin.template'],
  ["we're a SaaS company, which template should we use?", 'admin.template|template=saas'],
  ['把一个月没联系的客户存成名单', 'segment.save|name=一个月没联系的客户|words=一个月没联系的客户'],
  [
    "save customers I haven't contacted for a month as a list",
    "segment.save|name=customers I haven't contacted for a month|words=customers I haven't contacted for a month",
  ],
  ['给官网表单做个接口', 'hook.add|name=官网表单'],
  ['新建一个数据接入，名字叫官网', 'hook.add|name=官网'],
  ['set up a hook for our website form', 'hook.add|name=website form'],
  ['加一个对象叫车辆，有车牌和购买日期', 'admin.objects'],
  ['add a record type called Vehicle with plate and purchase date', 'admin.objects'],
];

/** What the last follow-up was wrong in, said right after it: the first sentence, the second, what it comes to. */
export const trialOfCorrections: readonly (readonly [first: string, second: string, expected: string])[] = [
  [
    '今天拜访了天府食品',
    '刚才那条跟进写错了，客户是华星电子',
    'follow-up.log|customer=深圳市华星电子有限公司|kind=visit|on=2026-05-13',
  ],
  [
    'visited Acme today',
    'that last note was about Globex, not Acme',
    'follow-up.log|customer=Globex Corporation|kind=visit|on=2026-05-13',
  ],
  [
    '今天跟华星电子的人吃了个饭',
    '不对，是昨天吃的',
    'follow-up.log|customer=深圳市华星电子有限公司|kind=meeting|on=2026-05-12',
  ],
];
