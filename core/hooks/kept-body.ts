/** Of a longer body nothing is kept: its sender has it. */
const LONGEST = 64_000;

const NAMING = /^(?:name|key|field|label|id|title|question)$/iu;

/** As much of what is no JSON as tells what it is. */
const GLIMPSE = 2_000;

/** Wherever they stand in a name, and those that are parts of other words. */
const SECRET =
  'pass(?:word|wd|phrase|code)|secret|token|api[-_ ]?key|authorization|cookie|credential|card[-_ ]?(?:no|number)|密码|口令|密钥|验证码|卡号|身份证';
const SHORT = '(?<![a-z])(?:pass|pwd|cvv|cvc|pin|otp|iban)(?![a-z])';
const SECRET_NAME = new RegExp(`${SECRET}|${SHORT}`, 'iu');

/** What a plain web form posts: name=value&name=value. */
const FORM = /^[^=&\s<>{}]+=[^&\s]*(?:&[^=&\s<>{}]+=[^&\s]*)*$/u;

/**
 * What of a refused body is kept: never what its name calls a secret. Undefined where it is too long, or where nothing tells
 * what its parts are called.
 */
export function keptBody(body: Uint8Array): string | undefined {
  if (body.length > LONGEST) {
    return undefined;
  }
  // PostgreSQL keeps no NUL.
  const text = Buffer.from(body).toString('utf8').replaceAll('\0', '');
  const parsed = parse(text);
  if (parsed !== undefined) {
    return JSON.stringify(parsed, (name, value: unknown) => (isSecret(name) ? undefined : withoutSecret(value)));
  }
  const plain = text.trim();
  return FORM.test(plain) ? plain.split('&').map(shown).join('&').slice(0, GLIMPSE) : undefined;
}

/** Its fields with what stood in them, for somebody to look at; the text itself where it is no JSON object. */
export function fieldsOfBody(body: string): [name: string, value: string][] {
  const parsed = parse(body);
  return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
    ? Object.entries(parsed).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)])
    : [['', body]];
}

/** Some send a list of fields, each with its name and value. */
function withoutSecret(value: unknown): unknown {
  const named = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
  return named.some(([name, each]) => NAMING.test(name) && typeof each === 'string' && isSecret(each))
    ? Object.fromEntries(named.filter(([name]) => !/^(?:value|values|answer|text)$/iu.test(name)))
    : value;
}

function shown(pair: string): string {
  const name = pair.slice(0, pair.indexOf('='));
  return isSecret(decoded(name)) ? `${name}=•••` : pair;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

const isSecret = (name: string) => SECRET_NAME.test(name.replace(/([a-z])([A-Z])/gu, '$1-$2').replaceAll('_', '-'));

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
