/** Whole families of wordings, as said in a hurry: each was once read as nothing, or as something else. The form is that of `written`. */
const HUAXING = '深圳市华星电子有限公司';
const DID = '?activity|list|occurred=2026-05-13..2026-05-14|owner=';

export const families: readonly (readonly [sentence: string, expected: string])[] = [
  // Somebody new asked.
  ['刚收到一个询盘，华东重工的刘工想要两台', 'lead.add|company=华东重工|contact=刘工'],
  ['收到个询价，远山电气的王强，15011112222', 'lead.add|company=远山电气|contact=王强|phone=15011112222'],
  ['来了个询盘 滨海泵业的陈工', 'lead.add|company=滨海泵业|contact=陈工'],
  ['接到个客户咨询，滨海泵业的陈工，13511113333', 'lead.add|company=滨海泵业|contact=陈工|phone=13511113333'],
  ['有个意向客户：恒达机械', 'lead.add|company=恒达机械'],
  ['got an enquiry from Nova Labs, they want two machines', 'lead.add|company=Nova Labs'],
  ['just had an inquiry from Nova Labs', 'lead.add|company=Nova Labs'],
  ['new enquiry: Nova Labs, tom@nova.example', 'lead.add|company=Nova Labs|email=tom@nova.example'],
  ['we received an enquiry from Nova Labs', 'lead.add|company=Nova Labs'],
  [
    'someone from Delta Pumps called, Rob Hayes 617 555 0188',
    'lead.add|company=Delta Pumps|contact=Rob Hayes|phone=617 555 0188',
  ],

  // We were put off.
  ['华星电子让我们下个月再联系', `follow-up.log|customer=${HUAXING}|kind=note|nextOn=2026-06-30|nextStep=再联系`],
  ['华星让我们下周再打', `follow-up.log|customer=${HUAXING}|kind=note|nextOn=2026-05-22|nextStep=再联系`],
  ['华星电子那边让咱们周五再找他', `follow-up.log|customer=${HUAXING}|kind=note|nextOn=2026-05-15|nextStep=再联系`],
  ['让我们下个月再联系', 'follow-up.log|kind=note|nextOn=2026-06-30|nextStep=再联系'],
  ['让我们下周三再来谈', 'follow-up.log|kind=note|nextOn=2026-05-20|nextStep=再联系'],
  [
    'Acme asked us to call back next month',
    'follow-up.log|customer=Acme Corporation|kind=call|nextOn=2026-06-30|nextStep=call back',
  ],
  [
    'Acme told us to call again next week',
    'follow-up.log|customer=Acme Corporation|kind=call|nextOn=2026-05-22|nextStep=call back',
  ],
  [
    'acme wants us to get back in June',
    'follow-up.log|customer=Acme Corporation|kind=note|nextOn=2026-06-30|nextStep=call back',
  ],
  ['asked us to call back next month', 'follow-up.log|kind=call|nextOn=2026-06-30|nextStep=call back'],
  [
    'Globex asked me to check back on Friday',
    'follow-up.log|customer=Globex Corporation|kind=note|nextOn=2026-05-15|nextStep=call back',
  ],

  // Won, with its sum in one clause.
  ['华星签了18万', `opportunity.advance|amount=18万|opportunity=${HUAXING}|stage=won`],
  ['华星电子签下来18万', `opportunity.advance|amount=18万|opportunity=${HUAXING}|stage=won`],
  ['华星那单18万签了', `opportunity.advance|amount=18万|opportunity=${HUAXING}|stage=won`],
  ['拿下华星电子了，18万', `opportunity.advance|amount=18万|opportunity=${HUAXING}|stage=won`],
  ['冷库那单签了，48万', 'opportunity.advance|amount=48万|opportunity=冷库温湿度监测|stage=won'],
  ['we closed Acme for 180k', 'opportunity.advance|amount=180k|opportunity=Acme Corporation|stage=won'],
  ['signed acme at 180k', 'opportunity.advance|amount=180k|opportunity=Acme Corporation|stage=won'],
  ['we got the acme deal!! 420k', 'opportunity.advance|amount=420k|opportunity=Acme Corporation|stage=won'],
  ['won the kiln deal for 45k', 'opportunity.advance|amount=45k|opportunity=Kiln humidity pilot|stage=won'],
  ['landed Globex for 90k', 'opportunity.advance|amount=90k|opportunity=Globex Corporation|stage=won'],

  // Something off, on the deal that is named.
  ['the kiln deal wants 5% off', 'opportunity.discount|opportunity=Kiln humidity pilot|percent=5%'],
  ['acme want 8 percent off', 'opportunity.discount|opportunity=Acme Corporation|percent=8%'],
  ['conveyor belt monitoring needs 5% off', 'opportunity.discount|opportunity=Conveyor belt monitoring|percent=5%'],
  ['冷库那单客户要便宜5个点', 'opportunity.discount|opportunity=冷库温湿度监测|percent=5%'],
  ['给冷库那单申请5%折扣', 'opportunity.discount|opportunity=冷库温湿度监测|percent=5%'],

  // What a colleague has done.
  ['李雷今天干了啥', `${DID}李雷|scope=all`],
  ['李雷今天都干啥了', `${DID}李雷|scope=all`],
  ['今天李雷忙什么了', `${DID}李雷|scope=all`],
  ['看看李雷今天做了些什么', `${DID}李雷|scope=all`],
  ['李雷今天联系了谁', `${DID}李雷|scope=all`],
  ['what did Jim Green do today', `${DID}Jim Green|scope=all`],
  ['what has jim been up to today', `${DID}Jim Green|scope=all`],
  ['what did li lei do today', `${DID}李雷|scope=all`],
  ["what's Lucy King been doing today", `${DID}Lucy King|scope=all`],
  ['show me what jim did today', `${DID}Jim Green|scope=all`],
  ['who did lucy visit today', '?activity|list|kind=visit|occurred=2026-05-13..2026-05-14|owner=Lucy King|scope=all'],

  // A deal by the beginning of its name, in whatever case.
  [
    'move the kiln humidity pilot to negotiation',
    'opportunity.advance|opportunity=Kiln humidity pilot|stage=negotiation',
  ],
  [
    'conveyor belt monitoring is now in negotiation',
    'opportunity.advance|opportunity=Conveyor belt monitoring|stage=negotiation',
  ],
  [
    'push the close date of the conveyor belt deal to end of next month',
    'opportunity.change|closeOn=2026-06-30|opportunity=Conveyor belt monitoring',
  ],
  ['hows the kiln humidity pilot going', 'opportunity.show|opportunity=Kiln humidity pilot'],
  ['whats missing to move conveyor belt monitoring forward', 'opportunity.show|opportunity=Conveyor belt monitoring'],
  ['焊装线那单推到商务谈判', 'opportunity.advance|opportunity=焊装线能耗计量|stage=negotiation'],
  ['把焊装线那个单子的预计成交改到下个月底', 'opportunity.change|closeOn=2026-06-30|opportunity=焊装线能耗计量'],
  ['看下冷库那个单子', 'opportunity.show|opportunity=冷库温湿度监测'],
  ['天府食品那个冷库的单子到哪一步了', 'opportunity.show|opportunity=冷库温湿度监测'],
  ['焊装线能耗计量还差什么才能往下走', 'opportunity.show|opportunity=焊装线能耗计量'],
  ['推到方案报价', 'opportunity.advance|stage=proposal'],

  // A list without a name.
  ['把这批客户存成名单', 'segment.save'],
  ['这些客户存个名单', 'segment.save'],
  ['把它们保存为一个列表', 'segment.save'],
  ['save these customers as a list', 'segment.save'],
  ['turn these into a call list', 'segment.save'],
  ['save this as a list', 'segment.save'],

  // A weekday to come, unless the words are of the past.
  ['周五 9:30 拜访华星电子', `task.add|customer=${HUAXING}|due=2026-05-15 09:30|title=拜访华星电子`],
  ['周五9点半拜访华星电子，聊续约', `task.add|customer=${HUAXING}|due=2026-05-15 09:30|title=拜访华星电子，聊续约`],
  ['周五拜访了华星电子', `follow-up.log|customer=${HUAXING}|kind=visit|on=2026-05-08`],
  ['周五上午去了华星电子', `follow-up.log|customer=${HUAXING}|kind=visit|on=2026-05-08`],
  ['周一见过华星电子的王总', `follow-up.log|customer=${HUAXING}|kind=visit|on=2026-05-11`],
  ['visited Acme on Friday', 'follow-up.log|customer=Acme Corporation|kind=visit|on=2026-05-08'],

  // What thumbs leave out, and what is said in other words.
  ['whats on my plate today', 'today.show'],
  ['今天还有啥事儿', 'today.show'],
  ['hows the team doing today', 'team.today'],
  ['团队今天有啥动静', 'team.today'],
  ['who hasnt sent their daily report', 'report.list'],
  ['draft my weekly report pls', 'report.weekly'],
  ['周报帮我出一份', 'report.weekly'],
  ['write up my day', 'report.daily'],
  ['有没有卡住的单子', 'opportunity.stuck'],
  ['any of my deals stuck', 'opportunity.stuck|owner=me'],
  ['anything in the pool i can grab', 'pool.list'],
  ['我想领一个北京的线索', 'pool.list'],
  ['anything waiting for my approval', 'approval.list'],
  ['看板打开', 'board.show'],
  ['华星电子最近都聊了啥', `follow-up.list|customer=${HUAXING}`],
  ['华星电子的工单处理好了没', `ticket.show|ticket=${HUAXING}`],
  ['is the acme ticket fixed yet', 'ticket.show|ticket=Acme Corporation'],
  ['华星那个工单修好了 换了个电源', `ticket.close|result=换了个电源|ticket=${HUAXING}`],
  ['华星电子的王总是拍板的', `opportunity.contact|contact=王总|opportunity=${HUAXING}|role=decision_maker`],
  ['华星电子搬家了 新地址深圳南山科技园路8号', `customer.change|address=深圳南山科技园路8号|customer=${HUAXING}`],
  [
    'add Tina Moss, buyer at Acme, tina@acme.example',
    'contact.set|customer=Acme Corporation|email=tina@acme.example|person=Tina Moss|title=buyer',
  ],
  [
    '加个联系人 华星电子的采购 刘倩 电话13900001111',
    `contact.set|customer=${HUAXING}|person=刘倩|phone=13900001111|title=采购`,
  ],
  ['were up against Sensotec on the acme deal', 'opportunity.competitor|name=Sensotec|opportunity=Acme Corporation'],
  ['加一个线索来源叫抖音', 'admin.source|name=抖音'],
  ['add a lead source called TikTok', 'admin.source|name=TikTok'],
  ['新增线索来源：展会', 'admin.source|name=展会'],
  ['新增线索来源展会', 'admin.source|name=展会'],
  ['线索响应时限改成七小时', 'admin.response|hours=7'],
  ['把线索响应时限改成十二小时', 'admin.response|hours=12'],
  ['响应时限改成二十小时', 'admin.response|hours=20'],
  ['answer leads within 4 hours', 'admin.response|hours=4'],
  ['set the lead response time to 6 hours', 'admin.response|hours=6'],
  ['线索没人回的提醒从两小时改成四小时', 'admin.response|hours=4'],
  ['remind people after 4 hours instead of 2 if nobody answers a lead', 'admin.response|hours=4'],
  ['add a stage called pilot test', 'stage.add|nameEn=pilot test'],
  ['在李雷的日报上回一句 辛苦了', 'report.comment|period=day|person=李雷|text=辛苦了'],
  ['no answer from Bob at Acme again', 'follow-up.log|customer=Acme Corporation|kind=call'],
  ['刚从华星电子出来，王总挺满意的', `follow-up.log|customer=${HUAXING}|kind=visit|on=2026-05-13`],
  ['上午跟华星电子的王总通了个电话 他说月底前定', `follow-up.log|customer=${HUAXING}|kind=call|on=2026-05-13`],
];
