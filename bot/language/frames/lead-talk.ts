import { dayOfSpan } from '../days.ts';
import { firstSlot, type Utterance, wordsOf } from '../utterance.ts';
import { isDealName } from './deal-names.ts';
import {
  type Candidate,
  type Frame,
  filled,
  isAsking,
  nameIn,
  pattern,
  tight,
  trimmed,
  unclaimed,
  withoutCourtesy,
} from './frame.ts';
import { customerJoined, ownCustomer } from './lead-customers.ts';

/** The lead a sentence is about, where it is about no customer. */
function leadIn(utterance: Utterance): string | undefined {
  const mention = firstSlot(utterance, 'customer', utterance.text);
  return mention?.kind === 'lead' ? mention.name : undefined;
}

/** Gone to somebody else for it, and not only somewhere with somebody. */
const ELSEWHERE =
  /(?:买|选|定)了别家(?:的(?:产品|设备|方案|东西|货)?)?了?(?=[，,。；;！!]|$)|(?<![a-z])(?:(?:went|gone|going) (?:with|for)|bought (?:it |theirs )?from) (?:(?:someone|somebody) else|another (?:vendor|supplier|company|provider|firm|brand)|(?:a|our) competitor|the competition)(?! (?:to|along|from|on)(?![a-z]))(?![a-z])|(?<![a-z])bought (?:it |theirs )?elsewhere(?![a-z])/iu;

/** It was so once, or is regretted: he may buy of us yet. */
const OURS_YET =
  /之前|以前|原来|原先|早先|曾经?|上次|[想要]换|换(?:成|到)?我们|后悔|不满意|不好用|(?<![a-z])(?:before|previously|formerly|used to|originally|in the past|last (?:time|year)|switch(?:es|ed|ing)?|regrets?|unhappy|not happy)(?![a-z])/iu;

/** How a call may have ended, each in the words a company's outcome is found by. */
const ENDED: readonly (readonly [outcome: string, said: RegExp])[] = [
  [
    'wrong_number',
    /空号|停机了?|号码(?:是|有)?(?:错|误|无效|不存在)|打错了|(?<![a-z])(?:wrong number|number (?:is |was )?(?:not in service|invalid|wrong|dead))(?![a-z])/iu,
  ],
  [
    'no_answer',
    /没(?:有)?(?:人)?接|未接通?|无人接听|打不通|没打通|占线|关机|联系不上|没联系上|(?<![a-z])(?:no answer|(?:did(?:n't| not)|won't|doesn't) (?:answer|pick up)|not answering|could(?:n't| not) reach|voice ?mail|line (?:was |is )?busy|phone (?:was |is )(?:dead|(?:switched |turned )?off))(?![a-z])/iu,
  ],
  // Not now is no refusal: they are asked again.
  [
    'considering',
    /(?<!不是)(?:暂时|暂且|目前|眼下|现阶段|近期|短期内?|最近|这段时间|暂|(?:现在|今年|本月|这个月|这季度|本季度)(?=还|都|先|也|不|没))(?:来说|来讲)?(?:还|都|先|也|是|真的)*(?:不|没有?)(?:需要|考虑|需求|意向|打算|计划|要(?!了)|想|急|用)|(?:以后|过段时间|晚点|晚些时候|年后)再(?:说|看|考虑|谈|联系)|(?<![a-z])(?:not (?:for |right )?now|not (?:yet|at (?:the|this) (?:moment|time|stage))|not (?:interested|needed|required|looking|buying) (?:right now|for now|now|yet|at (?:the|this) (?:moment|time|stage)|at present|currently|this (?:year|quarter|month))|(?:does|do|did)(?:n't| not) (?:want|need) (?:it|this|us|that|anything|one) (?:right now|for now|now|yet|at (?:the|this) (?:moment|time|stage)|at present|currently|this (?:year|quarter|month))|no (?:need|interest|budget) (?:right now|for now|now|yet|at (?:the|this) (?:moment|time|stage)|at present|currently|this (?:year|quarter|month))|maybe (?:later|next (?:year|quarter|month)))(?![a-z])/iu,
  ],
  [
    'refused',
    /拒绝|没戏|不要了|(?:说|直接)不要|不需要|没(?:有)?(?:兴趣|需求|意向)|不感兴趣|不考虑|不想(?:要|买|做|合作|谈)|(?<![a-z])(?:sa(?:id|ys) no|not interested|turned (?:us|me|it|the offer) down|(?<!(?:phone|mobile|line|battery|email|link) )(?:is|lead's|it's) dead(?= ?(?:[,.;:!]|$| now(?![a-z])))|declined|refused|rejected|(?:does|do|did)(?:n't| not) (?:want|need) (?:it|this|us|that|anything))(?![a-z])/iu,
  ],
  ['refused', ELSEWHERE],
  [
    'appointment',
    /约(?:了|好了?|定了?)?[^，,。]{0,10}(?:见面|面谈|会面|上门|当面聊)|(?<![a-z])(?:agreed to (?:meet|a meeting)|(?:meeting|appointment) (?:is )?(?:agreed|booked|set|fixed)|(?:wants|would like) to meet)(?![a-z])/iu,
  ],
  [
    'considering',
    /考虑|再?想想|(?<![a-z])(?:think(?:ing|s)? (?:about it|it over)|(?:needs?|wants?|has|have|had|would like)(?: (?:some|more|a bit of))?(?: time)? to think|consider(?:ing|s)?|needs? (?:some |more )?time|(?:will |'ll )?(?:get|come) back to (?:us|me))(?![a-z])/iu,
  ],
  [
    'interested',
    /有(?:很大|强烈|一定|点)?的?(?:意向|兴趣)|感兴趣|想(?:进一步|深入|详细)?了解|(?<![a-z])(?:(?:is|was|are|were|(?:they|we|he|she|it)(?:'re|'s)|seems?|sounds?|sounded|very|quite|really) (?:very |quite |really )?(?:interested|keen)|wants to (?:know|hear) more)(?![a-z])/iu,
  ],
];

/** How a call ended, by these words alone. */
export const outcomeSaid = (text: string): string | undefined => ENDED.find(([, each]) => each.test(text))?.[0];

/** Wished, feared, planned or somebody else's to do: nothing that has happened. */
const NOT_YET =
  /如果|要是|假如|万一|提醒|问(?:一?下|问)?(?!了|过|题)|催|记得|别忘|担心|(?<![a-z])(?:if|remind|ask|whether|unless|in case|hope|worried|might|should)(?![a-z])/iu;

/** Who does not want it is the rep. */
const OURS_TO_LEAVE = /我们?(?:真的|实在)?(?:不要|不想要|不跟|不想跟)|公海|(?<![a-z])pool(?![a-z])/iu;

const FRAMING = [
  pattern('{customer}|{day}|{person}', 'gu'),
  /刚才?|刚刚|今天|电话|打给|打了|致电|联系|沟通|说|表示|回复|明确|直接|先生|女士|总|再打|再联系|(?<![a-z])(?:called|phoned|rang|spoke|talked|he|she|they|says?|said|told|me|us|that|again|back|call)(?![a-z])/giu,
];

/** A lead by a name that is none of those he sees: the answer says so. */
const NAMED_LEAD =
  /^(?:刚才?|今天)?([\p{Script=Han}\d]{2,10}?)(?:的|那个|那条|这个|这条|那|这)+线索(?!的|要|都)|^the (\p{Lu}[\p{L}\d&.'’-]*(?: \p{Lu}[\p{L}\d&.'’-]*){0,3}) lead(?![a-z])/u;

/** 王建国说考虑一下，下周再打; Mary said no, too expensive (R7). */
export const outcomeFrame: Frame = (utterance): Candidate | undefined => {
  const text = withoutCourtesy(utterance.text);
  const lead = leadIn(utterance) ?? NAMED_LEAD.exec(trimmed(text))?.slice(1).find(Boolean);
  // 今年不需要, not interested this year: the day is part of what was said.
  const told = text.replace(pattern('{day}', 'gu'), (day) => wordsOf(utterance, day));
  const [outcome, said] =
    ENDED.find(([, each]) => each.test(told) && !(each === ELSEWHERE && OURS_YET.test(told))) ?? [];
  if (!lead || !outcome || !said || isAsking(text) || NOT_YET.test(text) || OURS_TO_LEAVE.test(text)) {
    return undefined;
  }
  const day = firstSlot(utterance, 'day', text)?.future;
  const nextOn = day && dayOfSpan(day, 'future');
  // The word for the outcome is no reason for it.
  const isBare = unclaimed(text.replace(said, ' '), FRAMING).length === 0;
  const input = filled({
    lead,
    outcome,
    note: isBare ? undefined : utterance.said,
    nextOn: nextOn && nextOn > utterance.today ? nextOn : undefined,
  });
  return { invocations: [{ command: 'lead.outcome', input }], confidence: 0.99 };
};

const AGAIN =
  /又(?:来|打|发|在|过)*[^，,。]{0,6}(?:咨询|问|询价|询盘|留言|留资|打听|找)|再次(?:来)?(?:咨询|询价|询问|留言)|(?:新的?|又有)(?:咨询|询盘)|(?<![a-z])(?:(?:enquired|inquired|asked|called in|wrote(?: in)?|came back)(?: \w+){0,4} again|(?:enquir|inquir)(?:ed|y) again|(?:another|new|second) (?:enquiry|inquiry))(?![a-z])/iu;

/** 王建国又来问价格了; Mary asked again about prices (R3). */
export const enquiryFrame: Frame = (utterance): Candidate | undefined => {
  const text = withoutCourtesy(utterance.text);
  const lead = leadIn(utterance);
  return lead && AGAIN.test(text) && !isAsking(text) && !NOT_YET.test(text.replace(AGAIN, ' '))
    ? { invocations: [{ command: 'lead.enquiry', input: { lead, note: utterance.said } }], confidence: 0.99 }
    : undefined;
};

const CONVERTED =
  /转(?:成|为|化成|化为|化)?(?:正式|独立|单独|的)*(?:客户|商机)|转化|转正(?:吧|了)?$|(?<![a-z])make (?:[\ue000-\ue0ff]|them|it|him|her) an? (?:separate |different |new )?(?:customer|client|account)(?![a-z])|(?<![a-z])convert(?:ed)?(?![a-z])|(?<![a-z])turn .{1,40}? (?:in)?to (?:an? )?(?:customer|deal|opportunity)(?![a-z])/iu;
/** Only of a lead that goes into a customer: 把王建国并入华星电子. */
const JOINED =
  /^(?:把|将)?(?:线索)?[\ue000-\ue0ff](?:的|这条|那条|这个|那个|线索)*(?:并入|并到|归入|归到|转到|转入|合并?到|合并?进|挂到|算到|算进)|^(?:merge|join|fold|put|move|add) (?:the lead )?[\ue000-\ue0ff](?:'s)?(?: lead)? (?:into|under|with|to)(?![a-z])/iu;
/** A name that is none of a lead's is looked for all the same, so that the answer says it is not there. */
const TYPED: readonly RegExp[] = [
  /^(?:把|将)?([^，,。\s\ue000-\ue9ff]{2,16}?)(?:的|那)?(?:这条|这个|那条|那个|条)?(?:线索)?转(?:成|为|化成|化为)?(?:正式)?客户吧?(?=[，,。；;]|$)/u,
  /^(?:convert|turn) (?:the lead )?(\p{Lu}[\p{L}\d&.'’ -]{1,40}?) (?:in)?to (?:an? )?(?:customer|deal|opportunity)(?=[,.;]| and(?![a-z])|$)/iu,
];
const OPPORTUNITY =
  /(?:商机|项目)(?:名称?)?(?:是|为|叫做?|[:：，,])?\s*([^，,。；;]{2,30})|(?<![a-z])(?:opportunity|deal)(?: called| named|[,:])? ([^,.;]{2,60})/iu;

/** "Turn it into a deal" names none. */
const ITSELF =
  /转(?:成|为|化成|化为|化)?商机|(?<![a-z])turn .{1,40}? (?:in)?to (?:an? )?(?:deal|opportunity)(?![a-z])/iu;

/** A deal is asked for, by whatever name; or not. */
const DEAL = /商机|(?<![a-z])(?:opportunity|deal)(?![a-z])/iu;
const NO_DEAL =
  /(?:不|别|无需|不用|先不)[^，,。]{0,3}商机|(?<![a-z])(?:no|without(?: an?| any)?|(?:don't|do not) (?:open|create|add)(?: an?| any)?) (?:opportunity|deal)(?![a-z])/iu;

const BARE_SUM = pattern('{money}', 'gu');

/** A day that says when it closes, not when the lead is turned into a customer. */
const CLOSES = pattern(
  '(?<before>{day})[^，,。\\ue300-\\ue5ff]{0,4}?(?:成交|签|结单|关闭|拿下)|(?:预计|争取|成交|签约|结单|(?<![a-z])(?:clos(?:e|es|ing)|expected|due|by|sign(?:ing|s)?))[^，,。\\ue300-\\ue5ff]{0,12}?(?<after>{day})',
);

function typedLead(text: string): string | undefined {
  const said = trimmed(text);
  return TYPED.map((form) => form.exec(said)?.[1]).find((name) => name !== undefined);
}

/** 把王建国转成客户，商机产线改造，35万; convert Mary, opportunity Line 3 sensors, 120k (R11). */
export const convertFrame: Frame = (utterance): Candidate | undefined => {
  const text = withoutCourtesy(utterance.text);
  const lead = leadIn(utterance) ?? typedLead(text);
  const into = lead ? customerJoined(utterance, text) : undefined;
  const isJoined = into !== undefined && JOINED.test(text);
  if (!lead || !(CONVERTED.test(text) || isJoined) || isAsking(text) || NOT_YET.test(text)) {
    return undefined;
  }
  const wish = ITSELF.test(text) ? null : OPPORTUNITY.exec(text);
  const amount = firstSlot(utterance, 'money', text)?.text;
  const called = (wish?.[1] ?? wish?.[2] ?? '').replace(BARE_SUM, ' ');
  const { before, after } = CLOSES.exec(text)?.groups ?? {};
  const day = firstSlot(utterance, 'day', before ?? after ?? '')?.future;
  const name = NO_DEAL.test(text)
    ? ''
    : trimmed(
        wordsOf(
          utterance,
          called.replace(CLOSES, ' ').replace(/^(?: |for|of|at|with|worth|about|around)+(?![a-z])/iu, ''),
        ),
      );
  const opportunity = isDealName(name) ? name : undefined;
  const closeOn = day && dayOfSpan(day, 'future');
  const isAsked = DEAL.test(text) && !NO_DEAL.test(text);
  const deal = isAsked && ![opportunity, amount, closeOn].some((each) => each !== undefined) ? 'yes' : undefined;
  const input = filled({
    lead,
    opportunity,
    amount,
    closeOn,
    deal,
    into,
    ...(into ? {} : ownCustomer(utterance, text)),
  });
  return { invocations: [{ command: 'lead.convert', input }], confidence: 0.97 };
};

/** What to tag somebody with, asked for. */
const SUGGESTS: readonly RegExp[] = [
  /^(?:给|为|帮|替)?(?<who>[^，,]{1,30}?)推荐(?:一下|一些|几个|点|些|个)?(?:的|合适的|适合的)?标签$/u,
  /^推荐(?:一下|一些|几个|些)?(?<who>[^，,]{1,30}?)的标签$/u,
  /^(?:给|为)?(?<who>[^，,]{1,30}?)(?:应该|该|可以|适合|要|需要|还能|还可以)(?:打上?|加上?|贴上?|用|带)?(?:什么|哪些|哪个|啥)(?:样的)?标签(?:好|比较好|合适|呢)?$/u,
  /^(?:suggest|recommend|propose)(?: me)?(?: some| a few| any| the)? tags? (?:for|to) (?<who>.{1,60}?)$/iu,
  /^(?:what|which) tags? (?:would |do |does |could |might )?(?:suits?|fits?|are right for|go with) (?<who>.{1,60}?)$/iu,
  /^(?:what|which) tags? (?:should|could|can|shall) (?:i |we )?(?:put on|give|use for|add to) (?<who>.{1,60}?)$/iu,
  /^(?:what|which) tags? (?:should|could) (?<who>.{1,60}?) (?:carry|have|get)$/iu,
  /^how (?:should|shall|could) (?:i|we) tag (?<who>.{1,60}?)$/iu,
];

/** 给华星电子推荐标签; suggest tags for Acme (R23). */
export const tagSuggestFrame: Frame = (utterance): Candidate | undefined => {
  const text = tight(trimmed(withoutCourtesy(utterance.text)));
  for (const form of SUGGESTS) {
    const customer = nameIn(utterance, form.exec(text)?.groups?.who);
    if (customer !== undefined) {
      return { invocations: [{ command: 'tag.suggest', input: { customer } }], confidence: 0.98 };
    }
  }
  return undefined;
};

type TagForm = { command: 'tag.add' | 'tag.remove' | 'tag.find'; form: RegExp };

const TAGGED: readonly TagForm[] = [
  {
    command: 'tag.remove',
    form: /^(?:去掉|去除|取消|移除|拿掉|撕掉)(?<who>[^，,]{1,30}?)的(?<tag>[^，,]{1,30}?)(?:这个|的)?标签$/u,
  },
  {
    command: 'tag.remove',
    form: /^(?:把|将)?(?<who>[^，,]{1,30}?)的(?<tag>[^，,]{1,30}?)(?:这个|的)?标签(?:给)?(?:去掉|取消|移除|去除|拿掉)(?:吧|了)?$/u,
  },
  { command: 'tag.remove', form: /^(?:untag|remove the tag) (?<tag>.{1,40}?) from (?<who>.{1,60}?)$/iu },
  { command: 'tag.remove', form: pattern('^untag (?<who>{customer}) (?<tag>.{1,40}?)$') },
  { command: 'tag.remove', form: /^(?:remove|take)(?: the)? (?<tag>.{1,40}?) tag (?:from|off) (?<who>.{1,60}?)$/iu },
  {
    command: 'tag.find',
    form: /^(?:查|看|列出|有哪些|显示)?(?:一下)?(?:带|有|打了|标了)(?<tag>[^，,]{1,20}?)标签的(?:客户|线索|人)?(?:有哪些|是哪些|都有谁|有谁|是谁|列表)?$/u,
  },
  {
    command: 'tag.find',
    form: /^(?:who is|who's|show(?: me)?|list|find|which)(?: all| the)?(?: leads| customers)?(?: are)? tagged(?: as| with)? (?<tag>.{1,40}?)$/iu,
  },
  {
    command: 'tag.add',
    form: /^(?:给|把|为|对)?(?<who>[^，,]{1,30}?)(?:打上|加上|贴上|标上|添加|打|加|贴)(?:一?个|了)?(?<tag>[^，,：:]{1,30}?)的?标签$/u,
  },
  {
    command: 'tag.add',
    form: /^(?:给|把|为|对)?(?<who>[^，,]{1,30}?)(?:打上|加上|贴上|打|加|贴)(?:一?个|了)?标签[：:，,\s]*(?<tag>[^，,]{1,30}?)$/u,
  },
  { command: 'tag.add', form: /^(?:tag|label) (?<who>.{1,60}?) (?:as|with) (?<tag>.{1,40}?)$/iu },
  { command: 'tag.add', form: pattern('^tag (?<who>{customer}) (?<tag>.{1,40}?)$') },
  {
    command: 'tag.add',
    form: /^(?:add|put)(?: the| a| an)? (?:tag )?["“]?(?<tag>.{1,40}?)["”]?(?: tag)? (?:to|on) (?<who>.{1,60}?)$/iu,
  },
];

/** 给王建国打上高意向标签; tag Mary as high intent (R1). */
export const tagFrame: Frame = (utterance): Candidate | undefined => {
  // The blank in VIP 重点 parts two tags: the sentence is first read as it was written.
  const loose = trimmed(withoutCourtesy(utterance.text));
  const text = tight(loose);
  // Of several, each has it: that is read where the tags there are are known.
  const isOfSeveral = (text.match(/[\ue000-\ue0ff]/gu) ?? []).length > 1;
  if (isOfSeveral || SUGGESTS.some((form) => form.test(text))) {
    return undefined;
  }
  for (const { command, form } of TAGGED) {
    const { who, tag } = (form.exec(loose) ?? form.exec(text))?.groups ?? {};
    const tags = tag && trimmed(wordsOf(utterance, tag).replace(/^["“]|["”]$/gu, ''));
    if (!tags || (/^(?:add|put)/iu.test(text) && !/(?<![a-z])tag(?![a-z])/iu.test(text))) {
      continue;
    }
    if (command === 'tag.find') {
      return { invocations: [{ command, input: { tag: tags } }], confidence: 0.95 };
    }
    const party = who && (firstSlot(utterance, 'customer', who)?.name ?? trimmed(wordsOf(utterance, who)));
    if (party) {
      return { invocations: [{ command, input: { party, tags } }], confidence: 0.97 };
    }
  }
  return undefined;
};
