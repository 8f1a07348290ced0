import type { Locale, Text } from '../../core/text.ts';

/** What is chosen to choose nothing: then it is as everywhere in the company, or as it was last. */
export const AUTO = 'auto';

export const AS_COMPANY: Text = { en: 'as the company', zh: '同公司设置' };

/** Cities people say in Chinese; the names of the zones are English. */
const CITIES: Readonly<Record<string, string>> = {
  上海: 'Asia/Shanghai',
  北京: 'Asia/Shanghai',
  深圳: 'Asia/Shanghai',
  广州: 'Asia/Shanghai',
  乌鲁木齐: 'Asia/Urumqi',
  香港: 'Asia/Hong_Kong',
  台北: 'Asia/Taipei',
  东京: 'Asia/Tokyo',
  首尔: 'Asia/Seoul',
  新加坡: 'Asia/Singapore',
  曼谷: 'Asia/Bangkok',
  迪拜: 'Asia/Dubai',
  伦敦: 'Europe/London',
  巴黎: 'Europe/Paris',
  柏林: 'Europe/Berlin',
  莫斯科: 'Europe/Moscow',
  纽约: 'America/New_York',
  芝加哥: 'America/Chicago',
  洛杉矶: 'America/Los_Angeles',
  悉尼: 'Australia/Sydney',
};

const LIKELY = ['Asia/Shanghai', 'Asia/Singapore', 'Asia/Tokyo', 'Europe/London', 'Europe/Berlin', 'America/New_York'];

type Zone = { id: string; label: string };

const asZone = (id: string): Zone => ({ id, label: id });

/** The zones a city or a part of a name may mean: the one, or several to choose from. */
export function findZones(mention: string, locale: Locale): Zone[] {
  const wanted = mention.trim().toLowerCase().replaceAll(' ', '_');
  if ([AUTO, AS_COMPANY.zh, AS_COMPANY.en.replaceAll(' ', '_')].includes(wanted)) {
    return [{ id: AUTO, label: AS_COMPANY[locale] }];
  }
  const said = CITIES[mention.trim()];
  if (said) {
    return [asZone(said)];
  }
  const all = Intl.supportedValuesOf('timeZone');
  const named = all.filter((name) => [name.toLowerCase(), name.toLowerCase().split('/').at(-1)].includes(wanted));
  return (named.length > 0 ? named : all.filter((name) => name.toLowerCase().includes(wanted))).map(asZone);
}

/** His own and the company's, then those of the larger places. */
export function likelyZones(own: readonly string[], locale: Locale): Zone[] {
  return [...[...new Set([...own, ...LIKELY])].map(asZone), { id: AUTO, label: AS_COMPANY[locale] }];
}
