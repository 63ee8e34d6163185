declare module 'url' {
  /** A URL as `url.parse` gives it. What is absent is null. */
  export class Url {
    protocol: string | null;
    slashes: boolean | null;
    auth: string | null;
    host: string | null;
    port: string | null;
    hostname: string | null;
    hash: string | null;
    search: string | null;
    query: string | null | import('querystring').ParsedUrlQuery;
    pathname: string | null;
    path: string | null;
    href: string;
    parse(url: string, parseQueryString?: boolean, slashesDenoteHost?: boolean): this;
    format(): string;
    resolve(relative: string): string;
    resolveObject(relative: string | Url): Url;
  }
  interface URLFormatOptions {
    auth?: boolean;
    fragment?: boolean;
    search?: boolean;
    /** Shows the host in Unicode. */
    unicode?: boolean;
  }
  interface FileUrlOptions {
    /** Whether paths are Windows'; those of the running system unless told. */
    windows?: boolean;
  }

  /** @throws ERR_INVALID_URL for hosts that cannot be */
  export function parse(url: string, parseQueryString?: boolean, slashesDenoteHost?: boolean): Url;
  export function format(urlObject: string | Partial<Url>): string;
  export function format(url: URL, options?: URLFormatOptions): string;
  export function resolve(from: string, to: string): string;
  export function resolveObject(from: string, to: string): Url;
  export function domainToASCII(domain: string): string;
  export function domainToUnicode(domain: string): string;
  /** @throws ERR_INVALID_URL_SCHEME, ERR_INVALID_FILE_URL_HOST, ERR_INVALID_FILE_URL_PATH */
  export function fileURLToPath(url: string | URL, options?: FileUrlOptions): string;
  export function fileURLToPathBuffer(url: string | URL, options?: FileUrlOptions): Buffer;
  export function pathToFileURL(path: string, options?: FileUrlOptions): URL;
  export function urlToHttpOptions(url: URL): object;
  const globalURL: typeof URL;
  const globalURLSearchParams: typeof URLSearchParams;
  export { globalURL as URL, globalURLSearchParams as URLSearchParams };
}
declare module 'node:url' {
  export * from 'url';
}
// Missing compared with Node: the deprecation warnings of `parse`.
