import { dayOfSpan } from '../days.ts';
import { firstSlot, wordsOf } from '../utterance.ts';
import { type Candidate, type Frame, filled, isAsking, pattern, tight, trimmed, withoutCourtesy } from './frame.ts';

const WANTED: readonly RegExp[] = [
  pattern(
    '^(?<who>{customer})(?:那边|公司|他们)?(?:还|又|也)?(?:想|要|打算|计划|准备|需要)(?:再|新)?(?:上|买|采购|增购|加购|加|要|做|订)(?:一|几|两)?(?:套|批|个|台)?(?<name>[^，,。\\ue000-\\ue9ff]{2,30})[，,。 ](?=.*{money})(?!.*(?:折|优惠|便宜))',
  ),
  pattern(
    '^(?<who>{customer}) (?:wants|want|needs|is looking for|are looking for|would like|is planning|plans)(?: to (?:buy|order|add|have))? (?:an? |some )?(?<name>[^,.;\\ue000-\\ue9ff]{3,60}?),? (?:for |about |around |worth |roughly )*(?={money})(?!.*discount)',
  ),
];

/** 华星想再上一套监测，40万; Acme wants 20 more sensors, about 45k: what a customer wants, with its price. */
export const wantedFrame: Frame = (utterance): Candidate | undefined => {
  const text = tight(withoutCourtesy(utterance.text));
  const groups = WANTED.map((form) => form.exec(text)?.groups).find((each) => each !== undefined);
  const customer = groups?.who && firstSlot(utterance, 'customer', groups.who)?.name;
  if (!groups || !customer || isAsking(text)) {
    return undefined;
  }
  const day = firstSlot(utterance, 'day', text)?.future;
  const input = filled({
    customer,
    name: trimmed(wordsOf(utterance, groups.name ?? '')),
    amount: firstSlot(utterance, 'money', text)?.text.trim(),
    closeOn: day && dayOfSpan(day, 'future'),
  });
  return { invocations: [{ command: 'opportunity.open', input }], confidence: 0.85 };
};
