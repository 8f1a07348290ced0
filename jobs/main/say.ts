import process from 'node:process';

/** A line for the person who starts Parley; the log goes its own way. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
