import type { Text } from '../text.ts';
import { isHan } from './fold.ts';

type Said = { nameZh?: string | undefined; nameEn?: string | undefined };

/**
 * What is called so in both languages: who works in one gives one name, which stands for the other as well, and one that stood
 * in so follows when that is changed. Undefined as long as there is none.
 */
export function bothNames(known: Text | undefined, { nameZh, nameEn }: Said): Text | undefined {
  const stoodIn = known?.zh === known?.en && known ? (isHan(known.zh) ? 'en' : 'zh') : undefined;
  const zh = nameZh ?? (stoodIn === 'zh' ? undefined : known?.zh) ?? nameEn ?? known?.zh;
  const en = nameEn ?? (stoodIn === 'en' ? undefined : known?.en) ?? nameZh ?? known?.en;
  return zh !== undefined && en !== undefined ? { zh, en } : undefined;
}
