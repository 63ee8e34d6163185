/**
 * Lines from an input, and an editor for them where it is a terminal.
 *
 * Missing compared with Node: the preview of completions that the REPL draws; history files.
 */
declare module 'readline' {
  import { EventEmitter } from 'events';
  import { Readable, Writable } from 'stream';

  type Completion = [completions: string[], part: string];
  type Completer = (line: string) => Completion | Promise<Completion>;
  type AsyncCompleter = (line: string, callback: (error: Error | null, result?: Completion) => void) => void;
  interface Key { sequence?: string; name?: string; ctrl?: boolean; meta?: boolean; shift?: boolean; code?: string }

  interface ReadLineOptions {
    input: Readable;
    output?: Writable;
    completer?: Completer | AsyncCompleter;
    /** Whether the input is edited with keys; by default when the output is a terminal. */
    terminal?: boolean;
    history?: string[];
    /** 30 by default; 0 keeps none. */
    historySize?: number;
    removeHistoryDuplicates?: boolean;
    prompt?: string;
    /** Within how many milliseconds `\r` and `\n` are one line ending; at least 100. */
    crlfDelay?: number;
    escapeCodeTimeout?: number;
    tabSize?: number;
    signal?: AbortSignal;
  }

  /** Events: line, close, pause, resume, history, SIGINT, SIGTSTP, SIGCONT. */
  class Interface extends EventEmitter {
    readonly terminal: boolean;
    readonly line: string;
    readonly cursor: number;
    constructor(options: ReadLineOptions);
    getPrompt(): string;
    setPrompt(prompt: string): void;
    prompt(preserveCursor?: boolean): void;
    question(query: string, callback: (answer: string) => void): void;
    question(query: string, options: { signal?: AbortSignal }, callback: (answer: string) => void): void;
    write(data: string | Buffer | null | undefined, key?: Key): void;
    pause(): this;
    resume(): this;
    close(): void;
    getCursorPos(): { rows: number; cols: number };
    [Symbol.asyncIterator](): AsyncIterableIterator<string>;
  }

  function createInterface(options: ReadLineOptions): Interface;
  function createInterface(input: Readable, output?: Writable, completer?: Completer | AsyncCompleter, terminal?: boolean): Interface;
  function emitKeypressEvents(stream: Readable, readlineInterface?: Interface): void;
  function clearLine(stream: Writable, dir: -1 | 0 | 1, callback?: () => void): boolean;
  function clearScreenDown(stream: Writable, callback?: () => void): boolean;
  function cursorTo(stream: Writable, x: number, y?: number, callback?: () => void): boolean;
  function moveCursor(stream: Writable, dx: number, dy: number, callback?: () => void): boolean;
  const promises: typeof import('readline/promises');
}

declare module 'readline/promises' {
  import { Interface as Base, ReadLineOptions } from 'readline';
  import { Writable } from 'stream';

  class Interface extends Base {
    question(query: string, options?: { signal?: AbortSignal }): Promise<string>;
  }
  /** Collects changes of a terminal and makes them at `commit()`. */
  class Readline {
    constructor(stream: Writable, options?: { autoCommit?: boolean });
    clearLine(dir: -1 | 0 | 1): this;
    clearScreenDown(): this;
    cursorTo(x: number, y?: number): this;
    moveCursor(dx: number, dy: number): this;
    commit(): Promise<void>;
    rollback(): this;
  }
  function createInterface(options: ReadLineOptions): Interface;
}
declare module 'node:readline' {
  export * from 'readline';
}
declare module 'node:readline/promises' {
  export * from 'readline/promises';
}
