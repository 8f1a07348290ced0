/**
 * Written before any frame existed. Their author wrote the frames as well and remembered them, so they prove that
 * nothing is lost, not how well new sentences are read. Today is Wednesday 2026-05-13; the form is that of `written`.
 */
export const heldOut: readonly (readonly [sentence: string, expected: string])[] = [
  [
    '上午去光谷激光见了他们李工，对样机很感兴趣，下周一送样',
    'follow-up.log|customer=武汉光谷激光科技有限公司|kind=visit|on=2026-05-13|nextStep=送样|nextOn=2026-05-18',
  ],
  [
    '昨天下午跟云栖数据的陈总通了个电话，他们预算还没批',
    'follow-up.log|customer=杭州云栖数据有限公司|kind=call|on=2026-05-12',
  ],
  [
    '和明珠医疗开了个会，讨论了交付计划，周五前把方案发过去',
    'follow-up.log|customer=广州明珠医疗器械有限公司|kind=meeting|nextStep=把方案发过去|nextOn=2026-05-15',
  ],
  ['给天府食品发了封邮件，附上了最新报价', 'follow-up.log|customer=成都天府食品集团有限公司|kind=email'],
  ['微信上跟华星电子的采购聊了一下，他们月底定', 'follow-up.log|customer=深圳市华星电子有限公司|kind=message'],
  ['周一拜访了华星电子，客户要求降价5%', 'follow-up.log|customer=深圳市华星电子有限公司|kind=visit|on=2026-05-11'],
  ['记一下，天府食品换了新的采购经理', 'follow-up.log|customer=成都天府食品集团有限公司|kind=note'],
  [
    '前天电话回访了云栖数据，三天后再联系',
    'follow-up.log|customer=杭州云栖数据有限公司|kind=call|on=2026-05-11|nextStep=再联系|nextOn=2026-05-16',
  ],
  ['录一条线索：新锐机器人，联系人周杰，电话13912345678', 'lead.add|company=新锐机器人|contact=周杰|phone=13912345678'],
  [
    '展会上认识了博远精工的刘总，13600001111，加个线索',
    'lead.add|company=博远精工|contact=刘总|phone=13600001111|source=展会',
  ],
  ['新建客户杭州星辰网络有限公司', 'customer.add|name=杭州星辰网络有限公司'],
  [
    '新增客户 宁波海曙纺织，行业制造，联系人赵丽 13700002222',
    'customer.add|name=宁波海曙纺织|industry=制造|contact=赵丽|phone=13700002222',
  ],
  [
    '帮明珠医疗新建一个商机，金额120万，预计6月底成交',
    'opportunity.open|customer=广州明珠医疗器械有限公司|amount=120万|closeOn=2026-06-30',
  ],
  ['云栖数据有个新机会，50万左右', 'opportunity.open|customer=杭州云栖数据有限公司|amount=50万'],
  ['华星电子的商机推进到谈判阶段', 'opportunity.advance|opportunity=深圳市华星电子有限公司|stage=negotiation'],
  ['光谷激光签下来了', 'opportunity.advance|opportunity=武汉光谷激光科技有限公司|stage=won'],
  ['天府食品那单丢了', 'opportunity.advance|opportunity=成都天府食品集团有限公司|stage=lost'],
  ['我有哪些在谈的商机', 'opportunity.list|owner=me'],
  [
    '想给云栖数据申请12%的优惠，客户预算不够',
    'opportunity.discount|opportunity=杭州云栖数据有限公司|percent=12%|reason=客户预算不够',
  ],
  [
    '后天上午10点提醒我跟进光谷激光',
    'task.add|title=跟进光谷激光|due=2026-05-15 10:00|customer=武汉光谷激光科技有限公司',
  ],
  ['下周二之前要把标书写完，记个待办', 'task.add|title=把标书写完|due=2026-05-19'],
  ['看看我的待办', 'task.list'],
  ['给王总打电话那个任务做完了', 'task.done|task=给王总打电话'],
  ['查一下蓝海科技的资料', 'customer.show|customer=上海蓝海科技股份有限公司'],
  ['华星电子的跟进记录', 'follow-up.list|customer=深圳市华星电子有限公司'],
  ['今天有什么安排', 'today.show'],
  ['本月新增了多少线索', '?lead|count|created=2026-05-01..2026-06-01|scope=all'],
  ['我这个季度赢了多少钱', '?opportunity|sum_amount|status=won|closed=2026-04-01..2026-07-01|scope=mine'],
  ['团队本月预计成交金额', '?opportunity|sum_amount|status=open|close=2026-05-01..2026-06-01|scope=team'],
  ['按阶段看一下漏斗', '?opportunity|sum_amount|groupBy=stage|status=open|scope=all'],
  ['撤销刚才的操作', 'change.undo'],
  ['晚上一起吃饭吗', 'none'],
  ['这个系统怎么用', 'help.show'],
  ['把华星电子删掉', 'none'],
  [
    'Had a good call with Globex this morning, they want a demo next Tuesday',
    'follow-up.log|customer=Globex Corporation|kind=call|on=2026-05-13|nextStep=demo|nextOn=2026-05-19',
  ],
  [
    'Dropped by Northwind yesterday, they are still comparing vendors',
    'follow-up.log|customer=Northwind Traders|kind=visit|on=2026-05-12',
  ],
  [
    'Met the Initech team on Monday. Will send the proposal by Friday',
    'follow-up.log|customer=Initech LLC|kind=meeting|on=2026-05-11|nextStep=send the proposal|nextOn=2026-05-15',
  ],
  ['emailed Stark Industries the updated quote', 'follow-up.log|customer=Stark Industries|kind=email'],
  [
    'Spoke to Acme, budget is approved, will follow up in two weeks',
    'follow-up.log|customer=Acme Corporation|kind=call|nextStep=follow up|nextOn=2026-05-27',
  ],
  ['note for Globex: the CFO is leaving in June', 'follow-up.log|customer=Globex Corporation|kind=note'],
  [
    'new lead: Sarah Connor from Cyberdyne, sarah@cyberdyne.com',
    'lead.add|contact=Sarah Connor|company=Cyberdyne|email=sarah@cyberdyne.com',
  ],
  [
    'Got a lead from the website, Massive Dynamic, 415-555-0132',
    'lead.add|company=Massive Dynamic|phone=415-555-0132|source=website',
  ],
  ['create a customer called Soylent Foods, industry food', 'customer.add|name=Soylent Foods|industry=food'],
  [
    'open a 250k opportunity for Initech closing end of June',
    'opportunity.open|customer=Initech LLC|amount=250k|closeOn=2026-06-30',
  ],
  [
    'New deal with Stark Industries worth $1.2m, expected to close in September',
    'opportunity.open|customer=Stark Industries|amount=$1.2m|closeOn=2026-09-30',
  ],
  ['move Acme to the proposal stage', 'opportunity.advance|opportunity=Acme Corporation|stage=proposal'],
  ['Globex signed!', 'opportunity.advance|opportunity=Globex Corporation|stage=won'],
  [
    'we lost Northwind to a competitor',
    'opportunity.advance|opportunity=Northwind Traders|stage=lost|lostReason=went to a competitor',
  ],
  [
    'request a 12% discount for Initech because of the volume',
    'opportunity.discount|opportunity=Initech LLC|percent=12%|reason=the volume',
  ],
  [
    'remind me on Friday at 10am to send Globex the contract',
    'task.add|title=send Globex the contract|due=2026-05-15 10:00|customer=Globex Corporation',
  ],
  ['todo: prepare the slides by Monday', 'task.add|title=prepare the slides|due=2026-05-18'],
  ['show me my tasks', 'task.list'],
  ['done with the Globex contract task', 'task.done|task=Globex contract'],
  ['pull up Acme', 'customer.show|customer=Acme Corporation'],
  ['what have we done with Northwind so far', 'follow-up.list|customer=Northwind Traders'],
  ["what's on for today", 'today.show'],
  ['how many deals did we win last month', '?opportunity|count|status=won|closed=2026-04-01..2026-05-01|scope=all'],
  [
    'weighted pipeline next quarter by rep',
    '?opportunity|weighted_amount|groupBy=owner|status=open|close=2026-07-01..2026-10-01|scope=all',
  ],
  ['list my open opportunities in negotiation', 'opportunity.list|stage=negotiation|owner=me'],
  ['take that back', 'change.undo'],
  ['can you order a pizza', 'none'],
  ['Acme is great', 'none'],
  ['下周四 follow up Globex', 'task.add|title=follow up Globex|due=2026-05-21|customer=Globex Corporation'],
  [
    '昨天 visit 了 Acme，对方 OK，Friday 发 quote',
    'follow-up.log|customer=Acme Corporation|kind=visit|on=2026-05-12|nextStep=发 quote|nextOn=2026-05-15',
  ],
];
