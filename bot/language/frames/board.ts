import { firstSlot } from '../utterance.ts';
import { type Frame, filled, pattern, tight, trimmed, withoutCourtesy } from './frame.ts';

const KIND_ZH = '(?:商机|销售|阶段|漏斗|业务|单子)?';
const KIND_EN = '(?:deal|sales|pipeline|stage|opportunity|opportunities|kanban)';
const SHOW_ZH = '(?:看看?|查看|打开|显示|给我看看?|来看看?|调出)?(?:一下)?';
const SHOW_EN = '(?:(?:show|open|see|view|give|pull up|let me see)(?: me)? )?';

/** Whose it is; without a word it is what the person sees. */
const BOARD: readonly RegExp[] = [
  pattern(`^${SHOW_ZH}(?:(?<mine>我自己|我)的?|(?:我们的?|团队的?|全部|所有)?)${KIND_ZH}看板$`),
  pattern(`^(?:(?<mine>我的?)|我们的?|团队的?)?${KIND_ZH}看板(?:打开|给我|拿来|调出来|看看|看一?下)+$`),
  pattern(`^${SHOW_ZH}(?:(?<team>{team})|(?<person>{person}))(?:团队|小组|组|部门|那边)?的?${KIND_ZH}看板$`),
  pattern(`^${SHOW_EN}(?:the |(?<mine>my )(?:own )?|our )?(?:team(?:'s)? )?(?:${KIND_EN} )?(?:board|kanban)$`),
  pattern(
    `^${SHOW_EN}(?:the )?(?:(?<team>{team})|(?<person>{person}))(?:'s|s')?(?: team(?:'s)?)? (?:${KIND_EN} )?(?:board|kanban)$`,
  ),
  pattern(
    '^(?:看看?|查看)?(?<mine>我)(?:手上|手头|手里|名下|负责)?的?(?:单子?|商机|项目)(?:现在|目前)?(?:都|各)*(?:在|到|走到)(?:了)?(?:哪(?:里|儿|一步|个阶段)?|什么阶段)了?$',
  ),
  pattern('^where (?:are|do) (?:all )?(?:of )?(?<mine>my) (?:deals|opportunities|opps)(?: stand| at)?(?: now)?$'),
  pattern(
    `^${SHOW_EN}(?:the )?(?:${KIND_EN} )?(?:board|kanban) (?:of|for)(?: the)? (?:(?<team>{team})|(?<person>{person}))(?: team)?$`,
  ),
];

/** 商机看板; 北区的看板; show Tom's board. */
export const boardFrame: Frame = (utterance) => {
  const text = tight(trimmed(withoutCourtesy(utterance.text)));
  for (const form of BOARD) {
    const groups = form.exec(text)?.groups;
    if (groups) {
      const team = groups.team && firstSlot(utterance, 'team', groups.team);
      const person = groups.person && firstSlot(utterance, 'person', groups.person);
      const input = filled({
        team: team ? team.name : undefined,
        owner: person ? person.name : groups.mine && 'me',
      });
      return { invocations: [{ command: 'board.show', input }], confidence: 0.95 };
    }
  }
  return undefined;
};
