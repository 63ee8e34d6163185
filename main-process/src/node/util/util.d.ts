/**
 * Missing compared with Node:
 * - `setTraceSigInt`, `transferableAbortController` and `transferableAbortSignal` throw `ERR_NOT_SUPPORTED`.
 * - `inspect` shows `<items unknown>` for the iterators of maps and sets and, with `showHidden`, for weak collections:
 *   the engine lets nobody look into them without taking their entries.
 * - An object without prototype is `[Object: null prototype]` whatever class it once had; the engine keeps no such name.
 * - `types.isExternal` and `types.isKeyObject` are always false: Kaon has no such values.
 * - `getCallSites` knows no source maps.
 */
declare module 'util' {
  interface InspectOptions {
    /** Also what is not enumerable, and what prototypes of your own hold. */
    showHidden?: boolean;
    /** How deep objects are shown; `null` for all the way. Default 2. */
    depth?: number | null;
    colors?: boolean;
    /** Whether `[util.inspect.custom]` functions are asked. Default true. */
    customInspect?: boolean;
    /** A proxy as its target and handler. */
    showProxy?: boolean;
    maxArrayLength?: number | null;
    maxStringLength?: number | null;
    /** How long a line may get. Default 80. */
    breakLength?: number;
    /** How many inner levels may share a line: a number, false for none, true for the old, dense layout. Default 3. */
    compact?: boolean | number;
    sorted?: boolean | ((a: string, b: string) => number);
    getters?: boolean | 'get' | 'set';
    numericSeparator?: boolean;
  }
  interface InspectOptionsStylized extends InspectOptions {
    stylize(text: string, style: Style): string;
  }
  type Style =
    | 'special' | 'number' | 'bigint' | 'boolean' | 'undefined' | 'null' | 'string' | 'symbol' | 'date' | 'regexp'
    | 'module' | 'name';
  type CustomInspect = (depth: number, options: InspectOptionsStylized, inspect: typeof util.inspect) => unknown;

  interface CallSite {
    functionName: string;
    scriptId: string;
    scriptName: string;
    lineNumber: number;
    columnNumber: number;
    column: number;
  }
  interface DebugLogger {
    (text: string, ...values: unknown[]): void;
    /** Whether `NODE_DEBUG` names the section. */
    readonly enabled: boolean;
  }
  interface ParseArgsOption {
    type: 'string' | 'boolean';
    multiple?: boolean;
    /** One character, for `-x`. */
    short?: string;
    default?: string | boolean | string[] | boolean[];
  }
  interface ParseArgsConfig {
    /** Default: what follows the script on the command line. */
    args?: readonly string[];
    options?: Record<string, ParseArgsOption>;
    /** Whether what is not known is an error. Default true. */
    strict?: boolean;
    /** Default: when not strict. */
    allowPositionals?: boolean;
    /** Whether `--no-x` sets `x` to false. */
    allowNegative?: boolean;
    /** Whether the result says where everything stood. */
    tokens?: boolean;
  }
  type ParseArgsToken =
    | { kind: 'option'; index: number; name: string; rawName: string; value?: string; inlineValue?: boolean }
    | { kind: 'positional'; index: number; value: string }
    | { kind: 'option-terminator'; index: number };
  interface ParseArgsResult {
    values: Record<string, string | boolean | Array<string | boolean> | undefined>;
    positionals: string[];
    tokens?: ParseArgsToken[];
  }

  namespace util {
    /** Values as text: `%s %d %i %f %j %o %O %c %%` are filled in, the rest follows. */
    function format(format?: unknown, ...values: unknown[]): string;
    function formatWithOptions(options: InspectOptions, format?: unknown, ...values: unknown[]): string;
    function inspect(value: unknown, options?: InspectOptions): string;
    function inspect(value: unknown, showHidden?: boolean, depth?: number | null, colors?: boolean): string;
    namespace inspect {
      const custom: unique symbol;
      const colors: Record<string, [open: number, close: number]>;
      const styles: Record<Style, string>;
      let defaultOptions: Required<InspectOptions>;
    }

    /** A function with an error-first callback as one that returns a promise. */
    function promisify(original: Function): (...args: any[]) => Promise<any>;
    namespace promisify {
      /** What a function's own promise version is kept under. */
      const custom: unique symbol;
    }
    /** A function that returns a promise as one with an error-first callback. */
    function callbackify(original: (...args: any[]) => Promise<any>): (...args: any[]) => void;
    /** Warns on first use, once for each `code`. */
    function deprecate<T extends Function>(fn: T, message: string, code?: string): T;
    function inherits(constructor: Function, superConstructor: Function): void;
    function debuglog(section: string, use?: (logger: DebugLogger) => void): DebugLogger;
    const debug: typeof debuglog;

    function isDeepStrictEqual(a: unknown, b: unknown): boolean;
    /** The shortest way from `expected` to `actual`: 1 added, -1 removed, 0 kept. */
    function diff(actual: string | readonly string[], expected: string | readonly string[]): Array<[-1 | 0 | 1, string]>;

    function parseArgs(config?: ParseArgsConfig): ParseArgsResult;
    /** The variables of a `.env` file, by name. */
    function parseEnv(content: string): Record<string, string>;
    /** Plain text when the stream (stdout) shows no colors, unless `validateStream` is false. */
    function styleText(
      format: string | readonly string[], text: string, options?: { validateStream?: boolean; stream?: object }): string;
    function stripVTControlCharacters(text: string): string;
    /** With lone surrogates replaced. */
    function toUSVString(text: string): string;

    /** Resolves when the signal aborts, unless `resource` was collected before. */
    function aborted(signal: AbortSignal, resource: object): Promise<void>;
    /** Where the caller is, and its callers. */
    function getCallSites(frameCount?: number, options?: { sourceMap?: boolean }): CallSite[];
    function getSystemErrorName(errno: number): string;
    function getSystemErrorMessage(errno: number): string;
    function getSystemErrorMap(): Map<number, [name: string, message: string]>;

    class MIMEType {
      constructor(input: string | { toString(): string });
      type: string;
      subtype: string;
      readonly essence: string;
      readonly params: MIMEParams;
      toString(): string;
      toJSON(): string;
    }
    class MIMEParams implements Iterable<[string, string]> {
      delete(name: string): void;
      get(name: string): string | null;
      has(name: string): boolean;
      set(name: string, value: string): void;
      entries(): IterableIterator<[string, string]>;
      keys(): IterableIterator<string>;
      values(): IterableIterator<string>;
      [Symbol.iterator](): IterableIterator<[string, string]>;
    }
    const TextDecoder: typeof globalThis.TextDecoder;
    const TextEncoder: typeof globalThis.TextEncoder;

    /** What a value really is: none of these can be fooled by a prototype or a tag. */
    namespace types {
      type Test = (value: unknown) => boolean;
      const isExternal: Test, isDate: Test, isArgumentsObject: Test, isNativeError: Test, isRegExp: Test;
      const isBigIntObject: Test, isBooleanObject: Test, isNumberObject: Test, isStringObject: Test;
      const isSymbolObject: Test, isBoxedPrimitive: Test, isAsyncFunction: Test, isGeneratorFunction: Test;
      const isGeneratorObject: Test, isPromise: Test, isMap: Test, isSet: Test, isMapIterator: Test;
      const isSetIterator: Test, isWeakMap: Test, isWeakSet: Test, isProxy: Test, isModuleNamespaceObject: Test;
      const isArrayBuffer: Test, isSharedArrayBuffer: Test, isAnyArrayBuffer: Test, isDataView: Test;
      const isArrayBufferView: Test, isTypedArray: Test, isUint8Array: Test, isUint8ClampedArray: Test;
      const isUint16Array: Test, isUint32Array: Test, isInt8Array: Test, isInt16Array: Test, isInt32Array: Test;
      const isFloat16Array: Test, isFloat32Array: Test, isFloat64Array: Test, isBigInt64Array: Test;
      const isBigUint64Array: Test, isKeyObject: Test, isCryptoKey: Test;
    }

    /** @deprecated as in Node: these warn on first use. */
    const isArray: types.Test, isBoolean: types.Test, isBuffer: types.Test, isDate: types.Test, isError: types.Test;
    /** @deprecated */
    const isFunction: types.Test, isNull: types.Test, isNullOrUndefined: types.Test, isNumber: types.Test;
    /** @deprecated */
    const isObject: types.Test, isPrimitive: types.Test, isRegExp: types.Test, isString: types.Test;
    /** @deprecated */
    const isSymbol: types.Test, isUndefined: types.Test;
    /** @deprecated */
    function log(...values: unknown[]): void;
    /** @deprecated */
    function _extend(target: object, source: object): object;
  }
  export = util;
}
declare module 'util/types' {
  import util = require('util');
  export = util.types;
}
declare module 'node:util' {
  import util = require('util');
  export = util;
}
declare module 'node:util/types' {
  import util = require('util');
  export = util.types;
}
