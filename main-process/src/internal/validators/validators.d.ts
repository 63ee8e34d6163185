/**
 * `internal/validators`: checks of arguments, with Node's errors. Not for applications. `name` is the argument's name, or
 * a path such as `options.signal`, which is then called a property.
 */
type Validator = (value: unknown, name: string) => void;

declare const validateString: Validator, validateBoolean: Validator, validateFunction: Validator;
declare const validatePlainFunction: Validator, validateUndefined: Validator, validateDictionary: Validator;
declare const validateStringArray: Validator, validateBooleanArray: Validator, validateAbortSignalArray: Validator;
/** Undefined passes. */
declare const validateAbortSignal: Validator;
declare function validateNumber(value: unknown, name: string, min?: number, max?: number): void;
declare function validateInteger(value: unknown, name: string, min?: number, max?: number): void;
declare function validateInt32(value: unknown, name: string, min?: number, max?: number): void;
declare function validateUint32(value: unknown, name: string, positive?: boolean): void;
declare function validateArray(value: unknown, name: string, minLength?: number): void;
declare function validateOneOf(value: unknown, name: string, oneOf: readonly unknown[]): void;
declare function validateUnion(value: unknown, name: string, union: readonly unknown[]): void;
/** `options` is a sum of the `kValidateObject…` flags. */
declare function validateObject(value: unknown, name: string, options?: number): void;
declare function validateBuffer(value: unknown, name?: string): void;
declare function validateEncoding(data: { length: number }, encoding: string): void;
declare function validatePort(port: unknown, name?: string, allowZero?: boolean): number;
declare function validateLinkHeaderValue(hints: unknown): string;
declare function parseFileMode(value: unknown, name: string, fallback?: number): number;
/** Whether there is a number; throws if it is an infinite one. */
declare function validateFiniteNumber(value: unknown, name: string): boolean;
declare function checkRangesOrGetDefault(
  value: unknown, name: string, lower: number, upper: number, fallback?: number): number;
declare function isInt32(value: unknown): boolean;
declare function isUint32(value: unknown): boolean;
declare const kEmptyObject: Readonly<Record<string, never>>;
