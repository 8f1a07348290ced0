import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { withWords } from './change-tag.ts';
import { getTag, type KeptTag } from './find-tags.ts';

/**
 * Makes one tag of two (R1): whatever carries the first carries the second from now on, and is found by the words of either.
 * Throws not_found, bad_input for one tag said twice.
 */
export async function mergeTags(
  core: Core,
  { tagId, intoId }: { tagId: string; intoId: string },
): Promise<{ from: KeptTag; into: KeptTag }> {
  if (tagId === intoId) {
    throw new DomainError('bad_input', `tag ${tagId} into itself`, {
      say: { en: 'That is the same tag twice. Name another one.', zh: '两个是同一个标签，请选择另一个。' },
    });
  }
  const [from, into] = await Promise.all([getTag(core, tagId), getTag(core, intoId)]);
  const earlier = await core.sql<{ id: string; version: number }>({
    name: 'tags-merged-into',
    text: 'SELECT id, version FROM tags WHERE merged_into = $1',
    values: [tagId],
  });
  for (const { id, version } of [...earlier, from]) {
    core.change.update('tags', id, { mergedInto: intoId }, { version });
  }
  const words = withWords(into, [from.name.zh, from.name.en, from.key, ...from.synonyms]);
  core.change.update('tags', intoId, { synonyms: words, active: true }, { version: into.version });
  return { from, into };
}
