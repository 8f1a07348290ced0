import { cpus } from 'node:os';
import { type Latency, median } from './statistics.ts';

/** One contender: requests a second of each round, CPU microseconds for each request, its own and the database's. */
export type Throughput = {
  name: string;
  /** The platform whose requests it answers. */
  group: Group;
  /** The platform's bare SDK is what ours are measured by; a floor beneath it does the least there is to do. */
  role: 'floor' | 'bare' | 'ours';
  rounds: number[];
  cpuUs: number[];
  databaseUs: number[];
};

const GROUPS = {
  slack: { asked: 'signed slash command, c=32', sdk: 'Bolt', drawn: 'Block Kit' },
  feishu: { asked: 'encrypted form, c=32', sdk: 'node-sdk', drawn: 'card JSON 2.0' },
  teams: { asked: 'form with its token, c=32', sdk: 'CloudAdapter', drawn: 'Adaptive Card' },
} as const;
type Group = keyof typeof GROUPS;
const PLATFORMS = Object.keys(GROUPS) as Group[];

export type Line = Latency;

export type Rest = {
  latency: Record<Group, Line>;
  language: Line;
  rendering: Record<Group, Line>;
  restBefore: number | undefined;
  restAfter: number | undefined;
  /** With Slack alone, after the load. */
  restAlone: number | undefined;
  isPinned: boolean;
};

/** What must hold, and what is aimed at. */
const GOAL = { ofSdk: 0.5, ofSdkStretch: 0.7, p99Ms: 50, residentMb: 250, languageMs: 5, renderingMs: 1 } as const;

export function print(throughput: readonly Throughput[], rest: Rest): void {
  for (const group of PLATFORMS) {
    printGroup(
      group,
      throughput.filter((line) => line.group === group),
    );
  }
  const { latency, language, rendering, restBefore, restAfter, restAlone } = rest;
  printTable([
    ['', 'p50', 'p99', 'worst', 'goal'],
    ...PLATFORMS.map((group) => [
      `${group}: request → reply, 50/s open loop, ms`,
      ...times(latency[group]),
      held(latency[group].p99, GOAL.p99Ms, 'p99 ≤'),
    ]),
    ['language, ms a sentence', ...times(language), held(language.p99, GOAL.languageMs, 'p99 ≤')],
    ...PLATFORMS.map((group) => [
      `any card as ${GROUPS[group].drawn}, ms`,
      ...times(rendering[group]),
      held(rendering[group].p99, GOAL.renderingMs, 'p99 ≤'),
    ]),
  ]);
  printTable([
    ['resident memory, MB', '', 'goal'],
    ['Slack alone, at rest after the load', megabytes(restAlone), held(restAlone, GOAL.residentMb, '≤')],
    ['all platforms on, at rest after the start', megabytes(restBefore), ''],
    ['all platforms on, at rest after the load', megabytes(restAfter), ''],
  ]);
  const pinning = rest.isPinned ? 'servers on core 0, load on core 1, PostgreSQL on both' : 'nothing pinned';
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}; ${pinning}.`);
  console.log(
    'Every task, log and form is counted only when its rows, audit and answer are committed and the card is right.',
  );
}

function printGroup(group: Group, lines: readonly Throughput[]): void {
  const { asked, sdk } = GROUPS[group];
  const floor = lines.find(({ role }) => role === 'floor');
  const bare = lines.find(({ role }) => role === 'bare');
  if (!bare) {
    throw new Error('nothing to compare with');
  }
  const rows = lines.map((line) => [
    line.name,
    round(median(line.rounds)),
    `${round(Math.min(...line.rounds))}–${round(Math.max(...line.rounds))}`,
    floor ? percent(ratio(line, floor)) : '',
    percent(ratio(line, bare)),
    round(median(line.cpuUs)),
    line.role === 'ours' ? round(median(line.databaseUs)) : '',
    line.role === 'ours' ? goal(ratio(line, bare)) : '',
  ]);
  printTable([[asked, 'req/s', 'spread', 'of floor', `of ${sdk}`, 'CPU µs', 'PG µs', 'goal'], ...rows]);
}

function ratio(line: Throughput, to: Throughput): number {
  // Round by round, because the rounds are what was measured side by side.
  return median(line.rounds.map((each, at) => each / (to.rounds[at] ?? Number.NaN)));
}

function goal(share: number): string {
  const mark = share >= GOAL.ofSdkStretch ? '✓ stretch' : share >= GOAL.ofSdk ? '✓' : '✗';
  return `${mark} ≥ ${percent(GOAL.ofSdk)} (${percent(GOAL.ofSdkStretch)})`;
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

export function printTable(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  console.log('');
  for (const [at, row] of rows.entries()) {
    console.log(`| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`);
    if (at === 0) {
      console.log(`| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`);
    }
  }
}
