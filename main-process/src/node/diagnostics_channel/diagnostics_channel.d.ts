/**
 * Named channels over which libraries tell what they do.
 *
 * Missing compared with Node: Kaon's own modules publish on no channels.
 */
declare module 'diagnostics_channel' {
  import { AsyncLocalStorage } from 'async_hooks';

  type Subscription = (message: any, name: string | symbol) => void;

  export class Channel {
    readonly name: string | symbol;
    readonly hasSubscribers: boolean;
    subscribe(subscription: Subscription): void;
    unsubscribe(subscription: Subscription): boolean;
    publish(message: unknown): void;
    bindStore<T>(store: AsyncLocalStorage<T>, transform?: (message: any) => T): void;
    unbindStore(store: AsyncLocalStorage<any>): boolean;
    runStores<R>(message: unknown, fn: (...args: any[]) => R, thisArg?: unknown, ...args: any[]): R;
  }

  type TracingEvent = 'start' | 'end' | 'asyncStart' | 'asyncEnd' | 'error';

  export interface TracingChannel extends Readonly<Record<TracingEvent, Channel>> {
    readonly hasSubscribers: boolean;
    subscribe(handlers: Partial<Record<TracingEvent, Subscription>>): void;
    unsubscribe(handlers: Partial<Record<TracingEvent, Subscription>>): boolean;
    traceSync<R>(fn: (...args: any[]) => R, context?: object, thisArg?: unknown, ...args: any[]): R;
    tracePromise<R>(fn: (...args: any[]) => Promise<R>, context?: object, thisArg?: unknown, ...args: any[]): Promise<R>;
    traceCallback<R>(fn: (...args: any[]) => R, position?: number, context?: object, thisArg?: unknown, ...args: any[]): R;
  }

  export function channel(name: string | symbol): Channel;
  export function hasSubscribers(name: string | symbol): boolean;
  export function subscribe(name: string | symbol, subscription: Subscription): void;
  export function unsubscribe(name: string | symbol, subscription: Subscription): boolean;
  export function tracingChannel(nameOrChannels: string | Record<TracingEvent, Channel>): TracingChannel;
}
declare module 'node:diagnostics_channel' {
  export * from 'diagnostics_channel';
}
