import type { SpokenInvocation } from '../reading.ts';
import { PERSON } from '../slots.ts';
import { firstSlot, type Utterance, wordsOf } from '../utterance.ts';
import { type Frame, filled, isAsking, pattern, trimmed, withoutCourtesy } from './frame.ts';
import { dueOf, titleOf } from './tasks.ts';

const WHO = '(?<who>{person}(?:\\s*(?:和|与|跟|、|以及|,|and|&)\\s*{person})*)';
const DAYS = '(?<before>(?:{day}[，,\\s]*)*)';

/** Who is to do it is named, and what. */
const GIVES: readonly RegExp[] = [
  pattern(
    `^${DAYS}(?:记得|到时候?|别忘了)?(?:提醒|通知|叫|喊|让|催|安排|派|要求|请)(?:一?下)?${WHO}(?:一?下)?(?<what>.+)$`,
    'isu',
  ),
  pattern(
    `^${DAYS}(?:跟|和|告诉)${WHO}(?:说|讲)?(?:一?下|一声)?[，,]?(?:让|叫|请|要)(?:[他她]们?)?(?<what>.+)$`,
    'isu',
  ),
  pattern(
    `^${DAYS}(?:给|为|帮)${WHO}(?:再)?(?:安排|派|布置|加|新建|创建|建|下|分配|设)(?:了)?(?:个|一个|一条|条|一下)?(?:新?任务|待办|提醒|工作|活儿?)?[:：，,\\s]*(?<what>.+)$`,
    'isu',
  ),
  pattern(
    `^(?:把|将)(?<what>.+?)(?:这件事|这事儿?|的?任务|的?工作)(?:交给|分给|派给|安排给|转给|分配给)${WHO}(?:去)?(?:做|办|处理|负责|跟进)?(?:吧)?$`,
    'isu',
  ),
  pattern(`^${DAYS}(?:remind|nudge|ping|get) ${WHO} (?:to|that|about|of)(?![a-z]) ?(?<what>.+)$`, 'isu'),
  pattern(
    `^${DAYS}(?:tell|ask|want|need) ${WHO} (?:to|(?:that )?(?:he|she|they) (?:should|needs? to|has to|have to|must))(?![a-z]) ?(?<what>.+)$`,
    'isu',
  ),
  pattern(
    `^${DAYS}(?:have|make|let) ${WHO} (?:to )?(?<what>(?!a(?:n)? |the |to |been |said|(?:sales )?(?:manager|director|rep|lead|leader|head|admin|executive|finance|service|marketing)s?(?: |$))[a-z]+ .+)$`,
    'isu',
  ),
  pattern(
    `^(?:(?:add|create|make|set(?: up)?|new|give|assign|put|schedule)(?: me)?(?: an?| the)?(?: new)? )?(?:task|to-?do|reminder)(?: for| to) ${WHO}[:,]?(?: to| about| that)? ?(?<what>.+)$`,
    'isu',
  ),
  pattern(
    `^(?:put|add)(?: an?| the)?(?: new)? (?:task|to-?do|reminder) (?:on|to) ${WHO}['’]s? (?:list|plate|to-?do list)(?: to| about)? ?(?<what>.+)$`,
    'isu',
  ),
  pattern(
    `^(?:give|assign) ${WHO} (?:(?:an?|the|this)(?: new)? (?:task|to-?do|job)[:,]?(?: to| of)?|to) ?(?<what>.+)$`,
    'isu',
  ),
];

/** 李雷要…, Jim should …: said of him rather than to us, so it is offered. */
const OUGHT = pattern(
  `^${WHO}(?<before>(?:[，,\\s]*{day})*)(?: (?:should|needs to|has to|must|ought to)| ?(?:应该|需要|得|要))(?![a-z]) ?(?<what>.+)$`,
  'isu',
);

/** A name nobody of us bears: the gate says so instead of taking the task for one's own. */
const STRANGER =
  /^(?:remind|nudge) (?<who>(?!me(?![a-z])|us(?![a-z])|my|our|your|the |them|him|her|it |all|every|people|about|to )[\p{L}.'-]+(?: (?!to )[\p{L}.'-]+)?) (?:to|that|about)(?![a-z]) (?<what>.+)$|^提醒(?:一下)?(?<name>[小老][\p{Script=Han}])(?:一下)?(?=[\ue300-\ue3ff]|[去要给把发打交写参])(?<rest>.+)$/isu;

const PAST = /了[。!！]?$|过[。!！]?$|[发打做交写办]了/u;

/** Ahead of the same words taken for one's own task. */
const SURE = 0.99;

/** 提醒李雷明天给王总打电话; have Jim call Acme tomorrow: a colleague's task, one for each who is named. */
export const givenTaskFrame: Frame = (utterance) => {
  const text = trimmed(withoutCourtesy(utterance.text));
  if (/(?:别|不用|不要|无需)(?:再)?提醒|don't remind|提醒我|remind me/iu.test(text) || PAST.test(text)) {
    return undefined;
  }
  // "Have Jim call Acme" is an order, not a question.
  const isQuestion = isAsking(text.replace(/^have /iu, ''));
  for (const form of GIVES) {
    const groups = form.exec(text)?.groups;
    if (groups) {
      return isQuestion ? undefined : given(utterance, groups, SURE);
    }
  }
  const ought = OUGHT.exec(text)?.groups;
  if (ought) {
    return isAsking(text) ? undefined : given(utterance, ought, 0.6);
  }
  const stranger = STRANGER.exec(text)?.groups;
  const who = stranger?.who ?? stranger?.name;
  const isClear = who !== undefined && !/[\ue000-\ue9ff]/u.test(who);
  return isClear && !isAsking(text) ? given(utterance, { ...stranger, stranger: who }, SURE) : undefined;
};

/** "Let Jim have the Acme lead" hands over whom it names; it is nothing to be done. */
const OWNS = pattern(
  '^(?:have|take|handle|look after|own|work)(?: over)? (?:the )?(?:lead |customer |account )?(?:{customer}|\\S[^,]{0,30}(?= lead| account| customer))(?: lead| account| customer)?(?: from now on| now)?$',
);

/** 让韩梅梅当经理 says what he is from now on, which his admin sets. */
const IS_ROLE = pattern(
  '^(?:来)?(?:当|做|任|担任|出任|be (?:an? |the |our )?)(?:{team}|团队|的| )*(?:销售|区域|系统|sales |team )*(?:总监|总经理|经理|主管|管理员|代表|客服|财务|director|manager|admin|rep|head|lead)(?:了|吧)?$',
);

function given(
  utterance: Utterance,
  { before = '', who, what, rest, stranger }: Record<string, string | undefined>,
  confidence: number,
) {
  const said = (what ?? rest ?? '').replace(/^[\s，,:：]*(?:[他她](?=[\ue300-\ue3ff要去把给发打])|记得|to |要)*/u, '');
  if (OWNS.test(said) || IS_ROLE.test(trimmed(said))) {
    return undefined;
  }
  const title = titleOf(utterance, before, said);
  // 叫李雷来一下 calls him over; it is no task.
  if (/^\p{Script=Han}?$/u.test(title)) {
    return undefined;
  }
  const day = firstSlot(utterance, 'day', `${before}${said}`);
  const input = { title, due: day && dueOf(day), customer: firstSlot(utterance, 'customer', said)?.name };
  const people = stranger
    ? [stranger]
    : [...(who ?? '').matchAll(new RegExp(PERSON, 'gu'))].flatMap(
        ([slot]) => firstSlot(utterance, 'person', slot)?.name ?? wordsOf(utterance, slot),
      );
  const invocations = people.map(
    (owner): SpokenInvocation => ({ command: 'task.add', input: filled({ ...input, owner }) }),
  );
  return { invocations, confidence };
}
