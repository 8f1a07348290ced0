import { dayOfSpan } from '../days.ts';
import { firstSlot, type Utterance, wordsOf } from '../utterance.ts';
import { type Frame, filled, isAsking, pattern, trimmed, withoutCourtesy } from './frame.ts';
import { outcomeSaid } from './lead-talk.ts';

const HE_ZH = '(?:他|她|对方|人家|电话)?(?:说|还是|又|一直|今天|刚才|刚刚)*(?:他|她)?';
const ENDED_ZH =
  '(?:没(?:有)?人接|没接(?:通|电话)?|未接通?|无人接听|打不通|没打通|占线|关机|停机|空号|号码(?:错|不对)|打错|联系不上|没联系上|不感兴趣|没(?:有)?(?:兴趣|需求|意向)|不需要|不考虑|(?:明确|直接)?拒绝(?=了)|感兴趣|有(?:意向|兴趣)|(?:需要?|要|再)?考虑(?:一下|考虑)?|再?想想)了?';
const TALKED_ZH = '(?:聊|谈|打通|通|接通|联系上|联系到|打过|打|说)(?:了|过了|上了)(?:几句|一会儿?|一下)?';
const HE_EN = "(?:(?:he|she|they|customer|client)(?: is|['’]s| was| are|['’]re)? )?";
const ENDED_EN =
  "(?:no answer|no reply|did(?:n['’]t| not) (?:answer|pick up)|not answering|(?:left (?:a |him a |her a )?)?voice ?mail|(?:line (?:was |is )?)?busy|switched off|wrong number|bad number|not interested|no interest|no need|refused|declined|said no|interested|(?:needs?|wants?) to think(?: about it| it over)?|thinking(?: about it)?|maybe later)";
const TALKED_EN =
  '(?:talked|spoke|chatted|got through|reached (?:him|her|them)|had a (?:good )?(?:chat|call|talk))(?: (?:to|with) (?:him|her|them))?';

/** What may stand behind it: clauses that name nobody. */
const REST = '(?:[，,。.;；] ?(?<rest>[^\\ue000-\\ue2ff]{1,120}))?';

const FORMS: readonly RegExp[] = [
  `^${HE_ZH}${ENDED_ZH}${REST}$`,
  `^${HE_ZH}${TALKED_ZH}(?:[，,。；] ?(?<rest>[^\\ue000-\\ue2ff]{2,120}))$`,
  `^${HE_EN}${ENDED_EN}${REST}$`,
  `^${TALKED_EN}(?:[,.;] ?(?<rest>[^\\ue000-\\ue2ff]{2,120}))$`,
].map((form) => pattern(form));

/** 没人接; 聊了，下周二回访，有意向; no answer: said of nobody by name, it is of whoever is in hand on a call list, or was spoken of last (R8). */
export const callInHandFrame: Frame = (utterance) => {
  const text = trimmed(withoutCourtesy(utterance.text));
  const { customer, person } = utterance.slots;
  if (OURS.test(utterance.text) || customer.length > 0 || person.length > 0 || isAsking(utterance.text)) {
    return undefined;
  }
  const groups = FORMS.map((form) => form.exec(text)).find((found) => found !== null)?.groups;
  return (
    groups && {
      invocations: [
        {
          command: 'call-list.called',
          input: filled({
            ...spokenOf(utterance),
            note: utterance.said,
            outcome: outcomeSaid(text) ?? (KEEN.test(text) ? 'interested' : undefined),
            ...nextOf(utterance, groups.rest ?? ''),
          }),
        },
      ],
      // Alone it may as well answer what was offered.
      confidence: ANSWERS.test(text) ? OFFERED : 1,
    }
  );
};

/** Whoever was spoken of last, where it is clear whether he is a lead or a customer. */
function spokenOf({ last: { customer, lead } }: Utterance) {
  if (customer === lead) {
    return {};
  }
  return customer === undefined ? { lead } : { customer };
}

const ANSWERS =
  /^(?:不需要|不考虑|(?:需要?|要|再)?考虑(?:一下|考虑)?|再?想想)了?$|^(?:no need|maybe later|thinking(?: about it)?)$/iu;
const OFFERED = 0.6;

/** 我要拒绝: what one wants oneself is no news of them. */
const OURS = /^(?:我们?|咱们?)(?!打|刚|给)|^(?:i|we) (?:want|need|have|would)(?![a-z])/iu;

/** Interested, call back on Tuesday: said so short it is of him. */
const KEEN = /(?<=^|[,.;] ?)(?:interested|keen)(?=[,.;]|$)/iu;

/** The clause with a day to come, without it: 下周二回访. */
function nextOf(utterance: Utterance, rest: string) {
  const clause = rest.split(/[，,。；;]/u).find((each) => firstSlot(utterance, 'day', each)) ?? '';
  const day = firstSlot(utterance, 'day', clause)?.future;
  const nextOn = day && dayOfSpan(day, 'future');
  const nextStep = trimmed(wordsOf(utterance, clause.replace(pattern('(?:on |by )?{day}(?:再)?'), ' ')));
  return nextOn && nextOn > utterance.today ? { nextOn, nextStep: nextStep || undefined } : {};
}
