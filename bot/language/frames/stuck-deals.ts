import { type Candidate, type Frame, filled, trimmed, withoutCourtesy } from './frame.ts';

const STUCK: readonly RegExp[] = [
  /^(?:看看?|查一?下|列出)?(?:有)?(?:哪些|什么|哪几个)?(?:单子?|商机|项目)?(?:在)?(?:同一个?|一个|某个)阶段(?:里)?(?:停|卡|待|压|放|躺)(?:了|着|留)?(?:太久|很久|好久|过久|不动|不走)?(?:的)?(?:单子?|商机|项目)?(?:有哪些)?$/u,
  /^(?:which |what |show(?: me)? |list )?(?:deals|opportunities)(?: are| have been| that are)? (?:sitting|stuck|standing|staying|stalled)? ?(?:in|at) (?:one|the same|a) stage(?: for)?(?: too| so| very)?(?: long)?$/iu,
  /^(?:看看?|查一下)?(?<mine>我)?(?:这边|手上|手里|名下)?(?:现在|目前)?(?:还)?(?:有没有|有无|有)(?:哪些|什么|几个)?(?:被)?(?:卡住|卡着|卡|停滞|停住|不动|没动|没进展|没有进展|推不动)(?:了|的)*(?:单子?|商机|项目)(?:吗|没有)?$/u,
  /^(?<mine>我)?(?:手上|手里|名下|的)?(?:哪些|哪个|有没有|有什么|有哪些)(?:单子?|商机|项目)(?:是|被|都|还)*(?:卡住|卡着|卡|停滞|停住|不动|没动|没进展|没有进展|推不动)(?:了|的|吗)*$/u,
  /^(?:are |have )?(?:any|some|which) of (?<mine>my|our) (?:open )?(?:deals|opportunities|opps)(?: are| is)? (?:stuck|stalled|stalling|not moving)(?: right now| now)?$/iu,
  /^(?:do i have|have i got|are there|is there|got) any (?:stuck|stalled) (?:deals?|opportunities)$/iu,
  /^(?<mine>我的)?(?:单子?|商机|项目)(?:里)?有?(?:哪些|哪几个)(?:是|被)?(?:卡住|卡着|停滞)了?的?$/u,
  /^(?:看看?|查|列出)?(?:一下)?(?<mine>我的?)?(?:现在|目前)?(?:有)?(?:哪些|哪几个|什么)?(?:单子?|商机|项目)(?:被|都)?(?:卡住|卡着|卡了|停滞|停住|不动)(?:的|了)*(?:有哪些|呢)?$/u,
  /^(?:看看?|列出)?(?<mine>我的?)?(?:被)?(?:卡住|停滞)了?的(?:单子?|商机|项目)(?:有哪些)?$/u,
  /^(?:which|what|show(?: me)?(?: all)?|list)(?: of)?(?: (?<mine>my)| our| the)? ?(?:open )?(?:deals?|opportunities|opps)?(?: are| is| that are)? (?:stuck|stalled|stalling)(?: deals| opportunities)?(?: right now| now)?$/iu,
  /^(?:(?<mine>my) )?(?:stuck|stalled) (?:deals|opportunities)$/iu,
  /^(?:看看?)?(?:谁的|哪些|哪个|什么)(?:单子?|商机|项目)(?:已经?)?(?:好久|很久|太久|一直|多日)(?:都)?(?:没动|没有?进展|没更新|不动|没推进)(?:了|过)*$/u,
  /^(?:(?:is there )?anything|what(?:'s| is)|which deals are) (?:that(?:'s| is) )?(?:not moving|standing still|stuck|stalled)(?: \p{Co}| right now| now| at the moment| this month| this week)*$/iu,
  /^(?:看看?)?谁的(?:单子?|商机|项目)(?:都|被)*(?:卡住|卡着|停滞|不动)了?$|^(?:whose|who has) (?:deals|opportunities)(?: that)? (?:are|is) (?:stuck|stalled)$/iu,
  /^(?:看看?|查看?|列出|有)?(?:哪些)?(?:阶段)?(?:停留)?(?:超时|超期|过久|太久)的?(?:单子?|商机|项目)(?:有哪些)?$|^(?:哪些|哪个)(?:单子?|商机|项目)(?:在阶段里?)?(?:停留)?(?:超时|超期)了?$/u,
  /^(?:which |what |show(?: me)?(?: the)? |list )?(?:deals|opportunities)(?: are| that are)? (?:over|past|beyond) (?:their |the )?(?:stage |time )*(?:limits?|time)$/iu,
];

/** 哪些单子卡住了; which stage is piling up. */
export const stuckFrame: Frame = (utterance): Candidate | undefined => {
  const text = trimmed(withoutCourtesy(utterance.text).replace(/[?？。.!！]+$/u, ''));
  for (const form of STUCK) {
    const match = form.exec(text);
    if (match) {
      return {
        invocations: [{ command: 'opportunity.stuck', input: filled({ owner: match.groups?.mine && 'me' }) }],
        confidence: 0.92,
      };
    }
  }
  return undefined;
};
