// Globals, as in browsers and in Node.
//
// Missing compared with Node: transferring signals to other threads, NodeEventTarget.

interface EventInit {
  bubbles?: boolean;
  cancelable?: boolean;
  composed?: boolean;
}

declare class Event {
  constructor(type: string, options?: EventInit);
  static readonly NONE: 0;
  static readonly CAPTURING_PHASE: 1;
  static readonly AT_TARGET: 2;
  static readonly BUBBLING_PHASE: 3;
  readonly type: string;
  readonly target: EventTarget | null;
  readonly currentTarget: EventTarget | null;
  readonly srcElement: EventTarget | null;
  readonly bubbles: boolean;
  readonly cancelable: boolean;
  readonly composed: boolean;
  readonly defaultPrevented: boolean;
  readonly eventPhase: 0 | 2;
  /** True for events of the runtime's own making. */
  readonly isTrusted: boolean;
  /** Milliseconds since the start, as `performance.now()`. */
  readonly timeStamp: number;
  cancelBubble: boolean;
  returnValue: boolean;
  composedPath(): EventTarget[];
  initEvent(type: string, bubbles?: boolean, cancelable?: boolean): void;
  preventDefault(): void;
  stopPropagation(): void;
  stopImmediatePropagation(): void;
}

declare class CustomEvent<T = any> extends Event {
  constructor(type: string, options?: EventInit & { detail?: T });
  readonly detail: T;
}

type EventListener = (this: EventTarget, event: Event) => unknown;
interface EventListenerObject {
  handleEvent(event: Event): unknown;
}
interface AddEventListenerOptions {
  capture?: boolean;
  once?: boolean;
  /** `preventDefault()` does nothing in such a listener. */
  passive?: boolean;
  /** Removes the listener when it aborts. */
  signal?: AbortSignal;
}

/** What a listener throws is an uncaught exception; the other listeners are called all the same. */
declare class EventTarget {
  addEventListener(type: string, listener: EventListener | EventListenerObject | null, options?: AddEventListenerOptions | boolean): void;
  removeEventListener(type: string, listener: EventListener | EventListenerObject | null, options?: { capture?: boolean } | boolean): void;
  /** @throws ERR_EVENT_RECURSION when the event is being dispatched already */
  dispatchEvent(event: Event): boolean;
}

declare class DOMException extends Error {
  constructor(message?: string, options?: string | { name?: string; cause?: unknown });
  /** The number of old for names that had one, otherwise 0. */
  readonly code: number;
}

declare class AbortController {
  readonly signal: AbortSignal;
  abort(reason?: any): void;
}

declare class AbortSignal extends EventTarget {
  private constructor();
  static abort(reason?: any): AbortSignal;
  /** Aborts with a `TimeoutError`; does not keep the process alive. */
  static timeout(delay: number): AbortSignal;
  static any(signals: AbortSignal[]): AbortSignal;
  readonly aborted: boolean;
  readonly reason: any;
  onabort: ((this: AbortSignal, event: Event) => unknown) | null;
  throwIfAborted(): void;
}
