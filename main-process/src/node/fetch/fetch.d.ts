/**
 * The global `fetch`; see https://nodejs.org/docs/latest-v22.x/api/globals.html#fetch
 *
 * Connections are kept alive and shared; `gzip`, `deflate`, `br` and `zstd` are decompressed; at most 20 redirects are
 * followed. `data:` and `blob:` URLs need no network.
 *
 * Missing compared with Node: `dispatcher` among the options, HTTP/2, a cache, `integrity` (it is not checked).
 */
/**
 * @throws TypeError `fetch failed` with the reason as its `cause` (`ECONNREFUSED`, `bad port`, `unknown scheme`, …); the
 * signal's reason once it is aborted.
 */
declare function fetch(input: string | URL | Request, init?: RequestInit): Promise<Response>;
