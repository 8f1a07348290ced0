import type { Stage } from '../reading.ts';
import { slotCharacter } from '../slots.ts';
import { firstSlot, type Utterance, wordsOf } from '../utterance.ts';

/** Words for each stage, the longer before the shorter. */
const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  contact:
    '初步接触|初步沟通|初步联系|接触|接洽|初访|initial contact|first contact|contact(?:ed)?|prospecting|qualifying',
  needs:
    '需求确认|需求调研|需求分析|需求沟通|需求|needs analysis|needs confirm(?:ed|ation)|needs|discovery|requirements|qualification|qualified',
  proposal: '方案报价|方案|报价|提案|投标|proposal|quotation|quoting|quoted|quote|pricing',
  negotiation: '商务谈判|合同谈判|谈判|议价|商务|negotiations|negotiation|negotiating|contracting',
  won: '赢单|签约成交|成交|签约|已签|closed[- ]won|won|win',
  lost: '输单|丢单|失单|closed[- ]lost|lost|lose',
};

const ENTRIES = Object.entries(STAGE_WORDS) as [Stage, string][];

export const ANY_STAGE = ENTRIES.map(([, words]) => words).join('|');

/** Those a deal stands in before it is won or lost. */
export const OPEN_STAGES = ENTRIES.flatMap(([stage, words]) =>
  stage === 'won' || stage === 'lost' ? [] : [words],
).join('|');

const READERS = ENTRIES.map(([stage, words]) => ({ stage, pattern: new RegExp(`^(?:${words})$`, 'iu') }));

export function stageOf(word: string | undefined): Stage | undefined {
  return READERS.find(({ pattern }) => pattern.test(word?.trim() ?? ''))?.stage;
}

const BEFORE = '(?:[到至为成入]|(?<![a-z])(?:to|into|as|at|in)(?: the)? )';
const AFTER = '(?:阶段| (?:stage|phase)(?![a-z]))';
const plain = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/** The text with a slot for each stage it names by what the house calls it, where a stage is said: after 到, before 阶段. */
export function withStages({ slots }: Utterance, text: string): string {
  return slots.stage.reduce((rest, { text: said }, index) => {
    const name = plain(said);
    const places = new RegExp(`(?<=${BEFORE})${name}(?![a-z])|(?<![a-z])${name}(?=${AFTER})`, 'giu');
    return rest.replace(places, slotCharacter('stage', index));
  }, text);
}

/** As a field takes it: by the house's own names first, then by the usual words; unknown words as they were said. */
export function stageSaid(utterance: Utterance, piece: string | undefined): string | undefined {
  const named = piece && firstSlot(utterance, 'stage', piece);
  const usual = stageOf(named ? named.text : piece);
  const isUsual = usual !== undefined && (!named || named.keys.includes(usual));
  return isUsual ? usual : piece && wordsOf(utterance, piece);
}

/** A stage the house has, or one of the usual, by its name alone; nothing for other words. */
export function stageNamed({ slots }: Utterance, words: string): string | undefined {
  const named = slots.stage.find(({ text }) => text.toLowerCase() === words.toLowerCase());
  const usual = stageOf(words);
  return named && !(usual && named.keys.includes(usual)) ? named.text : usual;
}
