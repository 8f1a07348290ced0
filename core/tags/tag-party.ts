import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../id.ts';
import type { Text } from '../text.ts';
import { findTags, tagKey } from './find-tags.ts';
import { getParty, type Party } from './party.ts';
import { TAG_NOW } from './tags-of.ts';

export type Tagged = { party: Party; tags: Text[] };

/** Puts tags on a lead or a customer; one nobody has used yet is made, one it has already stays (R1). */
export async function tagParty(
  core: Core,
  { partyId, tags: typed }: { partyId: string; tags: string },
): Promise<Tagged> {
  const [party, { names, known }] = await Promise.all([getParty(core, partyId), findSaid(core, typed)]);
  const mine = await tagIdsOf(core, party);
  const tags = [...party.tags];
  for (const name of names) {
    const key = tagKey(name);
    const tag = known.find(({ keys }) => keys.includes(key));
    const tagId = tag?.id ?? newId();
    if (tag && !tag.isActive && !mine.has(tagId)) {
      throw new DomainError('bad_input', `tag ${tagId} is no longer used`, {
        say: {
          en: `The tag “${tag.name.en}” is no longer used.`,
          zh: `标签“${tag.name.zh}”已停用。`,
        },
      });
    }
    if (!tag) {
      core.change.insert('tags', { id: tagId, key, nameZh: name, nameEn: name, createdBy: core.actor.userId });
    }
    if (!mine.has(tagId)) {
      core.change.insert('taggings', { id: newId(), tagId, ...columnOf(party), createdBy: core.actor.userId });
      tags.push(tag?.name ?? { zh: name, en: name });
      mine.set(tagId, []);
    }
  }
  return { party, tags };
}

/** Takes tags off. Throws not_found when it has none of them. */
export async function untagParty(
  core: Core,
  { partyId, tags: typed }: { partyId: string; tags: string },
): Promise<Tagged> {
  const [party, { known }] = await Promise.all([getParty(core, partyId), findSaid(core, typed)]);
  const mine = await tagIdsOf(core, party);
  const off = known.filter(({ id }) => mine.has(id));
  if (off.length === 0) {
    throw new DomainError('not_found', `no such tag on ${partyId}`, {
      say: { en: `${party.name} has no tag “${typed}”.`, zh: `${party.name}没有标签“${typed}”。` },
    });
  }
  for (const taggingId of off.flatMap(({ id }) => mine.get(id) ?? [])) {
    core.change.remove('taggings', taggingId);
  }
  const gone = new Set(off.map(({ name }) => name.zh));
  return { party, tags: party.tags.filter(({ zh }) => !gone.has(zh)) };
}

/** Several at a time, however they are separated; no tag is longer than this. */
const LONGEST = 40;

function splitTags(typed: string): string[] {
  const names = typed
    .split(/[,，、;；\n]+/u)
    .map((name) => name.replace(/^#|标签$/gu, '').trim())
    .filter(Boolean);
  const tooLong = names.find((name) => name.length > LONGEST);
  if (names.length === 0 || tooLong) {
    throw new DomainError('bad_input', 'no tag, or too long a one', {
      say: {
        en: `A tag is a word or a few, ${LONGEST} letters at most.`,
        zh: `标签请用简短的词，最多${LONGEST}个字。`,
      },
    });
  }
  return [...new Map(names.map((name) => [tagKey(name), name])).values()];
}

/** 需培育和竞品对比, hot and key account, VIP 重点: words between which two tags may part, each of two letters at least. */
const AND = /(?<=\S{2}) ?(?:和|以及|(?<![参给赋授])与) ?(?=\S{2})|(?<=\S{2}) (?:and|&) (?=\S{2})/u;
const BLANK = /(?:(?<=\S\p{Script=Han}) (?=\S{2})|(?<=\S{2}) (?=\p{Script=Han}{2}))(?!客户|线索|公司|类|级)/u;

/** The tags that were typed. One that stands under the whole of the words is meant by them; else they are as many as were joined. */
async function findSaid(
  core: Core,
  typed: string,
): Promise<{ names: string[]; known: Awaited<ReturnType<typeof findTags>> }> {
  const whole = splitTags(typed);
  const parts = new Map(whole.map((name) => [name, name.split(AND).flatMap((part) => part.split(BLANK))]));
  const keys = [...parts].flatMap(([name, each]) => [name, ...each]).map(tagKey);
  const found = await findTags(core, keys);
  const isKnown = (name: string) => found.some((tag) => tag.keys.includes(tagKey(name)));
  const meant = whole.flatMap((name) => (isKnown(name) ? [name] : (parts.get(name) ?? [])));
  const names = [...new Map(meant.map((name) => [tagKey(name), name.trim()])).values()];
  return { names, known: found.filter((tag) => names.some((name) => tag.keys.includes(tagKey(name)))) };
}

const columnOf = ({ entity, id }: Party) => (entity === 'lead' ? { leadId: id } : { customerId: id });

/** Its taggings, by the tag; several of those that have become one. */
async function tagIdsOf(core: Core, { id }: Party): Promise<Map<string, string[]>> {
  const rows = await core.sql<{ ids: string[]; tagId: string }>({
    name: 'taggings-of',
    text: `SELECT t.id AS "tagId", array_agg(g.id) AS ids FROM taggings g ${TAG_NOW} WHERE g.lead_id = $1 OR g.customer_id = $1 GROUP BY t.id`,
    values: [id],
    isRead: true,
  });
  return new Map(rows.map((row) => [row.tagId, row.ids]));
}
