import { everySlot, firstSlot, type Utterance } from '../utterance.ts';
import { type Candidate, type Frame, filled, isAsking, pattern, tight, trimmed, withoutCourtesy } from './frame.ts';

const HIS = "(?:{person}(?:手上|手里|名下|那边|负责|在跟|跟)?的|{person}['’]s )?";
const LEAD = `${HIS}(?<lead>{customer})(?:的|这条|这个|那条|那个|这|那)*(?: ?线索| ?客户| lead| customer| account)?`;
const WHO = '(?<owner>{person})';

const GIVEN: readonly RegExp[] = [
  pattern(
    `^${LEAD}(?:现在|已经|一直)?(?:没人|无人)(?:管|跟|跟进|负责|理)了?[，,。 ]*(?:就)?(?:分配|分|派|转|交|给)(?:给|到)?${WHO}(?:吧|跟|来跟)?$`,
  ),
  pattern(
    `^(?:nobody|no one|no-one)(?: looks after| is looking after| has| owns| covers| works on)(?: the)? ${LEAD}(?: any ?more| now)?[,.;]? (?:please )?(?:so )?(?:give|hand|pass|assign) (?:it|them|that) (?:over )?to ${WHO}$`,
  ),
  pattern(
    `^(?:把|将)?${LEAD}(?:重新)?(?:分配|分派|分|派|转交|转|移交|交)(?:给|到)${WHO}(?:来)?(?:跟进|负责|处理|跟)?(?:一下)?吧?$`,
  ),
  pattern(`^(?:把|将)?${LEAD}(?:给|让|由|归|叫)${WHO}(?:来|去)?(?:跟进|负责|处理|跟|联系)?(?:一下)?吧?$`),
  pattern(
    `^(?:re-?assign|assign|give|hand|transfer|pass|route|move|turn)(?: over)?(?: the)?(?: lead| customer| account| client)? ${LEAD} (?:over )?to ${WHO}$`,
  ),
  pattern(`^(?:assign|give|hand) ${WHO} (?:the lead )${LEAD}$`),
  pattern(
    `^${LEAD}(?:以后|今后|往后|现在|从现在起|从?{day}起?)(?:都)?(?:归|给|由|让|交给)${WHO}(?:来)?(?:跟进?|管|负责)?(?:了|吧)?$`,
  ),
  pattern(
    `^${WHO} (?:should take|can take|could take|will take|takes|should have|should get|gets|will handle|handles|should look after|looks after|will look after)(?: over)?(?: the)?(?: lead| customer| account)? ${LEAD}(?: over)?(?: from (?:now|today|here) on| now)?$`,
  ),
  pattern(
    `^let ${WHO} (?:have|take|handle|look after|work|own)(?: over)?(?: the)?(?: lead| customer| account)? ${LEAD}(?: over)?(?: from (?:now|today|here) on| now)?$`,
  ),
];

/** Why he gets it, in a clause of its own: no other order, no day and no sum. */
export const WHY = pattern(
  '^(?<head>[^，,;；]+)[，,;；] ?(?!{person}(?:要|去)|把|将|提醒|and |remind |call )[^，,;；\\ue300-\\ue5ff]{2,40}$',
);

const BY_RULE: readonly RegExp[] = [
  pattern(`^(?:把|将)?${LEAD}(?:按|按照|根据)(?:分配)?规则(?:自动)?(?:重新)?(?:分配|分派|分)(?:一下|出去)?吧?$`),
  pattern(`^(?:自动|按规则)分配(?:一下)?${LEAD}$`),
  pattern(`^(?:re-?assign|assign|route|give out)(?: the lead)? ${LEAD} (?:by|according to)(?: the)? rules?$`),
];

/** A name that is none of those he sees: the answer says so. */
const STRANGER = pattern(
  `^(?:re-?assign|assign|hand|transfer|pass|route|move)(?: over)?(?: the)?(?: lead)? (?<name>\\p{Lu}[\\p{L}\\d&.'’-]*(?: \\p{Lu}[\\p{L}\\d&.'’-]*){0,3})(?: lead)? (?:over )?to ${WHO}$`,
  'u',
);

/** 把芦海英转给韩梅梅跟: a person's name, and no thing that is handed on. */
const STRANGER_ZH = pattern(
  `^(?:把|将)(?<name>\\p{Script=Han}{2,4}?)(?:这条|那条|的)?(?:线索)?(?:重新)?(?:分配|分派|分|派|转交|转|移交|交)(?:给|到)${WHO}(?:来)?(?:跟进|负责|跟)$`,
);
const THING =
  /[这那它些条个份单事活客线商报合资文样订发价名料表图款货钱点]|合同|任务|工作|项目|电话|方案|产品|团队|大家|所有|全部|公海|投诉|报修|回访|售后|询盘|招标/u;

/** 把冉大勇和邢万里都给韩梅梅: customers go one by one, leads in one. */
const SEVERAL: readonly RegExp[] = [
  pattern(
    `^(?:把|将)(?<all>{customer}(?: ?(?:、|，|,|和|与|跟|还有) ?{customer})+)(?:这|那)?(?:几|两)?(?:个|条|家|位)?(?:的)?(?:线索|客户)?(?:都|全部?|统统|一起)*(?:分配|分派|分|派|转交|转|移交|交)?(?:给|让|由|归)${WHO}(?:来)?(?:跟进|负责|跟)?(?:吧|了)?$`,
  ),
  pattern(
    `^(?:re-?assign|assign|give|hand|transfer|pass|route|move)(?: over)?(?: both| all of)?(?: the)?(?: leads| customers| accounts)? (?<all>{customer}(?:(?:, ?|,? and | & ){customer})+)(?: both)? (?:over )?to ${WHO}$`,
  ),
];

function severalGiven(utterance: Utterance, text: string): Candidate | undefined {
  const { all = '', owner: said = '' } = SEVERAL.map((form) => form.exec(text)?.groups).find(Boolean) ?? {};
  const each = everySlot(utterance, 'customer', all);
  const owner = firstSlot(utterance, 'person', said)?.name;
  if (!owner || each.length < 2) {
    return undefined;
  }
  if (each.every(({ kind }) => kind === 'lead')) {
    const leads = each.map(({ name }) => name).join('、');
    return { invocations: [{ command: 'lead.assign-several', input: { leads, owner } }], confidence: 1 };
  }
  return each.every(({ kind }) => kind === 'customer')
    ? {
        invocations: each.map(({ name }) => ({ command: 'customer.give', input: { customer: name, owner } })),
        confidence: 1,
      }
    : undefined;
}

/** 把李雷超时的线索都转给韩梅梅: those of his that nobody answered in time. */
const LATE: readonly RegExp[] = [
  pattern(
    `^(?:把|将)(?<from>{person})(?:手上|名下|手里)?(?:的)?(?:所有|全部)?(?:响应)?(?:超时|逾期)(?:了|没回|没跟|未响应|没响应)*的?(?:线索)?的?(?:都|全部?|统统)*(?:分配|分|派|转交|转|移交|交)?给${WHO}(?:来)?(?:跟进|负责|跟)?(?:吧|了)?$`,
  ),
  pattern(
    `^(?:re-?assign|assign|give|hand|transfer|pass|route|move)(?: over)?(?: all)?(?: of)? (?<from>{person})(?:['’]s?)? (?:overdue|late|unanswered) leads (?:over )?to ${WHO}$`,
  ),
];

function lateGiven(utterance: Utterance, text: string): Candidate | undefined {
  const { from = '', owner: said = '' } = LATE.map((form) => form.exec(text)?.groups).find(Boolean) ?? {};
  const [whose, owner] = [from, said].map((each) => firstSlot(utterance, 'person', each)?.name);
  const leads = /\p{Script=Han}/u.test(text) ? `${whose}超时` : `${whose} overdue`;
  return whose && owner
    ? { invocations: [{ command: 'lead.assign-several', input: { leads, owner } }], confidence: 1 }
    : undefined;
}

function oneGiven(utterance: Utterance, text: string): Candidate | undefined {
  const head = WHY.exec(text)?.groups?.head;
  for (const form of [...GIVEN, ...BY_RULE]) {
    const { lead: said, owner } = form.exec(text)?.groups ?? (head ? form.exec(head)?.groups : undefined) ?? {};
    const lead = said ? firstSlot(utterance, 'customer', said) : undefined;
    const to = owner && firstSlot(utterance, 'person', owner)?.name;
    if (lead?.kind === 'customer' && to) {
      const input = { customer: lead.name, owner: to };
      return { invocations: [{ command: 'customer.give', input }], confidence: 0.99 };
    }
    if (lead?.kind === 'lead') {
      const input = filled({ lead: lead.name, ...(to ? { owner: to } : { by: 'rule' }) });
      return { invocations: [{ command: 'lead.assign', input }], confidence: 0.99 };
    }
  }
  return undefined;
}

function strangerGiven(utterance: Utterance, text: string): Candidate | undefined {
  const zh = STRANGER_ZH.exec(text)?.groups;
  const stranger = STRANGER.exec(text)?.groups ?? (zh?.name && !THING.test(zh.name) ? zh : undefined);
  const to = stranger?.owner && firstSlot(utterance, 'person', stranger.owner)?.name;
  return stranger?.name && to
    ? { invocations: [{ command: 'lead.assign', input: { lead: stranger.name, owner: to } }], confidence: 0.75 }
    : undefined;
}

/** 把王建国分给李雷; assign Mary to Jim; assign Mary by rule (R4); 把华星电子转给韩梅梅 (R10). */
export const assignFrame: Frame = (utterance): Candidate | undefined => {
  const { person, customer } = utterance.slots;
  if (isAsking(utterance.text) || (person.length === 0 && customer.length === 0)) {
    return undefined;
  }
  const text = tight(trimmed(withoutCourtesy(utterance.text)));
  return (
    severalGiven(utterance, text) ??
    lateGiven(utterance, text) ??
    oneGiven(utterance, text) ??
    strangerGiven(utterance, text)
  );
};
