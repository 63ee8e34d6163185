/**
 * Deprecated, for old packages: errors of a group of emitters and callbacks come to one listener.
 *
 * Domains follow callbacks and promises as async contexts do.
 *
 * Missing compared with Node: errors have no `domain` stack added to `process.setUncaughtExceptionCaptureCallback`'s refusal.
 */
declare module 'domain' {
  import EventEmitter = require('events');

  export class Domain extends EventEmitter {
    members: EventEmitter[];
    enter(): void;
    exit(): void;
    add(emitter: EventEmitter): void;
    remove(emitter: EventEmitter): void;
    run<R>(fn: (...args: any[]) => R, ...args: any[]): R;
    bind<F extends (...args: any[]) => any>(callback: F): F;
    intercept<F extends (...args: any[]) => any>(callback: F): F;
  }

  export function create(): Domain;
  export function createDomain(): Domain;
  export let active: Domain | null | undefined;
}
declare module 'node:domain' {
  export * from 'domain';
}
