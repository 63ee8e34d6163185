/** What listeners of native happenings get first. */
export class Event {
  constructor(fields?: Record<string, unknown>);
  preventDefault(): void;
  readonly defaultPrevented: boolean;
}

/** Emits with an event of its own; tells whether a listener prevented the default. What a listener throws is uncaught. */
export function emit(emitter: NodeJS.EventEmitter, name: string, ...args: unknown[]): boolean;

/** Emits with the caller's event and returns it. */
export function emitWith<E>(emitter: NodeJS.EventEmitter, name: string, event: E, ...args: unknown[]): E;

/** Gives `object` a property that is not enumerable. */
export function hide(object: object, key: PropertyKey, value: unknown): void;

/** Adds the members of each part to `Class`; they throw `Object has been destroyed` once `object[kDestroyed]` is true. */
export function assemble(Class: Function, ...parts: Function[]): void;

export const kDestroyed: unique symbol;
export const kState: unique symbol;
