import { cpus } from 'node:os';
import { type Latency, median } from './statistics.ts';

/** One contender: requests a second of each round, CPU microseconds for each request, its own and the database's. */
export type Throughput = { name: string; rounds: number[]; cpuUs: number[]; databaseUs: number[] };

export type Line = Latency;

export type Rest = {
  latency: Line;
  language: Line;
  rendering: Line;
  restBefore: number | undefined;
  restAfter: number | undefined;
  isPinned: boolean;
};

/** What must hold, and what is aimed at. */
const GOAL = { ofBolt: 0.5, ofBoltStretch: 0.7, p99Ms: 50, residentMb: 250, languageMs: 5 } as const;

/** The second contender is the one the others are measured by, the first the floor beneath. */
export function print(throughput: readonly Throughput[], rest: Rest): void {
  const [floor, bolt] = throughput;
  if (!floor || !bolt) {
    throw new Error('nothing to compare with');
  }
  const rows = throughput.map((line, at) => [
    line.name,
    round(median(line.rounds)),
    `${round(Math.min(...line.rounds))}–${round(Math.max(...line.rounds))}`,
    percent(ratio(line, floor)),
    percent(ratio(line, bolt)),
    round(median(line.cpuUs)),
    at > 1 ? round(median(line.databaseUs)) : '',
    at > 1 ? goal(ratio(line, bolt)) : '',
  ]);
  const head = ['signed slash command, c=32', 'req/s', 'spread', 'of floor', 'of Bolt', 'CPU µs', 'PG µs', 'goal'];
  printTable([head, ...rows]);

  const { latency, language, rendering, restBefore, restAfter } = rest;
  printTable([
    ['', 'p50', 'p99', 'worst', 'goal'],
    ['request → reply, 50/s open loop, ms', ...times(latency), held(latency.p99, GOAL.p99Ms, 'p99 ≤')],
    ['language, ms a sentence', ...times(language), held(language.p99, GOAL.languageMs, 'p99 ≤')],
    ['a card as Block Kit, ms', ...times(rendering), ''],
  ]);
  printTable([
    ['resident memory, Slack on, MB', '', 'goal'],
    ['at rest after the start', megabytes(restBefore), held(restBefore, GOAL.residentMb, '≤')],
    ['at rest after the load', megabytes(restAfter), held(restAfter, GOAL.residentMb, '≤')],
  ]);
  const pinning = rest.isPinned ? 'servers on core 0, load on core 1, PostgreSQL on both' : 'nothing pinned';
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}; ${pinning}.`);
  console.log(
    'Every /crm task and log is counted only when its rows, audit and answer are committed and the card is right.',
  );
}

function ratio(line: Throughput, to: Throughput): number {
  // Round by round, because the rounds are what was measured side by side.
  return median(line.rounds.map((each, at) => each / (to.rounds[at] ?? Number.NaN)));
}

function goal(share: number): string {
  const mark = share >= GOAL.ofBoltStretch ? '✓ stretch' : share >= GOAL.ofBolt ? '✓' : '✗';
  return `${mark} ≥ ${percent(GOAL.ofBolt)} (${percent(GOAL.ofBoltStretch)})`;
}

function held(value: number | undefined, limit: number, words: string): string {
  return value === undefined ? '' : `${value <= limit ? '✓' : '✗'} ${words} ${limit}`;
}

function times({ p50, p99, worst }: Latency): string[] {
  return [p50, p99, worst].map((value) => value.toFixed(2));
}

function megabytes(value: number | undefined): string {
  return value === undefined ? 'unknown here' : round(value);
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function round(value: number): string {
  return String(Math.round(value));
}

function printTable(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  console.log('');
  for (const [at, row] of rows.entries()) {
    console.log(`| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`);
    if (at === 0) {
      console.log(`| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`);
    }
  }
}
