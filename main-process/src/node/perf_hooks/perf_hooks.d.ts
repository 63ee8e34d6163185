declare module 'perf_hooks' {
  /**
   * The same as the global one.
   *
   * Missing compared with Node:
   * - `monitorEventLoopDelay` and `createHistogram` throw `ERR_NOT_SUPPORTED`.
   * - `PerformanceResourceTiming` and `constants` (of garbage collection) do not exist.
   * - What the global `Performance` lists as missing.
   */
  export const performance: Performance;
  export { PerformanceEntry, PerformanceMark, PerformanceMeasure, PerformanceObserver, PerformanceObserverEntryList };
}
declare module 'node:perf_hooks' {
  export * from 'perf_hooks';
}
