/**
 * HTTP/1: servers, clients, agents, and the messages between them, as in Node 22.
 *
 * What comes on a connection is parsed natively, and strictly: whatever two parsers could read differently is refused
 * with the code that Node gives it (`HPE_...`). `insecureHTTPParser` asks for laxness.
 *
 * A request has no stream state until somebody reads it, so that requests without a body cost little. The old names of
 * the parts can be required too: `_http_agent`, `_http_client`, `_http_common`, `_http_incoming`, `_http_outgoing`,
 * `_http_server`.
 *
 * Missing compared with Node: performance entries of type `http`; `NODE_DEBUG=http`; the callbacks of `_http_common`'s HTTPParser, which only Node's own code uses;
 * responses of version 2.0, which Node's parser reads as 1.x.
 */
declare module 'http' {
  import { EventEmitter } from 'events';
  import { Readable, Stream } from 'stream';
  import { Server as NetServer, Socket } from 'net';

  type HeaderValue = number | string | readonly string[];
  type OutgoingHeaders = { [name: string]: HeaderValue | undefined };
  type IncomingHeaders = { [name: string]: string | string[] | undefined; 'set-cookie'?: string[] };
  type RequestListener = (req: IncomingMessage, res: ServerResponse) => void;

  interface ServerOptions {
    IncomingMessage?: typeof IncomingMessage;
    ServerResponse?: typeof ServerResponse;
    /** How often requests are looked for that take too long, in milliseconds. 30,000 unless said otherwise. */
    connectionsCheckingInterval?: number;
    headersTimeout?: number;
    highWaterMark?: number;
    insecureHTTPParser?: boolean;
    joinDuplicateHeaders?: boolean;
    keepAlive?: boolean;
    keepAliveInitialDelay?: number;
    keepAliveTimeout?: number;
    maxHeaderSize?: number;
    noDelay?: boolean;
    rejectNonStandardBodyWrites?: boolean;
    requestTimeout?: number;
    requireHostHeader?: boolean;
    uniqueHeaders?: Array<string | string[]>;
  }

  interface AgentOptions {
    keepAlive?: boolean;
    keepAliveMsecs?: number;
    maxFreeSockets?: number;
    maxSockets?: number;
    maxTotalSockets?: number;
    scheduling?: 'fifo' | 'lifo';
    timeout?: number;
    [option: string]: unknown;
  }

  interface RequestOptions {
    agent?: Agent | false;
    auth?: string;
    createConnection?: (options: RequestOptions, onCreate: (error: Error | null, socket?: Socket) => void) => Socket | void;
    defaultPort?: number | string;
    family?: number;
    headers?: OutgoingHeaders | readonly string[];
    host?: string | null;
    hostname?: string | null;
    insecureHTTPParser?: boolean;
    joinDuplicateHeaders?: boolean;
    localAddress?: string;
    lookup?: Function;
    maxHeaderSize?: number;
    method?: string;
    path?: string | null;
    port?: number | string | null;
    protocol?: string | null;
    setDefaultHeaders?: boolean;
    setHost?: boolean;
    signal?: AbortSignal;
    socketPath?: string;
    timeout?: number;
    uniqueHeaders?: Array<string | string[]>;
  }

  class IncomingMessage extends Readable {
    constructor(socket: Socket);
    aborted: boolean;
    complete: boolean;
    headers: IncomingHeaders;
    headersDistinct: { [name: string]: string[] };
    httpVersion: string;
    httpVersionMajor: number;
    httpVersionMinor: number;
    method?: string;
    rawHeaders: string[];
    rawTrailers: string[];
    socket: Socket;
    connection: Socket;
    statusCode?: number;
    statusMessage?: string;
    trailers: { [name: string]: string };
    trailersDistinct: { [name: string]: string[] };
    url?: string;
    setTimeout(msecs: number, callback?: () => void): this;
  }

  class OutgoingMessage extends Stream {
    readonly headersSent: boolean;
    readonly socket: Socket | null;
    chunkedEncoding: boolean;
    sendDate: boolean;
    shouldKeepAlive: boolean;
    strictContentLength: boolean;
    useChunkedEncodingByDefault: boolean;
    readonly writableCorked: number;
    readonly writableEnded: boolean;
    readonly writableFinished: boolean;
    readonly writableHighWaterMark: number;
    readonly writableLength: number;
    addTrailers(headers: OutgoingHeaders | ReadonlyArray<[string, string]>): void;
    appendHeader(name: string, value: string | readonly string[]): this;
    cork(): void;
    destroy(error?: Error): this;
    end(chunk?: string | Uint8Array, encoding?: string, callback?: () => void): this;
    flushHeaders(): void;
    getHeader(name: string): HeaderValue | undefined;
    getHeaderNames(): string[];
    getHeaders(): OutgoingHeaders;
    getRawHeaderNames(): string[];
    hasHeader(name: string): boolean;
    removeHeader(name: string): void;
    setHeader(name: string, value: HeaderValue): this;
    setHeaders(headers: Map<string, HeaderValue> | Headers): this;
    setTimeout(msecs: number, callback?: (socket: Socket) => void): this;
    uncork(): void;
    write(chunk: string | Uint8Array, encoding?: string, callback?: (error?: Error | null) => void): boolean;
  }

  class ServerResponse extends OutgoingMessage {
    constructor(req: IncomingMessage);
    req: IncomingMessage;
    statusCode: number;
    statusMessage: string;
    assignSocket(socket: Socket): void;
    detachSocket(socket: Socket): void;
    writeContinue(callback?: () => void): void;
    writeEarlyHints(hints: { [name: string]: string | string[] }, callback?: () => void): void;
    writeHead(statusCode: number, statusMessage?: string, headers?: OutgoingHeaders | readonly string[]): this;
    writeHead(statusCode: number, headers?: OutgoingHeaders | readonly string[]): this;
    writeProcessing(callback?: () => void): void;
  }

  class ClientRequest extends OutgoingMessage {
    constructor(url: string | URL | RequestOptions, options?: RequestOptions, callback?: (res: IncomingMessage) => void);
    aborted: boolean;
    host: string;
    maxHeadersCount: number | null;
    method: string;
    path: string;
    protocol: string;
    reusedSocket: boolean;
    abort(): void;
    onSocket(socket: Socket): void;
    setNoDelay(noDelay?: boolean): void;
    setSocketKeepAlive(enable?: boolean, initialDelay?: number): void;
  }

  class Server extends NetServer {
    constructor(options?: ServerOptions | RequestListener, requestListener?: RequestListener);
    headersTimeout: number;
    keepAliveTimeout: number;
    maxHeadersCount: number | null;
    maxRequestsPerSocket: number | null;
    requestTimeout: number;
    timeout: number;
    closeAllConnections(): void;
    closeIdleConnections(): void;
    setTimeout(msecs?: number, callback?: (socket: Socket) => void): this;
  }

  class Agent extends EventEmitter {
    constructor(options?: AgentOptions);
    static defaultMaxSockets: number;
    readonly freeSockets: { [name: string]: Socket[] };
    maxFreeSockets: number;
    maxSockets: number;
    maxTotalSockets: number;
    readonly requests: { [name: string]: ClientRequest[] };
    readonly sockets: { [name: string]: Socket[] };
    createConnection(options: RequestOptions, callback?: (error: Error | null, socket?: Socket) => void): Socket | undefined;
    destroy(): void;
    getName(options?: RequestOptions): string;
    keepSocketAlive(socket: Socket): boolean;
    reuseSocket(socket: Socket, request: ClientRequest): void;
  }

  const METHODS: string[];
  const STATUS_CODES: { [code: number]: string };
  const maxHeaderSize: number;
  let globalAgent: Agent;
  function createServer(options?: ServerOptions | RequestListener, requestListener?: RequestListener): Server;
  function get(url: string | URL | RequestOptions, options?: RequestOptions, callback?: (res: IncomingMessage) => void): ClientRequest;
  function request(url: string | URL | RequestOptions, options?: RequestOptions, callback?: (res: IncomingMessage) => void): ClientRequest;
  function setMaxIdleHTTPParsers(max: number): void;
  function validateHeaderName(name: string, label?: string): void;
  function validateHeaderValue(name: string, value: unknown): void;
}
