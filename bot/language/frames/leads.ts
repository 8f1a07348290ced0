import { daysBetween } from '../../../core/days.ts';
import { firstSlot, type Utterance, wordsOf } from '../utterance.ts';
import {
  type Candidate,
  type Frame,
  filled,
  isAsking,
  pattern,
  tight,
  trimmed,
  unclaimed,
  withoutCourtesy,
} from './frame.ts';
import { readParty, remarked } from './parties.ts';

const NEW_LEAD =
  /(?:我?(?:这边|刚)?(?:又)?(?:新建|新增|添加|录入|创建|登记|建|加|录|新来|新到|来|收到|(?<![所没])有|接到|得到)|(?<=介绍))(?:了|个|一个|条|一条|一下)*(?:新的?)?(?:销售)?(?:线索|潜在客户|潜客|留资|询盘|询价|意向客户|(?:客户|新客户)?(?:的)?(?:咨询|来电))(?!的|列表|有|单)[:：，,]?\s*|^(?:新)?线索[:：]\s*|(?<=^(?:.{1,8}的)?)新线索[，,\s]+|(?<![a-z])(?:(?:add|create|log|register|enter|got|have|we have|we got|there's|put in|capture)(?: me| us)?(?: an?| the)?(?: new)?(?: sales| web(?:site)?)? (?:lead|prospect|enquiry|inquiry)|(?:we |i |just )*(?:had|received|got) an? (?:new )?(?:enquiry|inquiry)|new (?:lead|prospect|enquiry|inquiry)|(?:enquiry|inquiry)(?= (?:just )?(?:came in )?from)|^lead(?=:| from (?:the )?\w+:))(?![a-z])(?: came in| just came in)?(?: (?:for|called|named)(?![a-z])| from(?! (?:the|an?|our)(?![a-z]))|:|,)?\s*/iu;

/** Somebody new whose number was taken down: 展会上加了个人，手机…; got a card from Tom, tom@…. */
const SOMEBODY_NEW = pattern(
  '(?:.{0,8}(?:上|里|会|时))?(?:加了|认识了?|遇到了?|碰到了?|见到了?)(?:个|一个|位|一位)?(?:新?(?:人|朋友|客户|微信))?[:：，, ]+(?=.*(?:{phone}|{email}))|(?<![a-z])(?:(?:got|have|took|picked up) (?:a|the) (?:business )?card (?:from|of)|met|ran into|(?:someone|somebody|an? (?:guy|lady|man|woman|person|buyer|manager)) (?:from|at))(?![a-z]) (?=.*(?:{phone}|{email}))',
);

/** 展会上认识了宁波海天的周总，…: whoever was met where one meets somebody new. */
const MET_AT =
  /^(?:[\ue300-\ue3ff]|在|刚|我|[，, ])*(?<where>(?:展会|展览会|展厅|博览会|交流会|论坛|峰会|沙龙|行业会|活动)(?:现场)?)(?:上|里|中|现场)?(?:新)?(?:认识|碰到|碰见|遇到|遇见|见到|加|接触|接待)了?(?:一?[个位家])?(?<who>\p{Script=Han}[^，,]{1,20}的[\p{Script=Han}]{1,4}(?:[，,。;；].*)?)$/u;

/** Somebody nobody knows asks for prices: 有人打电话进来问价，…; someone called Ahmed at Desert Solar rang asking for prices. */
const ASKED_US = pattern(
  '(?:有)?个?(?:新)?(?:客户|人|电话|厂家|公司)?(?:打电话来|打电话进来|打进来|打过来|来电话?|找上门来?|找过来)(?:了)?(?:说)?(?:问|询|咨询|打听|了解|要)(?:一下)?(?:价格?|报价|产品|设备|样品)?(?:的)?[，,：: ]+(?!.*{customer})|^(?:some(?:one|body)|an? (?:guy|lady|man|woman|person|buyer|company)) (?:called |named |from )?(?=\\p{Lu}[^,;]{2,60}? (?:has |just )?(?:rang|called|phoned|wrote|emailed|messaged)(?: us| me| in)?,? (?:asking|to ask|wanting|about|for)(?![a-z]))(?!.*{customer})',
  'u',
);
const ASKING =
  / (?:has |just )*(?:rang|called|phoned|wrote|emailed|messaged)(?: us| me| in)?,? (?:asking|to ask|wanting|about|for)(?![a-z])[^,;]*/iu;

/** 帮我把…录成线索; add Nick Tan, Kestrel Foods as a lead. */
const AS_LEAD =
  /^(?:add|put|log|register|enter|save|note)(?: down)? (?=\p{L})(.{2,80}?) as an? (?:new )?(?:lead|prospect)(?![a-z])|^(?:把|将)?(.{2,60}?)(?:录|加|记|建|登记)(?:成|为|进|到|入)(?:一条|一个|个)?(?:新)?线索(?:里|库|吧)?$|^(.{0,10}(?:认识了|加了|碰到了?|遇到了?).{2,60}?)[，, ]+(?:帮我|给我|麻烦)(?:录|记|登记)(?:一下|进去|进系统)$/iu;

const GOT_IN_TOUCH =
  /(?<=\p{L}) (?:just )?(?:called|rang|phoned|wrote(?: in)?|emailed|got in touch|contacted us|reached out)(?: us| me)?(?: today)?,/iu;

/** 加一个线索来源 is no lead. */
const A_SOURCE = /^ ?(?:的)?(?:来源(?!是|为|[:：])|渠道|sources?(?![a-z:]))/iu;

const ENQUIRY = /询盘|询价|[ei]nquiry/iu;

/** 新建线索：远景动力的赵敏，电话13800138000; new lead: Jane Doe from Wonka, jane@wonka.com. */
export const leadAddFrame: Frame = (utterance): Candidate | undefined => {
  const text = withoutCourtesy(utterance.text);
  const as = AS_LEAD.exec(text)
    ?.slice(1)
    .find((each) => each !== undefined);
  if (as !== undefined && !isAsking(text) && firstSlot(utterance, 'customer', text)?.kind !== 'customer') {
    return added(utterance, as.replace(MET, '').replace(PERSON_FIRST, '$1 from '));
  }
  const asked = ASKED_US.exec(text);
  if (asked && !isAsking(text)) {
    return added(
      utterance,
      `${text.slice(0, asked.index)}，${text.slice(asked.index + asked[0].length).replace(ASKING, '')}`,
    );
  }
  const met = MET_AT.exec(text)?.groups;
  if (met && !isAsking(text) && firstSlot(utterance, 'customer', text) === undefined) {
    return added(utterance, `${met.where ?? ''}，${met.who ?? ''}`);
  }
  const cue = NEW_LEAD.exec(text) ?? SOMEBODY_NEW.exec(text);
  if (!cue || isAsking(text) || A_SOURCE.test(text.slice(cue.index + cue[0].length))) {
    return undefined;
  }
  const before = text.slice(0, cue.index).replace(/(?:帮我|请|给|我)+$/u, '');
  const { note, title, ...party } = readParty(
    utterance,
    text.slice(cue.index + cue[0].length).replace(GOT_IN_TOUCH, ','),
    'contact',
    before,
  );
  // A customer's enquiry is a deal, or a word about one: offered.
  const isKnown = firstSlot(utterance, 'customer', text)?.kind === 'customer' && ENQUIRY.test(cue[0]);
  const isNamed = party.company !== undefined || party.contact !== undefined;
  return {
    invocations: [
      { command: 'lead.add', input: filled({ ...party, products: wanted(utterance), note: remarked(title, note) }) },
    ],
    confidence: isKnown ? 0.6 : isNamed ? 0.9 : unclaimed(text.replace(cue[0], ''), []).length === 0 ? 0.85 : 0.75,
  };
};

/** What of the price list is named beside somebody new is what he asks for (R5). */
function wanted({ slots }: Utterance): string | undefined {
  return slots.product.length === 0 ? undefined : slots.product.map(({ name }) => name).join(', ');
}

const MET = /^.{0,10}(?:认识了|加了|碰到了?|遇到了?)/u;

/** Nick Tan, Kestrel Foods: who is named before where he works. */
const PERSON_FIRST = /^(\p{Lu}[\p{L}'-]+ \p{Lu}[\p{L}'-]+), (?=\p{Lu})/u;

function added(utterance: Utterance, told: string): Candidate | undefined {
  const { note, title, ...party } = readParty(utterance, told, 'contact');
  return party.company === undefined && party.contact === undefined
    ? undefined
    : {
        invocations: [
          {
            command: 'lead.add',
            input: filled({ ...party, products: wanted(utterance), note: remarked(title, note) }),
          },
        ],
        confidence: 0.97,
      };
}

const SHOWN: readonly RegExp[] = [
  pattern('^(?:查看?|看看?|打开|显示)(?:一下)?线索[:： ]*(?<who>{customer}|\\p{Script=Han}{2,8})$'),
  pattern(
    "^(?:[Ss]how|[Oo]pen|[Ss]ee|[Vv]iew|[Pp]ull up)(?: me)?(?: the)? [Ll]ead (?<who>{customer}|\\p{Lu}[\\p{L}.'-]{0,20}(?: \\p{Lu}[\\p{L}.'-]{0,20}){0,3})$",
    'u',
  ),
];

const ME = '(?:我|{person})';
const THAT_LEAD = '(?:这|那)(?:个|条)?线索';
/** What is no name of any lead. */
const OF_LEAD = `{customer}(?:这|那)?(?:个|条)?(?:线索)?(?:的)?|${THAT_LEAD}|(?:这|那)(?:个|条)|它`;
const LEAD_EN = '{customer}|(?:this|that|the) (?:lead|prospect|one)|it';
/** Why somebody has it, and since when, stands on its card (R5). */
const WHOSE: readonly RegExp[] = [
  pattern(
    `^(?:${OF_LEAD})?(?:是)?(?:为什么|为何|为啥|凭什么|怎么)(?:会|要|是)?(?:被)?(?:分配?|派|给|转|归|交)(?:到|给|了)?${ME}(?:的|手上|手里|名下)*(?:${THAT_LEAD})?$`,
  ),
  pattern(
    `^(?:为什么|为何|为啥|凭什么|怎么)(?:会|要)?(?:把|将)?(?:${OF_LEAD})(?:会)?(?:被)?(?:分配?|派|给|转|归|交)(?:到|给|了)?${ME}(?:的|了|手上|手里|名下)*$`,
  ),
  pattern(
    `^(?:${OF_LEAD})(?:归|在|到|给|分给|转给|跟着)?(?:了)?${ME}(?:的)?(?:手上|手里|名下)?(?:跟|负责|拿)?(?:有|了)*(?:多久|多长时间|几天|多少天)了?$`,
  ),
  pattern(`^${ME}(?:跟进?|拿到?|负责|接手?)(?:了)?(?:${OF_LEAD})(?:有|了)*(?:多久|多长时间|几天|多少天)了?$`),
  pattern(
    `^(?:${OF_LEAD})(?:是)?(?:什么时候|哪天|何时)(?:被)?(?:分配?|派|给|转|归|交|到)(?:到|给|了)?${ME}(?:的|手上|手里|名下)*$`,
  ),
  pattern(
    `^why (?:was|am|were|is|did|do|does|has|have) (?:i|{person}) (?:been )?(?:given|assigned|get|got|have|handed|routed)(?: to)? (?:${LEAD_EN})$`,
  ),
  pattern(
    `^why (?:is|was|did|has) (?:${LEAD_EN}) (?:been )?(?:mine|(?:given|assigned|handed|routed|go|gone|come|passed) to (?:me|{person})|with (?:me|{person}))$`,
  ),
  pattern(
    `^(?:how long|since when) (?:has|is|was) (?:${LEAD_EN}) (?:been )?(?:mine|with (?:me|{person})|{person}(?:'s)?)(?: for| now)*$`,
  ),
  pattern(
    `^(?:how long|since when) (?:have|do|has|does) (?:i|{person}) (?:have|had|got|been on|owned|own) (?:${LEAD_EN})(?: for| now)*$`,
  ),
  pattern(`^when (?:was|did) (?:${LEAD_EN}) (?:given|assigned|handed|come|go|routed|passed) to (?:me|{person})$`),
  pattern(`^when (?:did|was|were) (?:i|{person}) (?:get|given|assigned) (?:${LEAD_EN})$`),
];

/** 这条线索为什么给我; how long has it been mine: the one named, else which is asked. */
export const leadWhoseFrame: Frame = (utterance): Candidate | undefined => {
  const text = trimmed(tight(withoutCourtesy(utterance.text)));
  const found = WHOSE.map((form) => form.exec(text)).find((match) => match !== null);
  const named = found && firstSlot(utterance, 'customer', found[0]);
  if (!found || (named && named.kind !== 'lead')) {
    return undefined;
  }
  return {
    invocations: [{ command: 'lead.show', input: filled({ lead: named?.name ?? utterance.last.lead }) }],
    confidence: 0.97,
  };
};

/** 查看线索王建国; show lead Bob Poole. */
export const leadShowFrame: Frame = (utterance): Candidate | undefined => {
  const text = tight(withoutCourtesy(utterance.text)).trim();
  const who = SHOWN.map((form) => form.exec(text)?.groups?.who).find((each) => each !== undefined);
  const known = who && firstSlot(utterance, 'customer', who)?.name;
  const lead = known ?? (who && wordsOf(utterance, who));
  return lead && (known || !LISTED.test(lead))
    ? { invocations: [{ command: 'lead.show', input: { lead } }], confidence: 0.97 }
    : undefined;
};

/** All of them or a figure of them, and nobody's name. */
const LISTED =
  /^(?:列表|清单|来源|分配|公平|情况|有哪些|名单)|转化|数量|总数|多少|趋势|统计|分析|占比|分布|跟进|公海|状态|超时|响应|(?<![a-z])(?:lists?|sources?|conversions?|rates?|counts?|numbers?|trends?|statistics|stats|status(?:es)?|pool|distribution|allocation|response|follow-?ups?|figures?)(?![a-z])/iu;

const FAIRNESS =
  /^(?:(?:查看|看看|看)?谁(?:分到|拿到|领到|得到|手上|手里|名下)的?线索(?:最多|最少|多|少)|(?:查看|看看|看)?(?:各人|每个?人|大家|团队)?(?:的)?线索(?:是)?(?:怎么分(?:配)?的|分配?(?:情况|公平吗|得?(?:公平|平均)吗|得?均匀吗|是否公平))|who (?:got|gets|received|has been given) (?:the )?(?:most|fewest|least|how many) leads|(?:are|were) (?:the |our )?leads (?:shared out|distributed|given out|handed out|split) (?:fairly|evenly)|(?:is|was) (?:the |our )?leads? (?:allocation|distribution|assignment|sharing|routing) (?:fair|even)|(?:show (?:me )?)?(?:how (?:are|were) )?(?:the )?leads? (?:shared out|distributed|allocated|distribution|allocation|fairness))[?？。.]?$/iu;

/** 谁分到的线索最多; who got the most leads this month (R9). */
export const fairnessFrame: Frame = (utterance): Candidate | undefined => {
  const { text: said, today } = utterance;
  const text = tight(withoutCourtesy(said.replace(DURING, ''))).trim();
  const during = firstSlot(utterance, 'day', said)?.asked;
  // It goes back from today: last month by itself is a question.
  if (!FAIRNESS.test(text) || (during && (during.from > today || during.to <= today))) {
    return undefined;
  }
  const days = during && String(daysBetween(during.from, today) + 1);
  return { invocations: [{ command: 'lead.fairness', input: filled({ days }) }], confidence: 0.98 };
};

const DURING = pattern('(?:在| (?:in|for|during|over))? ?{day}(?:里|内|的)?', 'iu');
