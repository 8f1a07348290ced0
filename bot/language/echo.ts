import type { Text } from '../../core/text.ts';
import type { CommandName, Question, SpokenInvocation, Stage } from './reading.ts';

/** What a command does, as a person would be told that it was understood. */
const COMMANDS: Record<CommandName, Text> = {
  'follow-up.log': { en: 'Log a follow-up', zh: '记录跟进' },
  'follow-up.list': { en: 'Show the history', zh: '查看跟进记录' },
  'lead.add': { en: 'Add a lead', zh: '新建线索' },
  'lead.list': { en: 'List leads', zh: '线索列表' },
  'customer.add': { en: 'Add a customer', zh: '新建客户' },
  'customer.show': { en: 'Show a customer', zh: '查看客户' },
  'contact.find': { en: 'How to reach', zh: '查联系方式' },
  'opportunity.open': { en: 'Open an opportunity', zh: '新建商机' },
  'opportunity.advance': { en: 'Advance an opportunity', zh: '推进商机' },
  'opportunity.list': { en: 'List opportunities', zh: '商机列表' },
  'opportunity.discount': { en: 'Ask for a discount', zh: '申请折扣' },
  'task.add': { en: 'Add a task', zh: '新建任务' },
  'task.list': { en: 'List tasks', zh: '任务列表' },
  'task.done': { en: 'Complete a task', zh: '完成任务' },
  'ticket.open': { en: 'Open a ticket', zh: '新建工单' },
  'ticket.list': { en: 'List tickets', zh: '工单列表' },
  'ticket.change': { en: 'Add to a ticket', zh: '更新工单' },
  'ticket.close': { en: 'Close a ticket', zh: '关闭工单' },
  'today.show': { en: 'Show my day', zh: '我的一天' },
  'team.today': { en: 'Show my team’s day', zh: '团队今日情况' },
  'talk.back': { en: 'Talk', zh: '闲聊' },
  'pipeline.show': { en: 'Show the board', zh: '商机看板' },
  'opportunity.change': { en: 'Change an opportunity', zh: '修改商机' },
  'approval.mine': { en: 'How my requests stand', zh: '我的申请进度' },
  'language.set': { en: 'Language', zh: '语言' },
  'settings.change': { en: 'Change settings', zh: '修改设置' },
  'admin.fields': { en: 'Who sees which field', zh: '字段权限' },
  'help.show': { en: 'Show help', zh: '帮助' },
  'change.undo': { en: 'Undo', zh: '撤销' },
};

/** The sentence itself stands beside the echo already. */
const SILENT = new Set(['note']);

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

const ENTITIES: Record<Question['entity'], Text> = {
  opportunity: { en: 'opportunities', zh: '商机' },
  lead: { en: 'leads', zh: '线索' },
  customer: { en: 'customers', zh: '客户' },
  task: { en: 'tasks', zh: '任务' },
  'follow-up': { en: 'follow-ups', zh: '跟进' },
};
const MEASURES: Record<Question['measure'], Text> = {
  list: { en: 'list', zh: '列表' },
  count: { en: 'count', zh: '数量' },
  sum_amount: { en: 'total amount', zh: '总金额' },
  win_rate: { en: 'win rate', zh: '赢单率' },
  weighted_amount: { en: 'weighted amount', zh: '加权金额' },
};
const STATUSES: Record<NonNullable<Question['status']>, Text> = {
  open: { en: 'open', zh: '未结' },
  won: { en: 'won', zh: '赢单' },
  lost: { en: 'lost', zh: '丢单' },
  closed: { en: 'closed', zh: '已关闭' },
  done: { en: 'done', zh: '已完成' },
};
/** A company's own stages beyond these are named as they were said. */
const STAGES: Readonly<Partial<Record<string, Text>>> & Record<Stage, Text> = {
  contact: { en: 'first contact', zh: '初步接触' },
  needs: { en: 'needs', zh: '需求确认' },
  proposal: { en: 'proposal', zh: '方案报价' },
  negotiation: { en: 'negotiation', zh: '谈判' },
  won: { en: 'won', zh: '赢单' },
  lost: { en: 'lost', zh: '丢单' },
};
const FIELDS: Record<NonNullable<Question['time']>['field'], Text> = {
  close: { en: 'closing', zh: '预计成交' },
  created: { en: 'created', zh: '创建于' },
  due: { en: 'due', zh: '到期' },
  on: { en: 'on', zh: '发生于' },
};
const GROUPS: Record<NonNullable<Question['groupBy']>, Text> = {
  owner: { en: 'by owner', zh: '按负责人' },
  stage: { en: 'by stage', zh: '按阶段' },
  source: { en: 'by source', zh: '按来源' },
};
const SCOPES: Record<Question['scope'], Text> = {
  mine: { en: 'mine', zh: '我的' },
  team: { en: 'my team', zh: '我的团队' },
  all: { en: 'all I may see', zh: '我可见的全部' },
};
const SIGNS = { gt: '>', gte: '≥', lt: '<', lte: '≤' } as const;

/** The reading of a question, so that a misreading is seen beside the answer. */
export function echoOfQuestion(question: Question): Text {
  const say = (locale: 'en' | 'zh') => {
    const { status, stage, owner, customer, amount, time, groupBy } = question;
    return [
      [status && STATUSES[status][locale], ENTITIES[question.entity][locale]].filter(Boolean).join(' '),
      MEASURES[question.measure][locale],
      stage && (STAGES[stage]?.[locale] ?? stage),
      owner,
      customer,
      amount && `${SIGNS[amount.op]} ${amount.value}`,
      time && `${FIELDS[time.field][locale]} ${time.label[locale]}`,
      groupBy && GROUPS[groupBy][locale],
      SCOPES[question.scope][locale],
    ]
      .filter(Boolean)
      .join(' · ');
  };
  return { en: say('en'), zh: say('zh') };
}

export function labelOfInvocation({ command, input }: SpokenInvocation): Text {
  const what =
    input.title ?? input.customer ?? input.opportunity ?? input.task ?? input.ticket ?? input.name ?? input.person;
  const subject = input.owner && what ? `${what} → ${input.owner}` : what;
  const label = COMMANDS[command];
  return subject ? { en: `${label.en}: ${subject}`, zh: `${label.zh}：${subject}` } : label;
}
