/** At most `max` UTF-16 units, ending in "…" where something was cut, never inside a character. */
export function clip(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, wholeCharacters(text, max - 1))}…`;
}

/** Cut into pieces of at most `max` UTF-16 units, at a line's or a word's end where there is one. */
export function* cut(text: string, max: number): Generator<string> {
  let rest = text;
  while (rest.length > max) {
    const window = rest.slice(0, max);
    const end = Math.max(window.lastIndexOf('\n'), window.lastIndexOf(' ')) + 1;
    const at = end > max / 2 ? end : wholeCharacters(rest, max);
    yield rest.slice(0, at);
    rest = rest.slice(at);
  }
  if (rest !== '') {
    yield rest;
  }
}

function wholeCharacters(text: string, end: number): number {
  const code = text.charCodeAt(end - 1);
  return code >= 0xd800 && code <= 0xdbff ? end - 1 : end;
}

/** A day of the calendar as pickers hold it: `YYYY-MM-DD`. */
export function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) {
    return false;
  }
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

/** What is being done and takes longer; said before anybody's language is known. */
export const WORKING = '正在处理… · Working on it…';

/** Said to a sticker, a place, somebody else's card: before anybody's language is known. */
export const WORDLESS =
  '我目前只能读文字和文件，请打字告诉我。· I can only read words and files for now; please type it.';
