import { isValidPhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js';
import type { Organisation } from '../organisation.ts';

/** A phone number in E.164, read as one of the organisation's country where it has no +; undefined when it is none. */
export function readPhone(typed: string, { locale }: Pick<Organisation, 'locale'>): string | undefined {
  const countries = locale === 'zh' ? (['CN', 'US'] as const) : (['US', 'CN'] as const);
  for (const country of countries) {
    const phone = parsePhoneNumberFromString(typed, country);
    if (phone?.isPossible() && phone.isValid()) {
      return phone.number;
    }
  }
  return undefined;
}

/** As `readPhone` gives it; what was brought from elsewhere, or is kept from a reader, may be none. */
export function isPhone(number: string): boolean {
  return isValidPhoneNumber(number);
}

/** In the groups of its country. */
export function phoneText(number: string): string {
  return parsePhoneNumberFromString(number)?.formatInternational() ?? number;
}
