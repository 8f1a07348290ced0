/** What is said of tasks that stand on a list already, in both languages; the form is that of `written`. */
export const taskGold: readonly (readonly [sentence: string, expected: string])[] = [
  ['把给华星打电话的任务改到周五', 'task.change|task=给华星打电话|due=2026-05-15'],
  ['把发合同的任务推迟到下周三下午三点', 'task.change|task=发合同|due=2026-05-20 15:00'],
  ['发合同那个任务改到明天', 'task.change|task=发合同|due=2026-05-14'],
  ['把发合同的提醒改到下午4点', 'task.change|task=发合同|at=16:00'],
  ['把拜访云栖改到下周一', 'task.change|task=拜访云栖|due=2026-05-18'],
  ['给华星打电话的任务改由李雷负责', 'task.change|task=给华星打电话|owner=李雷'],
  ['把发合同的任务改成发报价单', 'task.change|task=发合同|title=发报价单'],
  ['把发合同的任务改名为发报价单', 'task.change|task=发合同|title=发报价单'],
  ['把发合同的任务内容改成寄样品', 'task.change|task=发合同|title=寄样品'],
  ['把给华星打电话的任务改成已完成', 'task.done|task=给华星打电话'],
  ['将给华星打电话的任务改成完成了', 'task.done|task=给华星打电话'],
  ['can you move the Acme call to Friday?', 'task.change|task=Acme call|due=2026-05-15'],
  ['把给华星打电话的任务改为紧急', 'task.change|task=给华星打电话'],
  ['把给华星打电话的提醒改成每天', 'task.change|task=给华星打电话'],
  ['把发合同的任务改成跟进中', 'task.change|task=发合同'],
  ['change the Acme call task to high priority', 'task.change|task=Acme call'],
  ['change the reminder for Acme to weekly', 'task.change'],
  ['change the Acme call task to done', 'task.done|task=Acme call'],
  ['把周五的提醒改到下周一', 'task.change|task=周五|due=2026-05-18'],
  ['把发合同的任务推迟一天', 'task.change|task=发合同'],
  ['把华星的任务延后', 'task.change|task=华星'],
  ['move the Acme call to Friday', 'task.change|task=Acme call|due=2026-05-15'],
  ['move the task send contract to next Wednesday at 3pm', 'task.change|task=send contract|due=2026-05-20 15:00'],
  ['reschedule my samples reminder to Monday', 'task.change|task=samples|due=2026-05-18'],
  ['push back the Globex demo to 4pm', 'task.change|task=Globex demo|at=16:00'],
  ['postpone the contract task', 'task.change|task=contract'],
  ['reassign the contract task to Jim', 'task.change|task=contract|owner=Jim Green'],
  ['rename the contract task to send the quote', 'task.change|task=contract|title=send the quote'],
];

/** What is corrected of people at customers. */
export const contactChangeGold: readonly (readonly [sentence: string, expected: string])[] = [
  ['把华星王总的电话改成13800138000', 'contact.change|contact=王总 · 深圳市华星电子有限公司|phone=13800138000'],
  ['王总的职务改成采购总监', 'contact.change|contact=王总|title=采购总监'],
  ['更新孙晓岚的邮箱为sun@example.com', 'contact.change|contact=孙晓岚|email=sun@example.com'],
  ["change Mr Wang's phone to +1 202 555 0143", 'contact.change|contact=Mr Wang|phone=+1 202 555 0143'],
  ["update Nora Field at Acme's title to CFO", 'contact.change|contact=Nora Field · Acme Corporation|title=CFO'],
  ['change the e-mail of Nora Field to nora@example.com', 'contact.change|contact=Nora Field|email=nora@example.com'],
];

/** The same words of a deal, or of a new task. */
export const noTaskChanges: readonly (readonly [sentence: string, expected: string])[] = [
  ['move the Globex deal to negotiation', 'opportunity.advance|opportunity=Globex Corporation|stage=negotiation'],
  ['云栖的单子推迟到下个月', 'opportunity.change|opportunity=杭州云栖数据有限公司|closeOn=2026-06-30'],
  ['把华星推进到谈判', 'opportunity.advance|opportunity=深圳市华星电子有限公司|stage=negotiation'],
];
