/**
 * Also a global.
 *
 * Differs from Node:
 * - `env` is a copy: scripts and the child processes they start see what is assigned, native libraries in this process
 *   do not, so that `env.TZ` does not move the clock.
 * - `title` is only kept.
 * - standard output and error are written before `write` returns on every system.
 * - 'resize' of a terminal is not told of on Windows.
 *
 * Missing compared with Node:
 * - `dlopen` and `setSourceMapsEnabled(true)` throw ERR_NOT_SUPPORTED.
 * - `getActiveResourcesInfo` tells of timers and immediates, not of natives' requests and handles.
 * - `report`, `permission`, `finalization`, `_getActiveHandles`, `_getActiveRequests` and `moduleLoadList` do not exist.
 */
declare module 'process' {
  import EventEmitter = require('events');
  import { Readable, Writable } from 'stream';

  type Signals = `SIG${string}`;
  type ExitCode = number | string | null | undefined;

  interface EmitWarningOptions {
    type?: string;
    code?: string;
    detail?: string;
    ctor?: Function;
  }

  interface Output extends Writable {
    readonly fd: 1 | 2;
    isTTY?: true;
    columns?: number;
    rows?: number;
  }

  interface Input extends Readable {
    readonly fd: 0;
    isTTY?: true;
    isRaw?: boolean;
    setRawMode?(flag: boolean): this;
    ref(): this;
    unref(): this;
  }

  interface ResourceUsage {
    userCPUTime: number;
    systemCPUTime: number;
    maxRSS: number;
    sharedMemorySize: number;
    unsharedDataSize: number;
    unsharedStackSize: number;
    minorPageFault: number;
    majorPageFault: number;
    swappedOut: number;
    fsRead: number;
    fsWrite: number;
    ipcSent: number;
    ipcReceived: number;
    signalsCount: number;
    voluntaryContextSwitches: number;
    involuntaryContextSwitches: number;
  }

  interface Process extends EventEmitter {
    /** Nothing is left to do; a listener may start something. */
    on(event: 'beforeExit' | 'exit', listener: (code: number) => void): this;
    on(event: 'uncaughtException' | 'uncaughtExceptionMonitor', listener: (error: Error, origin: 'uncaughtException' | 'unhandledRejection') => void): this;
    /** Without a listener such a rejection is an uncaught exception. */
    on(event: 'unhandledRejection', listener: (reason: unknown, promise: Promise<unknown>) => void): this;
    on(event: 'rejectionHandled', listener: (promise: Promise<unknown>) => void): this;
    on(event: 'warning', listener: (warning: Error) => void): this;
    /** While somebody listens, the signal does nothing else. */
    on(event: Signals, listener: (signal: Signals, value: number) => void): this;

    argv: string[];
    readonly argv0: string;
    execArgv: string[];
    execPath: string;
    env: Record<string, string | undefined>;
    exitCode: ExitCode;
    readonly arch: string;
    readonly platform: 'aix' | 'android' | 'darwin' | 'freebsd' | 'linux' | 'openbsd' | 'sunos' | 'win32';
    readonly pid: number;
    readonly ppid: number;
    title: string;
    /** The version of Node whose API this is. */
    readonly version: string;
    readonly versions: Readonly<Record<'node' | 'kaon' | 'quickjs', string>>;
    readonly release: { name: 'node'; lts: string };
    readonly config: object;
    readonly features: Readonly<Record<string, boolean>>;
    readonly allowedNodeEnvironmentFlags: ReadonlySet<string>;
    readonly stdin: Input;
    readonly stdout: Output;
    readonly stderr: Output;
    debugPort: number;
    noDeprecation: boolean;
    throwDeprecation?: boolean;
    traceDeprecation?: boolean;
    readonly sourceMapsEnabled: boolean;

    abort(): never;
    availableMemory(): number;
    chdir(directory: string): void;
    constrainedMemory(): number;
    cpuUsage(previous?: { user: number; system: number }): { user: number; system: number };
    cwd(): string;
    emitWarning(warning: string | Error, options?: EmitWarningOptions): void;
    emitWarning(warning: string | Error, type?: string, code?: string, ctor?: Function): void;
    exit(code?: ExitCode): never;
    getBuiltinModule(id: string): any;
    /** Absent on Windows, as are the ten below. */
    getuid?(): number;
    geteuid?(): number;
    getgid?(): number;
    getegid?(): number;
    getgroups?(): number[];
    setuid?(id: number | string): void;
    seteuid?(id: number | string): void;
    setgid?(id: number | string): void;
    setegid?(id: number | string): void;
    setgroups?(groups: (number | string)[]): void;
    initgroups?(user: number | string, extraGroup: number | string): void;
    /** `Timeout` or `Immediate` for each that keeps the process alive. */
    getActiveResourcesInfo(): string[];
    hasUncaughtExceptionCaptureCallback(): boolean;
    hrtime: { (time?: [number, number]): [number, number]; bigint(): bigint };
    kill(pid: number, signal?: Signals | number): true;
    loadEnvFile(path?: string): void;
    memoryUsage: {
      (): { rss: number; heapTotal: number; heapUsed: number; external: number; arrayBuffers: number };
      rss(): number;
    };
    nextTick<A extends any[]>(callback: (...args: A) => void, ...args: A): void;
    openStdin(): Input;
    resourceUsage(): ResourceUsage;
    setUncaughtExceptionCaptureCallback(callback: ((error: Error) => void) | null): void;
    umask(mask?: number | string): number;
    uptime(): number;
  }

  const process: Process;
  export = process;
}
declare module 'node:process' {
  import process = require('process');
  export = process;
}
declare const process: import('process').Process;
