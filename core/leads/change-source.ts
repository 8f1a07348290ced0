import type { Core } from '../context.ts';
import { keepOwn, type OwnChange } from '../names/own-words.ts';
import { findSources, type Priority, toRank } from './find-sources.ts';

export type SourceChange = OwnChange & {
  priority?: Priority | undefined;
  /** Null leaves it to what the company says of all. */
  responseHours?: number | null | undefined;
};

/** Adds a source, or changes the one called so (R2). Throws exists when one of its words belongs to another. */
export async function changeSource(core: Core, { priority, responseHours, ...change }: SourceChange): Promise<void> {
  const list = await findSources(core, { all: true });
  keepOwn(core, { table: 'lead_sources', list }, change, {
    ...(priority ? { priority: toRank(priority) } : {}),
    ...(responseHours === undefined ? {} : { responseHours }),
  });
}
