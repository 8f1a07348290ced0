import { firstSlot, type Utterance, wordsOf } from '../utterance.ts';
import { type Candidate, type Frame, filled, pattern, tight, trimmed, withoutCourtesy } from './frame.ts';

/** A report by its name; which of the two it is is told by how it begins. */
const ZH = '(?<zh>日报|日志|周报|当日总结|每日总结|本周总结|一周总结|周总结)';
const EN = "(?<en>daily|end[- ]of[- ]day|eod|day|weekly|week)(?:'?s)? ?(?:work |sales |status )?(?:report|summary)s?";
const DAYS = '(?<day>{day})?';

const WRITE: readonly RegExp[] = [
  `^(?:我)?(?:想|要|来|开始|准备|该|补)*(?:写|交|填写?|提交|补写?|补交|生成|出|起草|拟|发)(?:一下|一份|一个|份|个|我|的)*${DAYS}(?:的)?(?:我的)?(?:工作|销售)?${ZH}(?:吧|了)?$`,
  `^${DAYS}(?:的)?(?:我的)?(?:工作)?${ZH}(?:怎么)?(?:写|交|填写?|提交)(?:一下|吧)?$`,
  `^(?:我的)?${DAYS}(?:的)?${ZH}(?:草稿)?$`,
  `^(?:我的)?${DAYS}(?:的)?${ZH}(?:帮我|给我|麻烦|你)*(?:来|出|写|生成|起草|弄|做|整理|拟|准备|搞)(?:一?份|一?个|一下|好|出来)*$`,
  `^(?:我的)?${DAYS}(?:的)?${ZH}(?:已经?|都)?(?:写好|写完|弄好|好)了?[，, ]*(?:帮我|给我)?(?:交|发|提交)(?:了|上去|出去|一下|吧)*$`,
  // What was sent is changed where it is written.
  `^(?:我)?(?:想|要|来|得|需要|帮我)*(?:改|修改|更新|编辑|调整|重写|补充|更正)(?:一下|下|一改)?(?:我的)?${DAYS}(?:的)?(?:我的)?${ZH}(?:吧)?$`,
  `^(?:把|将)?(?:我的)?${DAYS}(?:的)?(?:我的)?${ZH}(?:再|要|得|想|需要|帮我|给我)*(?:改|修改|更新|编辑|调整|重写|补充|更正)(?:一下|下|一改)?(?:吧)?$`,
  `^(?:i (?:want|need|would like|have) to |let me |can i |help me )?(?:change|edit|correct|fix|amend|update|revise|redo|rewrite) my(?: ${DAYS}(?:'s)?)? ?(?:${EN}|report)(?: for)?(?: (?<later>{day}))?$`,
  '^(?:写|做|出|生成|整理)(?:一下|一份|一个|份|个|我)*(?<day>{day})(?:的)?(?:工作)?(?<zh>总结|小结)(?:吧|了)?$',
  '^(?:write|wrap|sum|log)(?: up)? (?:my|the) (?<en>day|week)(?: up)?$',
  `^(?:i (?:want|need|would like|have) to |let me |time to |help me )?(?:write|draft|send|submit|file|do|prepare|make|start|hand in|fill in)(?: in| up)?(?: my| a| the)?(?: ${DAYS}(?:'s)?)? ?${EN}(?: to (?:my |the )?(?:boss|manager|lead|supervisor|{person}))?(?: for)?(?: (?<later>{day}))?(?: please)?$`,
  `^(?:我的?)?${DAYS}(?:的)?${ZH}(?:写|弄)(?:好|了|完)*(?:没有?|吗)$`,
  `^(?:is|have i (?:sent|written|done|submitted|finished)) my ${EN}(?: done| sent| ready| written| in)?(?: yet)?$`,
  `^${DAYS}(?:的)?(?:我的)?${ZH}(?:该|要|得)(?:写|交|发)了?$`,
  `^${EN}$`,
  `^my ${EN}(?: for)?(?: (?<later>{day}))?$`,
  `^(?:把|将)?(?:我的)?${DAYS}(?:的)?${ZH}(?:发|交|提交|写)(?:出去|上去|了|一下|给.{1,6})?(?:吧)?$`,
  `^(?:把|将)?(?:我的)?${DAYS}(?:的)?${ZH}(?:发|交|拿|送|提交)?给.{1,6}?(?:看看?|看一下|过目|过一下)?(?:吧)?$`,
  '^(?:write|draft|send|submit|file|do|prepare|hand in|send in)(?: in| up)? my report(?: for)?(?: (?<later>{day}))?$',
].map((source) => pattern(source));

/** 写日报, 补交上周的周报, write my daily report: its form, filled with what is on record. */
export const reportWriteFrame: Frame = (utterance): Candidate | undefined => {
  const said = match(WRITE, utterance);
  return (
    said && {
      invocations: [{ command: said.isWeekly ? 'report.weekly' : 'report.daily', input: filled({ on: said.on }) }],
      confidence: 0.96,
    }
  );
};

const LIST: readonly RegExp[] = [
  `^(?:看看|查一下|查看?)?(?:我们组|我们团队|我们|团队|组里)?(?<later>{day})?(?:还)?(?:有)?(?:谁|哪些人|哪几个人|哪几位|哪位|多少人|几个人)(?:还)?(?:没有?|未|已经?)?(?:写|交|提交|填|发)(?:了)?${DAYS}(?:的)?${ZH}(?:了|呢|吗)?$`,
  `^(?:看看|查一下|查看?)?${DAYS}(?:的)?${ZH}(?:还)?(?:有)?(?:谁|哪些人|哪几个人|多少人)(?:还)?(?:没有?|未|已经?)?(?:写|交|提交|填)(?:了|呢)?$`,
  `^(?:大家|团队|各人)?(?:的)?${DAYS}(?:的)?${ZH}(?:都)?(?:(?:交|提交)(?:齐|上来|完)?(?:了)?(?:没有?|吗)|(?:提交)(?:情况|状态)|情况|列表|清单)(?:怎么样)?$`,
  `^(?:看看?|查看?|打开|翻翻?)(?:一下)?(?:大家|团队|我们|组里)?(?:的)?${DAYS}(?:的)?${ZH}$`,
  `^(?:show|list|open|see|let me see|view)(?: me)? (?:all )?(?:the |our |everybody's |my team's |the team's )?${EN}(?<=s)(?: for)?(?: (?<later>{day}))?$`,
  `^who (?:still )?(?:has|have|did)?(?: not|n't| hasn't)*(?: yet)? ?(?:reported|report)(?: in)?(?<any>)(?: yet)?(?: for)?(?: (?<later>{day}))?(?: yet)?$`,
  `^(?:who|which (?:people|reps)|has (?:everybody|everyone)|did (?:everybody|everyone))(?: still)?(?: has| have| did)?(?: not| n't|n't|not|'s not| hasn't| haven't| didn't)?(?: yet)?(?: sent| send| submitted?| written| wrote| write| filed?| handed in)(?: in)?(?: their| the| a| his| her)? ?(?:${EN}|(?<any>reports?))(?: for)?(?: (?<later>{day}))?(?: yet)?$`,
  `^(?:{day})?(?:我们)?团队(?:里)?(?:还)?(?:有)?(?:谁|哪些人|几个人)(?:还)?(?:没有?|未)(?:写|交|提交)(?:了)?(?:的)?${ZH}(?:了|呢)?$`,
  `^who (?:still )?owes(?: me| us)? (?:an? |their |his |her )?(?:${EN}|(?<any>reports?))(?: for)?(?: (?<later>{day}))?$`,
  `^(?:whose|which) (?:${EN}|(?<any>reports?)) (?:is|are|was|were) (?:missing|still missing|not (?:sent|in)|outstanding)(?: (?<later>{day}))?$`,
].map((source) => pattern(source));

/** 谁没交日报, who has not sent their report: how one's people stand. */
export const reportListFrame: Frame = (utterance): Candidate | undefined => {
  const said = match(LIST, utterance);
  return (
    said && {
      invocations: [
        { command: 'report.list', input: filled({ period: said.isWeekly ? 'week' : undefined, on: said.on }) },
      ],
      confidence: 0.97,
    }
  );
};

const SHOW: readonly RegExp[] = [
  `^(?:给我)?(?:看看?|查看?|打开|看一?下|查一?下)?(?<person>{person})(?:的)?${DAYS}(?:的)?${ZH}(?:呢|怎么写的|写了什么|内容)?$`,
  `^(?:show|open|read|see|view|get)?(?: me)? ?(?<person>{person})(?:'s)? (?:${EN}|report)(?: for| from| of)?(?: (?<later>{day}))?$`,
].map((source) => pattern(source));

const COMMENT: readonly RegExp[] = [
  `^(?:评论|点评|批注|回复)(?:一下)?(?<person>{person})(?:的)?${DAYS}(?:的)?${ZH}[:：，, ]+(?<text>.+)$`,
  `^(?<person>{person})(?:的)?${DAYS}(?:的)?${ZH}[^，,。:：]{0,12}[，,。] ?(?:帮我|给他|给她|请)?(?:评论|点评|批注|回复)(?:一下|一句|一条)?[:：，, ]+(?<text>.+)$`,
  `^(?<person>{person})(?:'s)? (?:${EN}|report) (?:is|was|looks)[^,.;:]{1,30}[,.;] ?(?:please )?(?:comment|reply)(?: on it)?[:,]? (?<text>.+)$`,
  `^(?:给|在|对|为)(?<person>{person})(?:的)?${DAYS}(?:的)?${ZH}(?:里|下面?|上)?(?:写|加|留|发|补)?(?:一下|上|一?[个条句])?(?:评论|点评|批注|意见|留言)[:：，, ]+(?<text>.+)$`,
  `^(?:在|给|对)?(?<person>{person})(?:的)?${DAYS}(?:的)?${ZH}(?:上|里|下面?)?(?:回|写|留|说|批)(?:一?[句下条个]|上)+[:：，, ]*(?<text>.+)$`,
  `^(?:tell|write to|answer) (?<person>{person}) (?<text>.+?) (?:on|about|for|under) (?:his|her|their) (?:${EN}|report)$`,
  `^(?:comment|reply)(?: on| to)? (?<person>{person})(?:'s)? (?:${EN}|report)[:,]? (?<text>.+)$`,
].map((source) => pattern(source));

/** 看韩梅梅的日报, show Jim's weekly report; 评论李雷的日报：写得好. */
export const reportReadFrame: Frame = (utterance): Candidate | undefined => {
  const shown = match(SHOW, utterance);
  const said = shown ?? match(COMMENT, utterance);
  if (!said) {
    return undefined;
  }
  const which = { person: said.person, period: said.isWeekly ? 'week' : said.isNamed ? 'day' : undefined, on: said.on };
  return {
    invocations: [
      shown
        ? { command: 'report.show', input: filled(which) }
        : { command: 'report.comment', input: filled({ ...which, text: said.text }) },
    ],
    confidence: 0.96,
  };
};

type Said = {
  isWeekly: boolean;
  /** Which kind of report was said. */
  isNamed: boolean;
  on: string | undefined;
  person: string | undefined;
  text: string | undefined;
};

function match(forms: readonly RegExp[], utterance: Utterance): Said | undefined {
  const text = trimmed(tight(withoutCourtesy(utterance.text)));
  const groups = forms.map((form) => form.exec(text)?.groups).find((found) => found !== undefined);
  if (!groups) {
    return undefined;
  }
  const { zh, en, day, later, person, text: told } = groups;
  const on = firstSlot(utterance, 'day', day ?? later ?? '')?.past;
  return {
    isWeekly: /周|week/iu.test(zh ?? en ?? '') || on?.grain === 'week',
    isNamed: (zh ?? en) !== undefined,
    on: on?.from,
    person: person && firstSlot(utterance, 'person', person)?.name,
    text: told && wordsOf(utterance, told),
  };
}
