import type { Mention } from './mentions.ts';
import type { CommandName, Named, SpokenInvocation } from './reading.ts';

/** How people point at what they spoke of a moment ago; 霁川那单 points at none but 霁川's. */
const POINTS: readonly (readonly [kind: Exclude<keyof Named, 'task'>, said: RegExp])[] = [
  [
    'deal',
    /(?<=^|[，,。；;：: 把给将为对看下到和跟了是推赢签丢往进])(?:这|那|该|刚才那|刚刚那)(?:一)?(?:个|笔)?(?:单子?|商机|项目|案子)(?!位|独|个)|(?<![a-z])(?:(?:this|that|the same) (?:deal|opportunity|opp|project)|(?<=^(?:please )?(?:move|advance|push|mark|bump|put|take|set|bring) )(?:it|this|that))(?![a-z])/iu,
  ],
  [
    'customer',
    /(?:这|那)(?:个客户|家客户|家公司|个公司|家)|(?<![a-z])(?:this|that|the same) (?:customer|client|account)(?![a-z])/iu,
  ],
  ['lead', /(?:这|那)(?:个|条)线索|(?<![a-z])(?:this|that|the same) (?:lead|prospect)(?![a-z])/iu],
];

/** 这单, this deal: what was last spoken of here stands in its place; where nothing was, the words stay words. */
export function lastNamed(text: string, last: Named): Mention[] {
  return POINTS.flatMap(([kind, said]) => {
    const name = last[kind];
    const found = name === undefined ? null : said.exec(text);
    if (!found || name === undefined) {
      return [];
    }
    const of = kind === 'deal' && last.customer !== undefined ? { of: last.customer } : {};
    return [{ index: found.index, length: found[0].length, text: found[0], kind, name, ...of }];
  });
}

/** What a form shows before it does it: without a deal of its own it is about the one spoken of last. */
const SHOWN_FIRST: ReadonlySet<CommandName> = new Set([
  'opportunity.advance',
  'opportunity.discount',
  'opportunity.change',
  'opportunity.show',
  'opportunity.member',
]);

/** 推到方案报价, said after a word about a deal. */
export function aboutLastDeal(each: SpokenInvocation, last: Named | undefined): SpokenInvocation {
  // 赢了 may be said of any: which one it was is asked.
  const isMeant = SHOWN_FIRST.has(each.command) && each.input.stage !== 'won';
  return isMeant && each.input.opportunity === undefined && last?.deal !== undefined
    ? { ...each, input: { opportunity: last.deal, ...each.input } }
    : each;
}
