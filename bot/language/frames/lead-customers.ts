import { firstSlot, type Utterance, wordsOf } from '../utterance.ts';
import { pattern, trimmed } from './frame.ts';

/** It becomes a customer beside the one it seems to be. */
const OF_ITS_OWN =
  /另(?:外)?(?:新?建|转|立|开)|(?:单独|独立)(?:的)?(?:新?建|转|成为|客户)|(?<![a-z])(?:an? )?(?:customer|account) of (?:its|his|her|their) own|(?<![a-z])(?:as )?an? (?:separate|different) (?:customer|account)|(?<![a-z])on (?:its|his|her|their) own(?![a-z])/iu;

/** Why it is another one, in a clause of its own. */
const WHY =
  /(?:另外?|别的|不同的?|其他的?)(?:一|两)?(?:家|个)?(?:公司|企业|工?厂|单位)|不是(?:同)?一(?:家|个)|(?:只是|共用|同一个?)[^，,。]{0,6}(?:电话|总机|号码)|(?<![a-z])(?:another|(?:an? )?(?:different|separate|other)) (?:company|firm|business|plant)|not the same (?:company|firm|business)|(?:shares?|sharing|same) (?:(?:a|the) )?(?:switchboard|phone|number)/iu;

const INTO = pattern(
  '(?:并入|并到|归入|归到|转到|转入|转给|合并?到|合并?进|加到|挂到|算到|算进)(?:客户|现有客户|已有客户|老客户|原来的)?[ ]?(?<zh>{customer})|(?<![a-z])(?:into|to|with|under|joins?)(?: the)?(?: existing)?(?: customer| account)? (?<en>{customer})',
);

/** The customer on file a lead is to join: 把王建国并入华星电子, convert Mary into Acme. */
export function customerJoined(utterance: Utterance, text: string): string | undefined {
  const { zh, en } = INTO.exec(text)?.groups ?? {};
  const mention = firstSlot(utterance, 'customer', zh ?? en ?? '');
  return mention?.kind === 'customer' ? mention.name : undefined;
}

/** 另建一个，是另一家公司; a customer of its own, it is another company. */
export function ownCustomer(utterance: Utterance, text: string): { own?: 'yes'; reason?: string } {
  const why = text.split(/[，,。;；]|(?<![a-z])because(?![a-z])|因为/iu).find((clause) => WHY.test(clause));
  const reason = why && trimmed(wordsOf(utterance, why));
  return reason ? { reason } : OF_ITS_OWN.test(text) ? { own: 'yes' } : {};
}
