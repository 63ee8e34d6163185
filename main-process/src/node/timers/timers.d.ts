/**
 * Missing compared with Node: nothing. `enroll`, `unenroll`, `active` and `_unrefActive` are deprecated there, too.
 */
declare module 'timers' {
  class Timeout implements Disposable {
    ref(): this;
    /** The timer alone no longer keeps the process alive. */
    unref(): this;
    hasRef(): boolean;
    /** Starts it again from now. */
    refresh(): this;
    close(): this;
    [Symbol.toPrimitive](): number;
    [Symbol.dispose](): void;
  }

  class Immediate implements Disposable {
    ref(): this;
    unref(): this;
    hasRef(): boolean;
    [Symbol.dispose](): void;
  }

  /** After at least `delay` milliseconds: 1 at the least, and 1 for what is more than 2^31-1. */
  function setTimeout<A extends any[]>(callback: (...args: A) => void, delay?: number, ...args: A): Timeout;
  function setInterval<A extends any[]>(callback: (...args: A) => void, delay?: number, ...args: A): Timeout;
  function setImmediate<A extends any[]>(callback: (...args: A) => void, ...args: A): Immediate;
  function clearTimeout(timeout: Timeout | string | number | null | undefined): void;
  function clearInterval(timeout: Timeout | string | number | null | undefined): void;
  function clearImmediate(immediate: Immediate | null | undefined): void;
  const promises: typeof import('timers/promises');
}
declare module 'node:timers' {
  export * from 'timers';
}

declare module 'timers/promises' {
  interface TimerOptions {
    /** False: the process does not wait for it. */
    ref?: boolean;
    signal?: AbortSignal;
  }

  /** @throws AbortError when the signal aborts */
  function setTimeout<T = void>(delay?: number, value?: T, options?: TimerOptions): Promise<T>;
  function setImmediate<T = void>(value?: T, options?: TimerOptions): Promise<T>;
  function setInterval<T = void>(delay?: number, value?: T, options?: TimerOptions): AsyncIterable<T>;

  const scheduler: {
    wait(delay: number, options?: TimerOptions): Promise<void>;
    yield(): Promise<void>;
  };
}
declare module 'node:timers/promises' {
  export * from 'timers/promises';
}
