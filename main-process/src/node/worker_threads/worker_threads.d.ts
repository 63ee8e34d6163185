/**
 * Node's `worker_threads`: each worker is a thread with an engine and a loop of its own. Workers have no shell, so that
 * `require('electron')` is refused in them. Source: https://nodejs.org/api/worker_threads.html
 *
 * Of `resourceLimits`, `maxOldGenerationSizeMb` bounds the whole heap and `stackSizeMb` the stack; the others say nothing
 * to this engine. A worker that reaches its limit ends with `ERR_WORKER_OUT_OF_MEMORY`.
 *
 * Missing compared with Node: `moveMessagePortToContext`, `worker.getHeapSnapshot` (both throw `ERR_NOT_SUPPORTED`);
 * `trackUnmanagedFds` closes nothing; `locks`.
 */
declare module 'worker_threads' {
  import { EventEmitter } from 'events';
  import { Readable, Writable } from 'stream';

  export const isMainThread: boolean;
  export const isInternalThread: false;
  export const threadId: number;
  export const parentPort: MessagePort | null;
  export const workerData: any;
  export const resourceLimits: ResourceLimits;
  export const SHARE_ENV: unique symbol;
  export const MessageChannel: typeof globalThis.MessageChannel;
  export const MessagePort: typeof globalThis.MessagePort;
  export const BroadcastChannel: typeof globalThis.BroadcastChannel;

  export interface ResourceLimits {
    maxYoungGenerationSizeMb?: number;
    maxOldGenerationSizeMb?: number;
    codeRangeSizeMb?: number;
    stackSizeMb?: number;
  }

  export interface WorkerOptions {
    argv?: any[];
    env?: object | typeof SHARE_ENV;
    eval?: boolean;
    execArgv?: string[];
    stdin?: boolean;
    stdout?: boolean;
    stderr?: boolean;
    workerData?: any;
    trackUnmanagedFds?: boolean;
    transferList?: object[];
    resourceLimits?: ResourceLimits;
    name?: string;
  }

  /** Events: `online`, `message`, `messageerror`, `error`, `exit`. */
  export class Worker extends EventEmitter {
    constructor(filename: string | URL, options?: WorkerOptions);
    readonly threadId: number;
    readonly stdin: Writable | null;
    readonly stdout: Readable;
    readonly stderr: Readable;
    readonly resourceLimits: ResourceLimits;
    readonly performance: { eventLoopUtilization(later?: object, earlier?: object): { idle: number; active: number; utilization: number } };
    postMessage(value: any, transferList?: object[]): void;
    /** Ends it, whatever it is doing; the promise is of the exit code, 1. */
    terminate(): Promise<number | undefined>;
    ref(): void;
    unref(): void;
  }

  export function markAsUntransferable(object: any): void;
  export function isMarkedAsUntransferable(object: any): boolean;
  export function markAsUncloneable(object: any): void;
  export function receiveMessageOnPort(port: MessagePort): { message: any } | undefined;
  export function setEnvironmentData(key: any, value?: any): void;
  export function getEnvironmentData(key: any): any;
  /** @throws ERR_WORKER_MESSAGING_FAILED where nobody listens to `process.on('workerMessage')` */
  export function postMessageToThread(threadId: number, value: any, transferList?: object[] | number, timeout?: number): Promise<void>;
}
