// How much a run tries. By itself it is quick: of what is enumerated by the thousand it takes a sample, the same each time,
// and every test runs. With THOROUGH=1, as in CI, everything is tried with everything.

export const IS_THOROUGH = process.env.THOROUGH === '1';

/** All of them; in a quick run every nth, from the `from`th on, so that several samples beside each other differ. */
export function sample<Each>(all: readonly Each[], nth: number, from = 0): readonly Each[] {
  return IS_THOROUGH ? all : all.filter((_, at) => at % nth === from % nth);
}

/** As many where all is tried, a part of that in a quick run. */
export const fewer = (all: number, quick: number): number => (IS_THOROUGH ? all : quick);

/** Of sentences that are read one by one, a third in a quick run, and of each language and command at least the first. */
export function some<Each>(sentences: readonly Each[]): readonly Each[] {
  const seen = new Set<string>();
  return sentences.filter((each, at) => {
    const kind = kindOf(each);
    const isFirst = !seen.has(kind);
    seen.add(kind);
    return IS_THOROUGH || isFirst || at % 3 === 0;
  });
}

function kindOf(each: unknown): string {
  const [sentence, ...more] = Array.isArray(each) ? each.map(String) : [String(each)];
  const commands = more.at(-1)?.match(/(?<![\w@.])[a-z][a-z-]*\.[a-z-]+(?=[|\s;+]|$)/gu) ?? [];
  return [/\p{Script=Han}/u.test(sentence ?? ''), ...commands].join(' ');
}
