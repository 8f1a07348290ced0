/** What is said of tickets, in both languages; the form is that of `written`. */
export const serviceGold: readonly (readonly [sentence: string, expected: string])[] = [
  ['华星投诉到货慢', 'ticket.open|customer=深圳市华星电子有限公司|title=到货慢|kind=complaint'],
  ['今天明珠医疗投诉发错货了', 'ticket.open|customer=广州明珠医疗器械有限公司|title=发错货了|kind=complaint'],
  [
    '云栖数据反馈传感器坏了，紧急',
    'ticket.open|customer=杭州云栖数据有限公司|title=传感器坏了|kind=fault|priority=urgent',
  ],
  ['光谷激光报修：电机停机', 'ticket.open|customer=武汉光谷激光科技有限公司|title=电机停机|kind=fault'],
  ['给华星建个工单：换一台采集器', 'ticket.open|customer=深圳市华星电子有限公司|title=换一台采集器'],
  ['收到天府食品的投诉，包装破损', 'ticket.open|customer=成都天府食品集团有限公司|title=包装破损|kind=complaint'],
  ['Acme reports a broken sensor', 'ticket.open|customer=Acme Corporation|title=a broken sensor|kind=fault'],
  [
    'Globex complained about the late delivery',
    'ticket.open|customer=Globex Corporation|title=the late delivery|kind=complaint',
  ],
  ['open a ticket for Initech: replace the gateway', 'ticket.open|customer=Initech LLC|title=replace the gateway'],
  ['complaint from Acme: wrong parts', 'ticket.open|customer=Acme Corporation|title=wrong parts|kind=complaint'],
  ['工单关了', 'ticket.close'],
  ['华星的工单关了', 'ticket.close|ticket=深圳市华星电子有限公司'],
  ['明珠医疗的投诉解决了', 'ticket.close|ticket=广州明珠医疗器械有限公司'],
  ['关闭云栖数据的工单', 'ticket.close|ticket=杭州云栖数据有限公司'],
  ['close the Acme ticket', 'ticket.close|ticket=Acme Corporation'],
  ['the Globex complaint is resolved', 'ticket.close|ticket=Globex Corporation'],
  ['华星的工单：已补发新货', 'ticket.change|ticket=深圳市华星电子有限公司'],
  ['update the Acme ticket: new sensor sent', 'ticket.change|ticket=Acme Corporation'],
  ['我的工单', 'ticket.list'],
  ['有哪些工单没关', 'ticket.list'],
  ['show my open tickets', 'ticket.list'],
];

/** Praise and stories are no tickets. */
export const noTickets: readonly string[] = [
  '华星反馈产品不错',
  'Acme says the sensors are great',
  '华星投诉过吗',
  'did Acme complain',
];
