import type { Dimension, Synonyms } from './entity.ts';
import { words } from './shared.ts';

export const BUCKETS = ['day', 'week', 'month', 'quarter', 'year'] as const;

export type Bucket = (typeof BUCKETS)[number];

const WORDS: Readonly<Record<Bucket, Synonyms & { name: Dimension['name'] }>> = {
  day: { name: { en: 'day', zh: '日' }, ...words('daily', '天') },
  week: { name: { en: 'week', zh: '周' }, ...words('weekly', '星期') },
  month: { name: { en: 'month', zh: '月' }, ...words('monthly', '月份') },
  quarter: { name: { en: 'quarter', zh: '季度' }, ...words('quarterly', '季') },
  year: { name: { en: 'year', zh: '年' }, ...words('yearly|annually', '年度') },
};

/** The civil days of the question's time, in calendar buckets where the asker is; weeks begin on Monday. A key is the first day. */
export const TIME_DIMENSIONS: readonly Dimension[] = BUCKETS.map((bucket): Dimension => {
  const key = `to_char(date_trunc('${bucket}', ($time)::timestamp), 'YYYY-MM-DD')`;
  const { name, en, zh } = WORDS[bucket];
  return { key: bucket, name, synonyms: { en, zh }, sql: key, en: key, zh: key, order: key };
});

export function isBucket(key: string): key is Bucket {
  return (BUCKETS as readonly string[]).includes(key);
}
