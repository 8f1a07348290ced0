import type { Utterance } from '../utterance.ts';
import { plainly } from './frame.ts';

type Rest = { text: string };

/** By what one says where a lead comes from; a star stands for the word said. */
const SOURCES: readonly (readonly [RegExp, string])[] = [
  [/来源(?:是|为|[:：])?\s*([^，,。\s]{2,10})/u, ''],
  [/(?:在|从|通过|来自)?(展会|展览会?|博览会)(?:上|里)?(?:认识|加|来|碰到|遇到)?(?:的|了)*/u, '*'],
  [/(?:从|通过|来自)?(官网|网站)(?:上|里)?(?:留资|留言|注册|来|咨询|提交|过来)?(?:的|了)*/u, '*'],
  [/(?:来自)?(?:老客户|朋友|同事|客户|熟人)?(转介绍|介绍|推荐)(?:来|过来)?(?:的|了)*/u, '转介绍'],
  [/(?:从|通过|来自)?(广告|投放|抖音|百度|公众号|小红书)(?:上|里)?(?:来|加|咨询|留资)?(?:的|了)*/u, '*'],
  [
    /(?:,? ?(?:we |i )?(?:met|found|came|coming)?(?: them| him| her| in)? ?(?:at|from|via|through) (?:a |the |our )?)(trade ?show|website|web site|expo|conference|webinar|linkedin|referral|exhibition|(?:google|facebook|linkedin) ads?|ads?|facebook|google)(?![a-z])/iu,
    '*',
  ],
  [
    /(?<=[,，] ?)(trade ?show|website|expo|webinar|referral|exhibition|(?:google|facebook|linkedin) ads?)(?= ?(?:[,，.]|$))/iu,
    '*',
  ],
  [/(?:source:? |(?<![a-z])(?:a )?)(referral|inbound|cold call|linkedin)(?![a-z])/iu, '*'],
  [/referred by (?:a )?[^,，.]+/iu, 'referral'],
];

/** By any word that the sources of the house go by, where it is said that it comes from there. */
const ownSources = ({ slots }: Utterance) =>
  slots.source.map(({ text }): readonly [RegExp, string] => {
    const word = `(${plainly(text)})`;
    return [
      new RegExp(
        `(?:来自|从|通过)${word}(?:渠道|平台)?(?:上|里)?(?:过来|认识|来|加|咨询|留资)?(?:的|了)*|,? ?(?<![a-z])(?:(?:came|coming|found us|heard of us)(?: to us| in)? )?(?:from|via|through) (?:a |the |our )?${word}(?![a-z])`,
        'iu',
      ),
      '*',
    ];
  });

/** Nothing but where a lead may come from: 百度, which is also a company. */
export const isSource = (words: string): boolean => SOURCES.some(([form]) => form.exec(words)?.[0] === words);

/** Takes out what was said of where it comes from, and gives the word. */
export function cutSource(utterance: Utterance, rest: Rest): string | undefined {
  const found = [...ownSources(utterance), ...SOURCES]
    .map(([pattern, name]) => ({ name, match: cut(rest, pattern) }))
    .find(({ match }) => match !== null);
  return found && (found.name === '' || found.name === '*' ? labelIn(found.match) : found.name);
}

/** Takes out what a pattern finds. */
export function cut(rest: Rest, pattern: RegExp): RegExpExecArray | null {
  const match = pattern.exec(rest.text);
  if (match) {
    rest.text = `${rest.text.slice(0, match.index)}，${rest.text.slice(match.index + match[0].length)}`;
  }
  return match;
}

/** What of it was caught. */
export function labelIn(match: RegExpExecArray | null): string | undefined {
  return match?.slice(1).find((group) => group !== undefined);
}
