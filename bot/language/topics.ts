import { plainSpeech } from './colloquial.ts';
import { normalise } from './normalise.ts';

/** A command that what was said may be about; the fields the record that was named, and the words themselves, go into. */
export type Topic = { command: string; record?: string; words?: string };

const en = (words: string) => `(?<![a-z])(?:${words})(?![a-z])`;

/** By a word or two of it, the telling ones first: no reading, only what is offered where there is none. */
const TOPICS: readonly (readonly [Topic, RegExp])[] = [
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
    { command: 'lead.convert', record: 'lead' },
    new RegExp(`(?:转|变)(?:成|为)?(?:正式)?客户|转化|${en('convert|into a customer')}`, 'iu'),
  ],
  [
    { command: 'lead.assign', record: 'lead' },
    new RegExp(`线索.*(?:给|派|分)|(?:派|分给|分配)|${en('(?:assign|give|hand|pass)')}.*${en('leads?')}`, 'iu'),
  ],
  [
    { command: 'admin.response' },
    new RegExp(
      `(?:超时|响应|没人回|未响应).*(?:小时|分钟|时限|提醒)|${en('(?:answers?|respon(?:d|ds|se)|sla)')}.*${en('hours?|minutes?|time')}`,
      'iu',
    ),
  ],
  [{ command: 'admin.sources' }, new RegExp(`来源|${en('sources?')}`, 'iu')],
  [
    { command: 'lead.outcome', record: 'lead', words: 'note' },
    new RegExp(
      `没戏|没兴趣|感兴趣|再考虑|再想想|不需要|不要了|${en('interested|no answer|needs time|think about it|said no')}`,
      'iu',
    ),
  ],
  [
    { command: 'lead.add' },
    new RegExp(`线索|询盘|询价|${en('leads?|enquir(?:y|ies)|inquir(?:y|ies)|prospects?')}`, 'iu'),
  ],
  [
    { command: 'ticket.close', record: 'ticket' },
    new RegExp(
      `(?:工单|报修|投诉|故障).*(?:好了|完了|关|解决)|(?:修好|解决|处理好)|${en('(?:fixed|solved|resolved|close)')}.*${en('ticket|fault|complaint')}|${en('ticket')}.*${en('fixed|solved|resolved|done')}`,
      'iu',
    ),
  ],
  [
    { command: 'ticket.open', record: 'customer', words: 'title' },
    new RegExp(
      `工单|报修|报障|投诉|坏了|故障|掉线|连不上|报警|${en('tickets?|broken|fault|complain(?:s|ed|t)?|offline|alarms?|not working')}`,
      'iu',
    ),
  ],
  [
    { command: 'opportunity.discount', record: 'opportunity' },
    new RegExp(`折扣|便宜|优惠|降价|打.{0,3}折|个点|${en('discount|off|cheaper|price down')}`, 'iu'),
  ],
  [
    { command: 'opportunity.competitor', record: 'opportunity' },
    new RegExp(`竞争|对手|竞品|也在抢|在抢|友商|${en('competitors?|competing|up against|rivals?|bidding')}`, 'iu'),
  ],
  [
    { command: 'contact.set', record: 'customer' },
    new RegExp(`联系人|拍板|做主|决策|说了算|${en('contacts?|decision[- ]?maker|decides|buyer')}`, 'iu'),
  ],
  [
    { command: 'customer.change', record: 'customer' },
    new RegExp(`地址|搬家|搬到|改行业|地区|${en('address|moved (?:office|to)|industry|region')}`, 'iu'),
  ],
  [
    { command: 'contact.find', record: 'customer' },
    new RegExp(`电话(?:号码)?(?:是)?(?:多少|几)|联系方式|手机号|${en('number|phone|reach')}`, 'iu'),
  ],
  [
    { command: 'opportunity.change', record: 'opportunity' },
    new RegExp(`金额|预计成交|成交日期?|${en('amount|close date|closing date')}`, 'iu'),
  ],
  [
    { command: 'opportunity.show', record: 'opportunity' },
    new RegExp(`哪一步|到哪|进展|还差|还缺|${en('where (?:are|is)|missing|status')}`, 'iu'),
  ],
  [
    { command: 'opportunity.advance', record: 'opportunity' },
    new RegExp(
      `推进|推到|阶段|签了|签下|拿下|赢了|丢了|黄了|输了|${en('stage|negotiation|proposal|won|lost|signed|closed|move')}`,
      'iu',
    ),
  ],
  [
    { command: 'visit.check-in', record: 'customer' },
    new RegExp(`打卡|签到|到了|${en('check(?:ing|ed)?[- ]?in|arrived|on site')}`, 'iu'),
  ],
  [
    { command: 'file.add', record: 'record' },
    new RegExp(`纪要|文件|附件|合同.*(?:存|传)|照片|${en('files?|minutes|attach|upload|documents?')}`, 'iu'),
  ],
  [{ command: 'handover.plan' }, new RegExp(`交接|离职|要走了|${en('handover|hand over|leaving')}`, 'iu')],
  [{ command: 'customer.merge' }, new RegExp(`重复|合并|${en('duplicates?|merge|twice')}`, 'iu')],
  [{ command: 'segment.list' }, new RegExp(`名单|客群|${en('lists?|segments?')}`, 'iu')],
  [{ command: 'tag.add', record: 'party' }, new RegExp(`标签|打标|${en('tags?|label')}`, 'iu')],
  [{ command: 'approval.list' }, new RegExp(`审批|批准|要我批|等我|${en('approv(?:e|al|als)|sign off')}`, 'iu')],
  [
    { command: 'follow-up.list', record: 'customer' },
    new RegExp(`(?:聊|谈|跟进|沟通).*(?:什么|哪些|记录)|${en('history|talked about|last time')}`, 'iu'),
  ],
  [
    { command: 'task.add', words: 'title' },
    new RegExp(`提醒|待办|任务|别忘|记得|${en('remind|task|to-?do|forget')}`, 'iu'),
  ],
  [{ command: 'today.show' }, new RegExp(`今天.*(?:什么|事|安排)|${en('today|my day|plate')}`, 'iu')],
  [{ command: 'change.undo' }, new RegExp(`撤销|撤回|记错|写错|${en('undo|mistake|wrong')}`, 'iu')],
  [{ command: 'customer.add' }, new RegExp(`新客户|建(?:个)?客户|${en('new (?:customer|client|account)')}`, 'iu')],
  [{ command: 'opportunity.open', record: 'customer' }, new RegExp(`商机|新项目|${en('new deal|opportunity')}`, 'iu')],
  [{ command: 'opportunity.list' }, new RegExp(`单子|项目|${en('deals?|opps?')}`, 'iu')],
];

/** What somebody may have meant by words nobody could read. */
export function topicsOf(said: string): Topic[] {
  const text = plainSpeech(normalise(said));
  return TOPICS.filter(([, words]) => words.test(text)).map(([topic]) => topic);
}
