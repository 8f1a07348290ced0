import { firstSlot, wordsOf } from '../utterance.ts';
import { type Frame, pattern, trimmed, withoutCourtesy } from './frame.ts';

const LOOKS_FOR =
  /^(?:帮我)?(?:搜索|搜(?!索)|查找|找)(?:一下|下)?[\s:：]*(\p{Co}|[^，,。；;!！?？]{2,30}?)[。.]?$|^(?:search(?: for)?|find|look for|look up|who(?:'s| is)(?= \p{Lu}))(?: me)? (\p{Co}|[^,，;!?？]{2,40}?)\.?$/iu;

/** 查看宏图科技公司, tell me about Kestrel, who owns Foo Corp: named like a company, though nobody here is called so. */
const SHOWS =
  /^(?:请|帮我)?(?:查看|查一下|看看|看一下|打开|查)(?:一下)?(?<zh>[\p{Script=Han}A-Za-z\d（）()]{2,20}(?:公司|集团|厂|科技|电子|股份|医院|学校|大学|研究院|银行|实业|机械|医疗|制药|食品))(?:的(?:情况|资料|信息|档案))?$|^(?:(?:[Ss]how|[Tt]ell)(?: me)?(?: about)?|[Ww]ho owns|[Ii]nfo on|[Dd]etails (?:on|of|for)) (?<en>\p{Lu}[\p{L}\d&'.-]+(?: (?:\p{Lu}[\p{L}\d&'.-]*|&|and|of)){0,4})[?.]?$/u;

const ONE_CUSTOMER = pattern('^{customer}$');

/** 查 13490000101, look up +1 202 555 0188, 13490000101是谁. */
const WHOSE_NUMBER =
  /^(?:帮我)?(?:查(?:一下|查|询|找)?|搜(?:索|一下)?|找(?:一下)?)(?:电话|手机号?|号码)?[\s:：]*|^(?:look up|check|find|search(?: for)?|who(?:'s| is)|whose (?:number|phone) is) |(?:是谁(?:的(?:电话|号码|手机号?)?)?)$/giu;

/** Words that make it a task, a list or a message, not something to look for. */
const NOT_NAMED =
  /[\p{Cc}\p{Co}的了吗呢我你他她谁哪个些人时到]|什么|怎么|机会|原因|客户|公司|商机|线索|任务|工单|(?<![a-z])(?:my|our|all|every|open|customers?|clients?|accounts?|leads?|deals?|tasks?|opportunit(?:y|ies)|someone|somebody|a|an|the|out|time|how|why|who|what)(?![a-z])/iu;

/** 找 飞鸟; search for feiniao; a phone number alone. What one of a kind is found is shown by the command itself. */
export const searchFrame: Frame = (utterance) => {
  const text = trimmed(withoutCourtesy(utterance.text));
  const phone = firstSlot(utterance, 'phone', text);
  if (phone && text.replace(WHOSE_NUMBER, '').length === 1) {
    return { invocations: [{ command: 'record.find', input: { words: phone.text } }], confidence: 0.9 };
  }
  const shown = SHOWS.exec(text)?.groups;
  if (shown) {
    return {
      invocations: [{ command: 'record.find', input: { words: shown.zh ?? shown.en ?? '' } }],
      confidence: 0.71,
    };
  }
  const [, chinese, english] = LOOKS_FOR.exec(text) ?? [];
  const target = trimmed(chinese ?? english ?? '');
  const words = trimmed(wordsOf(utterance, target));
  if (ONE_CUSTOMER.test(target)) {
    return { invocations: [{ command: 'record.find', input: { words } }], confidence: 0.8 };
  }
  if (words.length < 2 || NOT_NAMED.test(words)) {
    return undefined;
  }
  return { invocations: [{ command: 'record.find', input: { words } }], confidence: 0.71 };
};
