import { isId } from '../../core/id.ts';
import type { Text } from '../../core/text.ts';
import type { CommandName, Question, SpokenInvocation } from './reading.ts';
import { type Saying, sayQuestion } from './say-question.ts';
import type { Utterance } from './utterance.ts';

/** What a command does, as a person would be told that it was understood. */
const COMMANDS: Record<CommandName, Text> = {
  'follow-up.log': { en: 'Log a follow-up', zh: '记录跟进' },
  'follow-up.change': { en: 'Change the follow-up', zh: '修改跟进记录' },
  'follow-up.list': { en: 'Show the history', zh: '查看跟进记录' },
  'follow-up.unread': { en: 'Not understood', zh: '没看懂的部分' },
  'visit.check-in': { en: 'Check in', zh: '拜访签到' },
  'visit.list': { en: 'Show check-ins', zh: '查看签到记录' },
  'visit.part': { en: 'Make it another visit', zh: '记为另一次拜访' },
  'lead.change': { en: 'Change a lead', zh: '修改线索' },
  'lead.add': { en: 'Add a lead', zh: '新建线索' },
  'lead.list': { en: 'List leads', zh: '线索列表' },
  'lead.show': { en: 'Show a lead', zh: '查看线索' },
  'lead.log': { en: 'Log a follow-up with a lead', zh: '记录线索跟进' },
  'lead.outcome': { en: 'How a call ended', zh: '记录通话结果' },
  'lead.enquiry': { en: 'A lead asked again', zh: '记录再次咨询' },
  'lead.convert': { en: 'Turn a lead into a customer', zh: '线索转客户' },
  'lead.fairness': { en: 'Show who got the leads', zh: '查看线索分配' },
  'pool.list': { en: 'Show the public pool', zh: '查看公海' },
  'pool.claim': { en: 'Claim', zh: '认领' },
  'pool.release': { en: 'Put back into the pool', zh: '放回公海' },
  'lead.assign': { en: 'Give a lead to', zh: '分配线索' },
  'handover.show': { en: 'What was handed over', zh: '交接清单' },
  'handover.plan': { en: 'Prepare a handover', zh: '准备交接' },
  'customer.merge': { en: 'Merge two customers', zh: '合并客户' },
  'customer.doubles': { en: 'Find customers on file twice', zh: '查找重复客户' },
  'tag.add': { en: 'Tag', zh: '打标签' },
  'tag.remove': { en: 'Take a tag off', zh: '去掉标签' },
  'customer.change': { en: 'Change a customer', zh: '修改客户' },
  'opportunity.reopen': { en: 'Open a deal again', zh: '重新打开商机' },
  'opportunity.give': { en: 'Give a deal', zh: '转交商机' },
  'customer.give': { en: 'Give a customer', zh: '转交客户' },
  'tag.suggest': { en: 'Suggest tags', zh: '推荐标签' },
  'tag.list': { en: 'Show the tags', zh: '管理标签' },
  'tag.change': { en: 'Change a tag', zh: '修改标签' },
  'tag.merge': { en: 'Merge two tags', zh: '合并标签' },
  'tag.find': { en: 'Who carries a tag', zh: '查标签' },
  'customer.add': { en: 'Add a customer', zh: '新建客户' },
  'customer.show': { en: 'Show a customer', zh: '查看客户' },
  'contact.find': { en: 'How to reach', zh: '查联系方式' },
  'contact.change': { en: 'Change a contact', zh: '修改联系人' },
  'contact.left': { en: 'A contact has left', zh: '标记联系人离职' },
  'contact.back': { en: 'A contact is back', zh: '联系人已回来' },
  'contact.merge': { en: 'Merge two contacts', zh: '合并联系人' },
  'contact.remove': { en: 'Remove a contact', zh: '移除联系人' },
  'contact.set': { en: 'Add a contact', zh: '添加联系人' },
  'record.find': { en: 'Find', zh: '查找' },
  'file.add': { en: 'Save a file', zh: '保存文件' },
  'file.list': { en: 'Show the files', zh: '查看文件' },
  'conversation.archive': { en: 'Archive the conversation', zh: '归档对话' },
  'opportunity.open': { en: 'Open an opportunity', zh: '新建商机' },
  'opportunity.advance': { en: 'Advance an opportunity', zh: '推进商机' },
  'opportunity.list': { en: 'List opportunities', zh: '商机列表' },
  'opportunity.discount': { en: 'Ask for a discount', zh: '申请折扣' },
  'opportunity.show': { en: 'Where a deal stands', zh: '商机进展' },
  'opportunity.stuck': { en: 'Stuck deals', zh: '卡住的商机' },
  'opportunity.competitor': { en: 'Note a competitor', zh: '记录竞争对手' },
  'opportunity.contact': { en: 'Note who decides', zh: '记录决策链' },
  'opportunity.member': { en: 'Share a deal', zh: '添加协作成员' },
  'task.add': { en: 'Add a task', zh: '新建任务' },
  'task.list': { en: 'List tasks', zh: '任务列表' },
  'task.change': { en: 'Change a task', zh: '修改任务' },
  'task.done': { en: 'Complete a task', zh: '完成任务' },
  'touch.add': { en: 'Note a touch', zh: '记录触达' },
  'object.add': { en: 'Record', zh: '登记' },
  'object.list': { en: 'Records', zh: '客户档案' },
  'object.remove': { en: 'Remove a record', zh: '移除档案' },
  'admin.object-remove': { en: 'Remove a kind of record', zh: '移除档案类型' },
  'milestone.add': { en: 'Plan a milestone', zh: '新增交付节点' },
  'milestone.done': { en: 'Milestone done', zh: '交付节点完成' },
  'milestone.change': { en: 'Change a milestone', zh: '修改交付节点' },
  'milestone.remove': { en: 'Take a milestone off the plan', zh: '删除交付节点' },
  'touch.change': { en: 'Correct a touch', zh: '修改触达' },
  'touch.remove': { en: 'Remove a touch', zh: '删除触达' },
  'customer.tier': { en: 'Set a tier', zh: '设置客户等级' },
  'customer.tier-lift': { en: 'Tier by the rules', zh: '恢复自动等级' },
  'report.daily': { en: 'Write the daily report', zh: '写日报' },
  'report.weekly': { en: 'Write the weekly report', zh: '写周报' },
  'report.list': { en: 'Who has sent a report', zh: '报告提交情况' },
  'report.show': { en: 'Read a report', zh: '查看报告' },
  'report.comment': { en: 'Comment on a report', zh: '评论报告' },
  'quote.add': { en: 'Put a quote on record', zh: '登记报价' },
  'contract.add': { en: 'Put a contract on record', zh: '登记合同' },
  'order.add': { en: 'Put an order on record', zh: '登记订单' },
  'invoice.add': { en: 'Put an invoice on record', zh: '登记发票' },
  'invoice.list': { en: 'Invoices not paid', zh: '未付清的发票' },
  'payment.add': { en: 'Put a payment on record', zh: '登记回款' },
  'credit.set': { en: 'Set a credit limit', zh: '设置信用额度' },
  'credit.lift': { en: 'Take a credit limit away', zh: '取消信用额度' },
  'ticket.open': { en: 'Open a ticket', zh: '新建工单' },
  'ticket.show': { en: 'How a ticket stands', zh: '查看工单' },
  'ticket.list': { en: 'List tickets', zh: '工单列表' },
  'ticket.change': { en: 'Add to a ticket', zh: '更新工单' },
  'ticket.close': { en: 'Close a ticket', zh: '关闭工单' },
  'ticket.reopen': { en: 'Open a ticket again', zh: '重新打开工单' },
  'task.cancel': { en: 'Cancel a task', zh: '取消任务' },
  'segment.save': { en: 'Save as a list', zh: '存为名单' },
  'segment.list': { en: 'Lists', zh: '我的名单' },
  'segment.open': { en: 'Open a list', zh: '打开名单' },
  'segment.remove': { en: 'Delete a list', zh: '删除名单' },
  'call-list.next': { en: 'Call a list', zh: '按名单联系' },
  'call-list.skip': { en: 'Skip', zh: '跳过' },
  'call-list.called': { en: 'Log the call', zh: '记录通话' },
  'call-list.later': { en: 'Call later', zh: '稍后联系' },
  'today.show': { en: 'Show my day', zh: '我的一天' },
  'team.today': { en: 'Show my team’s day', zh: '团队今日情况' },
  'summary.show': { en: 'How somebody is doing', zh: '业绩小结' },
  'talk.back': { en: 'Talk', zh: '闲聊' },
  'board.show': { en: 'Show the board', zh: '商机看板' },
  'opportunity.change': { en: 'Change an opportunity', zh: '修改商机' },
  'approval.list': { en: 'What waits for my approval', zh: '待我审批' },
  'admin.invite': { en: 'Invite colleagues', zh: '邀请同事' },
  'admin.recycle': { en: 'Reasons for the pool', zh: '放回公海的原因' },
  'admin.response': { en: 'Answer leads within', zh: '线索响应时限' },
  'admin.source': { en: 'Add a lead source', zh: '新增线索来源' },
  'admin.sources': { en: 'Lead sources', zh: '线索来源' },
  'product.list': { en: 'Products', zh: '产品列表' },
  'product.add': { en: 'Add a product', zh: '新增产品' },
  'product.change': { en: 'Change a product', zh: '修改产品' },
  'stage.change': { en: 'Change a stage', zh: '修改阶段' },
  'admin.territory': { en: 'Who covers what', zh: '区域与行业分工' },
  'admin.rule': { en: 'A rule for new leads', zh: '线索分配规则' },
  'admin.outcome': { en: 'How a call may end', zh: '通话结果' },
  'tier.change': { en: 'Rule of a tier', zh: '客户等级规则' },
  'admin.pool': { en: 'Rules of the public pool', zh: '公海规则' },
  'admin.recycle-reason': { en: 'A reason for the pool', zh: '放回公海的原因' },
  'stage.remove': { en: 'Remove a stage', zh: '删除阶段' },
  'pipeline.change': { en: 'How deals move along', zh: '商机流转规则' },
  'pipeline.add': { en: 'Add a pipeline', zh: '新建流程' },
  'field.change': { en: 'Who sees a field', zh: '字段权限' },
  'admin.roles': { en: 'Role and team', zh: '角色与团队' },
  'admin.leave': { en: 'Take out of the team', zh: '移出团队' },
  'admin.teams': { en: 'Add a team', zh: '新建团队' },
  'team.change': { en: 'Change a team', zh: '修改团队' },
  'team.remove': { en: 'Remove a team', zh: '删除团队' },
  'lead.assign-several': { en: 'Give several leads', zh: '批量分配线索' },
  'opportunity.product': { en: 'Products of a deal', zh: '商机产品' },
  'object.change': { en: 'Change a record', zh: '修改档案' },
  'object.show': { en: 'Show a record', zh: '查看档案' },
  'segment.change': { en: 'Change a list', zh: '修改名单' },
  'gateway.rotate': { en: 'Draw a new secret', zh: '更换网关密钥' },
  'hook.rotate': { en: 'Draw a new secret', zh: '更换密钥' },
  'admin.routing': { en: 'Who gets new leads', zh: '线索分配规则' },
  'admin.outcomes': { en: 'How calls may end', zh: '通话结果设置' },
  'customer.tiers': { en: 'Tier rules', zh: '客户等级规则' },
  'admin.people': { en: 'Who works here', zh: '人员' },
  'admin.person': { en: 'A colleague', zh: '同事详情' },
  'audit.show': { en: 'The audit', zh: '审计记录' },
  'audit.check': { en: 'Check the audit', zh: '核查审计记录' },
  'settings.show': { en: 'My settings', zh: '我的设置' },
  'link.show': { en: 'Link an account', zh: '绑定账号' },
  'pipeline.show': { en: 'The pipeline', zh: '商机流程图' },
  'team.show': { en: 'A team', zh: '团队成员' },
  'conversation.show': { en: 'Read a conversation', zh: '查看对话' },
  'customer.find': { en: 'Find customers', zh: '查找客户' },
  'task.show': { en: 'Show a task', zh: '查看任务' },
  'contact.show': { en: 'Who somebody is', zh: '查看联系人' },
  'task.snooze': { en: 'Remind me later', zh: '稍后提醒' },
  'document.show': { en: 'Show a document', zh: '查看单据' },
  'document.change': { en: 'Change a document', zh: '修改单据' },
  'document.void': { en: 'Void a document', zh: '作废单据' },
  'invoice.show': { en: 'Show an invoice', zh: '查看发票' },
  'invoice.change': { en: 'Change an invoice', zh: '修改发票' },
  'invoice.void': { en: 'Void an invoice', zh: '作废发票' },
  'payment.show': { en: 'Show a payment', zh: '查看回款' },
  'payment.change': { en: 'Change a payment', zh: '修改回款' },
  'payment.void': { en: 'Void a payment', zh: '作废回款' },
  'admin.setup': { en: 'Set up the company', zh: '公司初始设置' },
  'admin.template': { en: 'Industry template', zh: '行业模板' },
  'stage.add': { en: 'Add a stage', zh: '新增阶段' },
  'stage.list': { en: 'Stages', zh: '商机阶段' },
  'approval.mine': { en: 'How my requests stand', zh: '我的申请进度' },
  'approval.turnDown': { en: 'Reject what waits for me', zh: '驳回待我审批的申请' },
  'admin.deliveries': { en: 'What did not arrive', zh: '未送达的消息' },
  'language.set': { en: 'Language', zh: '语言' },
  'settings.change': { en: 'Change settings', zh: '修改设置' },
  'admin.fields': { en: 'Who sees which field', zh: '字段权限' },
  'admin.objects': { en: 'Kinds of records', zh: '档案类型' },
  'hook.show': { en: 'What a system has sent', zh: '查看接入' },
  'hook.add': { en: 'Connect a system', zh: '新增接入' },
  'hook.test': { en: 'Test a connection', zh: '测试接入' },
  'hook.change': { en: 'Change a connection', zh: '修改接入' },
  'hook.refused': { en: 'What was refused', zh: '查看被拒的投递' },
  'hook.unmatched': { en: 'Who came and is not on file', zh: '查看未匹配访客' },
  'hook.again': { en: 'Take in what was refused', zh: '重新处理被拒的投递' },
  'hook.list': { en: 'What sends us leads and events', zh: '系统接入' },
  'gateway.list': { en: 'Gateways to customers', zh: '通知网关' },
  'gateway.show': { en: 'What went out through a gateway', zh: '查看网关' },
  'gateway.add': { en: 'Add a gateway', zh: '新增网关' },
  'gateway.test': { en: 'Test a gateway', zh: '测试网关' },
  'gateway.change': { en: 'Change a gateway', zh: '修改网关' },
  'gateway.again': { en: 'Send again what did not go out', zh: '重发回执' },
  'help.show': { en: 'Show help', zh: '帮助' },
  'change.undo': { en: 'Undo', zh: '撤销' },
};

/** The sentence itself stands beside the echo already. */
const SILENT = new Set(['note', 'question']);

export function echoOf(invocations: readonly SpokenInvocation[]): Text {
  const say = (locale: 'en' | 'zh') =>
    invocations
      .map(({ command, input }) => {
        const values = Object.entries(input).flatMap(([field, value]) => (SILENT.has(field) ? [] : [value]));
        return [COMMANDS[command][locale], ...values].join(' · ');
      })
      .join('; ');
  return { en: say('en'), zh: say('zh') };
}

/** The reading of a question, so that a misreading is seen beside the answer. */
export function echoOfQuestion(question: Question, saying: Saying): Text {
  const said = sayQuestion(question, saying);
  const say = (locale: 'en' | 'zh') => said.map((part) => part[locale]).join(' · ');
  return { en: say('en'), zh: say('zh') };
}

/** What is offered to be done, under the words it was said in: a record known by its id is called as it was pointed at. */
export function offered(
  invocation: SpokenInvocation,
  { slots }: Utterance,
): { label: Text; invocation: SpokenInvocation } {
  const said = new Map(slots.customer.filter(({ name }) => isId(name)).map(({ name, text }) => [name, text]));
  const input = Object.fromEntries(
    Object.entries(invocation.input).map(([field, value]) => [field, said.get(value) ?? value]),
  );
  return { label: labelOfInvocation({ ...invocation, input }), invocation };
}

function labelOfInvocation({ command, input }: SpokenInvocation): Text {
  const what =
    input.title ??
    input.customer ??
    input.opportunity ??
    input.task ??
    input.ticket ??
    input.name ??
    input.segment ??
    input.person ??
    input.record ??
    input.lead ??
    input.words ??
    input.party;
  const subject = input.owner && what ? `${what} → ${input.owner}` : what;
  const label = COMMANDS[command];
  return subject ? { en: `${label.en}: ${subject}`, zh: `${label.zh}：${subject}` } : label;
}
