type Gold = readonly (readonly [sentence: string, expected: string])[];

/** Lists and questions that begin like what shows one record by its name. */
export const listsNotRecords: Gold = [
  ['查看任务列表', 'task.list'],
  ['打开任务列表', 'task.list'],
  ['查看任务清单', 'task.list'],
  ['查看待办事项', 'task.list'],
  ['查看待办任务', 'task.list'],
  ['看一下待办有多少', '?task|count|scope=all'],
  ['看看任务明天的', '?task|list|due=2026-05-14..2026-05-15|scope=all'],
  ['show me my task list for today', '?task|list|due=2026-05-13..2026-05-14|scope=mine'],
  ['show my to-do list', 'clarify'],
  ['show the task I created yesterday', '?task|list|due=2026-05-12..2026-05-13|scope=mine'],
  ['show the task for Acme', '?task|list|customer=Acme Corporation|scope=all'],
  ['查看客户列表', '?customer|list|scope=all'],
  ['find customers in Shanghai', '?customer|list|region=Shanghai|scope=all'],
  ['find customers with no follow-up in 30 days', '?customer|list|idle_days=gte 30|scope=all'],
  ['find clients in Beijing', '?customer|list|region=Beijing|scope=all'],
  ['看一下任务完成情况', 'none'],
  ['find customers tagged VIP', 'tag.find|tag=VIP'],
  ['find customers who bought 企业版', '?customer|list|products=contains 企业版|scope=all'],
  ['find customers who bought EdgeGate', '?customer|list|products=contains EdgeGate|scope=all'],
  ['查找上海的客户', '?customer|list|region=上海|scope=all'],
  ['找买过企业版的客户', '?customer|list|products=contains 企业版|scope=all'],
  ['查看车辆数量', '?object:vehicle|count|scope=all'],
  ['show vehicle count', '?object:vehicle|count|scope=all'],
  ['show the vehicles added last week', '?object:vehicle|list|created=2026-05-04..2026-05-11|scope=all'],
  ['see the showing tomorrow', '?object:showing|list|own.shownOn=2026-05-14..2026-05-15|scope=all'],
  ['看看车辆信息', 'object.list|type=vehicle'],
];

/** And what does show one. */
export const recordsNotLists: Gold = [
  ['查看任务给王总打电话', 'task.show|task=给王总打电话'],
  ['看看任务中标通知书', 'task.show|task=中标通知书'],
  ['show the task next steps with Acme', 'task.show|task=next steps with Acme'],
  ['show me the task to call Acme', 'task.show|task=call Acme'],
  ['open the task call Acme', 'task.show|task=call Acme'],
  ['搜索客户上海蓝海', 'customer.find|name=上海蓝海'],
  ['find customers named Northwind', 'customer.find|name=Northwind'],
  ['find customers Globex', 'customer.find|name=Globex'],
  ['看看车辆沪A12345', 'object.show|object=沪A12345'],
  ['show the vehicle B-1234', 'object.show|object=B-1234'],
];

/** Somebody by name, and whoever is something to the customer. */
export const rolesNotNames: Gold = [
  ['华星电子的决策人是谁', 'customer.show|customer=深圳市华星电子有限公司|section=contacts'],
  ['华星电子的联系人是谁', 'customer.show|customer=深圳市华星电子有限公司|section=contacts'],
  ['华星电子的负责人是谁', 'customer.show|customer=深圳市华星电子有限公司'],
  ['华星电子的老板是谁', 'none'],
  ['华星电子的销售是谁', 'customer.show|customer=深圳市华星电子有限公司'],
  ['华星电子的客户经理是谁', 'customer.show|customer=深圳市华星电子有限公司'],
  ['who is the owner of Acme', 'customer.show|customer=Acme Corporation'],
  ['who is our contact at Acme', 'customer.show|customer=Acme Corporation|section=contacts'],
  ['who is in charge of Acme', 'customer.show|customer=Acme Corporation'],
  ['华星的李工是谁', 'contact.show|contact=李工 · 深圳市华星电子有限公司'],
  ['who is Peter Chen at Globex', 'contact.show|contact=Peter Chen · Globex Corporation'],
];

/** Money that is still to come is offered as a task, and puts nothing on record. */
export const moneyAhead: Gold = [
  ['华星电子下周回款20万', '华星电子回款20万|2026-05-22'],
  ['华星电子明天付20万', '华星电子付20万|2026-05-14'],
  ['华星周五付20万', '华星付20万|2026-05-15'],
  ['华星周五前付20万', '华星付20万|2026-05-15'],
  ['华星下周五下单12万', '华星下单12万|2026-05-22'],
  ['明天给华星电子报价35万', '给华星电子报价35万|2026-05-14'],
  ['Received 200k from Acme tomorrow', 'Received 200k from Acme|2026-05-14'],
  ['We invoiced Acme 350k next week', 'We invoiced Acme 350k|2026-05-22'],
];

/** Money of the past is on record as of its day; which day of a week or a month is asked in the form. */
export const moneyPast: Gold = [
  ['华星周五付了20万', 'payment.add|amount=20万|customer=深圳市华星电子有限公司|on=2026-05-08'],
  ['周一华星付20万', 'payment.add|amount=20万|customer=深圳市华星电子有限公司|on=2026-05-11'],
  ['华星电子5月8日回款3万', 'payment.add|amount=3万|customer=深圳市华星电子有限公司|on=2026-05-08'],
  ['华星今天付20万', 'payment.add|amount=20万|customer=深圳市华星电子有限公司'],
  ['Acme paid 20k on Monday', 'payment.add|amount=20k|customer=Acme Corporation|on=2026-05-11'],
  ['quoted Acme 350k today, valid until 30 June', 'quote.add|amount=350k|customer=Acme Corporation|until=2026-06-30'],
  ['上个月华星电子回款20万', 'payment.add|amount=20万|customer=深圳市华星电子有限公司|on=上个月'],
  ['上周华星下了个12万的订单', 'order.add|amount=12万|customer=深圳市华星电子有限公司|on=上周'],
  ['Acme paid 200k last month', 'payment.add|amount=200k|customer=Acme Corporation|on=last month'],
  ['quoted Acme 350k last week', 'quote.add|amount=350k|customer=Acme Corporation|on=last week'],
];

/** Papers that are called like a deal, and deals. */
export const papersNotDeals: Gold = [
  ['把华星电子的客户名单给李雷', 'none'],
  ['把华星电子的送货单给李雷', 'none'],
  ['把样品单给李雷', 'none'],
  ['把会议纪要和项目转给李雷', 'none'],
  ['把华星的两个单子给李雷', 'none'],
  ['give the Acme quote to Jim Green', 'none'],
  ['把华星那单给李雷', 'opportunity.give|opportunity=深圳市华星电子有限公司|owner=李雷'],
  ['把华星的单子转给李雷', 'opportunity.give|opportunity=深圳市华星电子有限公司|owner=李雷'],
  ['冷库那单转给李雷', 'opportunity.give|opportunity=冷库温湿度监测|owner=李雷'],
  ['把能源管理单子转给韩梅梅', 'opportunity.give|opportunity=能源管理|owner=韩梅梅'],
  ['give the Tower Phase 2 deal to Jim Green', 'opportunity.give|opportunity=Tower Phase 2|owner=Jim Green'],
  ['give the Acme deal to Jim Green', 'opportunity.give|opportunity=Acme Corporation|owner=Jim Green'],
];

/** A new name, and what is only said of one. */
export const newNames: Gold = [
  ['华星电子改名了', 'none'],
  ['华星电子改名的事跟他们确认', 'none'],
  ['华星电子更名通知发给李雷', 'none'],
  ['华星电子改名成功了', 'none'],
  ['华星电子改名为了上市', 'none'],
  ['rename Acme to Acme Works tomorrow', 'none'],
  ['华星电子改名叫华星科技', 'customer.change|customer=深圳市华星电子有限公司|name=华星科技'],
  ['华星电子更名为华星集团了', 'customer.change|customer=深圳市华星电子有限公司|name=华星集团'],
  ['华星电子改名成了华星科技', 'customer.change|customer=深圳市华星电子有限公司|name=华星科技'],
  ['Acme just rebranded to Acme Works last week', 'customer.change|customer=Acme Corporation|name=Acme Works'],
  ['Acme changed its name to Acme Works in March', 'customer.change|customer=Acme Corporation|name=Acme Works'],
];

/** Who of the customer filed it, where that is somebody. */
export const filers: Gold = [
  ['华星电子员工反映传感器坏了', 'ticket.open|customer=深圳市华星电子有限公司|kind=fault|title=传感器坏了'],
  ['华星老员工反映设备坏了', 'ticket.open|customer=深圳市华星电子有限公司|kind=fault|title=设备坏了'],
  ['华星客服投诉发货慢', 'ticket.open|customer=深圳市华星电子有限公司|kind=complaint|title=发货慢'],
  ['华星的李工反映网关掉线', 'ticket.open|contact=李工|customer=深圳市华星电子有限公司|kind=fault|title=网关掉线'],
  ['华星的张主任投诉发货慢', 'ticket.open|contact=张主任|customer=深圳市华星电子有限公司|kind=complaint|title=发货慢'],
];

/** A touch happened before it is told, whatever it was about. */
export const touches: Gold = [
  ['华星下周来参加我们的展会', 'none'],
  ['华星报名了下周的研讨会', 'touch.add|party=深圳市华星电子有限公司|kind=event|what=研讨会'],
  ['Globex attended our webinar yesterday', 'touch.add|party=Globex Corporation|kind=event|on=2026-05-12|what=webinar'],
];
