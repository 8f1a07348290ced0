/** An exact decimal number: digits / 10^scale. */
export type Decimal = { digits: bigint; scale: number };

export const ZERO: Decimal = { digits: 0n, scale: 0 };

export function decimal(digits: bigint | number, scale = 0): Decimal {
  return { digits: BigInt(digits), scale };
}

/** "1,234.50" as it is written; the pattern in front of it has already said that it is a number. */
export function parseDecimal(text: string): Decimal {
  const [whole = '', part = ''] = text.replaceAll(',', '').split('.');
  return { digits: BigInt(whole + part), scale: part.length };
}

export function timesTen(value: Decimal, power: number): Decimal {
  return power >= value.scale
    ? { digits: value.digits * 10n ** BigInt(power - value.scale), scale: 0 }
    : { digits: value.digits, scale: value.scale - power };
}

export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { digits: inScale(a, scale) + inScale(b, scale), scale };
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, scale: a.scale + b.scale };
}

export function negate({ digits, scale }: Decimal): Decimal {
  return { digits: -digits, scale };
}

export function isLess(a: Decimal, b: Decimal): boolean {
  const scale = Math.max(a.scale, b.scale);
  return inScale(a, scale) < inScale(b, scale);
}

/** The whole number of 10^-places, or nothing when that would round. */
export function wholeUnits({ digits, scale }: Decimal, places: number): bigint | undefined {
  if (scale <= places) {
    return digits * 10n ** BigInt(places - scale);
  }
  const divisor = 10n ** BigInt(scale - places);
  return digits % divisor === 0n ? digits / divisor : undefined;
}

function inScale({ digits, scale }: Decimal, wanted: number): bigint {
  return digits * 10n ** BigInt(wanted - scale);
}
