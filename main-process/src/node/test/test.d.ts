/**
 * Node's test runner. `kaon-node --test [files, folders, patterns]` runs files, each in a process of its own; a file that is
 * run directly reports to standard output as `spec` on a terminal and as `tap` elsewhere.
 *
 * Missing compared with Node: `mock.module()`, `run()` and `--test` with `watch`, `coverage` or isolation `none`, and the
 * reporter `lcov` throw `ERR_NOT_SUPPORTED`; `run()` runs no global setup. An error that no test catches is laid to the
 * test that is running where it cannot be followed to the one it came from.
 */
declare module 'node:test' {
  import { Readable } from 'stream';
  import assert = require('assert');

  interface TestOptions {
    concurrency?: number | boolean | null;
    only?: boolean;
    plan?: number;
    signal?: AbortSignal;
    skip?: boolean | string;
    /** Milliseconds; none by default. */
    timeout?: number;
    todo?: boolean | string;
  }
  interface HookOptions { signal?: AbortSignal; timeout?: number }

  type TestFn = (t: TestContext, done: (error?: unknown) => void) => void | Promise<void>;
  type SuiteFn = (s: SuiteContext) => void | Promise<void>;
  type HookFn = (context: TestContext | SuiteContext, done: (error?: unknown) => void) => void | Promise<void>;

  interface TestFunction {
    (name?: string, fn?: TestFn): Promise<void>;
    (name?: string, options?: TestOptions, fn?: TestFn): Promise<void>;
    (options?: TestOptions, fn?: TestFn): Promise<void>;
    (fn?: TestFn): Promise<void>;
  }
  interface SuiteFunction {
    (name?: string, fn?: SuiteFn): Promise<void>;
    (name?: string, options?: TestOptions, fn?: SuiteFn): Promise<void>;
    (fn?: SuiteFn): Promise<void>;
  }
  type WithMarks<F> = F & { skip: F; todo: F; only: F };

  class TestContext {
    readonly name: string;
    readonly fullName: string;
    readonly filePath: string | undefined;
    readonly signal: AbortSignal;
    readonly passed: boolean;
    readonly error: Error | null;
    readonly mock: MockTracker;
    /** The functions of `node:assert`, counted by the plan. */
    readonly assert: typeof assert;
    after(fn: HookFn, options?: HookOptions): void;
    afterEach(fn: HookFn, options?: HookOptions): void;
    before(fn: HookFn, options?: HookOptions): void;
    beforeEach(fn: HookFn, options?: HookOptions): void;
    diagnostic(message: string): void;
    /** How many assertions and subtests there will be; `wait` gives them time. */
    plan(count: number, options?: { wait?: boolean | number }): void;
    runOnly(shouldRunOnlyTests: boolean): void;
    skip(message?: string): void;
    todo(message?: string): void;
    test: TestFunction;
    /** Asks again until the condition no longer throws. */
    waitFor<T>(condition: () => T | Promise<T>, options?: { interval?: number; timeout?: number }): Promise<T>;
  }
  class SuiteContext {
    readonly name: string;
    readonly fullName: string;
    readonly filePath: string | undefined;
    readonly signal: AbortSignal;
  }

  interface MockFunctionCall { arguments: unknown[]; error: unknown; result: unknown; stack: Error; target: Function | undefined; this: unknown }
  class MockFunctionContext {
    readonly calls: MockFunctionCall[];
    callCount(): number;
    mockImplementation(implementation: Function): void;
    mockImplementationOnce(implementation: Function, onCall?: number): void;
    resetCalls(): void;
    restore(): void;
  }
  type Mock<F extends Function> = F & { mock: MockFunctionContext };
  class MockTracker {
    readonly timers: MockTimers;
    fn<F extends Function>(original?: F, implementation?: Function, options?: { times?: number }): Mock<F>;
    method<T extends object>(object: T, name: keyof T, implementation?: Function, options?: { getter?: boolean; setter?: boolean; times?: number }): Mock<Function>;
    getter<T extends object>(object: T, name: keyof T, implementation?: Function, options?: { times?: number }): Mock<Function>;
    setter<T extends object>(object: T, name: keyof T, implementation?: Function, options?: { times?: number }): Mock<Function>;
    reset(): void;
    restoreAll(): void;
  }
  class MockTimers {
    enable(options?: { apis?: ('setTimeout' | 'setInterval' | 'setImmediate' | 'Date' | 'scheduler.wait')[]; now?: number | Date }): void;
    tick(milliseconds?: number): void;
    runAll(): void;
    setTime(milliseconds: number): void;
    reset(): void;
  }

  /** Emits and contains `test:enqueue`, `:dequeue`, `:start`, `:pass`, `:fail`, `:complete`, `:plan`, `:diagnostic`, `:stdout`, `:stderr`, `:summary`. */
  class TestsStream extends Readable {}
  interface RunOptions {
    argv?: string[];
    concurrency?: number | boolean;
    cwd?: string;
    execArgv?: string[];
    files?: string[];
    forceExit?: boolean;
    globPatterns?: string[];
    only?: boolean;
    setup?: (stream: TestsStream) => void | Promise<void>;
    shard?: { index: number; total: number };
    signal?: AbortSignal;
    testNamePatterns?: string | RegExp | (string | RegExp)[];
    testSkipPatterns?: string | RegExp | (string | RegExp)[];
    timeout?: number;
  }

  const test: WithMarks<TestFunction> & {
    test: typeof test;
    it: WithMarks<TestFunction>;
    describe: WithMarks<SuiteFunction>;
    suite: WithMarks<SuiteFunction>;
    after(fn: HookFn, options?: HookOptions): void;
    afterEach(fn: HookFn, options?: HookOptions): void;
    before(fn: HookFn, options?: HookOptions): void;
    beforeEach(fn: HookFn, options?: HookOptions): void;
    run(options?: RunOptions): TestsStream;
    readonly mock: MockTracker;
    readonly snapshot: {
      setDefaultSnapshotSerializers(serializers: ((value: any) => any)[]): void;
      setResolveSnapshotPath(fn: (file: string | undefined) => string): void;
    };
    readonly assert: { register(name: string, fn: Function): void };
  };
  export = test;
}
declare module 'node:test/reporters' {
  type Reporter = (source: AsyncIterable<{ type: string; data: any }>) => AsyncIterable<string>;
  const dot: Reporter;
  const junit: Reporter;
  const tap: Reporter;
  /** With or without `new`. */
  const spec: new () => import('stream').Transform;
}
