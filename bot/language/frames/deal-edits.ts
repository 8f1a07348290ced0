import { dayOfSpan } from '../days.ts';
import type { SpokenInvocation } from '../reading.ts';
import { firstSlot, type Utterance, wordsOf } from '../utterance.ts';
import { type Candidate, type Frame, filled, isAsking, pattern, tight, trimmed, withoutCourtesy } from './frame.ts';
import { areNames, eachRival, saysOfRival } from './rivals.ts';

/** One thing said of a deal: what of it is set anew, who else is at it, or who shares it. */
type Edit =
  | { kind: 'change'; input: Record<string, string> }
  | { kind: 'competitor'; names: string[] }
  | { kind: 'member'; person: string; share: string };
/** How one of them is said; `loose` where a deal has to be said for it to be of one. */
type Form = {
  read(utterance: Utterance, groups: Record<string, string>): Edit | undefined;
  form: RegExp;
  loose?: true;
};

const SET =
  '(?:改|调整?|更新|变更?|修改|设置?|定|提高?|降低?|缩减?|砍|涨|减少?|增加?|推迟?|延后?|提前|挪|移)(?:一下)?(?:成|为|到|至)?了?';
const SUM_ZH = '(?:预计|预估|合同|商机|项目|单子)?(?:的)?(?:金额|总额|预算|价格|报价|合同额|额度|总价)';
const CLOSE_ZH = '(?:预计)?(?:成交|签约|签单|关闭|结单|关单)(?:日期?|时间)?';
const BEFORE_EN =
  '(?: is| are| was| has| have| been| now| went| goes| moved?| changed?| set| raised| lowered| cut| dropped| up| down| out| back| forward| to| at| on| for| by|:)*';
const ABOUT = '(?:预计|估计|争取|大概|应该|可以|要|能|会|在|于|到)*';
const ROUGHLY = '(?:左右|前后|之前|前|底)?';

const amount: Form['read'] = (utterance, { sum = '' }) => {
  const said = firstSlot(utterance, 'money', sum)?.text.trim();
  return said === undefined ? undefined : { kind: 'change', input: { amount: said } };
};
/** A day that is over closes nothing anew. */
const closeOn: Form['read'] = (utterance, { day = '' }) => {
  const span = firstSlot(utterance, 'day', day)?.future;
  const on = span && dayOfSpan(span, 'future');
  return on === undefined || on < utterance.today ? undefined : { kind: 'change', input: { closeOn: on } };
};
const rival: Form['read'] = (utterance, { name = '' }) => {
  const said = trimmed(wordsOf(utterance, name));
  return said === '' || saysOfRival(said) || !areNames(said)
    ? undefined
    : { kind: 'competitor', names: eachRival(said) };
};
const member: Form['read'] = (utterance, { person = '', share = '' }) => {
  const who = firstSlot(utterance, 'person', person)?.name;
  const percent = firstSlot(utterance, 'percent', share);
  return who && percent ? { kind: 'member', person: who, share: String(percent.basisPoints / 100) } : undefined;
};

const RIVAL = "(?<name>[\\p{L}\\p{Co}][\\p{L}\\d\\p{Co}&.'’()、 -]{1,40})";
const FORMS: readonly Form[] = [
  { read: amount, form: pattern(`^${SUM_ZH}(?:现在|已经?|先)?[:： ]*(?:${SET}|是|为)?[:： ]*(?<sum>{money})了?$`) },
  {
    read: amount,
    form: pattern(`^(?:the |its )?(?:amount|value|budget|price|size|sum)${BEFORE_EN} (?<sum>{money})(?: now)?$`),
  },
  { read: amount, loose: true, form: pattern(`^(?:现在)?(?:${SET}|是|为)(?<sum>{money})了?$`) },
  // From what, to what: the second is the one that holds.
  {
    read: amount,
    form: pattern(`^(?:${SUM_ZH})?(?:现在|已经?)?(?:由|从) ?{money}(?:${SET}|到|至) ?(?<sum>{money})了?$`),
  },
  {
    read: amount,
    form: pattern(
      "^(?:(?:the |its )?(?:amount|value|price))?(?: ?(?:is|it's|was|has|gone|went|goes|came|comes|come|down|up|changed|cut|dropped|raised|moved|lowered))* ?from {money} (?:down |up )?to (?<sum>{money})(?: now)?$",
    ),
  },
  {
    read: amount,
    loose: true,
    form: pattern("^(?:(?:is|it's|now|worth|goes|went|up|down|to|at) )+(?<sum>{money})(?: now)?$"),
  },
  { read: amount, loose: true, form: pattern('^(?<sum>{money})$') },
  { read: closeOn, form: pattern(`^${CLOSE_ZH}[:： ]*(?:${SET}|是|为|到|在)?[:： ]*(?<day>{day})${ROUGHLY}$`) },
  {
    read: closeOn,
    form: pattern(
      `^(?:the |its )?(?:expected )?(?:close|closing|signing)(?: date| day)${BEFORE_EN} (?:the )?(?<day>{day})(?: now| instead)?$`,
    ),
  },
  {
    read: closeOn,
    loose: true,
    form: pattern(`^${ABOUT}(?<day>{day})${ROUGHLY}${ABOUT}(?:成交|签约|签单|签|关闭|结单)$`),
  },
  {
    read: closeOn,
    loose: true,
    form: pattern(
      '^(?:(?:is|now|will|should|to|expected) )*(?:clos(?:e|es|ing)|sign(?:s|ing)?)(?: on| by| in| around| at)? (?:the )?(?<day>{day})(?: now| instead)?$',
    ),
  },
  {
    read: rival,
    form: pattern(
      `^(?:主要)?(?:竞争对手|竞品|对手)(?:再|还|又)?(?:加(?:上)?(?:了)?(?:一?个)?|是|有|为|[:： ])*${RIVAL}$`,
    ),
  },
  {
    read: rival,
    form: pattern(
      `^(?:再|还)?(?:加|添加|记|补|新增)(?:上|了)?(?:一?个|一下)?(?:竞争对手|竞品|对手)(?:是|叫|[:： ])*${RIVAL}$`,
    ),
  },
  {
    read: rival,
    form: pattern(`^(?:the |our )?(?:main )?(?:competitors?|rivals?|competition)(?: is| are|:)* ${RIVAL}$`),
  },
  { read: rival, form: pattern(`^(?:we are |we're )?(?:up )?against ${RIVAL}$`) },
  { read: rival, form: pattern(`^add ${RIVAL} as (?:an? |the )?(?:competitor|rival)$`) },
  {
    read: member,
    form: pattern(
      '^(?:(?:团队|成员|协作人?|团队成员)(?:再|加上?|添加|拉上?|入|进|一?个)*|(?:再)?(?:加上?|添加|拉上?|带上)(?:入|进|一?个)?)(?<person>{person})(?:一起|进来|加入)?[， ]?(?:占|分|比例|贡献)*(?<share>{percent})$',
    ),
  },
  {
    read: member,
    loose: true,
    form: pattern(
      '^(?:add )?(?<person>{person}) (?:(?:gets|has|takes|with|for|at|a|share|of) )*(?<share>{percent})(?: share)?$',
    ),
  },
];

const HEAD = pattern(
  "^(?:把|将)?(?:(?:change|set|update|make|bump|raise|lower|put|move) )?(?:商机|项目|单子|the |our |deal |opportunity )*(?<target>{customer})(?:'s)?(?<deal>(?:的|那边|那个|这个|那|这)*(?:商机|单子?|项目|案子)|(?: (?:deal|opportunity|opp|project)))?(?:的|'s)?[，,:： ]*(?<rest>[^，,:： ].*)$",
);
/** Words that only join or point, at the beginning of a clause. */
const JOINED = /^(?:(?:并且?|同时|另外|然后|再把|也|其实|把|将)+|(?:(?:and|also|then|actually|with|now) )+)/iu;
const BETWEEN = /[，,;；。]\s*(?!\d{3})| and (?=the |its |clos|sign|compet|up against|add |amount|value|price)/iu;
/** Nobody says more of one deal in a sentence. */
const MOST = 6;

/** 主轴监测改成28万，6月30号签，竞品容知日新; the press line deal is 450k now, closing June 30: every clause is one thing of the deal (R24, R102). */
export const dealEditsFrame: Frame = (utterance): Candidate | undefined => {
  const text = tight(trimmed(withoutCourtesy(utterance.text)));
  if (isAsking(text)) {
    return undefined;
  }
  const { target = '', deal, rest = text } = HEAD.exec(text)?.groups ?? {};
  const of = firstSlot(utterance, 'customer', target);
  const clauses = rest.split(BETWEEN).map((clause) => trimmed(clause).replace(JOINED, ''));
  // A customer is signed with and paid by, too: a deal of his, or a sum or day of one, has to be said.
  const isOfDeal =
    of?.kind === 'deal' ||
    (of?.kind === 'customer' &&
      (deal !== undefined || clauses.some((clause) => editIn(utterance, clause, false)?.kind === 'change')));
  const told = editsIn(utterance, clauses, isOfDeal).filter((each): each is Edit => each !== undefined);
  const isAll = told.length === clauses.length && told.length <= MOST && of?.kind !== 'lead';
  // A bare sum after a deal's name may be a payment, too.
  const isBareSum = clauses.length === 1 && BARE.test(clauses[0] ?? '');
  if (!isAll || isBareSum || (of === undefined && (told.some(({ kind }) => kind !== 'change') || THEIRS.test(text)))) {
    return undefined;
  }
  return { invocations: toInvocations(of?.name, told), confidence: of ? 0.93 : 0.75 };
};

/** 预算80万, said of nothing, is what they can spend. */
const THEIRS = /预算|报价|(?<![a-z])(?:budget|price)(?![a-z])/iu;
/** 报价28万: what was quoted; 报价改成28万 sets it anew. */
const QUOTED = pattern('^(?:的|the |its )*(?:报价|price)(?: is| was| at|是|为|了|[:： ])*{money}了?$');
const BARE = pattern('^{money}$');
const DAY_ALONE = pattern('^(?:the )?{day}$');

/** What every clause says of the deal, in the light of the one before it; undefined where it says nothing. */
function editsIn(utterance: Utterance, clauses: readonly string[], isOfDeal: boolean): (Edit | undefined)[] {
  // 28万，30号，竞品…: a day by itself is its close beside another thing of the deal.
  const isAmong = isOfDeal && clauses.length > 1;
  const edits: (Edit | undefined)[] = [];
  for (const clause of clauses) {
    edits.push(
      editIn(utterance, clause, isOfDeal) ??
        (isAmong && DAY_ALONE.test(clause) ? closeOn(utterance, { day: clause }) : undefined) ??
        (edits.at(-1)?.kind === 'competitor' ? rival(utterance, { name: clause }) : undefined),
    );
  }
  return edits;
}

function editIn(utterance: Utterance, clause: string, isOfDeal: boolean): Edit | undefined {
  for (const { form, read, loose } of FORMS) {
    const groups = (isOfDeal || !loose) && !QUOTED.test(clause) ? form.exec(clause)?.groups : undefined;
    const edit = groups && read(utterance, groups);
    if (edit) {
      return edit;
    }
  }
  return undefined;
}

/** What is set anew goes in one change, however many clauses it was said in. */
function toInvocations(opportunity: string | undefined, edits: readonly Edit[]): SpokenInvocation[] {
  const change = Object.assign({}, ...edits.flatMap((each) => (each.kind === 'change' ? [each.input] : [])));
  const changed: SpokenInvocation = { command: 'opportunity.change', input: filled({ opportunity, ...change }) };
  return [...(Object.keys(change).length > 0 ? [changed] : []), ...edits.flatMap((each) => toPart(opportunity, each))];
}

function toPart(opportunity: string | undefined, edit: Edit): SpokenInvocation[] {
  if (edit.kind === 'competitor') {
    return edit.names.map((name) => ({ command: 'opportunity.competitor', input: filled({ opportunity, name }) }));
  }
  const { person, share } = edit.kind === 'member' ? edit : {};
  return person === undefined ? [] : [{ command: 'opportunity.member', input: filled({ opportunity, person, share }) }];
}
