type HeadersInit = Headers | Iterable<Iterable<string>> | Record<string, string>;

/**
 * The headers of a request or a response. Names are compared without regard to case.
 *
 * As in Node no name is forbidden to requests: the guards of a browser's page are not ours; those of a response that was
 * fetched are immutable.
 *
 * Missing compared with Node: `dispatcher` among the options.
 */
declare class Headers {
  constructor(init?: HeadersInit);
  append(name: string, value: string): void;
  delete(name: string): void;
  /** All values of that name, joined by a comma. */
  get(name: string): string | null;
  /** Every `Set-Cookie` for itself, as they cannot be joined. */
  getSetCookie(): string[];
  has(name: string): boolean;
  set(name: string, value: string): void;
  forEach(callback: (value: string, name: string, headers: Headers) => void, thisArg?: any): void;
  keys(): IterableIterator<string>;
  values(): IterableIterator<string>;
  /** Sorted by name, names in lower case. */
  entries(): IterableIterator<[string, string]>;
  [Symbol.iterator](): IterableIterator<[string, string]>;
}

type BodyInit =
  string | ArrayBuffer | ArrayBufferView | Blob | FormData | URLSearchParams | ReadableStream | AsyncIterable<Uint8Array>;

/** The readers that requests and responses share. Each works once. */
interface Body {
  readonly body: ReadableStream<Uint8Array> | null;
  readonly bodyUsed: boolean;
  /** @throws TypeError when it was read before; what the body's source fails with. So do the others. */
  arrayBuffer(): Promise<ArrayBuffer>;
  blob(): Promise<Blob>;
  bytes(): Promise<Uint8Array>;
  /** @throws TypeError when the media type is no form's, or the body none of it. */
  formData(): Promise<FormData>;
  /** @throws SyntaxError */
  json(): Promise<any>;
  text(): Promise<string>;
}

interface RequestInit {
  method?: string;
  headers?: HeadersInit;
  /** A stream needs `duplex: 'half'`. */
  body?: BodyInit | null;
  duplex?: 'half';
  redirect?: 'follow' | 'manual' | 'error';
  signal?: AbortSignal | null;
  mode?: 'navigate' | 'same-origin' | 'no-cors' | 'cors';
  credentials?: 'omit' | 'same-origin' | 'include';
  cache?: string;
  referrerPolicy?: string;
  integrity?: string;
  keepalive?: boolean;
}

/** See https://fetch.spec.whatwg.org/#request-class */
declare class Request implements Body {
  /** @throws TypeError for what is no URL, credentials in it, a forbidden method, a body with GET or HEAD. */
  constructor(input: string | URL | Request, init?: RequestInit);
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly destination: '';
  readonly referrer: string;
  readonly referrerPolicy: string;
  readonly mode: string;
  readonly credentials: string;
  readonly cache: string;
  readonly redirect: 'follow' | 'manual' | 'error';
  readonly integrity: string;
  readonly keepalive: boolean;
  readonly duplex: 'half';
  readonly signal: AbortSignal;
  clone(): Request;
}
interface Request extends Body {}

/** See https://fetch.spec.whatwg.org/#response-class */
declare class Response implements Body {
  /** @throws RangeError for a status outside 200 to 599; TypeError for a body with 204, 205 or 304. */
  constructor(body?: BodyInit | null, init?: { status?: number; statusText?: string; headers?: HeadersInit });
  static error(): Response;
  static json(data: any, init?: { status?: number; statusText?: string; headers?: HeadersInit }): Response;
  static redirect(url: string | URL, status?: 301 | 302 | 303 | 307 | 308): Response;
  readonly type: 'default' | 'basic' | 'error';
  readonly url: string;
  readonly redirected: boolean;
  readonly status: number;
  readonly ok: boolean;
  readonly statusText: string;
  readonly headers: Headers;
  clone(): Response;
}
interface Response extends Body {}
