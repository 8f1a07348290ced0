/** Of a longer body nothing is kept: its sender has it. */
const LONGEST = 64_000;

/** As much of what is no JSON as tells what it is. */
const GLIMPSE = 2_000;

const SECRET =
  'pass(?:word|wd|phrase|code)?|pwd|secret|token|api[-_ ]?key|authorization|cookie|credential|cvv|cvc|pin|otp|card[-_ ]?(?:no|number)|iban|密码|口令|密钥|验证码|卡号|身份证';
const SECRET_NAME = new RegExp(`(?<![a-z])(?:${SECRET})(?![a-z])|密码|口令|密钥|验证码|卡号|身份证`, 'iu');
const SECRET_PAIR = new RegExp(`((?:${SECRET})[\\w-]*["']?\\s*[=:]\\s*)(?:"[^"]*"|'[^']*'|[^&\\s,;}]+)`, 'giu');

/** What of a refused body is kept: never what its name calls a secret. Undefined where it is too long. */
export function keptBody(body: Uint8Array): string | undefined {
  if (body.length > LONGEST) {
    return undefined;
  }
  // PostgreSQL keeps no NUL.
  const text = Buffer.from(body).toString('utf8').replaceAll('\0', '');
  const parsed = parse(text);
  return parsed === undefined
    ? text.slice(0, GLIMPSE).replace(SECRET_PAIR, '$1•••')
    : JSON.stringify(parsed, (name, value: unknown) => (isSecret(name) ? undefined : value));
}

/** Its fields with what stood in them, for somebody to look at; the text itself where it is no JSON object. */
export function fieldsOfBody(body: string): [name: string, value: string][] {
  const parsed = parse(body);
  return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
    ? Object.entries(parsed).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)])
    : [['', body]];
}

const isSecret = (name: string) => SECRET_NAME.test(name.replace(/([a-z])([A-Z])/gu, '$1-$2').replaceAll('_', '-'));

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
