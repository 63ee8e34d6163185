/**
 * Missing compared with Node: nothing.
 */
declare module 'events' {
  type Listener = (this: any, ...args: any[]) => unknown;
  type EventName = string | symbol;

  interface EventEmitterOptions {
    /** Rejections of async listeners become 'error' events. */
    captureRejections?: boolean;
  }

  interface StaticOptions {
    signal?: AbortSignal;
  }

  interface OnOptions extends StaticOptions {
    /** Names of events that end the iteration. */
    close?: EventName[];
    /** The emitter is paused while more events than this wait. */
    highWaterMark?: number;
    lowWaterMark?: number;
  }

  class EventEmitter {
    constructor(options?: EventEmitterOptions);

    static EventEmitter: typeof EventEmitter;
    static EventEmitterAsyncResource: new () => never;
    /** Listeners for it see errors without handling them. */
    static readonly errorMonitor: unique symbol;
    static readonly captureRejectionSymbol: unique symbol;
    static readonly usingDomains: false;
    static captureRejections: boolean;
    static defaultMaxListeners: number;
    static once(emitter: EventEmitter | EventTarget, name: EventName, options?: StaticOptions): Promise<any[]>;
    static on(emitter: EventEmitter | EventTarget, name: EventName, options?: OnOptions): AsyncIterableIterator<any[]>;
    static listenerCount(emitter: EventEmitter, name: EventName): number;
    static getEventListeners(emitter: EventEmitter | EventTarget, name: EventName): Function[];
    static getMaxListeners(emitter: EventEmitter | EventTarget): number;
    static setMaxListeners(n?: number, ...targets: Array<EventEmitter | EventTarget>): void;
    static addAbortListener(signal: AbortSignal, listener: (event: Event) => void): Disposable;

    on(name: EventName, listener: Listener): this;
    addListener(name: EventName, listener: Listener): this;
    once(name: EventName, listener: Listener): this;
    prependListener(name: EventName, listener: Listener): this;
    prependOnceListener(name: EventName, listener: Listener): this;
    off(name: EventName, listener: Listener): this;
    removeListener(name: EventName, listener: Listener): this;
    removeAllListeners(name?: EventName): this;
    /** @throws the argument of an 'error' that nobody listens for, or ERR_UNHANDLED_ERROR */
    emit(name: EventName, ...args: any[]): boolean;
    listeners(name: EventName): Function[];
    rawListeners(name: EventName): Function[];
    listenerCount(name: EventName, listener?: Function): number;
    eventNames(): EventName[];
    setMaxListeners(n: number): this;
    getMaxListeners(): number;
  }

  export = EventEmitter;
}
declare module 'node:events' {
  import EventEmitter = require('events');
  export = EventEmitter;
}
