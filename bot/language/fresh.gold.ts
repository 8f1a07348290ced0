/**
 * Colloquial sentences written after the frames were frozen. First run: 37 of 67 exact, 7 misread in silence; learnt
 * from since. Today is Wednesday 2026-05-13; the form is that of `written`.
 */
export const fresh: readonly (readonly [sentence: string, expected: string])[] = [
  [
    '一早去了趟明珠医疗，跟设备科主任碰了下，他们要三家比价，下周四交正式报价',
    'follow-up.log|customer=广州明珠医疗器械有限公司|kind=visit|on=2026-05-13|nextStep=交正式报价|nextOn=2026-05-21',
  ],
  [
    '上周四跟天府食品那边视频聊过了，暂时没预算',
    'follow-up.log|customer=成都天府食品集团有限公司|kind=meeting|on=2026-05-07',
  ],
  [
    '云栖数据回电话了，同意试用，明天给他们开账号',
    'follow-up.log|customer=杭州云栖数据有限公司|kind=call|nextStep=给他们开账号|nextOn=2026-05-14',
  ],
  [
    '今儿跑了光谷激光和华星电子两家，都还行',
    'follow-up.log|customer=武汉光谷激光科技有限公司|kind=visit|on=2026-05-13 + follow-up.log|customer=深圳市华星电子有限公司|kind=visit|on=2026-05-13',
  ],
  [
    '光谷激光的技术交流会开完了，效果很好，月底出方案',
    'follow-up.log|customer=武汉光谷激光科技有限公司|kind=meeting|nextStep=出方案|nextOn=2026-05-31',
  ],
  ['给华星王总发微信拜了个早年', 'follow-up.log|customer=深圳市华星电子有限公司|kind=message'],
  ['登门拜访云栖数据未遇', 'follow-up.log|customer=杭州云栖数据有限公司|kind=visit'],
  ['天府食品：电话，对方说五月份不采购', 'follow-up.log|customer=成都天府食品集团有限公司|kind=call'],
  ['昨晚和明珠医疗的院长吃饭，聊得挺好', 'follow-up.log|customer=广州明珠医疗器械有限公司|kind=meeting|on=2026-05-12'],
  [
    '跟华星对了一下合同条款，法务有两处要改，后天返稿',
    'follow-up.log|customer=深圳市华星电子有限公司|kind=note|nextStep=返稿|nextOn=2026-05-15',
  ],
  [
    '下周一上午9点半叫我给云栖数据回电话',
    'task.add|title=给云栖数据回电话|due=2026-05-18 09:30|customer=杭州云栖数据有限公司',
  ],
  [
    '周四下午2点前把报价发给明珠医疗，帮我记着',
    'task.add|title=把报价发给明珠医疗|due=2026-05-14 14:00|customer=广州明珠医疗器械有限公司',
  ],
  [
    '月底之前得把天府的尾款催回来',
    'task.add|title=把天府的尾款催回来|due=2026-05-31|customer=成都天府食品集团有限公司',
  ],
  ['后天记得寄样品', 'task.add|title=寄样品|due=2026-05-15'],
  ['我今天还有哪些事没做', 'today.show'],
  ['有什么待办', 'task.list'],
  ['寄样品搞定了', 'none'],
  [
    '昨天展会上收了张名片，恒远电气，孙经理，13911112222，建个线索',
    'lead.add|company=恒远电气|contact=孙经理|phone=13911112222|source=展会',
  ],
  [
    '来了条新线索，恒远电气 孙涛 13911112222 官网留资',
    'lead.add|company=恒远电气|contact=孙涛|phone=13911112222|source=官网',
  ],
  ['录个新客户：恒远电气，江苏的，做配电柜', 'customer.add|name=恒远电气|region=江苏'],
  [
    '华星那边又有一个单子，差不多60万，争取Q3签',
    'opportunity.open|customer=深圳市华星电子有限公司|amount=60万|closeOn=2026-09-30',
  ],
  ['华星电子新商机 35万', 'opportunity.open|customer=深圳市华星电子有限公司|amount=35万'],
  [
    '华星电子新商机 三十五万 月底签',
    'opportunity.open|customer=深圳市华星电子有限公司|amount=三十五万|closeOn=2026-05-31',
  ],
  ['明珠医疗的新商机，20万', 'opportunity.open|customer=广州明珠医疗器械有限公司|amount=20万'],
  [
    '给光谷激光立个商机叫产线改造，预算150万，9月签',
    'opportunity.open|customer=武汉光谷激光科技有限公司|name=产线改造|amount=150万|closeOn=2026-09-30',
  ],
  ['云栖数据的单子可以推到商务谈判了', 'opportunity.advance|opportunity=杭州云栖数据有限公司|stage=negotiation'],
  ['报告，天府食品中标了！', 'opportunity.advance|opportunity=成都天府食品集团有限公司|stage=won'],
  [
    '明珠那单被竞争对手抢走了',
    'opportunity.advance|opportunity=广州明珠医疗器械有限公司|stage=lost|lostReason=被竞争对手抢走',
  ],
  ['想帮华星多争取3个点', 'opportunity.discount|opportunity=深圳市华星电子有限公司|percent=3%'],
  ['申请华星电子八五折，量大', 'opportunity.discount|opportunity=深圳市华星电子有限公司|percent=15%|reason=量大'],
  ['华星电子最近啥情况', 'customer.show|customer=深圳市华星电子有限公司'],
  ['翻一下跟云栖数据的往来记录', 'follow-up.list|customer=杭州云栖数据有限公司'],
  ['手头的单子给我看看', 'opportunity.list|owner=me'],
  ['这季度大家预计能签多少钱', '?opportunity|sum_amount|status=open|close=2026-04-01..2026-07-01|scope=all'],
  ['上个月我签了几单', '?opportunity|count|status=won|closed=2026-04-01..2026-05-01|scope=mine'],
  ['刚才那条记错了，撤了吧', 'change.undo'],
  ['王总孩子考上大学了', 'none'],
  ['客户今天心情不好', 'none'],
  [
    'Swung by Stark Industries this morning, they are keen, sending pricing on Friday',
    'follow-up.log|customer=Stark Industries|kind=visit|on=2026-05-13|nextStep=send pricing|nextOn=2026-05-15',
  ],
  ['Rang Initech, left a voicemail', 'follow-up.log|customer=Initech LLC|kind=call'],
  [
    'Had a quick chat with the Globex CFO today. She needs a revised quote by Monday.',
    'follow-up.log|customer=Globex Corporation|kind=call|on=2026-05-13|nextStep=revised quote|nextOn=2026-05-18',
  ],
  [
    'Lunch with Northwind yesterday, talked about renewal',
    'follow-up.log|customer=Northwind Traders|kind=meeting|on=2026-05-12',
  ],
  [
    'Acme visit done, they want to move ahead, contract by end of month',
    'follow-up.log|customer=Acme Corporation|kind=visit',
  ],
  [
    'Just presented to the Stark Industries board, went really well',
    'follow-up.log|customer=Stark Industries|kind=meeting|on=2026-05-13',
  ],
  ['Dropped Acme a line about the invoice', 'follow-up.log|customer=Acme Corporation|kind=email'],
  [
    'Followed up w/ Globex on the proposal, decision expected in June',
    'follow-up.log|customer=Globex Corporation|kind=note',
  ],
  [
    'FYI Northwind is switching procurement systems, please log that',
    'follow-up.log|customer=Northwind Traders|kind=note',
  ],
  [
    'Kickoff meeting with Initech held on May 11, we owe them a project plan by May 25',
    'follow-up.log|customer=Initech LLC|kind=meeting|on=2026-05-11|nextStep=project plan|nextOn=2026-05-25',
  ],
  [
    'ping me Thursday morning about the Globex quote',
    'task.add|title=the Globex quote|due=2026-05-14|customer=Globex Corporation',
  ],
  [
    'set a reminder for next Tuesday 9am: renew the Stark Industries NDA',
    'task.add|title=renew the Stark Industries NDA|due=2026-05-19 09:00|customer=Stark Industries',
  ],
  [
    'I have to get back to Northwind before the 20th',
    'task.add|title=get back to Northwind|due=2026-05-20|customer=Northwind Traders',
  ],
  ["what's left on my to-do list", 'task.list'],
  ["I'm done with the NDA task", 'task.done|task=NDA'],
  [
    'Lead from LinkedIn: Maria Lopez, VP Sales at Hooli, maria@hooli.com',
    'lead.add|contact=Maria Lopez|company=Hooli|email=maria@hooli.com|source=LinkedIn',
  ],
  ['please add Hooli as a new customer, they are in Singapore', 'customer.add|name=Hooli|region=Singapore'],
  [
    'log a 75k opportunity with Northwind for the warehouse project, close date September 15',
    'opportunity.open|customer=Northwind Traders|amount=75k|closeOn=2026-09-15|name=warehouse project',
  ],
  [
    'Stark Industries is ready for negotiation, bump the stage',
    'opportunity.advance|opportunity=Stark Industries|stage=negotiation',
  ],
  ['Great news, Initech came through and signed', 'opportunity.advance|opportunity=Initech LLC|stage=won'],
  ['Globex fell through', 'opportunity.advance|opportunity=Globex Corporation|stage=lost'],
  [
    'get approval for 15% discount on Acme, they commit to 3 years',
    'opportunity.discount|opportunity=Acme Corporation|percent=15%|reason=they commit to 3 years',
  ],
  ['whats going on with Globex', 'customer.show|customer=Globex Corporation'],
  ['who did we last speak to at Northwind', 'none'],
  ['everything in my pipeline right now', '?opportunity|sum_amount|status=open|scope=mine'],
  [
    'sum of deals closing in Q3 by salesperson',
    '?opportunity|sum_amount|groupBy=owner|status=open|close=2026-07-01..2026-10-01|scope=all',
  ],
  ['how many leads came in yesterday', '?lead|count|created=2026-05-12..2026-05-13|scope=all'],
  ['oops, undo', 'change.undo'],
  ['is it raining in Boston', 'none'],
  ['Acme has a nice office', 'none'],
  [
    '明天 10am 跟 Globex 开 kickoff，提醒我',
    'task.add|title=跟 Globex 开 kickoff|due=2026-05-14 10:00|customer=Globex Corporation',
  ],
  ['Initech 的 deal 推到 proposal', 'opportunity.advance|opportunity=Initech LLC|stage=proposal'],
];
