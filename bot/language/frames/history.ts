import { wordsOf } from '../utterance.ts';
import { type Candidate, type Frame, nameIn, pattern, tight, unclaimed, withoutCourtesy } from './frame.ts';

const LAST_ZH = '(?:最近|上|最后|上一)(?:的)?一?次';
const TOUCH_ZH = '(?:跟进|联系|拜访|沟通|见面|打电话|通话|回访)';
const WHEN_ZH = '(?:什么时候|哪天|何时|哪一天|多久(?:之?前)?)';
const TOUCH_EN = '(?:contacted|visited|called|touched|spoken to|seen|followed up|emailed|met)';
const HISTORY: readonly RegExp[] = [
  pattern(
    `^({customer})(?:那边|这边)?的?${LAST_ZH}(?:的)?${TOUCH_ZH}(?:记录)?(?:是|在|距今)*${WHEN_ZH}(?:的|了)?[?？]?$`,
  ),
  pattern(`^({customer})(?:那边|这边)?${LAST_ZH}?(?:是)?(?:在)?${WHEN_ZH}${TOUCH_ZH}(?:的|过|了)+[?？]?$`),
  pattern(`^${LAST_ZH}(?:跟|和|与)?({customer})${TOUCH_ZH}(?:是|在)*${WHEN_ZH}[?？]?$`),
  pattern(
    `^({customer})(?:那边|这边)?(?:有)?(?:多久|多长时间|几天|多少天)没(?:有)?(?:人)?${TOUCH_ZH}(?:过|了)*[?？]?$`,
  ),
  pattern(`^when was ({customer}) last ${TOUCH_EN}[?]?$`),
  pattern(
    `^when (?:was|is) (?:the|our|my) (?:last|latest|most recent) (?:contact|visit|call|meeting|follow-?up|touch) (?:with|at|to|on|for) ({customer})[?]?$`,
  ),
  pattern(
    `^how long (?:is it|has it been|since)(?: since)? (?:we|i|anybody|anyone)(?: have| has|'ve)? ?(?:last )?(?:talked|spoke|spoken|called|visited|contacted|met|heard)(?: to| with| from)? ({customer})[?]?$`,
  ),
  pattern('^(?:上次|最近一次|上一次)(?:联系|拜访|跟进|沟通|见)({customer})(?:是)?(?:什么时候|哪天|何时)[?？]?$'),
  pattern(
    '^(?:查看?|看看?|列出|显示|给我看|打开|翻翻?|调出)?(?:一下)?(?:跟|和|与)?({customer}|[^，。?？\\s]{2,20}?)(?:的|所有|最近|历史)*(?:跟进|拜访|沟通|联系|往来|互动|历史)(?:的)?(?:记录|历史|情况|明细)(?:有哪些|列表|是什么)?[?？]?$',
  ),
  pattern('^(?:查看?|看看?|列出|显示)(?:一下)?({customer})的?(?:所有)?跟进[?？]?$'),
  pattern('^({customer})的?(?:跟进|历史)[?？]?$'),
  pattern(
    '^(?:给我|帮我)?(?:查看?|看看?|列出|显示)?(?:一下)?({customer})(?:那边)?的?(?:最近|最新|最后)的?(?:几|[一二两三四五六七八九十\\d]{1,2})?(?:次|条|笔|个)?的?(?:跟进|拜访|沟通|联系)(?:记录)?[?？]?$',
  ),
  pattern(
    '^(?:我们)?(?:上次|最近一次|最近|之前|以前|上一次)(?:什么时候)?(?:跟|和|与|给)?({customer}).{0,3}(?:聊了|联系|谈了|沟通|说了|跟进)(?:什么|些什么|了什么|的|过)?(?:是什么时候)?[?？]?$',
  ),
  pattern(
    '^(?:我)?(?:跟|和|与)?({customer})(?:那边|这边|公司)?(?:最近|近来|近期|这阵子|这段时间|上次|之前|{day}|都|跟我们|我们|在)*(?:聊|谈|说|沟通|联系|跟进|拜访|交流)(?:了|过|到)*(?:些|一些)?(?:什么|哪些)(?:内容|事情?|东西)?(?:了|呢)?[?？]?$',
  ),
  pattern(
    '^(?:我|我们)?(?:最近|近来|近期|这阵子|上次|之前)?(?:跟|和|与)({customer})(?:那边|这边)?(?:最近|都|上次|之前|我们)*(?:聊|谈|说|沟通|联系|跟进|拜访|交流)(?:了|过|到)*(?:些|一些)?(?:什么|哪些)(?:内容|事情?|东西)?(?:了|呢)?[?？]?$',
  ),
  pattern(
    '^(?:show|list|see|view|get|pull up|give me|display|read|open)?(?: me)?(?: the| all| our| my)*(?: last| recent| latest)?(?: few| \\d{1,2}| two| three| four| five| ten)? ?(?:follow[- ]?ups?|history|activit(?:y|ies)|interactions?|timeline|notes|touch ?points|contact history|log)(?: history)? (?:of|for|with|on|at) (?:the )?({customer}|.{2,30}?)[?]?$',
  ),
  pattern(
    "^(?:show|list|see|view|get|pull up|give me|display)?(?: me)?(?: the| all| our)* ?({customer})(?:'s|s')? (?:follow[- ]?ups?|history|activit(?:y|ies)|interactions?|timeline|notes|log)[?]?$",
  ),
  pattern(
    '^(?:what|when) (?:have|did|was|were|has)(?: we| i| been)?(?: last| ever)? ?(?:done|do|talk(?:ed)?(?: about)?|discuss(?:ed)?|sp(?:eak|oken)|contact(?:ed)?|meet|met|visit|call|the last contact|happened|our last contact)(?: about)? ?(?:with|to|at|about)? ?({customer})(?: so far| lately| recently| last)?[?]?$',
  ),
  pattern(
    '^(?:the )?(?:last|latest|most recent) (?:contact|touch|follow[- ]?up|activity|call|meeting|conversation) (?:with|for|on|at) ({customer})[?]?$',
  ),
];

/** 华星电子的跟进记录, history of Acme. */
export const historyFrame: Frame = (utterance): Candidate | undefined => {
  const text = tight(withoutCourtesy(utterance.text));
  for (const form of HISTORY) {
    const target = form.exec(text)?.[1];
    const customer = nameIn(utterance, target);
    if (
      customer !== undefined &&
      (target?.length === 1 || unclaimed(wordsOf(utterance, target ?? ''), []).length > 0)
    ) {
      return {
        invocations: [{ command: 'follow-up.list', input: { customer } }],
        confidence: target?.length === 1 ? 0.9 : 0.75,
      };
    }
  }
  return undefined;
};
