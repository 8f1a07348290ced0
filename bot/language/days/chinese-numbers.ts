const DIGITS = '零一二三四五六七八九';

function digitOf(character: string): number {
  return character === '两' || character === '俩' ? 2 : DIGITS.indexOf(character === '〇' ? '零' : character);
}

/** Counting numbers below a thousand, and years read digit by digit: 十五, 二十, 二〇二六. NaN for anything else. */
export function chineseInteger(text: string): number {
  if (/^\d+$/.test(text)) {
    return Number(text);
  }
  if (text === '半') {
    return 0.5;
  }
  const characters = [...text];
  if (characters.length > 1 && characters.every((each) => digitOf(each) >= 0)) {
    return Number(characters.map(digitOf).join(''));
  }
  let total = 0;
  let digit = 0;
  for (const each of characters) {
    const unit = each === '十' ? 10 : each === '百' ? 100 : 0;
    if (unit > 0) {
      total += (digit || 1) * unit;
      digit = 0;
    } else if (digitOf(each) >= 0) {
      digit = digitOf(each);
    } else {
      return Number.NaN;
    }
  }
  return characters.length > 0 ? total + digit : Number.NaN;
}
