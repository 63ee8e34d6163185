/**
 * Missing compared with Node:
 * - `assert(value)` quotes its expression as far as the source can be read and found; else it says the values.
 */
declare module 'assert' {
  /** What may be expected of an error: a class, a pattern for its text, its properties, or a test that returns true. */
  type Expected = RegExp | (new (...args: any[]) => object) | ((error: unknown) => boolean) | object | Error;
  type Message = string | Error;

  function assert(value: unknown, message?: Message): asserts value;
  namespace assert {
    class AssertionError extends Error {
      constructor(options: {
        message?: string; actual?: unknown; expected?: unknown; operator?: string; stackStartFn?: Function;
      });
      readonly code: 'ERR_ASSERTION';
      actual: unknown;
      expected: unknown;
      operator: string;
      /** Whether the message was made of the values. */
      generatedMessage: boolean;
    }

    function ok(value: unknown, message?: Message): asserts value;
    function fail(message?: Message): never;

    /** `==`, and `NaN` equals itself. */
    function equal(actual: unknown, expected: unknown, message?: Message): void;
    function notEqual(actual: unknown, expected: unknown, message?: Message): void;
    /** `Object.is`. */
    function strictEqual<T>(actual: unknown, expected: T, message?: Message): asserts actual is T;
    function notStrictEqual(actual: unknown, expected: unknown, message?: Message): void;
    /** Own enumerable properties and entries, loosely. */
    function deepEqual(actual: unknown, expected: unknown, message?: Message): void;
    function notDeepEqual(actual: unknown, expected: unknown, message?: Message): void;
    /** Also the same prototypes, symbols, `-0` and types. */
    function deepStrictEqual<T>(actual: unknown, expected: T, message?: Message): asserts actual is T;
    function notDeepStrictEqual(actual: unknown, expected: unknown, message?: Message): void;
    /** `expected` is in `actual`, which may have more properties, entries or elements. */
    function partialDeepStrictEqual(actual: unknown, expected: unknown, message?: Message): void;

    function throws(fn: () => unknown, message?: Message): void;
    function throws(fn: () => unknown, expected: Expected, message?: Message): void;
    function doesNotThrow(fn: () => unknown, expected?: Expected | string, message?: Message): void;
    function rejects(promise: Promise<unknown> | (() => Promise<unknown>), message?: Message): Promise<void>;
    function rejects(
      promise: Promise<unknown> | (() => Promise<unknown>), expected: Expected, message?: Message): Promise<void>;
    function doesNotReject(
      promise: Promise<unknown> | (() => Promise<unknown>), expected?: Expected | string,
      message?: Message): Promise<void>;
    /** Throws what is neither null nor undefined, with the stack it came with. */
    function ifError(value: unknown): asserts value is null | undefined;

    /** Counts calls; deprecated in favour of `node:test`'s mocks. */
    class CallTracker {
      calls<T extends Function>(fn?: T, exact?: number): T;
      getCalls(fn: Function): readonly { readonly thisArg: unknown; readonly arguments: readonly unknown[] }[];
      report(): { message: string; actual: number; expected: number; operator: string; stack: object }[];
      reset(fn?: Function): void;
      verify(): void;
    }

    function match(string: string, regexp: RegExp, message?: Message): void;
    function doesNotMatch(string: string, regexp: RegExp, message?: Message): void;

    /** The same, where `equal` and its kin are strict. */
    const strict: typeof assert;
  }
  export = assert;
}
declare module 'assert/strict' {
  import assert = require('assert');
  export = assert.strict;
}
declare module 'node:assert' {
  import assert = require('assert');
  export = assert;
}
declare module 'node:assert/strict' {
  import assert = require('assert');
  export = assert.strict;
}
