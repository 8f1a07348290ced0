import { holidayIn } from '../days/holidays.ts';
import { dayOfSpan } from '../days.ts';
import type { DaySlot, Utterance } from '../utterance.ts';
import { firstSlot, wordsOf } from '../utterance.ts';
import { wasThen } from './contact-words.ts';
import { type Candidate, type Frame, filled, isAsking, pattern, trimmed, unclaimed, withoutCourtesy } from './frame.ts';
import { isCompanyRule } from './rules.ts';

const CUE =
  /(?:记得|到时候?|帮我)?提醒(?:我|一下我?|下我)?(?:记得|要|去(?!一?趟)|一下)?(?!事项|列表)|(?:叫|喊|通知)我(?!们)|(?:千万)?别忘了(?:提醒我)?|别忘记|不要忘了|记得(?:要)?|(?:建|加|新建|添加|新增|创建|记|设|设置|安排)(?:个|一个|条|一条|一下|上| )*(?:待办|任务|提醒|日程|todo)(?:事项)?[:：]?|(?:帮我)?记着|^(?:待办|任务|新任务|todo)(?:事项)?(?:[:：]| (?=\p{L}))|(?<![a-z])(?:remind me(?: again)?(?: to| about| that| of)?|(?:add|create|set|set up|make|new|schedule|put in)(?: me)?(?: an?| the)?(?: new)? (?:task|reminder|to-?do)(?: item)?(?: to| for| about| on| that)?:?|(?:task|to-?do|reminder)[:：]|don't let me forget(?: to| about)?|don't forget to|remember to|i need to|i have to|i must|make sure (?:i|to)|put (?:it )?on my (?:list|calendar|to-?do list)(?: to)?|nudge me(?: to| about)?|ping me(?: to| about)?|remind(?= [\ue000-\ue0ff]| the (?:customer|client|team)| every(?:one|body)))(?![a-z])/iu;

const TAIL = /(?:这件事|这事|的事|的任务|的待办|一下)$/u;

/** Reminding somebody of theirs is itself what is to be done: 提醒王总付款, remind Acme to sign. */
const THEIRS = pattern(
  '^(?:{day}[，,\\s]*)*(?:提醒(?!我)(?:一下)?(?:{customer}|客户|对方|大家|所有人|全组|团队|同事们?|[\\p{Script=Han}]{1,3}(?:总|经理|主任|工|老师|总监|院长|先生|女士))|remind (?:{customer}|the (?:customer|client|team)|every(?:one|body)|them|him|her))',
);

/** 不要取消开会的提醒, 取消提醒: about a reminder that stands. */
const REMOVED =
  /^(?:请|先|帮我|麻烦|能不能|可以)*(?:不要|别|不用)?(?:取消|删除|删掉|去掉|关掉)(?:提醒|[^，,]*提醒(?:吧|了|啊|呀|嘛|事项)*[。.!！~～]?$)/u;

/** 提醒我明天下午3点给王总打电话; remind me to call Wang tomorrow at 3pm. */
export const reminderFrame: Frame = (utterance) => {
  const text = withoutCourtesy(utterance.text);
  const said = inWords(utterance);
  const cue = CUE.exec(text);
  if (
    !cue ||
    isCompanyRule(said) ||
    REMOVED.test(text) ||
    /(?:别|不用|不要|无需)(?:再)?提醒|don't remind/iu.test(text) ||
    (isAsking(text) && !/提醒我|remind me/iu.test(text))
  ) {
    return undefined;
  }
  const day = firstSlot(utterance, 'day', text);
  const title = titleOf(
    utterance,
    text.slice(0, cue.index),
    text.slice(cue.index + (THEIRS.test(text) ? 0 : cue[0].length)),
  );
  // A time we cannot read ("in 2 hours", 每周三) must not end as part of the title.
  const isUnread =
    /\d ?点|\d ?[ap]m|(?:\d|[一二两三半几])个?(?:小时|分钟|钟头)|每(?:天|周|月|个)|(?<![a-z])(?:hours?|minutes?|mins?|hrs?|every|daily|weekly|later|soon)(?![a-z])/iu.test(
      title,
    );
  const isHard = /提醒|任务|待办|日程|remind|task|to-?do|todo/iu.test(cue[0]);
  // 把周五送样那个任务取消 is about a task that stands.
  if (
    /(?:做完|完成|搞定)了?$/u.test(title) ||
    (/^(?:把|将)/u.test(text) && /(?:取消|删|去掉|不用了|不做了|作废)(?:了|掉|吧)*$/u.test(text))
  ) {
    return undefined;
  }
  return title === '' && !isHard
    ? undefined
    : { ...toTask(utterance, title, day, text), confidence: isUnread ? 0.6 : isHard ? 0.95 : 0.8 };
};

/** With its days in words, for a rule speaks of how long and not of when. */
const inWords = (utterance: Utterance): string =>
  utterance.text.replace(pattern('{day}', 'gu'), (day) => wordsOf(utterance, day));

function toTask(
  utterance: Utterance,
  title: string,
  day: DaySlot | undefined,
  text: string,
): Pick<Candidate, 'invocations'> {
  const input = filled({ title, due: day && dueOf(day), customer: firstSlot(utterance, 'customer', text)?.name });
  return { invocations: [{ command: 'task.add', input }] };
}

/** The day, with its time where one was said. */
export function dueOf({ future }: DaySlot): string | undefined {
  const day = dayOfSpan(future, 'future');
  return day && future.time ? `${day} ${future.time}` : day;
}

export const DAY_WORDS = pattern(
  '(?:在|于|到)?{day}(?:的时候)?(?:[，,]?\\s*(?:要|需要|得)(?!求))?|(?:,? ?(?<![a-z])(?:on|by|at|due|for|before|this))? ?{day}',
  'giu',
);

/** What is to be done, without its day. */
export function titleOf(utterance: Utterance, before: string, after: string): string {
  const clean = (piece: string) =>
    trimmed(
      piece
        .replace(DAY_WORDS, ' ')
        .replace(/\s+/g, ' ')
        .replace(/\s+(?=[，,。])/gu, ''),
    );
  const [lead, main] = [clean(before).replace(/^(?:我|要|需要|记得|得|the|to|i)(?:\s|$)?/iu, ''), clean(after)];
  const said = main
    .replace(/^(?:要|去(?![\ue000-\ue0ff]|一?趟)|说|一下|to|about|that|of|for)(?![a-z]) ?(?!求)/iu, '')
    .trim();
  const whole = said === '' ? lead : unclaimed(lead, []).length === 0 ? said : `${lead} ${said}`;
  return closed(wordsOf(utterance, trimmed(whole.replace(TAIL, ''))));
}

/** Where a day stood between Chinese words, no space stays behind. */
function closed(title: string): string {
  return title.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');
}

const PLAN = pattern(
  "^(?:我们|我|i will|we will|i'll|we'll|i'm|i am|we're|we are|i|we|let's|going to|need to|要|需要|得|约了?|安排|计划|打算)*\\s*(?:把|拜访|走访|上门|打电话|给.{1,12}(?:打电话|发|送|回|打个电话)|联系|跟进|回访|发|送|约|去|见|准备|提交|签|开会|和.{1,12}(?:开会|见面|吃饭|聊|沟通|对接|确认|通个?电话|打个?电话|通话)|跟.{1,12}(?:开会|见面|吃饭|聊|沟通|对接|确认|通个?电话|打个?电话|通话)|与.{1,12}(?:开会|见面|沟通|通个?电话|通话)|写|交|整理|催|确认|演示|(?:call|phone|visit|email|e-mail|follow[- ]?up|meet|send|prepare|submit|write|check in|demo|draft|review|ping|message|book|schedule|sign|talk to|speak to|get back to|get (?:the|an?|our|them|him|her) |finish|visiting|meeting|calling|sending)(?![a-z]))",
);

/** What a visit is for. */
const AGENDA =
  /^[^，,]+[，,]\s*(?:去|要|准备|顺便|聊|谈|讲|带|送|做|看|确认|签|讨论|演示|沟通|了解|对|to |talk|discuss|show|demo|sign|about)[^，,]*$/iu;

/** 明天拜访华星电子; call Acme tomorrow: a plan is a task. */
export const planFrame: Frame = (utterance) => {
  const text = withoutCourtesy(utterance.text);
  const day = firstSlot(utterance, 'day', text);
  const feast = day ? undefined : holidayIn(text);
  if (feast !== undefined) {
    return byFeast(utterance, text, feast);
  }
  const isAhead = day !== undefined && day.future.to > utterance.today && day.future.from >= utterance.today;
  const bare = trimmed(text.replace(DAY_WORDS, ' ').replace(/\s+/g, ' '));
  const isMeant = /要|得|need to|have to|must/iu.test(text);
  const isVisit = /拜访|走访|visit/iu.test(text);
  // 把…的预计成交改到月底 sets a day anew; it is nothing to do on that day.
  const isSet =
    /(?:改|调|挪|移|并|推迟?|延后?|提前)(?:到|至|成|为)?$|^(?:把|将).*(?:改|换|设|定|更新)(?:到|至|成|为)|^(?:把|将).*(?:(?:取消|删|去掉|作废)(?:了|掉|吧)*|(?:列|筛|拉|调)(?:一?下|个)?出来(?:给我)?(?:看看?)?)$|^(?:change|push|postpone|delay)(?![a-z])/iu.test(
      bare,
    );
  // 周五 9:30 拜访华星，聊续约: what is to be talked about is part of it.
  const isFirst = day !== undefined && pattern('^{day}').test(text) && isVisit && AGENDA.test(bare);
  const isToday =
    day?.future.from === utterance.today && day.future.time === undefined && day.future.bound === undefined;
  if (
    !day ||
    !isAhead ||
    isSet ||
    (isToday && !isMeant && !isVisit) ||
    (text.match(pattern('{day}', 'gu')) ?? []).length > 1 ||
    /[。；;]|(?<!约|约好)了(?!解)/u.test(bare) ||
    (/[，,]/u.test(bare) && !isFirst) ||
    !PLAN.test(bare) ||
    isTold(bare, day, utterance.today) ||
    isCompanyRule(inWords(utterance)) ||
    isAsking(text)
  ) {
    return undefined;
  }
  const title = wordsOf(
    utterance,
    bare.replace(
      /^(?:(?:我们|我|i will|we will|i'll|we'll|i'm|i am|we're|we are|i|we|going to|need to)(?![a-z])\s*|要|需要|得|计划|打算)+\s*/iu,
      '',
    ),
  );
  // 周五见 is a goodbye.
  const isBare = firstSlot(utterance, 'customer', text) === undefined && /^(?:\p{Script=Han}|[a-z]+)$/iu.test(title);
  if (isBare) {
    return undefined;
  }
  return { ...toTask(utterance, closed(title), day, text), confidence: isToday && !isMeant ? 0.6 : 0.8 };
};

/** 国庆前拜访华星: the day is asked for, and its words stay with what is to be done. */
function byFeast(utterance: Utterance, text: string, feast: string): Candidate | undefined {
  const bare = trimmed(text.replace(feast, ' ').replace(/\s+/gu, ' '));
  const isPlan = PLAN.test(bare) && !/[，,。；;]|(?<!约|约好)了(?!解)/u.test(bare) && !isAsking(text);
  const about = firstSlot(utterance, 'customer', text);
  return isPlan && about
    ? { ...toTask(utterance, wordsOf(utterance, text), undefined, text), confidence: 0.8 }
    : undefined;
}

/** 8号拜访的华星: whom it was with is told of a day that has been. */
const isTold = (bare: string, { past }: DaySlot, today: string): boolean =>
  past.from <= today && wasThen(bare.replace(/[，,].*$/u, ''));

const LIST_CLAIMS = [
  /(?<![a-z])(?:show|list|see|view|check|what(?:'s| is| are)?|which|give|get|open|pending|outstanding|remaining|unfinished|left|on my plate|to do list|my list|any)(?![a-z])/giu,
  /查看|看看|看|查|列出|列表|显示|清单|打开|还有|哪些|什么|没做完?|未完成|没完成|所有|全部|剩下|手上|名下|事项|要做/gu,
  /(?<![a-z])(?:tasks?|to-?dos?|task list|to-?do list|reminders)(?![a-z])|任务|待办|todo/giu,
];

/** 我的待办, my tasks. */
export const taskListFrame: Frame = ({ text: said }) => {
  const text = withoutCourtesy(said);
  const isNamed = /任务|待办|(?<![a-z])(?:tasks?|to-?dos?|reminders)(?![a-z])|on my plate/iu.test(text);
  return isNamed && unclaimed(text, LIST_CLAIMS).length === 0
    ? { invocations: [{ command: 'task.list', input: {} }], confidence: 0.9 }
    : undefined;
};

const DONE: readonly RegExp[] = [
  /^(?:把|将)?(.+?)(?:的|那个|这个|那条|这条)*(?:任务|待办|提醒|todo)(?:事项)?(?:改成|改为|标成|标为|标记为|设为)?(?:已经?|都|给)?(?:完成|做完|搞定|弄完|办完|结束|勾掉|勾了|关掉|关闭)(?:了|掉|吧)*$/iu,
  /^(?:把|将)?(.+?)(?:这|那)(?:件|个)?(?:事儿?|事情|活儿?)(?:已经?|都|给)*(?:办|做|弄|搞|处理)(?:完|好|妥|定)了?$/u,
  /^(?:i'm |i am |all )?(?:done|finished)(?: with)? ((?:sending|calling|e-?mailing|visiting|preparing|writing|updating|checking|quoting)(?![a-z]) .+)$/iu,
  /^(?:完成|做完|搞定|勾掉|关闭|关掉|结束)(?:了)?(.+?)(?:的|那个|这个|那条|这条)*(?:任务|待办|提醒|todo)(?:事项)?了?$/iu,
  /^(?:完成|做完|搞定)了?((?:给|跟|和|与)[^，,]{1,20}(?:打个?电话|发|寄|送)[^，,]{0,10}|(?:拜访|回访|走访|联系|跟进)[^，,]{1,20})$/u,
  /^(?:完成|做完)(?:了)?(?:任务|待办)[:：]?\s*(.+)$/iu,
  /^(?:任务|待办)[:：]?\s*(.+?)(?:已经?)?(?:完成|做完|搞定)了?$/iu,
  /^(?:i(?:'m| am|'ve| have)? )?(?:(?:mark|check off|tick off|close|complete|completed|finish|finished|did|done with|done)(?: with)?)(?: the| my| task| todo)*:? (.+?)(?: (?:task|to-?do|reminder))(?: as)?(?: done| complete| completed| finished)?$/iu,
  /^(?:check|tick) off (?:the |my )?(.+)$/iu,
  /^(?:mark|set|change(?= .* (?:task|to-?do|reminder) )) (?:the |my )?(.+?)(?: (?:task|to-?do|reminder))? (?:as |to )?(?:done|complete|completed|finished)$/iu,
  /^(?:the |my )?(?:task|to-?do) (?:to |about |for )?(.+?) is (?:done|complete|completed|finished)$/iu,
  /^(?:the |my )?(.+?) (?:task|to-?do|reminder) is (?:done|complete|completed|finished)$/iu,
  /^(?:i(?:'m| am|'ve| have)? )?(?:complete|completed|finish|finished|close|closed|done with|did|check(?:ed)? off)(?: the| my)? (?:task|to-?do|reminder)(?: to| about| for| of|:)? (.+)$/iu,
];

/** Said by its title, which is what a contact of today is told by as well: whoever says so is asked which of them it is. */
const DONE_BY_TITLE: readonly RegExp[] = [
  /^((?:给|跟|和|与)[^，,]{1,20}(?:打个?电话|发[^，,]{1,8}|寄[^，,]{1,8}|送[^，,]{1,8})|(?:拜访|回访|走访|联系|跟进)[^，,]{1,20})(?:已经?|都)?(?:完成|做完|搞定|办完|弄完)了?$/u,
  /^(?:i(?:'m| am)? )?(?:all )?(?:done|finished)(?: with)? (?:the |my )?((?:call|visit|meeting|demo|e-?mail|follow-?up) (?:to|with|at|for) .+|\S+(?: \S+){0,3} (?:call|visit|meeting|demo|e-?mail|follow-?up))$/iu,
  /^(?:the |my )?((?:call|visit|e-?mail|phone|meet|demo)(?: (?:to|with|at))? .+|\S+(?: \S+){0,3} (?:call|visit|meeting|demo|e-?mail|follow-?up)) is (?:done|complete|completed|finished)$/iu,
];

/** 给王总打电话那个任务做完了; done with the contract task. */
export const taskDoneFrame: Frame = (utterance) => {
  const text = trimmed(withoutCourtesy(utterance.text));
  for (const form of DONE) {
    const task = wordsOf(utterance, trimmed(form.exec(text)?.[1] ?? '')).replace(/^(?:the|my|了)\s*/iu, '');
    if (task !== '' && !isAsking(text)) {
      return { invocations: [{ command: 'task.done', input: { task } }], confidence: 0.95 };
    }
  }
  const said = DONE_BY_TITLE.map((form) => form.exec(text)?.[1]).find((each) => each !== undefined);
  return said === undefined || isAsking(text)
    ? undefined
    : { invocations: [{ command: 'task.done', input: { task: wordsOf(utterance, said) } }], confidence: 0.91 };
};
