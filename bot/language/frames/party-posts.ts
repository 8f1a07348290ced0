import { isPersonName } from './person-like.ts';

/** What somebody does at a company, in Chinese. */
export const POST_ZH =
  '(?:采购|销售|技术|生产|财务|设备|项目|市场|行政|运营|质量|品质|信息|工程|仓储|物流|人事|研发|IT|副|总(?!监|工|裁))*(?:部)?(?:总监|经理|主任|主管|科长|处长|部长|厂长|工程师|总工|专员|助理|会计|出纳|负责人|总裁|董事长)|采购';
const POST_EN =
  '(?:(?:[Hh]ead|[Dd]irector|VP|[Mm]anager) of [\\p{L}]+|(?:[\\p{L}]+ ){0,2}(?:[Bb]uyer|[Mm]anager|[Mm]gr|[Dd]irector|[Oo]wner|[Ee]ngineer|[Aa]ccountant|[Pp]urchaser|[Ff]ounder|[Pp]resident)|C[EFOT]O)';

/** Buyer Dan Ortiz, head of sales Dan Ortiz: what somebody does stands before his name. */
const BEFORE_EN = new RegExp(
  `(?<=[,，] ?)(?:[Tt]heir |[Tt]he |[Aa]n? )?(?<post>${POST_EN}):? (?<name>\\p{Lu}[\\p{L}'-]+(?: \\p{Lu}[\\p{L}'-]+){1,2})(?= ?(?:[,，]|$))`,
  'u',
);
const BEFORE_ZH = new RegExp(
  `(?<=^|[，,；;\\s])(?<post>(?:${POST_ZH}|老板))[:：是为叫\\s]*(?<name>\\p{Script=Han}{2,3})(?=$|[，,；;\\s])`,
  'u',
);
const ALONE = new RegExp(`^(?:${POST_ZH}|老板|(?:[Tt]heir |[Tt]he )?${POST_EN})$`, 'u');

export const isPost = (piece: string): boolean => ALONE.test(piece);

/** A text with the post beside a name taken out of it. */
export function withoutPost(text: string): { text: string; post?: string } {
  const found = BEFORE_EN.exec(text) ?? BEFORE_ZH.exec(text);
  const { post, name } = found?.groups ?? {};
  if (!found || post === undefined || name === undefined || (BEFORE_ZH.test(found[0]) && !isPersonName(name))) {
    return { text };
  }
  return { text: `${text.slice(0, found.index)}${name}${text.slice(found.index + found[0].length)}`, post };
}
