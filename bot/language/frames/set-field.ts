import { firstSlot, wordsOf } from '../utterance.ts';
import { type Candidate, type Frame, isAsking, pattern, tight, trimmed, withoutCourtesy } from './frame.ts';

/** What of a record is set, by its words in both languages. */
type FieldWords = readonly (readonly [field: string, zh: string, en: string])[];

/** One kind of record whose fields are set by a sentence. */
type Settable = {
  kind: 'customer' | 'lead';
  command: 'customer.change' | 'lead.change';
  fields: FieldWords;
  /** Said without the field's name. */
  more?: readonly (readonly [field: string, forms: readonly RegExp[], confidence: number])[];
};

const SET = '(?:改成|改为|改到|换成|换到|设为|设成|更新为|更新成|更正为|填成|填为|写成)';
const CHANGE = '(?:set|change|update|correct|switch)(?: the)?';

function formsOf(zh: string, en: string): RegExp[] {
  return [
    `^(?:把|将)?(?<who>{customer})的?(?:${zh})${SET}了?(?<value>.{1,60}?)了?$`,
    `^(?:修改|更新|更正)(?<who>{customer})的?(?:${zh})(?:为|成|到|[:：])(?<value>.{1,60})$`,
    `^${CHANGE} (?<who>{customer})(?:['’]s)? (?:${en}) to (?<value>.{1,60})$`,
    `^${CHANGE} (?:${en}) (?:of|for) (?<who>{customer}) to (?<value>.{1,60})$`,
  ].map((source) => pattern(source));
}

/** What it is, without an order to change anything: weaker than words for how a call ended (电话是空号). */
function toldOf(zh: string, en: string): RegExp[] {
  return [
    `^(?<who>{customer})的(?:新)?(?:${zh})(?:现在)?(?:是|为|[:：])(?<value>{phone}|.{2,60})$`,
    `^(?<who>{customer})['’]s (?:new )?(?:${en}) (?:is|will be)(?: now)? (?<value>{phone}|.{2,60})$`,
  ].map((source) => pattern(source));
}

/** Whoever is named is of that kind, and one of its fields is said to become something else. */
export function setFieldFrame({ kind, command, fields, more = [] }: Settable): Frame {
  const all = [
    ...fields.map(([field, zh, en]) => [field, formsOf(zh, en), 0.97] as const),
    ...fields.map(([field, zh, en]) => [field, toldOf(zh, en), 0.9] as const),
    ...more,
  ];
  return (utterance): Candidate | undefined => {
    const text = trimmed(tight(withoutCourtesy(utterance.text)));
    if (isAsking(utterance.text)) {
      return undefined;
    }
    for (const [field, forms, confidence] of all) {
      for (const form of forms) {
        const { who, value } = form.exec(text)?.groups ?? {};
        const record = who ? firstSlot(utterance, 'customer', who) : undefined;
        const said = value && trimmed(wordsOf(utterance, value));
        if (record?.kind === kind && said) {
          return { invocations: [{ command, input: { [kind]: record.name, [field]: said } }], confidence };
        }
      }
    }
    return undefined;
  };
}
