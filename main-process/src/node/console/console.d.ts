/**
 * The console of the main process writes to its standard output and error.
 *
 * Missing compared with Node:
 * - What only an inspector shows (`profile`, `profileEnd`, `timeStamp`) does nothing, as in Node without one, and
 *   `createTask` runs the function it is given.
 * - `table` of an iterator of a map or a set takes its entries.
 */
declare module 'console' {
  interface ConsoleOptions {
    stdout: { write(text: string): unknown };
    stderr?: { write(text: string): unknown };
    /** Whether a stream that fails is ignored. Default true. */
    ignoreErrors?: boolean;
    /** Default 'auto': when the stream is a terminal with colors. */
    colorMode?: boolean | 'auto';
    inspectOptions?: import('util').InspectOptions;
    /** Spaces of a group. Default 2. */
    groupIndentation?: number;
  }
  interface Console {
    log(...data: unknown[]): void;
    info(...data: unknown[]): void;
    debug(...data: unknown[]): void;
    dirxml(...data: unknown[]): void;
    warn(...data: unknown[]): void;
    error(...data: unknown[]): void;
    /** The stack of the caller, on stderr. */
    trace(...data: unknown[]): void;
    /** Says so on stderr if the value is not true; never throws. */
    assert(value?: unknown, ...data: unknown[]): void;
    dir(value: unknown, options?: import('util').InspectOptions): void;
    /** Rows of objects, or entries, in columns; `properties` chooses them. */
    table(data: unknown, properties?: readonly string[]): void;
    group(...label: unknown[]): void;
    groupCollapsed(...label: unknown[]): void;
    groupEnd(): void;
    count(label?: string): void;
    countReset(label?: string): void;
    time(label?: string): void;
    timeLog(label?: string, ...data: unknown[]): void;
    timeEnd(label?: string): void;
    /** Empties a terminal. */
    clear(): void;
    readonly Console: {
      new (stdout: ConsoleOptions['stdout'], stderr?: ConsoleOptions['stdout'], ignoreErrors?: boolean): Console;
      new (options: ConsoleOptions): Console;
    };
  }
  const console: Console;
  export = console;
}
declare module 'node:console' {
  import console = require('console');
  export = console;
}
