import { firstSlot, type Utterance } from '../utterance.ts';
import { type Candidate, dealIn, type Frame, isAsking, pattern, tight, trimmed, withoutCourtesy } from './frame.ts';
import { WHY } from './lead-owners.ts';

const WHO = '(?<owner>{person})';
const GIVE_ZH = '(?:重新)?(?:分配|分派|分|派|转交|转|移交|交|给|让|由|归|改[成为由给]|换[成给])(?:给|到)?';
const WORK_ZH = '(?:来|去)?(?:跟进|负责|处理|跟|管|接手)?(?:一下)?了?吧?';
const THAT_ZH = '的?(?:[那这]个?)?';
const DEAL_ZH = `${THAT_ZH}(?:商机|单子|项目|案子|机会)`;
const DEAL_EN = "(?:['’]s)? (?:deal|opportunity|opp)";
const TAKE = '(?:should take|can take|could take|will take|takes|should have|should get|gets|will handle|handles)';

/** The deal is named by words of its own or by its customer, so the word for it is said; one that is known needs none. */
const GIVEN: readonly RegExp[] = [
  pattern(`^(?:把|将)?(?<deal>{customer}|[^，,。]{2,30}?)${DEAL_ZH}${GIVE_ZH}${WHO}${WORK_ZH}$`),
  // 报价单 and 名单 are papers.
  pattern(`^(?:把|将)?(?<deal>{customer})${THAT_ZH}单${GIVE_ZH}${WHO}${WORK_ZH}$`),
  pattern(`^(?:把|将)?(?<known>{customer})${GIVE_ZH}${WHO}${WORK_ZH}$`),
  pattern(
    `^(?:re-?assign|assign|give|hand|transfer|pass|move)(?: over)?(?: the)? (?<deal>.{1,40}?)${DEAL_EN}(?: over)? to ${WHO}$`,
  ),
  pattern(`^(?:re-?assign|assign|give|hand|transfer|pass)(?: the)? (?<known>{customer})(?: over)? to ${WHO}$`),
  pattern(`^(?:give|hand|assign|pass) ${WHO} (?:the )?(?<deal>.{1,40}?)${DEAL_EN}$`),
  pattern(`^${WHO} ${TAKE}(?: over)?(?: the)? (?<deal>.{1,40}?)${DEAL_EN}(?: over)?(?: from (?:now|today) on| now)?$`),
  pattern(`^let ${WHO} (?:have|take|handle|own|run)(?: over)?(?: the)? (?<deal>.{1,40}?)${DEAL_EN}$`),
];

/** Several, or whichever: none in particular. */
const VAGUE =
  /(?!^)[和与及]|[两二三四五六七八九十几数\d]个$|所有|全部|每|[手名][上头下里]|[这那哪一几两]些|^(?:我|他|她|它|这|那|新|老|大|小)|^(?:my|his|her|our|their|all|every|each|any|some|both|these|those|this|that|a|an|new|big|other)(?![a-z])/iu;

/** 把CIP项目转给韩梅梅; give the CIP deal to Lucy (R10). */
export const dealGiveFrame: Frame = (utterance): Candidate | undefined => {
  const text = tight(trimmed(withoutCourtesy(utterance.text)));
  if (isAsking(utterance.text)) {
    return undefined;
  }
  const head = WHY.exec(text)?.groups?.head;
  for (const form of GIVEN) {
    const { deal, known, owner } = form.exec(text)?.groups ?? (head ? form.exec(head)?.groups : undefined) ?? {};
    const to = owner && firstSlot(utterance, 'person', owner)?.name;
    const opportunity = deal === undefined ? knownDeal(utterance, known) : saidDeal(utterance, deal);
    if (to && opportunity) {
      return { invocations: [{ command: 'opportunity.give', input: { opportunity, owner: to } }], confidence: 0.99 };
    }
  }
  return undefined;
};

function knownDeal(utterance: Utterance, piece: string | undefined): string | undefined {
  const slot = piece === undefined ? undefined : firstSlot(utterance, 'customer', piece);
  return slot?.kind === 'deal' ? slot.name : undefined;
}

/** 华星电子的CIP is called CIP. */
const OF_ITS_CUSTOMER = pattern("^{customer}(?:的|['’]s )(?=.)");

function saidDeal(utterance: Utterance, piece: string): string | undefined {
  const own = piece.replace(OF_ITS_CUSTOMER, '');
  const slot = firstSlot(utterance, 'customer', own);
  return VAGUE.test(piece) || slot?.kind === 'lead' ? undefined : dealIn(utterance, own);
}
