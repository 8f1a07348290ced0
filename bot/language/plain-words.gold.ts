const HX = '深圳市华星电子有限公司';

/** What people say in plain words of money, contacts, colleagues, losses and what they have to do; the form is that of `written`. */
export const plainWords: readonly (readonly [sentence: string, expected: string])[] = [
  ['上周五收到华星电子回款5万', 'payment.add|amount=5万|customer=深圳市华星电子有限公司|on=2026-05-08'],
  ['昨天蓝海物流的尾款到了，8万', 'payment.add|amount=8万|customer=上海蓝海物流有限公司|on=2026-05-12'],
  [
    '收到华星电子的回款5万，对应发票INV-00003',
    'payment.add|amount=5万|customer=深圳市华星电子有限公司|invoice=INV-00003',
  ],
  [
    '华星电子昨天付了INV-00003的5万',
    'payment.add|amount=5万|customer=深圳市华星电子有限公司|invoice=INV-00003|on=2026-05-12',
  ],
  ['5万华星电子的回款到了', 'payment.add|amount=5万|customer=深圳市华星电子有限公司'],
  ['华星电子的5万到账了', 'payment.add|amount=5万|customer=深圳市华星电子有限公司'],
  ['刚收到Acme打来的2万美元', 'payment.add|amount=2万美元|customer=Acme Corporation'],
  ['received 50,000 from Acme yesterday', 'payment.add|amount=50,000|customer=Acme Corporation|on=2026-05-12'],
  ['we received 50,000 from Acme', 'payment.add|amount=50,000|customer=Acme Corporation'],
  [
    'Acme paid 20k last Friday against INV-00003',
    'payment.add|amount=20k|customer=Acme Corporation|invoice=INV-00003|on=2026-05-08',
  ],
  ['Globex settled INV-00012, 30k', 'payment.add|amount=30k|customer=Globex Corporation|invoice=INV-00012'],
  [
    'got 30k from Globex on Monday for invoice INV-00012',
    'payment.add|amount=30k|customer=Globex Corporation|invoice=INV-00012|on=2026-05-11',
  ],
  ['payment of 20k from Initech came in this morning', 'payment.add|amount=20k|customer=Initech LLC'],
  ['Initech transferred 12,500 last Tuesday', 'payment.add|amount=12,500|customer=Initech LLC|on=2026-05-05'],

  [
    '华星电子的王总换电话了，新号码13811112222',
    'contact.change|contact=王总 · 深圳市华星电子有限公司|phone=13811112222',
  ],
  ['王总换号码了，现在是13811112222', 'contact.change|contact=王总|phone=13811112222'],
  ['华星电子王总的新电话是13811112222', 'contact.change|contact=王总 · 深圳市华星电子有限公司|phone=13811112222'],
  ['华星电子的王总换电话了', 'contact.change|contact=王总 · 深圳市华星电子有限公司'],
  ['王总升副总了', 'contact.change|contact=王总|title=副总'],
  ['华星电子的李工升主管了', 'contact.change|contact=李工 · 深圳市华星电子有限公司|title=主管'],
  ['陈工现在是技术总监了', 'contact.change|contact=陈工|title=技术总监'],
  ['补一下王总的邮箱 wang@huaxing.example', 'contact.change|contact=王总|email=wang@huaxing.example'],
  ['王总的邮箱是wang@huaxing.example', 'contact.change|contact=王总|email=wang@huaxing.example'],
  ['华星电子的李工换邮箱了，li@hx.example', 'contact.change|contact=李工 · 深圳市华星电子有限公司|email=li@hx.example'],
  ['Nora at Acme has a new number: 415-555-0177', 'contact.change|contact=Nora · Acme Corporation|phone=415-555-0177'],
  [
    'Nora Jones at Acme changed her phone to 415-555-0177',
    'contact.change|contact=Nora Jones · Acme Corporation|phone=415-555-0177',
  ],
  ["add Nora's email nora@acme.example", 'contact.change|contact=Nora|email=nora@acme.example'],
  ["Nora's email is nora@acme.example", 'contact.change|contact=Nora|email=nora@acme.example'],
  ['Nora got promoted to VP', 'contact.change|contact=Nora|title=VP'],
  ['Nora at Acme is now head of purchasing', 'contact.change|contact=Nora · Acme Corporation|title=head of purchasing'],
  ['new number for Nora at Acme: 415-555-0177', 'contact.change|contact=Nora · Acme Corporation|phone=415-555-0177'],

  ['让韩梅梅当经理', 'admin.roles|person=韩梅梅|role=manager'],
  ['让韩梅梅当北区的经理', 'admin.roles|person=韩梅梅|role=manager|team=北区 North'],
  ['由李雷出任销售总监', 'admin.roles|person=李雷|role=director'],
  ['Jim should be a manager', 'admin.roles|person=Jim Green|role=manager'],
  ['let Lucy be a manager', 'admin.roles|person=Lucy King|role=manager'],
  ['邀请 x@y.example 加入北区', 'admin.invite|emails=x@y.example|team=北区 North'],
  ['邀请 new@hualan.example 加入北区做销售', 'admin.invite|emails=new@hualan.example|role=rep|team=北区 North'],
  ['邀请 a@x.example, b@x.example 做客服', 'admin.invite|emails=a@x.example, b@x.example|role=service'],
  ['把 li@x.example 拉进南区', 'admin.invite|emails=li@x.example|team=南区 South'],
  ['invite sam@hualan.example as a rep in South', 'admin.invite|emails=sam@hualan.example|role=rep|team=南区 South'],
  [
    'invite a@x.example and b@x.example to North as managers',
    'admin.invite|emails=a@x.example, b@x.example|role=manager|team=北区 North',
  ],
  ['add sam@hualan.example to the South team', 'admin.invite|emails=sam@hualan.example|team=南区 South'],
  ['invite sam@hualan.example', 'admin.invite|emails=sam@hualan.example'],

  [
    'We lost Acme to Siemens, price was too high',
    'opportunity.advance|lostReason=went to Siemens, price was too high|opportunity=Acme Corporation|stage=lost',
  ],
  [
    '华星输给西门子了，价格太高',
    'opportunity.advance|lostReason=输给西门子，价格太高|opportunity=深圳市华星电子有限公司|stage=lost',
  ],
  [
    'lost the Globex deal, they went with Bosch, cheaper',
    'opportunity.advance|lostReason=they went with Bosch, cheaper|opportunity=Globex Corporation|stage=lost',
  ],
  [
    'Acme chose Siemens because price was too high',
    'opportunity.advance|lostReason=chose Siemens, price was too high|opportunity=Acme Corporation|stage=lost',
  ],
  [
    '华星选了西门子，我们太贵',
    'opportunity.advance|lostReason=选了西门子，我们太贵|opportunity=深圳市华星电子有限公司|stage=lost',
  ],
  ['华星黄了，因为预算砍了', 'opportunity.advance|lostReason=预算砍了|opportunity=深圳市华星电子有限公司|stage=lost'],

  ['把明天的任务推到后天', 'task.change|due=2026-05-15|task=明天'],
  ['明天的任务都推到周五', 'task.change|due=2026-05-15|task=明天'],
  ["push tomorrow's task to Friday", 'task.change|due=2026-05-15|task=tomorrow'],
  ['把周五的待办挪到下周一', 'task.change|due=2026-05-18|task=周五'],
  ["postpone tomorrow's tasks to Monday", 'task.change|due=2026-05-18|task=tomorrow'],
  ['mark the first task done', 'task.done|task=first'],
  ['第一个任务完成了', 'task.done|task=第一个'],
];

/** What was said wrong, and how it is put right. */
export const putRight: readonly (readonly [first: string, then: string, expected: string])[] = [
  ['华星的金额改成38万', '不对，是35万', 'opportunity.change|amount=35万|opportunity=深圳市华星电子有限公司'],
  ['bump the Acme deal to 450k', 'sorry, I meant 45k', 'opportunity.change|amount=45k|opportunity=Acme Corporation'],
  [
    'received 50,000 from Acme yesterday',
    'no, 5,000',
    'payment.add|amount=5,000|customer=Acme Corporation|on=2026-05-12',
  ],
  ['给华星开了10万的发票', '说错了，应该是12万', 'invoice.add|amount=12万|customer=深圳市华星电子有限公司'],
  ['上周五收到华星电子回款5万', '不对，是周四', 'payment.add|amount=5万|customer=深圳市华星电子有限公司|on=2026-05-07'],
  ['把远景动力分给李雷', '不对，给韩梅梅', 'lead.assign|lead=远景动力|owner=韩梅梅'],
  [
    '华星电子签了，18万',
    '记错了，是16万',
    'opportunity.advance|amount=16万|opportunity=深圳市华星电子有限公司|stage=won',
  ],
  ['quoted Acme 120k', 'sorry, 112k', 'quote.add|amount=112k|customer=Acme Corporation'],
  ['王总换号码了，现在是13811112222', '不对，是13811113333', 'contact.change|contact=王总|phone=13811113333'],
  // Only the hour was wrong: that of what comes next, else of what happened (R35).
  [
    '刚跟华星电子通了电话，下周三上午十点再约一次',
    '不对，是下午三点',
    `follow-up.log|customer=${HX}|kind=call|nextAt=15:00|nextOn=2026-05-20|nextStep=再约一次|on=2026-05-13`,
  ],
  [
    'called Acme, meeting next wednesday 10am',
    'no, 4pm',
    'follow-up.log|customer=Acme Corporation|kind=call|nextAt=16:00|nextOn=2026-05-20|nextStep=meeting',
  ],
  [
    'called Acme, meeting next wednesday 10am',
    'make it 4',
    'follow-up.log|customer=Acme Corporation|kind=call|nextAt=16:00|nextOn=2026-05-20|nextStep=meeting',
  ],
  [
    '刚跟华星电子通了电话，下周三上午十点再约一次',
    '不对，是周四下午三点',
    `follow-up.log|customer=${HX}|kind=call|nextAt=15:00|nextOn=2026-05-21|nextStep=再约一次|on=2026-05-13`,
  ],
  ['今天上午9点拜访了华星电子', '不对，是10点半', `follow-up.log|at=10:30|customer=${HX}|kind=visit|on=2026-05-13`],
  ['visited Acme at 9:30 today', 'no, 11', 'follow-up.log|at=11:00|customer=Acme Corporation|kind=visit|on=2026-05-13'],
  [
    'visited Acme at 9:30 today',
    'no, at 11am',
    'follow-up.log|at=11:00|customer=Acme Corporation|kind=visit|on=2026-05-13',
  ],
  ['提醒我明天下午三点给王总打电话', '不对，四点', 'task.add|due=2026-05-14 16:00|title=给王总打电话'],
  ['remind me to call Wang tomorrow at 3pm', 'no, 4', 'task.add|due=2026-05-14 16:00|title=call Wang'],
  ['Acme credit limit is 500k', 'oops, 50k I mean', 'credit.set|customer=Acme Corporation|limit=50k'],
];

/** Asked, wished or expected: nothing of it is on record, and none of it is set. */
export const nothingSaid: readonly string[] = [
  'Acme will pay 20k on Friday',
  '华星说下周付5万',
  'has Acme paid 20k?',
  '华星电子付了5万吗',
  '陈工想当经理',
  '李雷想当经理',
  '王总要升职了',
  'INV-00003付了吗',
  'Nora wants to be CEO',
  'Acme owes us 20k',
  '请李雷当经理面谈一下',
];

/** After a word about a task of this title. */
export const ofTheTask: readonly (readonly [sentence: string, expected: string])[] = [
  ['push that to Friday', 'task.change|due=2026-05-15|task=send the contract'],
  ['move it to next Monday', 'task.change|due=2026-05-18|task=send the contract'],
  ['推到周五', 'task.change|due=2026-05-15|task=send the contract'],
  ['把它改到后天上午10点', 'task.change|due=2026-05-15 10:00|task=send the contract'],
  ['那个推迟到下周一吧', 'task.change|due=2026-05-18|task=send the contract'],
  ['that is done', 'task.done|task=send the contract'],
  ['搞定了', 'task.done|task=send the contract'],
  ['push Acme to Friday', 'opportunity.change|closeOn=2026-05-15|opportunity=Acme Corporation'],
  ['推到商务谈判', 'opportunity.advance|opportunity=Acme Corporation|stage=negotiation'],
];
