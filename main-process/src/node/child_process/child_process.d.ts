declare module 'child_process' {
  import { EventEmitter } from 'events';
  import { Readable, Writable, Duplex } from 'stream';

  type Serializable = string | object | number | boolean;
  type StdioEntry = 'pipe' | 'overlapped' | 'ignore' | 'inherit' | 'ipc' | number | { fd: number } | Readable | Writable | null | undefined;
  /** One word for all three standard streams, or what each descriptor of the child leads to. */
  type StdioOptions = 'pipe' | 'overlapped' | 'ignore' | 'inherit' | StdioEntry[];
  type Signal = NodeJS.Signals | number;

  /**
   * A started program.
   *
   * Events: `spawn`, `error`, `exit` (code, signal), `close` (code, signal; after its pipes closed, too), and with a
   * channel `message` and `disconnect`.
   */
  class ChildProcess extends EventEmitter {
    stdin: Writable | null;
    stdout: Readable | null;
    stderr: Readable | null;
    readonly stdio: (Writable | Readable | Duplex | null)[];
    readonly channel?: { ref(): void; unref(): void } | null;
    /** A signal was sent; the child may still live. */
    readonly killed: boolean;
    /** `undefined` when the program could not be started. */
    readonly pid?: number;
    readonly connected: boolean;
    readonly exitCode: number | null;
    readonly signalCode: NodeJS.Signals | null;
    readonly spawnargs: string[];
    readonly spawnfile: string;
    /** On Windows SIGINT, SIGQUIT, SIGTERM and SIGKILL end the child; others throw `ENOSYS`. */
    kill(signal?: Signal): boolean;
    send(message: Serializable, callback?: (error: Error | null) => void): boolean;
    disconnect(): void;
    ref(): void;
    unref(): void;
    [Symbol.dispose](): void;
  }

  interface CommonOptions {
    cwd?: string | URL;
    env?: NodeJS.ProcessEnv;
    uid?: number;
    gid?: number;
    timeout?: number;
    killSignal?: Signal;
    windowsHide?: boolean;
  }
  interface SpawnOptions extends CommonOptions {
    argv0?: string;
    stdio?: StdioOptions;
    detached?: boolean;
    shell?: boolean | string;
    signal?: AbortSignal;
    windowsVerbatimArguments?: boolean;
  }
  interface ExecFileOptions extends CommonOptions {
    encoding?: BufferEncoding | 'buffer' | null;
    maxBuffer?: number;
    shell?: boolean | string;
    signal?: AbortSignal;
    windowsVerbatimArguments?: boolean;
  }
  interface ExecOptions extends ExecFileOptions {
    shell?: string;
  }
  interface ForkOptions extends SpawnOptions {
    execPath?: string;
    execArgv?: string[];
    silent?: boolean;
    serialization?: 'json';
  }
  interface ExecException extends Error {
    cmd?: string;
    killed?: boolean;
    code?: number | string | null;
    signal?: NodeJS.Signals | null;
    stdout?: string | Buffer;
    stderr?: string | Buffer;
  }
  type ExecCallback = (error: ExecException | null, stdout: string | Buffer, stderr: string | Buffer) => void;

  function spawn(command: string, args?: readonly string[], options?: SpawnOptions): ChildProcess;
  function spawn(command: string, options?: SpawnOptions): ChildProcess;
  /** Runs a line of the shell's. `util.promisify` gives `{ stdout, stderr }`. */
  function exec(command: string, callback?: ExecCallback): ChildProcess;
  function exec(command: string, options?: ExecOptions | null, callback?: ExecCallback): ChildProcess;
  function execFile(file: string, callback?: ExecCallback): ChildProcess;
  function execFile(file: string, options?: ExecFileOptions | null, callback?: ExecCallback): ChildProcess;
  function execFile(file: string, args?: readonly string[] | null, callback?: ExecCallback): ChildProcess;
  function execFile(
    file: string, args?: readonly string[] | null, options?: ExecFileOptions | null, callback?: ExecCallback,
  ): ChildProcess;
  /** Starts a script with a channel to it. Its `process.send` and `'message'` events are the other end. */
  function fork(modulePath: string | URL, args?: readonly string[], options?: ForkOptions): ChildProcess;
  function fork(modulePath: string | URL, options?: ForkOptions): ChildProcess;

  interface SpawnSyncOptions extends CommonOptions {
    argv0?: string;
    input?: string | NodeJS.ArrayBufferView;
    stdio?: StdioOptions;
    encoding?: BufferEncoding | 'buffer' | null;
    maxBuffer?: number;
    shell?: boolean | string;
    windowsVerbatimArguments?: boolean;
  }
  interface SpawnSyncReturns<T> {
    pid: number;
    output: (T | null)[] | null;
    stdout: T | null;
    stderr: T | null;
    status: number | null;
    signal: NodeJS.Signals | null;
    error?: Error;
  }
  function spawnSync(command: string, args?: readonly string[], options?: SpawnSyncOptions): SpawnSyncReturns<string | Buffer>;
  function spawnSync(command: string, options?: SpawnSyncOptions): SpawnSyncReturns<string | Buffer>;
  /** @throws when the command fails, an error with all fields of {@link SpawnSyncReturns} */
  function execSync(command: string, options?: SpawnSyncOptions): string | Buffer;
  function execFileSync(file: string, args?: readonly string[], options?: SpawnSyncOptions): string | Buffer;
  function execFileSync(file: string, options?: SpawnSyncOptions): string | Buffer;

  /*
   * Missing compared with Node:
   * - `dgram` sockets cannot be sent (`ERR_INVALID_HANDLE_TYPE`), and on Windows no handle can (`ERR_NOT_SUPPORTED`).
   * - The streams of a child are streams, but no `net.Socket`s.
   * - On Windows descriptors beyond the first three, `uid` and `gid` fail with `ENOTSUP`, and `argv0` is ignored.
   * - On Windows the channel is a named pipe: only Kaon's own children understand it.
   */
}
declare module 'node:child_process' {
  export * from 'child_process';
}
