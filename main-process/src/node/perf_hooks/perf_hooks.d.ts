declare module 'perf_hooks' {
  /**
   * The same as the global one.
   *
   * Missing compared with Node:
   * - `PerformanceResourceTiming` and `constants` (of garbage collection) do not exist; histograms cannot be posted to workers.
   * - What the global `Performance` lists as missing.
   */
  export const performance: Performance;
  export { PerformanceEntry, PerformanceMark, PerformanceMeasure, PerformanceObserver, PerformanceObserverEntryList };

  interface Histogram {
    readonly count: number;
    readonly countBigInt: bigint;
    readonly min: number;
    readonly minBigInt: bigint;
    readonly max: number;
    readonly maxBigInt: bigint;
    readonly mean: number;
    readonly stddev: number;
    readonly exceeds: number;
    readonly exceedsBigInt: bigint;
    readonly percentiles: Map<number, number>;
    readonly percentilesBigInt: Map<number, bigint>;
    percentile(percentile: number): number;
    percentileBigInt(percentile: number): bigint;
    reset(): void;
  }

  interface RecordableHistogram extends Histogram {
    record(value: number | bigint): void;
    recordDelta(): void;
    add(other: RecordableHistogram): void;
  }

  interface IntervalHistogram extends Histogram {
    enable(): boolean;
    disable(): boolean;
  }

  export function createHistogram(options?: {
    lowest?: number | bigint;
    highest?: number | bigint;
    figures?: number;
  }): RecordableHistogram;
  /** In nanoseconds, how far apart the calls of a timer are that asks for `resolution` milliseconds. */
  export function monitorEventLoopDelay(options?: { resolution?: number }): IntervalHistogram;
}
declare module 'node:perf_hooks' {
  export * from 'perf_hooks';
}
