import { type PeriodName, periodName } from '../period-names.ts';
import { firstSlot } from '../utterance.ts';
import { type Frame, filled, pattern, trimmed, unclaimed, withoutCourtesy } from './frame.ts';
import { rangeOf } from './question-time.ts';

const HOW =
  /怎么样|怎样|如何|咋样|情况|表现|进展|小结|汇总|(?<![a-z])(?:how(?:'s| is| are| am| has| have| did| does| do| was)?|summary|performance)(?![a-z])/iu;
const CLAIMS = [
  pattern('{person}|{day}|{team}', 'giu'),
  HOW,
  /怎么样|怎样|如何|咋样|情况|表现|进展|小结|汇总|业绩|干得|做得|工作|最近|近来|近况|团队|小组|得|我自己|本人/gu,
  /(?<![a-z])(?:how|how's|is|am|are|has|have|did|do|does|was|been|doing|done|going|performing|performed|perform|getting on|team|people|reps|guys|region|group|summary|performance|lately|recently|far|'s)(?![a-z])/giu,
];
const SELF = /(?<!给)我(?!们|的?团队|的?组|的?部门|的?手下)|(?<![a-z])(?:am i|i am|did i|have i|i'm|i)(?![a-z])/iu;

/** One's own team, by whatever it is called (R40). */
const OURS =
  /(?:我的|我们的?|咱们的?)?(?:团队|小组)|我们组|(?<![a-z])(?:my|our|the) (?:team|people|reps|guys)(?![a-z])/iu;

/** A reading of so few words that a question asked before has more to say of them. */
const BARE = 0.74;

/** 韩梅梅这个月怎么样, how is the north team doing, 北区本季度: one person or one team, and nothing else asked. */
export const summaryFrame: Frame = (utterance) => {
  const text = trimmed(withoutCourtesy(utterance.text));
  const { person, team, day } = utterance.slots;
  const isNobody = person.length + team.length === 0;
  const isOurs = isNobody && OURS.test(text) && day.length === 1 && day[0]?.asked.grain !== 'day';
  const isOne = !isNobody ? person.length + team.length === 1 : isOurs || SELF.test(text);
  const isAsked = HOW.test(text);
  const isBare = !isAsked && person.length + team.length === 1 && day.length === 1;
  if (!isOne || !(isAsked || isBare) || unclaimed(text, CLAIMS).length > 0 || day.length > 1) {
    return undefined;
  }
  const said = firstSlot(utterance, 'day', text)?.asked;
  const period: PeriodName | undefined = said && periodName(rangeOf(said, utterance.today));
  if (said && !period) {
    return undefined;
  }
  return {
    invocations: [
      {
        command: 'summary.show',
        input: filled({ person: person[0]?.name, team: team[0]?.name, whose: isOurs ? 'team' : undefined, period }),
      },
    ],
    confidence: isBare ? BARE : 0.92,
  };
};
