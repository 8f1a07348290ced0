import { wordsOf } from '../utterance.ts';
import { type Candidate, type Frame, filled, isAsking, pattern, tight, trimmed, withoutCourtesy } from './frame.ts';

/** Some sell gateways, too: only what is called like a way of writing to people is meant. */
const NAME =
  '(?<name>[\\p{Script=Han}a-z0-9]{0,8}?(?:短信|邮件|邮箱|通知|回执|sms|text message|e-?mail|mail|notification)[a-z0-9]{0,4})';
const GATEWAY_ZH = '(?:通知)?(?:网关|gateway)';
const GATEWAY_EN = '(?:gateway|sender)';
const MAKE_ZH = '(?:新建|新增|创建|建|添?加|做|配置?|接)(?:一?个|一下)?(?:新的?)?';
/** Whose failures: all that is left out where the gateway says it. */
const SENDS_ZH = '(?:没|未)(?:有)?(?:送达|发出去|发出|发成功|发送成功|发成)的?(?:客户)?(?:回执|通知)';
const FAILED_ZH = '(?:发送)?失败的?(?:客户)?(?:回执|通知)';

type Gateway = 'gateway.add' | 'gateway.again' | 'gateway.change' | 'gateway.list' | 'gateway.show' | 'gateway.test';

const SAID: readonly (readonly [command: Gateway, forms: readonly RegExp[], set?: Record<string, string>])[] = [
  [
    'gateway.add',
    [
      pattern(`^${MAKE_ZH}${NAME}(?:的)?${GATEWAY_ZH}$`),
      pattern(`^(?:create|make|add|set up|connect|new) (?:an? |the |our |my )?(?:new )?${NAME} ${GATEWAY_EN}$`),
    ],
  ],
  [
    'gateway.again',
    [
      pattern(
        `^(?:把)?${NAME}${GATEWAY_ZH}(?:的)?(?:${SENDS_ZH}|${FAILED_ZH})(?:再|重新|全部|都)*(?:发|发送|重发)(?:一[遍次下])?$`,
      ),
      pattern(
        `^(?:重发|重新发送?|再发(?:一[遍次下])?)(?:一下)?${NAME}${GATEWAY_ZH}(?:的)?(?:${SENDS_ZH}|${FAILED_ZH})$`,
      ),
      pattern(
        `^(?:re-?send|send) (?:again )?(?:the )?(?:failed|unsent) ${NAME} (?:acknowledgements?|messages?)(?: again)?$`,
      ),
      pattern(
        `^(?:re-?send|send) (?:again )?what (?:the |our )?${NAME} ${GATEWAY_EN} (?:did not|didn't|could not|couldn't) send(?: again)?$`,
      ),
    ],
  ],
  [
    'gateway.show',
    [
      pattern(`^(?:查?看看?|显示|打开)(?:一下)?${NAME}${GATEWAY_ZH}(?:的)?(?:情况|状态|记录|发送记录)?$`),
      pattern(
        `^${NAME}${GATEWAY_ZH}(?:最近|{day}|都|刚才)*(?:发|发送|发出)(?:过|了)+(?:什么|哪些|啥)(?:回执|通知|内容)?[?？]?$`,
      ),
      pattern(`^(?:show|open)(?: me)? (?:the |our )?${NAME} ${GATEWAY_EN}$`),
      pattern(`^what (?:has|did) (?:the |our )?${NAME} ${GATEWAY_EN} (?:sent|send)(?: lately| recently| {day})?[?]?$`),
      pattern(`^(?:show|see)(?: me)? what (?:the |our )?${NAME} ${GATEWAY_EN} (?:has )?sent(?: lately| recently)?$`),
    ],
  ],
  [
    'gateway.test',
    [
      pattern(`^(?:测试|试)(?:一下)?${NAME}(?:的)?${GATEWAY_ZH}$`),
      pattern(`^(?:test|try)(?: out)? (?:the |our )?${NAME} ${GATEWAY_EN}$`),
    ],
  ],
  [
    'gateway.change',
    [
      pattern(`^(?:停用|关闭|停掉|暂停)${NAME}(?:的)?${GATEWAY_ZH}$`),
      pattern(`^(?:把|将)${NAME}(?:的)?${GATEWAY_ZH}(?:停用|关闭|停掉|停了|关掉|暂停)$`),
      pattern(`^(?:switch off|turn off|disable|stop) (?:the |our )?${NAME} ${GATEWAY_EN}$`),
    ],
    { state: 'off' },
  ],
  [
    'gateway.change',
    [
      pattern(`^(?:启用|恢复)${NAME}(?:的)?${GATEWAY_ZH}$`),
      pattern(`^(?:switch on|turn on|enable) (?:the |our )?${NAME} ${GATEWAY_EN}$`),
    ],
    { state: 'on' },
  ],
];

const LIST =
  /^(?:查?看看?|显示|有哪些|我们有哪些|列出)(?:一下)?(?:所有的?|全部的?|我们的?)?(?:通知|短信|邮件)网关(?:列表|有哪些)?[?？]?$|^(?:show|list|see|what are)(?: me)? (?:all )?(?:the |our )?(?:notification|customer|message) gateways[?]?$|^(?:which|what) (?:notification|customer|message) gateways (?:do we have|are there)[?]?$/iu;

/** What may be asked as a question, for it changes nothing. */
const READS: ReadonlySet<Gateway> = new Set(['gateway.show']);

const SURE = 0.999;

const ADDRESS = /https?:\/\/[^\s，,。；;"“”<>]+/iu;
/** What stands between a gateway and its address. */
const AT = /[，,\s]*(?:地址)?(?:是|为|[:：]|at|with the address|(?:its )?address(?: is)?)?[，,\s:：]*$/iu;

/** 加一个短信网关, show what the SMS gateway sent: what an admin does about how customers are told (R19). */
export const gatewayFrame: Frame = (utterance): Candidate | undefined => {
  const whole = withoutCourtesy(utterance.text);
  // An address is taken as it was typed, not as it was read.
  const [url] = ADDRESS.exec(utterance.said) ?? [];
  const plain = url === undefined ? whole : whole.replace(ADDRESS, '').replace(AT, '');
  const text = tight(trimmed(plain));
  const isQuestion = isAsking(whole);
  if (LIST.test(text) && url === undefined) {
    return { invocations: [{ command: 'gateway.list', input: {} }], confidence: SURE };
  }
  for (const [command, forms, set = {}] of SAID.filter(([each]) => !isQuestion || READS.has(each))) {
    for (const form of url === undefined || command === 'gateway.add' ? forms : []) {
      const said = form.exec(text)?.groups?.name;
      if (said) {
        const name = trimmed(wordsOf(utterance, said));
        return { invocations: [{ command, input: filled({ name, url, ...set }) }], confidence: SURE };
      }
    }
  }
  return undefined;
};
