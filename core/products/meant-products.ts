import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { fold, isHan, syllables } from '../names/index.ts';
import { COMMA, type Locale, type Text } from '../text.ts';

type Ware = { id: string; zh: string; en: string; code: string | null; isActive: boolean };

/** A price list is read whole up to here; who has a longer one says a product in full. */
const READ = 2_000;
/** So many are offered to whoever means none of them. */
const OFFERED = 12;

/**
 * The products that words mean: the one called so, else all whose name holds them, else all that sound so. 网关 is every
 * gateway there is (R16). Throws not_found, with what is sold, where they mean none.
 */
export async function findMeantProducts(core: Core, said: string): Promise<string[]> {
  const wares = await core.sql<Ware>({
    name: 'products-meant',
    text: `SELECT id, name_zh AS zh, name_en AS en, code, active AS "isActive" FROM products
            ORDER BY active DESC, CASE WHEN $1 = 'zh' THEN name_zh ELSE name_en END, id LIMIT ${READ}`,
    values: [core.actor.locale],
    isRead: true,
  });
  const meant = meantBy(said, wares);
  if (meant.length === 0) {
    throw new DomainError('not_found', `no product called ${said}`, { say: absent(said, wares) });
  }
  return meant.map(({ id }) => id);
}

function meantBy(said: string, wares: readonly Ware[]): Ware[] {
  const key = fold(said);
  const called = ({ zh, en, code }: Ware) => [zh, en, code ?? ''].map(fold);
  const plain = isHan(key) ? key : key.replace(/(?<=.{3})s$/u, '');
  const ways: ((ware: Ware) => boolean)[] = [
    (ware) => called(ware).includes(key),
    (ware) => called(ware).some((name) => name.includes(plain)),
    ({ zh }) => soundsLike(said, zh),
  ];
  return key === '' ? [] : (ways.map((way) => wares.filter(way)).find((found) => found.length > 0) ?? []);
}

/** Fewer letters, or one character, sound like everything. */
const SHORTEST_SOUND = 4;

function soundsLike(said: string, name: string): boolean {
  const sound = soundOf(said);
  return sound.length >= SHORTEST_SOUND && isHan(name) && soundOf(name).includes(sound);
}

const soundOf = (text: string) => fold(syllables(fold(text)).join(''));

function absent(said: string, wares: readonly Ware[]): Text {
  const sold = wares.filter(({ isActive }) => isActive);
  const list = (locale: Locale) =>
    sold
      .slice(0, OFFERED)
      .map((ware) => ware[locale])
      .join(COMMA[locale]) + (sold.length > OFFERED ? ' …' : '');
  if (sold.length === 0) {
    return { en: `There is no product called “${said}”.`, zh: `没有名为“${said}”的产品。` };
  }
  return {
    en: `There is no product called “${said}”. We sell: ${list('en')}.`,
    zh: `没有名为“${said}”的产品。在售产品：${list('zh')}。`,
  };
}
