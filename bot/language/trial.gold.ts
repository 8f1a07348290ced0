/** What a newcomer said to it and was misread in silence; the form is that of `written`. */
export const trial: readonly (readonly [sentence: string, expected: string])[] = [
  ['提醒李雷明天给王总打电话', 'task.add|title=给王总打电话|due=2026-05-14|owner=李雷'],
  [
    '叫韩梅梅下周一把报价发给华星电子',
    'task.add|title=把报价发给华星电子|due=2026-05-18|owner=韩梅梅|customer=深圳市华星电子有限公司',
  ],
  ['让李雷明天下午3点给王总打电话', 'task.add|title=给王总打电话|due=2026-05-14 15:00|owner=李雷'],
  ['给李雷安排个任务：周五前交周报', 'task.add|title=交周报|due=2026-05-15|owner=李雷'],
  ['跟李雷说一下让他明天去华星', 'task.add|title=去华星|due=2026-05-14|owner=李雷|customer=深圳市华星电子有限公司'],
  [
    '提醒李雷和韩梅梅明天交周报',
    'task.add|title=交周报|due=2026-05-14|owner=李雷 + task.add|title=交周报|due=2026-05-14|owner=韩梅梅',
  ],
  ['提醒小王明天交周报', 'task.add|title=交周报|due=2026-05-14|owner=小王'],
  ['提醒王总付款', 'task.add|title=提醒王总付款'],
  ['提醒我给李雷打电话', 'task.add|title=给李雷打电话'],
  ['李雷明天要给王总打电话', 'clarify'],
  [
    '今天拜访了华星电子，聊得不错，提醒李雷明天发报价',
    'follow-up.log|customer=深圳市华星电子有限公司|kind=visit|on=2026-05-13 + task.add|title=发报价|due=2026-05-14|owner=李雷',
  ],
  [
    'remind Jim to call Acme tomorrow',
    'task.add|title=call Acme|due=2026-05-14|owner=Jim Green|customer=Acme Corporation',
  ],
  ['remind lucy to send the contract by friday', 'task.add|title=send the contract|due=2026-05-15|owner=Lucy King'],
  [
    'have Jim Green call Acme tomorrow',
    'task.add|title=call Acme|due=2026-05-14|owner=Jim Green|customer=Acme Corporation',
  ],
  [
    'add a task for Lucy King to prepare the deck by Friday',
    'task.add|title=prepare the deck|due=2026-05-15|owner=Lucy King',
  ],
  ['remind bob to call Acme tomorrow', 'task.add|title=call Acme|due=2026-05-14|owner=bob|customer=Acme Corporation'],
  [
    'remind Acme to sign the contract on Friday',
    'task.add|title=remind Acme to sign the contract|due=2026-05-15|customer=Acme Corporation',
  ],
  ['Jim Green should call Acme tomorrow', 'clarify'],
  ['remind me to call Jim Green tomorrow', 'task.add|title=call Jim Green|due=2026-05-14'],

  ['王总的电话是多少', 'contact.find|person=王总'],
  ['华星电子王总的电话', 'contact.find|person=王总|customer=深圳市华星电子有限公司'],
  ['华星的联系方式', 'contact.find|customer=深圳市华星电子有限公司'],
  ['怎么联系王总', 'contact.find|person=王总'],
  ["what is Mr Wang's phone number", 'contact.find|person=Mr Wang'],
  ['phone number for Wang at Acme', 'contact.find|person=Wang|customer=Acme Corporation'],
  ['give me wangs email', 'contact.find|person=wang'],
  ['how do i reach Acme', 'contact.find|customer=Acme Corporation'],
  ['本周打了多少电话', '?follow-up|count|followUpKind=call|on=2026-05-11..2026-05-18|scope=all'],
  ['number of calls this week', '?follow-up|count|followUpKind=call|on=2026-05-11..2026-05-18|scope=all'],
  ['给王总打电话', 'none'],

  [
    '新建商机：华星电子二期扩容，35万，月底成交',
    'opportunity.open|customer=深圳市华星电子有限公司|name=二期扩容|amount=35万|closeOn=2026-05-31',
  ],
  [
    '给华星电子建个传感器采购的商机，35万',
    'opportunity.open|customer=深圳市华星电子有限公司|name=传感器采购|amount=35万',
  ],
  ['华星电子有个二期扩容项目，35万', 'opportunity.open|customer=深圳市华星电子有限公司|name=二期扩容|amount=35万'],
  ['给华星建个商机，他们很急', 'opportunity.open|customer=深圳市华星电子有限公司'],
  [
    'open an opportunity for Acme: Line 3 sensors, 120k',
    'opportunity.open|customer=Acme Corporation|name=Line 3 sensors|amount=120k',
  ],
  [
    'open a Line 3 sensors deal for Acme, 120k, closing end of June',
    'opportunity.open|customer=Acme Corporation|name=Line 3 sensors|amount=120k|closeOn=2026-06-30',
  ],
];
