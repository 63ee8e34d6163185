/**
 * `internal/inspect`: values as text, for whoever words an error or shows a value. Not for applications, which have
 * `util.inspect` and `util.format`; what those leave out is listed there.
 */
declare const inspect: typeof import('util').inspect;
declare const format: typeof import('util').format;
declare const formatWithOptions: typeof import('util').formatWithOptions;
/** How many columns of a terminal a text takes. */
declare function getStringWidth(text: string, removeControlChars?: boolean): number;
declare function stripVTControlCharacters(text: string): string;
