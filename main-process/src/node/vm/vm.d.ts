/**
 * Scripts in the main global scope and in others, with built-ins of their own.
 *
 * A context's global names are looked up in its sandbox first. It is no sandbox in the sense of security.
 *
 * Missing compared with Node:
 * - `measureMemory`, `importModuleDynamically` as a function and `codeGeneration.strings: false` throw ERR_NOT_SUPPORTED;
 *   `SourceTextModule` and `SyntheticModule` do not exist.
 * - `breakOnSigint` and `columnOffset` change nothing; `import()` inside of a script resolves from its file's name.
 * - functions declared in a context are accessors of the sandbox, and so is a `var` that only a list or a pattern declares.
 *   They and the ones in a function that is called without `this` see the engine's own global object as `this`.
 * - assigning to a read-only property of the sandbox is ignored in strict mode as well.
 * - `cachedData` holds no code, it only tells whether the text is the same; stacks of syntax errors name the engine's texts.
 */
declare module 'vm' {
  interface ScriptOptions {
    filename?: string;
    lineOffset?: number;
    columnOffset?: number;
    cachedData?: ArrayBufferView;
    produceCachedData?: boolean;
    importModuleDynamically?: symbol;
  }

  interface RunOptions {
    /** In milliseconds; what takes longer ends in ERR_SCRIPT_EXECUTION_TIMEOUT. */
    timeout?: number;
    displayErrors?: boolean;
    breakOnSigint?: boolean;
  }

  interface ContextOptions {
    name?: string;
    origin?: string;
    codeGeneration?: { strings?: boolean; wasm?: boolean };
    /** The jobs of promises run as part of a script, and within its time. */
    microtaskMode?: 'afterEvaluate';
  }

  interface NewContextOptions extends RunOptions {
    contextName?: string;
    contextOrigin?: string;
    contextCodeGeneration?: { strings?: boolean; wasm?: boolean };
    microtaskMode?: 'afterEvaluate';
  }

  interface FunctionOptions extends ScriptOptions {
    parsingContext?: object;
    contextExtensions?: object[];
  }

  export class Script {
    constructor(code: string, options?: ScriptOptions | string);
    cachedDataRejected?: boolean;
    sourceMapURL?: string;
    runInThisContext(options?: RunOptions): any;
    runInContext(contextifiedObject: object, options?: RunOptions): any;
    runInNewContext(contextObject?: object, options?: NewContextOptions): any;
    createCachedData(): Buffer;
  }

  export const constants: Readonly<Record<'USE_MAIN_CONTEXT_DEFAULT_LOADER' | 'DONT_CONTEXTIFY', symbol>>;
  export function createContext<T extends object>(contextObject?: T | symbol, options?: ContextOptions): T;
  export function isContext(object: object): boolean;
  export function compileFunction(code: string, params?: string[], options?: FunctionOptions): Function;
  export function runInThisContext(code: string, options?: (ScriptOptions & RunOptions) | string): any;
  export function runInContext(code: string, contextifiedObject: object, options?: (ScriptOptions & RunOptions) | string): any;
  export function runInNewContext(code: string, contextObject?: object, options?: (ScriptOptions & NewContextOptions) | string): any;
}
declare module 'node:vm' {
  export * from 'vm';
}
