import { wordsOf } from '../utterance.ts';
import { type Candidate, type Frame, filled, isAsking, pattern, tight, trimmed, withoutCourtesy } from './frame.ts';

const HOOK_ZH = '(?:数据|系统|外部)?(?:接口|接入|webhook)';
const HOOK_EN = '(?:(?:web)?hook|connection|integration)';
const NAME = '(?<name>[^，,。?？]{1,24}?)';
const CALLED_ZH = `(?:[，, ]*(?:名字|名称)?(?:叫做?|是|为)[「“"]?${NAME}[」”"]?)`;
const MAKE_ZH = '(?:新建|新增|创建|建|添?加|做|开)(?:立)?(?:一?个|一条)?(?:新的?)?';

/** Each names the system that sends, or is to send. */
const SAID: readonly (readonly [command: Hook, forms: readonly RegExp[], set?: Record<string, string>])[] = [
  [
    'hook.add',
    [
      pattern(`^${MAKE_ZH}${NAME}(?:的)?${HOOK_ZH}$`),
      pattern(`^${MAKE_ZH}${HOOK_ZH}${CALLED_ZH}$`),
      pattern(`^(?:给|为)${NAME}${MAKE_ZH}${HOOK_ZH}$`),
      pattern(
        `^(?:create|make|add|set up|open|new) (?:an? |the )?(?:new )?${HOOK_EN} (?:for|called|named|from) (?:our |the |my )?["“]?${NAME}["”]?$`,
      ),
    ],
  ],
  [
    'hook.again',
    [
      pattern(
        `^(?:重新处理|重跑|再处理一?[遍次下]|重新执行|重新接收)(?:一下)?${NAME}(?:的)?(?:那[条次])?(?:被拒|失败)(?:的)?(?:投递|表单|提交|数据)?$`,
      ),
      pattern(
        `^(?:把)?${NAME}(?:的)?(?:被拒|失败)(?:的)?(?:投递|表单|提交|数据)?(?:重新处理|重跑|再处理|重新接收)(?:一[遍次下])?$`,
      ),
      pattern(
        `^(?:run|take in|retry|process)(?: in)? what (?:the |our )?${NAME} (?:had refused|was refused)(?: again)?$`,
      ),
      pattern(
        `^(?:run|take in|retry|process) (?:the |our )?(?:refused|failed) ${NAME} (?:delivery|form|submission)(?: again)?$`,
      ),
    ],
  ],
  [
    'hook.refused',
    [
      pattern(`^${NAME}(?:的)?(?:投递|表单|提交|数据|接口)为什么(?:被拒|失败|没进来|没收到)(?:了)?[?？]?$`),
      pattern(
        `^(?:查?看看?|显示)?(?:一下)?${NAME}(?:的)?(?:哪些|有哪些|什么)?(?:被拒|失败)(?:了)?(?:的)?(?:投递|表单|提交|数据|内容)?$`,
      ),
      pattern(
        `^(?:show|see|what is|what was)(?: me)? (?:the )?(?:refused|failed) ${NAME} (?:delivery|deliveries|form|forms|submissions?)$`,
      ),
      pattern(`^(?:show me )?what was refused (?:of|from) (?:the |our )?${NAME}$`),
      pattern(`^why (?:was|were) (?:the |our )?${NAME} (?:delivery|form|forms|submission|submissions) refused[?]?$`),
    ],
  ],
  [
    'hook.show',
    [
      pattern(
        `^(?:查?看看?|显示)?(?:一下)?${NAME}(?:接口|接入)?(?:最近|都|刚才)*(?:发来|推送|推来|传来|投递|发)(?:过|了)+(?:什么|哪些|啥)(?:数据|内容|线索|东西)?[?？]?$`,
      ),
      pattern(`^(?:查?看看?|显示|打开)(?:一下)?${NAME}(?:的)?(?:接口|接入)(?:情况|状态|记录)?$`),
      pattern(
        `^(?:show|see|list)(?: me)? what (?:the |our )?${NAME} (?:has )?(?:sent|sends|posted|delivered)(?: us)?(?: lately| recently)?$`,
      ),
      pattern(`^what (?:has|did) (?:the |our )?${NAME} (?:sent|send|posted?)(?: us)?(?: lately| recently)?[?]?$`),
      pattern(`^(?:show|open)(?: me)? (?:the |our )?${NAME} ${HOOK_EN}$`),
    ],
  ],
  [
    'hook.test',
    [
      pattern(`^测试(?:一下)?${NAME}(?:的)?${HOOK_ZH}$`),
      pattern(`^(?:test|try)(?: out)? (?:the |our )?${NAME} ${HOOK_EN}$`),
    ],
  ],
  [
    'hook.change',
    [
      pattern(`^(?:停用|关闭|停掉|暂停)${NAME}(?:的)?${HOOK_ZH}$`),
      pattern(`^(?:把|将)${NAME}(?:的)?${HOOK_ZH}(?:停用|关闭|停掉|停了|关掉|暂停)$`),
      pattern(`^(?:switch off|turn off|disable|stop) (?:the |our )?${NAME} ${HOOK_EN}$`),
    ],
    { state: 'off' },
  ],
  [
    'hook.change',
    [
      pattern(`^(?:启用|恢复)${NAME}(?:的)?${HOOK_ZH}$`),
      pattern(`^(?:switch on|turn on|enable) (?:the |our )?${NAME} ${HOOK_EN}$`),
    ],
    { state: 'on' },
  ],
];

type Hook = 'hook.add' | 'hook.again' | 'hook.change' | 'hook.refused' | 'hook.show' | 'hook.test';

/** What may be asked as a question, for it changes nothing. */
const READS: ReadonlySet<Hook> = new Set(['hook.refused', 'hook.show']);

/** Ahead of the same words taken for a wish to see all of them. */
const SURE = 0.999;

const ARTICLE = /^(?:the|our|my|an?|我们的?|一?个)\s*/iu;
/** Words for the thing itself are no name of one. */
const NOBODY = /^(?:新的?|数据|系统|外部|一?个|我|这|那|new|it|this|that)*$/iu;

/** Those who came and whom nobody knows. */
const UNMATCHED: readonly RegExp[] = [
  /^(?:查?看看?|显示|列出|有)?(?:一下)?(?:哪些|什么|多少)?(?:未匹配|没匹配上?|匹配不到|不认识|未知)的?(?:访客|访问|事件|来访者?|人)(?:有?哪些|有?谁|有?多少|列表)?[?？]?$/u,
  /^(?:show|list|see|which|what)?(?: me)?(?: the| our)? ?(?:unmatched|unknown|anonymous)(?: site| web)? (?:visitors?|visits?|events?|downloads?)(?: are there| do we have)?[?]?$/iu,
  /^who (?:visited|came|was) (?:on |to )?(?:the |our )?(?:web)?site (?:and|but|who) (?:is|are)(?: not|n't) on file[?]?$/iu,
];

/** 新建一个官网表单接口, show what the website form sent: what an admin does about who sends us events (R18). */
export const hookFrame: Frame = (utterance): Candidate | undefined => {
  const whole = withoutCourtesy(utterance.text);
  const text = tight(trimmed(whole));
  if (UNMATCHED.some((form) => form.test(text))) {
    return { invocations: [{ command: 'hook.unmatched', input: {} }], confidence: SURE };
  }
  const isQuestion = isAsking(whole);
  for (const [command, forms, set = {}] of SAID.filter(([each]) => !isQuestion || READS.has(each))) {
    for (const form of forms) {
      const said = form.exec(text)?.groups?.name;
      const name = said && trimmed(wordsOf(utterance, said)).replace(ARTICLE, '');
      if (name && !NOBODY.test(name) && SYSTEM.test(name)) {
        return { invocations: [{ command, input: filled({ name, ...set }) }], confidence: SURE };
      }
    }
  }
  return undefined;
};

/** Colleagues and customers send things, too, and requests are refused: only what is called like a system is one. */
const SYSTEM = /表单|官网|网站|商城|小程序|公众号|接口|接入|系统|web|site|form|shop|store|hook|app|landing/iu;
