import { dayOfSpan } from '../days.ts';
import { firstSlot, type Utterance, wordsOf } from '../utterance.ts';
import { isAhead } from './ahead.ts';
import {
  type Candidate,
  type Frame,
  filled,
  isAsking,
  nameIn,
  pattern,
  tight,
  trimmed,
  withoutCourtesy,
} from './frame.ts';

/** What customers do by themselves, by the verb that says it. */
const DOINGS: readonly (readonly [kind: string, verb: string])[] = [
  ['download', '下载|downloaded|has downloaded|(?:just )?downloads'],
  ['email_open', '打开|看|点开|读|opened|read|clicked'],
  ['site_visit', '访问|浏览|visited our|browsed our|looked at our|was on our'],
  ['event', '参加|出席|报名|来|attended|came to|signed up for|registered for|joined'],
  ['shop_order', '在?(?:线上|商城|网店|官网)?(?:下单|下了单|订购)|ordered|placed an order for'],
];
/** Reading and coming are touches only of such things; else they are stories. */
const OBJECTS: Readonly<Record<string, RegExp>> = {
  email_open: /邮件|邮箱|newsletter|e-?mail|mailing/iu,
  site_visit: /官网|网站|网页|页面|商城|web ?site|site|page|shop|pricing/iu,
  event:
    /活动|展会|研讨会|直播|沙龙|发布会|培训|webinar|event|seminar|conference|trade (?:show|fair)|workshop|launch/iu,
};

const DID = DOINGS.map(
  ([kind, verb]) =>
    [
      kind,
      pattern(
        `^(?:{day}|[，, ])*({customer})(?:公司|客户|那边|的人)?(?:{day}|刚才|刚|又|已经?|just|[，, ])*(?:${verb})(?:了|过)? *(?:我们的?|一份|一次|the |our |a |an )*(.+)$`,
      ),
    ] as const,
);

/** 华星电子昨天下载了白皮书; Globex attended our webinar yesterday. */
export const touchFrame: Frame = (utterance): Candidate | undefined => {
  const text = tight(withoutCourtesy(utterance.text));
  if (isAsking(text) || /[，,。；;].{2,}/u.test(text)) {
    return undefined;
  }
  for (const [kind, form] of DID) {
    const [, target, told = ''] = form.exec(text) ?? [];
    const customer = nameIn(utterance, target);
    const what = wordsOf(utterance, trimmed(told.replace(pattern('{day}的?', 'giu'), ' ')));
    const object = OBJECTS[kind];
    if (
      customer !== undefined &&
      !isYetToCome(utterance, text.slice(0, -told.length)) &&
      what !== '' &&
      (object === undefined || object.test(what))
    ) {
      const input = filled({ party: customer, what, kind, on: pastDay(utterance, text) });
      // 参加 and 打开邮件 are meetings and e-mails of ours as well, but not with such a doer and such a thing.
      return { invocations: [{ command: 'touch.add', input }], confidence: 0.96 };
    }
  }
  return undefined;
};

/** Of what is to come a day stands after it: they signed up for next week's webinar today. */
function isYetToCome(utterance: Utterance, before: string): boolean {
  const day = firstSlot(utterance, 'day', before);
  return day !== undefined && isAhead(day, utterance.today);
}

const PLAN: readonly RegExp[] = [
  pattern(
    '^(?:给|为)({customer})(?:加|新增|添加|建|定|排|安排)(?:个|一个|了)*(?:交付|实施|项目)?(?:节点|里程碑)[:：，, ]*(.+)$',
  ),
  pattern('^({customer})(?:的)?(?:新)?(?:交付|实施|项目)(?:节点|里程碑)[:：，, ]+(.+)$'),
  pattern('^(?:add|plan|set|create)(?: an?)? (?:delivery )?milestone (?:for|to|at) ({customer})[:,]? *(.+)$'),
];

/** 给华星加个交付节点：安装 12月5日; add a milestone for Acme: installation, 5 December. */
export const milestoneAddFrame: Frame = (utterance): Candidate | undefined => {
  const text = tight(withoutCourtesy(utterance.text));
  for (const form of PLAN) {
    const [, target, told = ''] = form.exec(text) ?? [];
    const customer = nameIn(utterance, target);
    if (customer !== undefined && !isAsking(text)) {
      const future = firstSlot(utterance, 'day', told)?.future;
      const planned = future && dayOfSpan(future, 'future');
      const name = wordsOf(utterance, bare(told));
      return {
        invocations: [{ command: 'milestone.add', input: filled({ customer, name, planned }) }],
        confidence: name === '' ? 0.85 : 0.95,
      };
    }
  }
  return undefined;
};

const DONE: readonly RegExp[] = [
  pattern(
    '^({customer})(?:的)?(?:交付|实施)(?:节点|里程碑)?[:：，, ]*(.+?)(?:已经?|都|{day})*(?:完成|做完|搞定|交付完|结束)(?:了|啦)?$',
  ),
  pattern('^({customer})(?:的)?(.+?)(?:交付|节点|里程碑)(?:已经?|都|{day})*(?:完成|做完|搞定|结束)(?:了|啦)?$'),
  pattern(
    "^({customer})(?:'s)? (?:delivery|milestone):? (.+?)(?: is| was| has been)?(?: now)? (?:done|complete|completed|finished|delivered)(?: {day})?$",
  ),
  pattern(
    '^(?:milestone|delivery) (.+?) (?:at|for|of) ({customer})(?: is| was)? (?:done|complete|completed|finished|delivered)(?: {day})?$',
  ),
];

/** 华星的交付节点安装完成了; Acme's delivery phase 1 done. */
export const milestoneDoneFrame: Frame = (utterance): Candidate | undefined => {
  const text = tight(trimmed(withoutCourtesy(utterance.text)));
  for (const form of DONE) {
    const said = form.exec(text)?.slice(1) ?? [];
    const target = said.find((piece) => firstSlot(utterance, 'customer', piece ?? '') && piece?.length === 1);
    const customer = nameIn(utterance, target);
    const name = wordsOf(utterance, bare(said.find((piece) => piece !== target) ?? ''));
    if (customer !== undefined && name !== '' && !isAsking(text)) {
      const input = filled({ customer, name, on: pastDay(utterance, text) });
      return { invocations: [{ command: 'milestone.done', input }], confidence: 0.94 };
    }
  }
  return undefined;
};

function pastDay(utterance: Utterance, text: string): string | undefined {
  const past = firstSlot(utterance, 'day', text)?.past;
  return past?.grain === 'day' && past.from < utterance.today ? past.from : undefined;
}

function bare(told: string): string {
  return trimmed(
    told.replace(pattern('(?:[，,]? ?(?:on|by|at|due|于|在))? ?{day}(?:前|之前)?', 'giu'), ' ').replace(/\s+/g, ' '),
  );
}
