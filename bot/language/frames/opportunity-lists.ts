import { firstSlot } from '../utterance.ts';
import { type Candidate, type Frame, filled, pattern, unclaimed, withoutCourtesy } from './frame.ts';
import { ANY_STAGE, stageOf } from './stages.ts';

const LIST_CLAIMS = [
  pattern(
    `{person}|(?<![\\p{Script=Latin}])(?:${ANY_STAGE})(?![\\p{Script=Latin}])(?:阶段)?|(?:${ANY_STAGE})(?:阶段)?`,
    'giu',
  ),
  /商机|机会|单子|查看|看|查|列出|列表|显示|清单|哪些|所有|全部|手上|手头|手里|名下|在谈|进行中|跟进中|未结|打开|阶段|处于|负责|负责人/gu,
  /(?<![a-z])(?:opportunit(?:y|ies)|deals?|opps?|show|list|see|view|check|what(?:'s)?|which|give|get|open|active|ongoing|mine|stages?|phase|owned|any|pull|display|every|each|have|got)(?![a-z])/giu,
];

/** 我的商机; list deals in negotiation. Anything with days, sums or counts is a question instead. */
export const opportunityListFrame: Frame = (utterance): Candidate | undefined => {
  const text = withoutCourtesy(utterance.text);
  const isNamed = /商机|单子|(?<![a-z])(?:opportunities|deals|opps)(?![a-z])/iu.test(text);
  if (
    !isNamed ||
    /[\ue300-\ue5ff\ue800-\ue8ff\ue000-\ue0ff]|多少|几|how many|how much/iu.test(text) ||
    unclaimed(text, LIST_CLAIMS).length > 0
  ) {
    return undefined;
  }
  const stage = stageOf(new RegExp(ANY_STAGE, 'iu').exec(text.replace(/商机/gu, ''))?.[0]);
  // Won and lost ones are asked about as questions are, of whomever and whenever.
  if (stage === 'won' || stage === 'lost') {
    return undefined;
  }
  const isMine =
    /我的|手头|手里|我手上|我名下|我负责|我有|(?<![a-z])(?:my|mine|i have|do i have|i own)(?![a-z])/iu.test(
      utterance.text,
    );
  const owner = firstSlot(utterance, 'person', text)?.name ?? (isMine ? 'me' : undefined);
  // 处于商务谈判的商机 are all there are for whoever asks, which is a question and says whose it counted.
  if (stage !== undefined && owner === undefined) {
    return undefined;
  }
  return { invocations: [{ command: 'opportunity.list', input: filled({ stage, owner }) }], confidence: 0.9 };
};
