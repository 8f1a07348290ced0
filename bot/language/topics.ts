import { plainSpeech } from './colloquial.ts';
import { en } from './frames/frame.ts';
import { normalise } from './normalise.ts';

/** A command that what was said may be about, and the field that the words themselves go into. */
export type Topic = { command: string; words?: string };

/** By a word or two of it, the telling ones first: no reading, only what is offered where there is none. */
const TOPICS: readonly (readonly [Topic, RegExp])[] = [
  [
    { command: 'pool.release' },
    new RegExp(
      `(?:放|退|扔|丢|还)回|不(?:想|再)?跟了|跟不(?:了|动|下去)|我不要了|${en('back (?:in|to|into) (?:the )?pool|release|give up|drop|get anywhere')}`,
      'iu',
    ),
  ],
  [
    { command: 'pool.claim' },
    new RegExp(
      `认领|归我|我来?跟|公海.*(?:拿|领|捞|挑|要)|要.*公海|${en('claim|grab|out of the pool|from the pool|up for grabs')}`,
      'iu',
    ),
  ],
  [
    { command: 'hook.test' },
    new RegExp(`(?:测试|试一?下).*(?:接口|接入|官网|商城|通不通)|${en('test')}.*${en('hook|form|connection')}`, 'iu'),
  ],
  [
    { command: 'hook.add' },
    new RegExp(
      `接入|对接|接(?:一下|个|上)?.{0,4}(?:官网|表单|商城|系统)|${en('webhook|connect|integrat(?:e|ion)|hook up|web ?site form|shop orders?')}`,
      'iu',
    ),
  ],
  [
    { command: 'gateway.add' },
    new RegExp(`(?:短信|邮件|通知)网关|${en('(?:sms|mail|e-?mail|notification) gateway')}`, 'iu'),
  ],
  [
    { command: 'admin.invite' },
    new RegExp(`邀请|新同事|新来的|加人|加进来|拉进来|${en('invite|new (?:colleague|people|starter|hire)s?')}`, 'iu'),
  ],
  [
    { command: 'admin.pool' },
    new RegExp(
      `公海.{0,4}规则|(?:每人|每天|每日|最多).*(?:领|公海)|${en('(?:claims?|take)')}.*${en('(?:per|a|each) day|at most')}|${en('pool (?:rules?|limits?)')}`,
      'iu',
    ),
  ],
  [
    { command: 'lead.fairness' },
    new RegExp(
      `公平|平均分|分得?(?:均|匀)|分到(?:了)?(?:几|多少)|${en('fair(?:ly)?|shared out|evenly|leads per')}`,
      'iu',
    ),
  ],
  [
    { command: 'lead.list' },
    new RegExp(
      `线索.*(?:超时|没回|没人回|哪些|几条|又来)|(?:超时|哪些|几条).*线索|${en('leads?')}.*${en('late|answered|waiting|again|grabs')}`,
      'iu',
    ),
  ],
  [
    { command: 'segment.save' },
    new RegExp(`存(?:成|为|个|一个)?.{0,6}名单|名单(?:叫|名)|${en('save')}.*${en('list|segment')}`, 'iu'),
  ],
  [
    { command: 'report.comment' },
    new RegExp(
      `(?:评论|点评|回复|写一句).*(?:日报|周报|报告)|(?:日报|周报|报告).*(?:写一句|评论|点评)|${en('comment')}`,
      'iu',
    ),
  ],
  [
    { command: 'report.show' },
    new RegExp(`(?:看|读).*(?:日报|周报)|${en('(?:read|see|show|open)')}.*${en('report')}`, 'iu'),
  ],
  [
    { command: 'ticket.list' },
    new RegExp(
      `(?:几个|多少|哪些|谁).*工单|工单.*(?:谁|几|多少|哪些|没关)|${en('(?:which|how many|what|any|who)')}.*${en('tickets?')}`,
      'iu',
    ),
  ],
  [{ command: 'customer.tier' }, new RegExp(`[ABC] ?类|等级|${en('tier|grade')}`, 'iu')],
  [
    { command: 'conversation.archive' },
    new RegExp(
      `(?:聊天|对话|群里).*(?:存|归档|保存)|(?:存|归档|保存).*(?:聊天|对话)|${en('(?:save|keep|archive|file)')}.*${en('chat|thread|conversation')}`,
      'iu',
    ),
  ],
  [
    { command: 'opportunity.stuck' },
    new RegExp(`卡住|卡着|停滞|不动了?|没进展|积压|压着|${en('stuck|stalled|piling up|not moving')}`, 'iu'),
  ],
  [{ command: 'board.show' }, new RegExp(`看板|各(?:个)?阶段|${en('board|kanban|per stage|by stage')}`, 'iu')],
  [{ command: 'report.list' }, new RegExp(`(?:谁|没).*(?:日报|周报)|${en('who .*reports?')}`, 'iu')],
  [{ command: 'report.weekly' }, new RegExp(`周报|一周总结|本周总结|${en('weekly report|week report|my week')}`, 'iu')],
  [{ command: 'report.daily' }, new RegExp(`日报|今日总结|${en('daily(?: report)?|eod|my day|end of day')}`, 'iu')],
  [
    { command: 'team.today' },
    new RegExp(
      `(?:团队|大家|组里|手下|下面的人).*(?:今天|情况|怎么样|动静|忙)|${en('team')}.*${en('today|doing|up to')}`,
      'iu',
    ),
  ],
  [
    { command: 'pool.list' },
    new RegExp(`公海|${en('pool')}|(?:领|捞|认领).*线索|${en('(?:claim|grab|take|pick up)')}.*${en('leads?')}`, 'iu'),
  ],
  [
    { command: 'customer.give' },
    new RegExp(
      `(?:归|交给|转给|给|让|由).*(?:跟|负责|管|接手)|接手|${en('takes? over|take(?:s)? care of|look after|hand .{1,30} to|should (?:take|have|get)')}`,
      'iu',
    ),
  ],
  [
    { command: 'lead.convert' },
    new RegExp(`(?:转|变)(?:成|为)?(?:正式)?客户|转化|${en('convert|into a customer')}`, 'iu'),
  ],
  [
    { command: 'lead.assign' },
    new RegExp(
      `线索.*(?:给|派|分)|(?:派|分给|分配)|(?:给|让|由|归).*(?:跟|吧)|${en('should (?:take|have|get)|let .{1,20} (?:have|take)')}|${en('(?:assign|give|hand|pass)')}.*${en('leads?')}`,
      'iu',
    ),
  ],
  [
    { command: 'admin.response' },
    new RegExp(
      `(?:超时|响应|没人回|未响应).*(?:小时|分钟|时限|提醒)|${en('(?:answers?|respon(?:d|ds|se)|sla)')}.*${en('hours?|minutes?|time')}`,
      'iu',
    ),
  ],
  [
    { command: 'admin.territory' },
    new RegExp(
      `线索.*(?:以后|都|默认).*给|(?:负责|覆盖).*(?:区域|地区)|${en('leads')}.*${en('go to')}|${en('territor(?:y|ies)')}`,
      'iu',
    ),
  ],
  [{ command: 'admin.source' }, new RegExp(`来源|优先级|${en('priority')}`, 'iu')],
  [{ command: 'admin.sources' }, new RegExp(`来源|${en('sources?')}`, 'iu')],
  [
    { command: 'lead.outcome', words: 'note' },
    new RegExp(
      `没戏|拒绝|没(?:人)?接|没兴趣|感兴趣|再考虑|再想想|不需要|不要了|${en('interested|no answer|needs time|think about it|said no')}`,
      'iu',
    ),
  ],
  [
    { command: 'lead.add' },
    new RegExp(
      `线索|认识了|问价|打进来|名片|留资|询盘|询价|${en('leads?|enquir(?:y|ies)|inquir(?:y|ies)|prospects?|asking for prices?|business card|expo')}`,
      'iu',
    ),
  ],
  [
    { command: 'payment.add' },
    new RegExp(`回款|收款|到账|打款|付款|${en('payments?|paid|received .{1,20} from')}`, 'iu'),
  ],
  [{ command: 'invoice.list' }, new RegExp(`逾期|应收|欠款|${en('overdue|receivables?|owes?')}`, 'iu')],
  [{ command: 'invoice.add' }, new RegExp(`发票|开票|${en('invoices?|invoiced|billed')}`, 'iu')],
  [{ command: 'credit.set' }, new RegExp(`信用额度|授信|${en('credit limit')}`, 'iu')],
  [{ command: 'order.add' }, new RegExp(`订单|下单|${en('orders?|ordered')}`, 'iu')],
  [
    { command: 'ticket.close' },
    new RegExp(
      `(?:工单|报修|投诉|故障).*(?:好了|完了|关|解决)|(?:修好|解决|处理好)|${en('(?:fixed|solved|resolved|close)')}.*${en('ticket|fault|complaint')}|${en('ticket')}.*${en('fixed|solved|resolved|done')}`,
      'iu',
    ),
  ],
  [
    { command: 'ticket.open', words: 'title' },
    new RegExp(
      `工单|报修|报障|投诉|坏了|故障|掉线|连不上|报警|${en('tickets?|broken|fault|complain(?:s|ed|t)?|offline|alarms?|not working')}`,
      'iu',
    ),
  ],
  [
    { command: 'opportunity.discount' },
    new RegExp(`折扣|便宜|优惠|降价|打.{0,3}折|个点|${en('discount|off|cheaper|price down')}`, 'iu'),
  ],
  [
    { command: 'opportunity.competitor' },
    new RegExp(`竞争|对手|竞品|也在抢|在抢|友商|${en('competitors?|competing|up against|rivals?|bidding')}`, 'iu'),
  ],
  [{ command: 'contact.left' }, new RegExp(`离职|跳槽|辞职|${en('resigned|no longer works?|left the company')}`, 'iu')],
  [
    { command: 'contact.set' },
    new RegExp(`联系人|拍板|做主|决策|说了算|${en('contacts?|decision[- ]?maker|decides|buyer')}`, 'iu'),
  ],
  [
    { command: 'customer.change' },
    new RegExp(
      `地址|搬家|搬到|改行业|地区|改名|更名|${en('address|moved (?:office|to)|industry|region|renamed?|rebranded')}`,
      'iu',
    ),
  ],
  [
    { command: 'contact.find' },
    new RegExp(`电话(?:号码)?(?:是)?(?:多少|几)|联系方式|手机号|${en('number|phone|reach')}`, 'iu'),
  ],
  [
    { command: 'opportunity.change' },
    new RegExp(
      `金额|预计成交|成交|延期|推迟|改到|[万元块]|${en('amount|close date|closing date|slips?|slipped|push(?:ed)?|agreed to')}`,
      'iu',
    ),
  ],
  [
    { command: 'opportunity.show' },
    new RegExp(
      `哪一步|到哪|进展|还差|还缺|为什么|卡在|谁在?负责|${en("where (?:are|is|does)|missing|status|holding up|why can't|stands?")}`,
      'iu',
    ),
  ],
  [
    { command: 'opportunity.advance' },
    new RegExp(
      `推进|推到|往下|往前|阶段|签了|签字|中标|定了|签下|拿下|赢了|丢了|黄了|输了|${en('stage|negotiation|proposal|won|lost|signed|closed|move|said yes|yes to|quote|signature|went to|dead')}`,
      'iu',
    ),
  ],
  [{ command: 'visit.check-in' }, new RegExp(`打卡|签到|到了|${en('check(?:ing|ed)?[- ]?in|arrived|on site')}`, 'iu')],
  [
    { command: 'file.add' },
    new RegExp(`纪要|文件|附件|合同.*(?:存|传)|照片|${en('files?|minutes|attach|upload|documents?')}`, 'iu'),
  ],
  [{ command: 'handover.plan' }, new RegExp(`交接|离职|要走了|${en('handover|hand over|leaving')}`, 'iu')],
  [{ command: 'customer.merge' }, new RegExp(`重复|合并|${en('duplicates?|merge|twice')}`, 'iu')],
  [{ command: 'segment.list' }, new RegExp(`名单|客群|${en('lists?|segments?')}`, 'iu')],
  [{ command: 'tag.add' }, new RegExp(`标签|打标|贴上|${en('tags?|label|mark .{1,30} as')}`, 'iu')],
  [{ command: 'approval.list' }, new RegExp(`审批|批准|要我批|等我|${en('approv(?:e|al|als)|sign off')}`, 'iu')],
  [
    { command: 'follow-up.list' },
    new RegExp(`(?:聊|谈|跟进|沟通).*(?:什么|哪些|记录)|${en('history|talked about|last time')}`, 'iu'),
  ],
  [
    { command: 'task.add', words: 'title' },
    new RegExp(`提醒|待办|任务|别忘|记得|${en('remind|task|to-?do|forget')}`, 'iu'),
  ],
  [
    { command: 'today.show' },
    new RegExp(
      `今天.*(?:什么|事|安排|干|做)|该(?:干|做)|没做|${en('today|my day|plate|still open|do next|to do')}`,
      'iu',
    ),
  ],
  [
    { command: 'follow-up.log', words: 'note' },
    new RegExp(`拜访|跑了|见了|聊了|电话|刚从|${en('visited|met|called|spoke|talked|rang|call with|saw')}`, 'iu'),
  ],
  [{ command: 'contact.show' }, new RegExp(`是谁|哪家公司|${en('who is')}`, 'iu')],
  [{ command: 'record.find' }, new RegExp(`搜|找|提过|提到|${en('find|search|mention(?:ed)?|who is|look for')}`, 'iu')],
  [{ command: 'change.undo' }, new RegExp(`撤销|撤回|记错|写错|${en('undo|mistake|wrong')}`, 'iu')],
  [{ command: 'customer.add' }, new RegExp(`新客户|建(?:个)?客户|${en('new (?:customer|client|account)')}`, 'iu')],
  [{ command: 'opportunity.open' }, new RegExp(`商机|新项目|${en('new deal|opportunity')}`, 'iu')],
  [{ command: 'product.list' }, new RegExp(`产品|价目|目录价|${en('products?|price list|catalogue')}`, 'iu')],
  [{ command: 'opportunity.list' }, new RegExp(`单子|项目|${en('deals?|opps?')}`, 'iu')],
];

/** What a message is about is told by its beginning. */
const READ = 400;

/** What somebody may have meant by words nobody could read. */
export function topicsOf(said: string): Topic[] {
  const text = plainSpeech(normalise(said.slice(0, READ)));
  return TOPICS.filter(([, words]) => words.test(text)).map(([topic]) => topic);
}
