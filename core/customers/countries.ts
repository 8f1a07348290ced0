import { type CountryCode, getCountries } from 'libphonenumber-js';

/** Places people name without their country where no time zone is called after them. */
const PLACES: Partial<Record<CountryCode, string>> = {
  US: 'Boston|San Francisco|Seattle|Austin|Dallas|Houston|Atlanta|Miami|Philadelphia|San Diego|San Jose|Portland|Minneapolis|Washington|Washington DC|Las Vegas|Charlotte|Nashville|Pittsburgh|Cleveland|Columbus|Silicon Valley|New England|Midwest|Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|West Virginia|Wisconsin|Wyoming|USA|US|America|波士顿|纽约|旧金山|洛杉矶|芝加哥|西雅图|硅谷',
  CN: 'Beijing|Shenzhen|Guangzhou|Suzhou|Hangzhou|Nanjing|Wuhan|Chengdu|Tianjin|Mainland China|PRC|中国大陆|上海|北京|深圳|广州|苏州|杭州|南京|武汉|成都|天津|重庆|华东|华南|华北|华中|西南|西北|东北',
  AU: 'Canberra|New South Wales|Queensland|Western Australia|South Australia|Tasmania|Gold Coast',
  GB: 'UK|England|Scotland|Wales|Manchester|Birmingham|Leeds|Edinburgh|伦敦',
};

/** The zones of a country as the runtime knows them, which calls them one way or the other by its version. */
function zonesOf(country: CountryCode): string[] {
  const locale = new Intl.Locale('und', { region: country });
  const told: unknown = Reflect.get(locale, 'timeZones');
  const get: unknown = Reflect.get(locale, 'getTimeZones');
  const zones: unknown = Array.isArray(told) ? told : typeof get === 'function' ? Reflect.apply(get, locale, []) : [];
  return Array.isArray(zones) ? zones.filter((zone): zone is string => typeof zone === 'string') : [];
}

type Known = { zones: ReadonlyMap<string, CountryCode>; places: ReadonlyMap<string, CountryCode> };

let known: Known | undefined;

/** Made when the first number without a country code is read. */
function countries(): Known {
  if (!known) {
    const zones = new Map(
      getCountries().flatMap((country) => zonesOf(country).map((zone) => [zone, country] as const)),
    );
    const names = (['en', 'zh'] as const).map((locale) => new Intl.DisplayNames([locale], { type: 'region' }));
    const places = new Map<string, CountryCode>();
    for (const [zone, country] of zones) {
      places.set((zone.split('/').at(-1) ?? '').replaceAll('_', ' ').toLowerCase(), country);
    }
    for (const country of getCountries()) {
      for (const name of [...names.map((each) => each.of(country)), ...(PLACES[country]?.split('|') ?? [])]) {
        places.set((name ?? '').toLowerCase(), country);
      }
    }
    known = { zones, places };
  }
  return known;
}

/** The country somebody in this IANA zone is in; undefined for UTC and its like. */
export function countryOfZone(timeZone: string): CountryCode | undefined {
  return countries().zones.get(timeZone);
}

/** The country of a region as people write it: Boston, 美国, Austin, Texas. Undefined where it names none we know. */
export function countryOfRegion(region: string): CountryCode | undefined {
  const parts = region.toLowerCase().split(/[,，、/]/u);
  return parts.map((part) => countries().places.get(part.trim())).findLast((country) => country !== undefined);
}

const SHORT: Readonly<Record<string, CountryCode>> = {
  usa: 'US',
  us: 'US',
  america: 'US',
  uk: 'GB',
  prc: 'CN',
  'mainland china': 'CN',
  中国大陆: 'CN',
  国内: 'CN',
};

/** The country that is named itself, in either language: neither a city nor a state of it. */
export function countryNamed(said: string): CountryCode | undefined {
  const folded = said.toLowerCase().trim();
  const code = SHORT[folded] ?? countries().places.get(folded);
  const isItself = (locale: string) =>
    code && new Intl.DisplayNames([locale], { type: 'region' }).of(code)?.toLowerCase() === folded;
  return code && (SHORT[folded] || isItself('en') || isItself('zh')) ? code : undefined;
}
