import type { Text } from '../../core/text.ts';
import { normalise } from './normalise.ts';
import type { ClarifyOption, Reading } from './reading.ts';

/** 6–8%, 6% to 8%, 8到10个点 */
const RANGE =
  /(?:between |介于)?(?<![\d.])(\d{1,2}(?:\.\d{1,2})?) ?(?:%|percent|个点)? ?(?:-|–|—|~|～|到|至|to|or|或者?|and) ?(\d{1,2}(?:\.\d{1,2})?) ?(%|percent(?![a-z])|个点)(?:之间)?/iu;

const WHICH: Text = { en: 'Which one shall I ask for?', zh: '申请哪一个折扣？' };

/** Of a discount said as a range, which end is meant: asked back, with all else that was said kept. */
export async function readRange(text: string, read: (text: string) => Promise<Reading>): Promise<Reading | undefined> {
  const said = normalise(text);
  const [range, low, high] = RANGE.exec(said) ?? [];
  if (range === undefined || low === high) {
    return undefined;
  }
  // "Between 5 and 10 percent for Acme" can only be off a price.
  const isBare = !/\p{Script=Han}|(?<![a-z])(?:off|discount)(?![a-z])/iu.test(said);
  const options: ClarifyOption[] = [];
  for (const end of [low, high]) {
    const one = said.replace(range, isBare ? `${end}% off` : `${end}%`);
    // Of several ranges none is the discount; and each read in turn would take twice as long as the last.
    if (RANGE.test(one)) {
      return undefined;
    }
    const reading = await read(one);
    const asked =
      reading.kind === 'invocations' && reading.invocations.length === 1 ? reading.invocations[0] : undefined;
    if (asked?.command !== 'opportunity.discount') {
      return undefined;
    }
    options.push({ label: { en: `${end}%`, zh: `${end}%` }, invocation: asked });
  }
  return { kind: 'clarify', ask: WHICH, options };
}
