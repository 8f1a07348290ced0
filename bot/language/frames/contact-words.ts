import type { FollowUpKind } from '../reading.ts';

/** How people say that they were in touch; the earliest one in a sentence names the kind. */
const KINDS: readonly (readonly [FollowUpKind, RegExp])[] = [
  [
    'meeting',
    /电话会|视频会|线上会|腾讯会议|开了?(?:个|一个|一次|次|场)?(?:\p{Script=Han}{0,4})?会|会议|会上|面谈|座谈|交流会|评审会|研讨会|启动会|会开完|开完会|吃了?(?:个|顿|了个)?饭|喝了?(?:个|杯)?(?:咖啡|茶)|碰了?(?:个|一下)?[头面]|视频(?:沟通|聊)?|演示了|做了?(?:个|一次|一场)?演示|(?<![a-z])(?:met(?: up)?(?: with)?|meeting|zoom(?:ed)?|kick-?off|sync(?:ed)?|lunch|dinner|coffee|demo'?ed|presented|sat down with|had a demo|gave a demo|workshop)(?![a-z])/iu,
  ],
  [
    'visit',
    /拜访|走访|上门|登门|面访|跑了|到访|(?<![存放记归发寄送转移挪传挂加推])[去到][了的]?[\ue000-\ue0ff]|登门|回访(?=.{0,6}现场)|跑了一趟|(?<![出过上进回下])去了趟?|来了趟|见的面|见了|见到|见完|见过|见面|参观|来访|来(?:我们|咱们)(?:公司|这)|接待了|从[\ue000-\ue0ff](?:公司|那边|那儿?|这边|家|厂里?|工厂|现场)?(?:出来|回来)|到.{1,8}现场|在.{1,8}现场|(?<![a-z])(?:visit(?:ed|ing)?|saw(?! that| the (?:news|post)| [^,.]{1,30}?(?:['’]s(?![a-z])| on (?![\ue300-\ue5ff])| in the(?! (?:morning|afternoon|evening))))|drop(?:ped)? by|stop(?:ped)? by|swung by|popped (?:in|into|by|over)|came by|went to(?! (?:an? |the |another |our )?(?:competitor|competition|rival|vendor|someone|tender|voice ?mail))|was at|on[- ]?site|(?:back|out) from|just left|came back from|walked out of)(?![a-z])/iu,
  ],
  [
    'message',
    /微信|企微|短信|钉钉|飞书|whatsapp|发了?(?:个|条|了)?(?:消息|信息)|私信|留言|(?<![a-z])(?:wechat(?:ted)?|texted|messaged|pinged|dm'?e?d|message|text|line message|sms)(?![a-z])/iu,
  ],
  ['email', /邮件|发了?(?:封|一封)?邮|(?<![a-z])(?:e-?mail(?:ed)?|mailed|wrote to)(?![a-z])/iu],
  [
    'call',
    /电话|(?:没|无)人接听?|没接|没(?:有)?联系上|联系不上|不接|占线|打不通|没打通|通[了完]?(?:个|次)?(?:电话|话)|致电|来电|语音|打给|聊了|聊了?聊|聊过|(?<!等.{0,12})(?:聊|谈|沟通)完(?=了?(?:[，,。；;！!]|$))|沟通了|沟通过|交流了|谈了|(?<![a-z])(?:call(?:(?<!(?:buyer|manager|director|head|contact|engineer|assistant|officer|person) call)ed)?|phoned|phone|rang|spoke(?: to| with)?|spoken|talked(?: to| with)?|chatted|chat|conversation|hung up|catch[- ]up|caught up|off the phone|on the phone|no answer|voice ?mail|did(?:n't| not) (?:pick up|answer)|(?:could|can)(?:n't|not| not) reach|no luck reaching)(?![a-z])/iu,
  ],
];

const NOTE =
  /让(?:我们?|咱们?)[^，,。]{0,10}再(?:联系|打|聊|谈|说|约|来|找)|问了|问过|催了|催过|记一下|记一笔|记个|备注|联系(?:过|了|上了)|记录|跟进|回复|反馈|(?:发|寄|送|对|谈妥|敲定|确认|讨论|协商|对接|同步)了|(?:发|寄|送)(?:[过出]去|给[^，,。]{1,12})了(?=$|[，,。；;！!])|(?<![a-z])(?:sent|shipped|delivered|couriered|shared|got a reply|note|notes|noted|log(?:ged)?|followed up|checked in|replied|heard (?:back )?from|(?:asked|told|wants?|wanted) (?:us|me) to (?:call|ring|phone|write|email|come|get|check|try|follow)(?: \w+)? ?(?:back|again|in|up)?)(?![a-z])/iu;

export type Contact = { kind: FollowUpKind; index: number; length: number };

/** The first word of contact in a text. */
export function findContact(text: string): Contact | undefined {
  const found = KINDS.flatMap(([kind, words]): Contact[] => {
    const match = words.exec(text);
    return match ? [{ kind, index: match.index, length: match[0].length }] : [];
  });
  const first = found.sort((a, b) => a.index - b.index || b.length - a.length)[0];
  const note = NOTE.exec(text);
  return first ?? (note ? { kind: 'note', index: note.index, length: note[0].length } : undefined);
}

/** Signs that it has happened. */
const DONE =
  /了|未遇|未果|过(?![去来程])|刚|已经?|完(?![成善整])|没接|联系上|联系不上|无?人接|不接|打不通|占线|来访[了过]|(?:上午|下午|早上|中午)[^要会想]{0,8}来访|(?<![a-z])(?:off the phone|no answer|couldn't reach|could not reach|can't reach|no luck reaching|saw|back from|out from|met|visited|called|phoned|rang|spoke|spoken|talked|chatted|emailed|e-mailed|mailed|wrote|messaged|texted|pinged|wechatted|zoomed|synced|dropped|popped|stopped|swung|came|went|was|were|had|got|gave|did|sent|shipped|delivered|couriered|presented|demo'?ed|sat|held|done|caught|followed up|checked in|hung|replied|heard|logged|just|finished|been|left)(?![a-z])/iu;

const NOT_DONE =
  /没(?!联系上|有联系上|问题|意见|事|关系|戏|人接|接|打通|通)|未|(?<![特个级分差])别|不要|还没|打算|准备去|想去|想要去|应该去|需要去|要去|(?<!主)[要会想]来(?:访|参观|我们|咱们)|(?<![a-z])(?:not|n't|never|didn't|haven't|hasn't|don't|should|shall|need to|needs to|want to|wants to|plan(?:ning)? to|going to|gonna|must|have to|would|could)(?![a-z])/iu;

/** 8号拜访的华星, 5号见的面: the day or the one it was with is told of what took place. */
const TOOK_PLACE =
  /(?:拜访|走访|回访|联系|见|去|约见|接待)的[\ue000-\ue3ff][^，,。]{0,6}$|(?:见|打|开|吃|聊|谈|发|通|喝)的(?:面|电话|会|饭|微信|邮件|消息|茶|咖啡|话)$/u;

export const wasThen = (text: string): boolean => TOOK_PLACE.test(text);

export function hasHappened(text: string): boolean {
  return DONE.test(text) || wasThen(text);
}

/** Nobody answered: the call was made all the same. */
const UNANSWERED = /^(?:did(?:n't| not) (?:pick up|answer)|no answer|(?:could|can)(?:n't|not| not) reach)/iu;

/** Said of the contact itself: 还没拜访, didn't call, need to visit. */
export function isWished(text: string, contact: Contact): boolean {
  if (UNANSWERED.test(text.slice(contact.index))) {
    return false;
  }
  return NOT_DONE.test(text.slice(Math.max(0, contact.index - 14), contact.index + contact.length));
}

/** 见了, called: the word of contact itself says that it is over. */
export function isFinished(text: string, { index, length }: Contact): boolean {
  return /[了过完]$|(?:ed|met|spoke|spoken|rang|came by|went to|was at|wrote to|hung up|caught up)$/iu.test(
    text.slice(index, index + length) + (/^(?:了|过|完)/u.exec(text.slice(index + length))?.[0] ?? ''),
  );
}
