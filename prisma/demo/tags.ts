import type { Account } from './companies.ts';
import { cameBy } from './leads.ts';
import { userId } from './people.ts';
import { demoId } from './random.ts';

/** Beside those every company starts with, and where the customers who carry it came from. */
const TAGS = [
  { key: '节能改造', zh: '节能改造', en: 'saving energy', synonyms: ['savingenergy', '节能'], from: 'website' },
  { key: '多厂区', zh: '多厂区', en: 'several plants', synonyms: ['severalplants'], from: 'referral' },
] as const;

const tagId = (key: string) => demoId('tag', key);

export function tagRows() {
  return TAGS.map(({ key, zh, en, synonyms }) => ({
    id: tagId(key),
    key,
    name_zh: zh,
    name_en: en,
    synonyms,
    created_by: userId('admin'),
  }));
}

type Row = { id: string; created_by: string; created_at: string };

/** All but the first that came so carry it, so that it is suggested for the first (R23). */
export function customerTaggingRows(accounts: readonly Account[], customers: readonly Row[]) {
  return TAGS.flatMap(({ key, from }) =>
    accounts
      .flatMap(({ id }, serial) => (cameBy(serial) === from ? [id] : []))
      .slice(1)
      .flatMap((id) => customers.filter((customer) => customer.id === id))
      .map(({ id, created_by, created_at }) => ({
        id: demoId('tagging', `${key}/${id}`),
        tag_id: tagId(key),
        lead_id: null,
        customer_id: id,
        created_by,
        created_at,
      })),
  );
}
