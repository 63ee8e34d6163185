type FormDataEntryValue = File | string;

/**
 * A form: names with values, which are text or files, in order; a name may occur several times.
 */
declare class FormData {
  constructor();
  /** Adds a value; a blob becomes a file, of the name given. */
  append(name: string, value: string): void;
  append(name: string, value: Blob, filename?: string): void;
  /** Replaces all values of that name by this one. */
  set(name: string, value: string): void;
  set(name: string, value: Blob, filename?: string): void;
  delete(name: string): void;
  get(name: string): FormDataEntryValue | null;
  getAll(name: string): FormDataEntryValue[];
  has(name: string): boolean;
  forEach(callback: (value: FormDataEntryValue, name: string, form: FormData) => void, thisArg?: any): void;
  keys(): IterableIterator<string>;
  values(): IterableIterator<FormDataEntryValue>;
  entries(): IterableIterator<[string, FormDataEntryValue]>;
  [Symbol.iterator](): IterableIterator<[string, FormDataEntryValue]>;
}
