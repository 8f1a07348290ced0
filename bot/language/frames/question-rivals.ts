import type { Filter } from '../../../core/questions/question.ts';
import { firstSlot, type Utterance, wordsOf } from '../utterance.ts';
import type { Claims } from './claims.ts';
import { pattern, trimmed } from './frame.ts';

const ZH = '(?<name>[^，。,.!！?？的\\s]{1,20}?)';
const DEAL_ZH = '(?:商机|单子?|项目)';
const FIGHT_ZH = '(?:在|正在|也|还)*(?:参与)?(?:竞争|竞标|投标|抢|争)(?:着|了)?';
const EN = "(?<name>[\\p{L}\\d\\ue000-\\ue9ff&.'-]+(?: [\\p{L}\\d\\ue000-\\ue9ff&.'-]+){0,2}?)";
const DEAL_EN = '(?:deals|opportunities|opps)';
const END = '(?=\\s*(?:[?？。.]|$))';
const FIGHT_EN = '(?:competing|competes?|bidding|bids?)(?: (?:in|on|for|at|with us|against us))*';

/** By whatever the competitor is called: 有远景竞争的商机, deals where Sensorium competes. */
const RIVALS: readonly RegExp[] = [
  `(?:和|跟|与|同)(?:我们)?${ZH}(?:有)?${FIGHT_ZH}的?(?=${DEAL_ZH})`,
  `(?:竞争)?(?:对手|竞品)(?:是|有|为|包括|里有|叫)${ZH}的?(?=${DEAL_ZH}|\\s*$)`,
  `有${ZH}(?:${FIGHT_ZH}|(?:这个|作为|当|做)?(?:竞争)?对手|参与)的(?=${DEAL_ZH})`,
  `${ZH}${FIGHT_ZH}的(?=${DEAL_ZH})`,
  `(?<=${DEAL_ZH}(?:里|中|上)?)(?:都)?有${ZH}(?:${FIGHT_ZH}|参与)${END}`,
  `(?<=${DEAL_ZH}(?:里|中|上)?)(?:是|我们|在)*(?:和|跟|与|同)${ZH}${FIGHT_ZH}的?${END}`,
  `(?<![a-z])(?:(?:that|which|where) )?(?:(?:we|i) )?(?:are |'re )?(?:competing|up|fighting|compete) (?:with|against) ${EN}(?: (?:in|on|for|at)(?![a-z]))?${END}`,
  `(?<=${DEAL_EN} (?:that are )?)against ${EN}${END}`,
  `(?<=${DEAL_EN} )(?:(?:where|in which|that|which) )?(?:is |are |does |do )?${EN} (?:is |are |does )?(?:also )?${FIGHT_EN}${END}`,
  `(?<=${DEAL_EN} )(?:(?:where|in which) )?${EN} is (?:also )?(?:in|at it|a competitor|the competitor)${END}`,
  `(?<=${DEAL_EN} )with ${EN} as (?:an? |the )?(?:competitor|rival)(?![a-z])`,
].map((form) => new RegExp(form, 'iu'));
const DAY = pattern('{day}');
const NO_RIVAL =
  /^(?:我们?|咱们|谁|哪家|哪个|哪些|别人|客户|对方|多少|几个|who|whom|we|i|us|it|deals?|which|what|the|are|is|anyone|somebody|any|risk|target|plan|budget|(?:an? |the )?deadline)$|^(?:要|正|正在|参与|准备|多家|[几两三]家|要去|打算|即将)$|激烈|竞争|(?<![a-z])not$/iu;

export function readRival(utterance: Utterance, claims: Claims): Filter[] {
  for (const form of RIVALS) {
    const said = form.exec(claims.text)?.groups?.name ?? '';
    const name = trimmed(wordsOf(utterance, said));
    const isOurs = firstSlot(utterance, 'person', said) !== undefined;
    if (name !== '' && !isOurs && !DAY.test(said) && !NO_RIVAL.test(name)) {
      claims.take(form);
      return [{ field: 'competitor', op: 'contains', values: [name] }];
    }
  }
  return [];
}
