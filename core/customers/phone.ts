import { type CountryCode, isValidPhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js';
import type { Organisation } from '../organisation.ts';
import type { Locale } from '../text.ts';
import { countryOfRegion, countryOfZone } from './countries.ts';

type Home = Pick<Organisation, 'locale' | 'timeZone'>;

/** Who gives a number, and the region of the record it is for. */
export type Giver = {
  timeZone?: string | undefined;
  locale?: Locale | undefined;
  region?: string | undefined;
};

/** 136 1234 5678: the 1 it begins with is no trunk code, as which an American reader takes it. */
const MOBILE = /^1[3-9]\d(?:[ -]?\d{4}){2}$/;

/** The same in other groups may be either. */
const MOBILE_DIGITS = /^1[3-9]\d{9}$/;

const HOMES = { zh: 'CN', en: 'US' } as const;

/**
 * A phone number in E.164: none, the one that is meant, or both that may be, for the person to choose from. One without a
 * country code is read, where it is a valid number there, as one of
 * 1. the country that the record's region names; China, in a Chinese organisation, where it is written as mobiles are there;
 *    then that of the giver's time zone where it is not the organisation's;
 * 2. the organisation's own country, by its language (China, the United States), then that of its time zone, then the other of the two.
 * It is asked about where its digits may be a Chinese mobile and a number of the giver's own, and where it is valid in both of the two, none of 1. names a country, and the giver does not speak the
 * organisation's language: (617) 555-0143 is somebody in Boston as well as somebody in China.
 */
export function phonesOf(typed: string, { locale, timeZone }: Home, giver: Giver = {}): string[] {
  const inCountry = (country: CountryCode | undefined) => country && numberIn(typed, country);
  const region = giver.region ? countryOfRegion(giver.region) : undefined;
  const zone = giver.timeZone && giver.timeZone !== timeZone ? countryOfZone(giver.timeZone) : undefined;
  const own = inCountry(HOMES[locale]);
  const told = inCountry(region) ?? (locale === 'zh' && MOBILE.test(typed.trim()) ? own : undefined);
  if (told) {
    return [told];
  }
  const there = inCountry(zone);
  if (there) {
    return own && own !== there && MOBILE_DIGITS.test(typed.replace(/\D/g, '')) ? [there, own] : [there];
  }
  const other = inCountry(locale === 'zh' ? HOMES.en : HOMES.zh);
  const isSettled = (region ?? zone) !== undefined || giver.locale === undefined || giver.locale === locale;
  if (own && other && own !== other && !isSettled) {
    return [own, other];
  }
  const found = own ?? inCountry(countryOfZone(timeZone)) ?? other;
  return found ? [found] : [];
}

/** The likeliest of `phonesOf`, where nobody can be asked. */
export function readPhone(typed: string, home: Home, giver?: Giver): string | undefined {
  return phonesOf(typed, home, giver)[0];
}

function numberIn(typed: string, country: CountryCode): string | undefined {
  const phone = parsePhoneNumberFromString(typed, country);
  return phone?.isPossible() && phone.isValid() ? phone.number : undefined;
}

/** A number and what it would be if it had been read as one of the other country: the same person may stand under either. */
export function eitherPhone(number: string): string[] {
  const national = parsePhoneNumberFromString(number)?.nationalNumber;
  const others = national ? Object.values(HOMES).map((country) => numberIn(national, country)) : [];
  return [...new Set([number, ...others.filter((each) => each !== undefined)])];
}

/** As `readPhone` gives it; what was brought from elsewhere, or is kept from a reader, may be none. */
export function isPhone(number: string): boolean {
  return isValidPhoneNumber(number);
}

/** In the groups of its country. */
export function phoneText(number: string): string {
  return parsePhoneNumberFromString(number)?.formatInternational() ?? number;
}
