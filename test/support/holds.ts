import * as fc from 'fast-check';
import { IS_THOROUGH } from './breadth.ts';

/** Of the cases, in a quick run; of what has few, as many. */
const QUICK = { part: 0.3, least: 10 };

/**
 * Asserts a property. What fails says its seed and its counterexample on standard error too, so that neither is lost in
 * a shortened report. `PROPERTY_SEED` runs it from that seed again, `PROPERTY_TIMES` as many times the cases.
 */
export async function holds<Case>(
  property: fc.IRawProperty<Case>,
  { numRuns = 100 }: { numRuns?: number } = {},
): Promise<void> {
  const { PROPERTY_SEED: seed, PROPERTY_TIMES: times = '1' } = process.env;
  const details = await fc.check(property, {
    numRuns:
      (IS_THOROUGH ? numRuns : Math.min(numRuns, Math.max(QUICK.least, Math.ceil(numRuns * QUICK.part)))) *
      Number(times),
    ...(seed === undefined ? {} : { seed: Number(seed) }),
  });
  if (details.failed) {
    const { seed: failed, counterexamplePath, counterexample } = details;
    process.stderr.write(
      `A property failed: PROPERTY_SEED=${failed} path ${counterexamplePath}: ${fc.stringify(counterexample)}\n`,
    );
    throw new Error(await fc.asyncDefaultReportMessage(details), { cause: details.errorInstance });
  }
}
