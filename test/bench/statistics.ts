/** The value a share of the others lies below; 0.5 is the median. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export type Latency = { p50: number; p99: number; worst: number };

export function latencyOf(milliseconds: readonly number[]): Latency {
  return { p50: median(milliseconds), p99: quantile(milliseconds, 0.99), worst: Math.max(...milliseconds) };
}
