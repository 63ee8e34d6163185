/**
 * `internal/types`: what a value really is. Not for applications, which have `util.types`. The engine answers by the class
 * it made the object with; in an engine that cannot be asked, objects are told apart by what only the real thing can do.
 */
/** The tests of `util.types`, also exported one by one; without those of `crypto`. */
declare const types: Record<string, (value: unknown) => boolean>;
/** `Map`, `Date`, `Generator`, …; `Object` for what is nothing else. */
declare function kindOf(value: object): string;
/** An error of the engine's, or what inherits from `Error`. */
declare function isError(value: unknown): value is Error;
declare function typedArrayName(value: unknown): string | undefined;
/** Both null when it was revoked; undefined for what is no proxy. */
declare function proxyDetails(value: unknown): [target: object | null, handler: object | null] | undefined;
/** 0 pending, 1 fulfilled, 2 rejected; undefined for what is no promise. */
declare function promiseDetails(value: unknown): [state: 0 | 1 | 2, result: unknown] | undefined;
