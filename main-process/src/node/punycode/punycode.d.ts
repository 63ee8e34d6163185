declare module 'punycode' {
  /** @throws RangeError when `string` is no Punycode */
  export function decode(string: string): string;
  export function encode(string: string): string;
  /** Decodes the labels of a domain name that begin with `xn--`. */
  export function toUnicode(domain: string): string;
  /** Encodes the labels of a domain name that need it. */
  export function toASCII(domain: string): string;
  export const ucs2: {
    decode(string: string): number[];
    encode(codePoints: number[]): string;
  };
  export const version: string;
}
declare module 'node:punycode' {
  export * from 'punycode';
}
// Missing compared with Node: the deprecation warning.
