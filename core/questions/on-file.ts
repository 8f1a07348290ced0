import type { Core } from '../context.ts';
import { countryNamed, countryOfRegion } from '../customers/countries.ts';
import { isOfIndustry } from '../customers/industry-words.ts';
import { fold, isHan, isOfChina, placesSpelt, placesWithin, syllables } from '../names/index.ts';
import type { Entity } from './catalogue/entity.ts';
import type { Filter } from './question.ts';

/** Of what is written as anybody likes: the words on file that are meant by those of a question, or some of those there are. */
export type OnFile = { field: 'region' | 'industry'; said: readonly string[]; meant: string[]; there: string[] };

const MEANT = { region: isInRegion, industry: isOfIndustry } as const;

/** How many are named where none of them was meant. */
const NAMED = 10;

/** What a question's regions and industries are on file as, among what the actor may see. */
export async function findOnFile(core: Core, { table }: Entity, filters: readonly Filter[]): Promise<OnFile[]> {
  const of = table === 'seen.leads x' ? 'seen.leads' : 'seen.customers';
  return Promise.all(
    filters.flatMap(({ field, op, values }) =>
      (field === 'region' || field === 'industry') && op !== 'contains' && values.length > 0
        ? [onFileAs(core, of, field, values)]
        : [],
    ),
  );
}

async function onFileAs(
  core: Core,
  table: 'seen.leads' | 'seen.customers',
  field: OnFile['field'],
  said: readonly string[],
): Promise<OnFile> {
  const rows = await core.sql<{ value: string }>({
    name: `${field}s-on-file-${table.slice(5)}`,
    text: `SELECT x.${field} AS value FROM ${table} x WHERE x.${field} IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1`,
    values: [],
    isRead: true,
  });
  const there = rows.map(({ value }) => value);
  const meant = there.filter((value) => said.some((each) => MEANT[field](value, each)));
  return { field, said, meant, there: there.slice(0, NAMED) };
}

/** 深圳 is in 华南 and in China, Austin, Texas in Texas; Shenzhen is 深圳, and in Guangdong. */
export function isInRegion(onFile: string, said: string): boolean {
  if (fold(onFile) === fold(said)) {
    return true;
  }
  const parts = onFile.split(/[,，/]/u).map((part) => part.trim());
  const country = countryNamed(said);
  if (country !== undefined) {
    const itself = countryOfRegion(onFile);
    return itself === undefined ? country === 'CN' && parts.some(isChinese) : itself === country;
  }
  const asked = (isHan(said) ? [said] : placesSpelt(said)).flatMap(placesWithin);
  return parts.some((part) =>
    isHan(part)
      ? asked.some((place) => part.includes(place)) || syllables(part).join('') === fold(said)
      : fold(part) === fold(said) ||
        placesSpelt(part).some((place) => asked.includes(place)) ||
        syllables(said).join('') === fold(part),
  );
}

const isChinese = (part: string) => isOfChina(part) || placesSpelt(part).length > 0;
