/**
 * Contexts that follow a program through its callbacks, timers and promises.
 *
 * They cost nothing until the first of them is entered. From then on an `await` of a promise, a `then`, a timer, a tick and
 * every callback of a native runs in the context that was current when it was started.
 *
 * Missing compared with Node:
 * - after a rejection of a thenable that is no promise, or of an instance of a class that extends `Promise`, an `await` goes
 *   on outside of every context; after its fulfilment it does not.
 * - hooks hear of ticks, timers, immediates, microtasks, promises, `AsyncResource`s and, under the one type `NATIVE`, of
 *   natives' callbacks; an `await` is announced when it goes on, and natives' callbacks are never destroyed.
 * - `asyncWrapProviders` lists only those types.
 */
declare module 'async_hooks' {
  interface HookCallbacks {
    init?(asyncId: number, type: string, triggerAsyncId: number, resource: object): void;
    before?(asyncId: number): void;
    after?(asyncId: number): void;
    destroy?(asyncId: number): void;
    promiseResolve?(asyncId: number): void;
  }

  interface AsyncHook {
    enable(): this;
    disable(): this;
  }

  /** Slows every promise down as long as it is enabled. */
  export function createHook(callbacks: HookCallbacks): AsyncHook;
  export function executionAsyncId(): number;
  export function triggerAsyncId(): number;
  export function executionAsyncResource(): object;
  export const asyncWrapProviders: Readonly<Record<string, number>>;

  export class AsyncResource {
    constructor(type: string, options?: number | { triggerAsyncId?: number; requireManualDestroy?: boolean });
    static bind<F extends (...args: any[]) => any>(fn: F, type?: string, thisArg?: unknown): F;
    bind<F extends (...args: any[]) => any>(fn: F, thisArg?: unknown): F;
    /** Calls `fn` in the context that this was made in. */
    runInAsyncScope<R>(fn: (...args: any[]) => R, thisArg?: unknown, ...args: any[]): R;
    emitDestroy(): this;
    asyncId(): number;
    triggerAsyncId(): number;
  }

  export class AsyncLocalStorage<T> {
    constructor(options?: { defaultValue?: T; name?: string });
    static bind<F extends (...args: any[]) => any>(fn: F): F;
    static snapshot(): <R>(fn: (...args: any[]) => R, ...args: any[]) => R;
    readonly name: string;
    disable(): void;
    getStore(): T | undefined;
    enterWith(store: T): void;
    run<R, A extends any[]>(store: T, callback: (...args: A) => R, ...args: A): R;
    exit<R, A extends any[]>(callback: (...args: A) => R, ...args: A): R;
  }
}
declare module 'node:async_hooks' {
  export * from 'async_hooks';
}
