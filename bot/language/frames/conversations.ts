import { HAN } from '../normalise.ts';
import { wordsOf } from '../utterance.ts';
import { type Frame, filled, isAsking, nameIn, pattern, tight, trimmed, withoutCourtesy } from './frame.ts';

const TALK_ZH =
  '(?:(?:这|上面|以上|上述|前面|刚才|我们|大家|整)(?:一?(?:段|个|条|些|串|番|次)|的)*)?(?:的|整个|全部|所有)*(?:群?对话(?:记录|内容)?|群?聊天(?:记录|内容)?|聊的内容|会话|话题|消息记录|讨论(?:记录|内容)?|沟通(?:记录|内容)|回复串?)(?:的内容)?(?:都|全部|整个|一起)?';
const KEEP_ZH = '(?:归档|存档|保存|存|记录?|收录?|留存|归)(?:一下|下)?';
const TO_ZH = '(?:到|在|进|给|至|入|为|于)';
/** 聊天记录 is what was said; it is to be kept where 把 stands before it, or a place after it. */
const KEPT_ZH = `(?:(?!记)${KEEP_ZH}${TO_ZH}?|${KEEP_ZH}(?:到|在|给|进|至))`;
const OF_ZH = '(?:这个|这家)?(?:客户)?';
const PLACE_ZH = '(?:的)?(?:这个|这家)?(?:客户)?(?:名下|下面|下|里面?|那里|那边|档案|记录|跟进|客户){0,3}(?:去|吧|了)?';
const TOLD = '(?:[，,。;；:：]+\\s*(?:(?:概要|摘要|备注|结论|总结|summary|note)[:：是]?\\s*)?(?<rest>.+))?$';

const ZH: readonly RegExp[] = [
  pattern(
    `^(?:(?:把|将)${TALK_ZH}${KEEP_ZH}${TO_ZH}?|${TALK_ZH}${KEPT_ZH})${OF_ZH}(?<who>{customer}|[^，,。;；:：]{2,20}?)?${PLACE_ZH}${TOLD}`,
  ),
  pattern(`^${KEEP_ZH}${TALK_ZH}(?:${TO_ZH}${OF_ZH}(?<who>{customer}|[^，,。;；:：]{2,20}?))?${PLACE_ZH}${TOLD}`),
  pattern(`^(?:在|给|往|为)(?<who>{customer})(?:的)?(?:名下|下面|那里|这里)?${KEEP_ZH}${TALK_ZH}(?:吧|了)?${TOLD}`),
];

const TALK_EN =
  '(?:this|that|the|our|these|those)(?: (?:whole|entire|full|above))? (?:thread|conversation|chat|discussion|exchange|messages?|talk|channel thread)';
const EN: readonly RegExp[] = [
  pattern(
    `^(?:archive|save|file|store|keep|record|log|put|attach|add) (?:all of )?${TALK_EN}(?: (?:here|above|so far))?(?: (?:away))?(?: (?:to|under|for|with|on|onto|at|in|into|against|as (?:a )?(?:note|follow[- ]?up) (?:on|for|to)) (?:the )?(?:customer |account |record of |file of )?(?<who>{customer}|\\p{Lu}[\\p{L}\\d&.'-]*(?: \\p{Lu}[\\p{L}\\d&.'-]*){0,4}))?(?:['’]s)?(?: (?:account|customer|records?|file|history|timeline))?\\.?${TOLD}`,
  ),
];

/** 把这段对话存到华星电子; archive this thread to Acme. Which conversation that is, the place says where it is said. */
export const archiveFrame: Frame = (utterance) => {
  const text = trimmed(withoutCourtesy(utterance.text));
  const forms = HAN.test(text) ? ZH : EN;
  const groups = forms.map((form) => form.exec(tight(text))?.groups).find(Boolean);
  const who = groups?.who;
  const customer = nameIn(utterance, who);
  if (!groups || isAsking(text) || (who !== undefined && customer === undefined)) {
    return undefined;
  }
  const summary = trimmed(wordsOf(utterance, groups.rest ?? ''));
  return { invocations: [{ command: 'conversation.archive', input: filled({ customer, summary }) }], confidence: 0.95 };
};
