import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes long for its size, by waiting or by what its fixtures hold: begun last, it would be waited for with nothing beside it. */
const LONG = [
  'test/faults/kill.test.ts',
  'test/system/every-card.test.ts',
  'test/browser/',
  'test/system/permission-matrix.test.ts',
  'test/system/growth.test.ts',
  'jobs/start.contract.test.ts',
  'jobs/queues.contract.test.ts',
  'test/system/fields-in-sight.test.ts',
  'test/system/week.test.ts',
  'test/system/morning.test.ts',
  'prisma/backup.test.ts',
  'prisma/schema-engine-shim.test.ts',
  'bot/places.test.ts',
  'bot/language/read-sentence.test.ts',
  'prisma/embedded/',
  'core/permissions/matrix.test.ts',
  'test/system/same-story.test.ts',
];

/** The order of a run that no run came before, as in CI: otherwise files are sorted by how long they took the last time. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = LONG.findIndex((name) => moduleId.includes(`/${name}`));
      return at < 0 ? LONG.length : at;
    };
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other));
  }
}
