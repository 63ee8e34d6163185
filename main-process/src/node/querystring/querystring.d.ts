declare module 'querystring' {
  interface StringifyOptions {
    encodeURIComponent?: (text: string) => string;
  }
  interface ParseOptions {
    /** 1000 unless told; 0 for no limit. */
    maxKeys?: number;
    decodeURIComponent?: (text: string) => string;
  }
  /** A name that comes more than once has an array. The object has no prototype. */
  type ParsedUrlQuery = Record<string, string | string[] | undefined>;

  export function stringify(obj?: object, sep?: string, eq?: string, options?: StringifyOptions): string;
  export function parse(str: string, sep?: string, eq?: string, options?: ParseOptions): ParsedUrlQuery;
  export const encode: typeof stringify;
  export const decode: typeof parse;
  /** @throws ERR_INVALID_URI for a lone surrogate */
  export function escape(str: any): string;
  /** Never throws: what is no escape stays. */
  export function unescape(str: string): string;
  export function unescapeBuffer(str: string, decodeSpaces?: boolean): Buffer;
}
declare module 'node:querystring' {
  export * from 'querystring';
}
// Missing compared with Node: nothing.
