/**
 * `internal/errors`: every error that Kaon's own modules throw. Not for applications.
 *
 * `errors/prepare` runs when the engine starts. From then on stacks read as in V8 (a `Name: message` line, then
 * `    at fn (file:line:col)` lines, made on first use), call sites have all of V8's methods, and
 * `Error.prepareStackTrace` is undefined until a program sets it. What call sites cannot know here: the receiver
 * (`getThis`, `getTypeName`, `getMethodName`), async frames, and where evaluated code came from.
 *
 * Left out of Node's codes: those of HTTP/2, policies, snapshots, the inspector, N-API and WASI.
 */
interface CodedError extends Error {
  code: string;
}
type ErrorFactory = new (...details: any[]) => CodedError;

/** By code: `new codes.ERR_INVALID_ARG_TYPE('path', 'string', value)`. Some have variants: `codes.X.RangeError`. */
declare const codes: Record<string, ErrorFactory & { TypeError?: ErrorFactory; RangeError?: ErrorFactory }>;

declare class AbortError extends Error {
  constructor(message?: string, options?: { cause?: unknown });
  readonly code: 'ABORT_ERR';
}
/** `info` is what the system said: errno, code, message, syscall, path, dest. */
declare class SystemError extends Error {
  constructor(code: string, text: string, info: object);
}

/** Leaves a function out of the stacks of what it throws. */
declare function hideStackFrames<T extends Function>(fn: T): T;
declare function aggregateTwoErrors(inner?: Error, outer?: Error): Error | undefined;
declare function isStackOverflowError(error: unknown): boolean;

/** `ENOENT: no such file or directory, open 'x'` */
declare function uvException(context: {
  errno?: number; code?: string; message?: string; syscall: string; path?: string; dest?: string;
}): Error;
/** `read ECONNRESET` */
declare function errnoException(errno: number, syscall: string, original?: string): Error;
/** `connect ECONNREFUSED 127.0.0.1:80` */
declare function exceptionWithHostPort(
  errno: number, syscall: string, address: string, port?: number, additional?: string): Error;
/** `listen EADDRINUSE: address already in use 127.0.0.1:80` */
declare function uvExceptionWithHostPort(errno: number, syscall: string, address: string, port?: number): Error;
/** `getaddrinfo ENOTFOUND host` */
declare function dnsException(errnoOrCode: number | string, syscall: string, hostname?: string): Error;
declare function systemErrors(): Map<number, [name: string, text: string]>;
declare function systemErrorName(errno: number): string;

/** `type string ('abc')`, `an instance of Foo`, `function f`, `undefined` */
declare function determineSpecificType(value: unknown): string;
