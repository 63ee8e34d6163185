declare class PerformanceEntry {
  readonly name: string;
  readonly entryType: string;
  /** Milliseconds since `performance.timeOrigin`. */
  readonly startTime: number;
  readonly duration: number;
  toJSON(): object;
}
interface PerformanceMarkOptions {
  /** Copied as by `structuredClone`. */
  detail?: any;
  startTime?: number;
}
declare class PerformanceMark extends PerformanceEntry {
  constructor(name: string, options?: PerformanceMarkOptions);
  readonly detail: any;
}
declare class PerformanceMeasure extends PerformanceEntry {
  readonly detail: any;
}
interface PerformanceMeasureOptions {
  start?: string | number;
  end?: string | number;
  duration?: number;
  detail?: any;
}

declare class PerformanceObserverEntryList {
  getEntries(): PerformanceEntry[];
  getEntriesByName(name: string, type?: string): PerformanceEntry[];
  getEntriesByType(type: string): PerformanceEntry[];
}
declare class PerformanceObserver {
  /** `callback` runs in a later turn of the loop, with all that came together. */
  constructor(callback: (list: PerformanceObserverEntryList, observer: PerformanceObserver) => void);
  static readonly supportedEntryTypes: readonly string[];
  observe(options: { entryTypes: string[] } | { type: string; buffered?: boolean }): void;
  disconnect(): void;
  takeRecords(): PerformanceEntry[];
}

/**
 * Missing compared with Node:
 * - entries of other types than `mark` and `measure`; the marks of Node's own start (`nodeStart` and so on)
 * - `nodeTiming`, `eventLoopUtilization`, `timerify`, `markResourceTiming` and `setResourceTimingBufferSize` throw
 *   `ERR_NOT_SUPPORTED`
 */
declare class Performance extends EventTarget {
  readonly timeOrigin: number;
  /** Milliseconds since `timeOrigin`; never goes back. */
  now(): number;
  mark(name: string, options?: PerformanceMarkOptions): PerformanceMark;
  measure(name: string, start?: string | PerformanceMeasureOptions, end?: string): PerformanceMeasure;
  clearMarks(name?: string): void;
  clearMeasures(name?: string): void;
  clearResourceTimings(): void;
  getEntries(): PerformanceEntry[];
  getEntriesByName(name: string, type?: string): PerformanceEntry[];
  getEntriesByType(type: string): PerformanceEntry[];
  toJSON(): object;
}
declare const performance: Performance;
