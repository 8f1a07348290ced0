const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:人民币|块钱?|rmb|cny|圆)$/i, 'CNY'],
  [/^(?:us\$|美元|美金|刀|usd)$/i, 'USD'],
  [/^(?:€|欧元|euros?)$/i, 'EUR'],
  [/^(?:£|英镑|pounds?|quid)$/i, 'GBP'],
  [/^(?:日元|日圆|yen)$/i, 'JPY'],
  [/^(?:hk\$|港币|港元)$/i, 'HKD'],
  [/^(?:s\$|新币|新加坡元)$/i, 'SGD'],
  [/^(?:nt\$|新台币|台币)$/i, 'TWD'],
  [/^(?:₩|韩元|won)$/i, 'KRW'],
  [/^(?:₹|卢比|rupees?)$/i, 'INR'],
];

/** Currencies whose own people write a bare $, and those who write ¥ or 元. */
const DOLLARS = ['USD', 'HKD', 'SGD', 'TWD', 'AUD', 'CAD', 'NZD'];
const YUANS = ['CNY', 'HKD', 'TWD', 'MOP'];

export const CURRENCY_BEFORE =
  '(?:us\\$|hk\\$|nt\\$|s\\$|[$¥€£₩₹]|(?:usd|cny|rmb|eur|gbp|jpy|hkd|sgd|twd|krw|inr|aud|cad)(?= ?\\d))';
export const CURRENCY_AFTER =
  '(?:人民币|块钱|[元块圆刀]|美[元金]|欧元|英镑|日[元圆]|港[币元]|新台币|台币|新加坡元|新币|韩元|卢比|€|£|(?:dollars?|bucks|euros?|pounds?|yen|rupees?|usd|cny|rmb|eur|gbp|jpy|hkd|sgd|twd|krw|inr|aud|cad)(?![a-z]))';

/** ISO 4217 code of a currency as it was written; a sign several currencies share means the house's own if it may. */
export function currencyOf(word: string, house: string): string {
  const said = word.trim();
  if (/^(?:\$|dollars?|bucks)$/i.test(said)) {
    return DOLLARS.includes(house) ? house : 'USD';
  }
  if (said === '¥') {
    return house === 'JPY' ? 'JPY' : 'CNY';
  }
  if (said === '元') {
    return YUANS.includes(house) ? house : 'CNY';
  }
  return WORDS.find(([pattern]) => pattern.test(said))?.[1] ?? said.toUpperCase();
}
