/**
 * Node's `net`: TCP, and pipes with a name (Unix domain sockets; named pipes on Windows).
 * Source: https://nodejs.org/api/net.html
 *
 * An accepted connection gets its handle and its writable side when something asks for them, so that one that does
 * nothing costs about a kilobyte.
 *
 * Missing compared with Node: performance entries of kind 'net'; passing servers and sockets to other processes and
 * clusters (`exclusive` has no effect); clones of a BlockList share their rules in one thread only; on Windows file
 * descriptors (`fd`), `readableAll`/`writableAll` and `reusePort`.
 */
declare module 'net' {
  import { EventEmitter } from 'events';
  import { Duplex, DuplexOptions } from 'stream';
  import { LookupOptions } from 'dns';

  type Family = 'IPv4' | 'IPv6';
  type Lookup = (
    hostname: string,
    options: LookupOptions,
    callback: (error: Error | null, address: string | Array<{ address: string; family: number }>, family?: number) => void,
  ) => void;

  interface AddressInfo {
    address: string;
    family: string;
    port: number;
  }
  /** Reads go into the program's own memory, and `callback` is told how much; false pauses. */
  interface OnReadOptions {
    buffer: Uint8Array | (() => Uint8Array);
    callback(bytesRead: number, buffer: Uint8Array): boolean;
  }
  interface SocketOptions extends Omit<DuplexOptions, 'objectMode' | 'readableObjectMode' | 'writableObjectMode'> {
    /** A socket or an end of a pipe that is open already. */
    fd?: number;
    allowHalfOpen?: boolean;
    onread?: OnReadOptions;
    signal?: AbortSignal;
    noDelay?: boolean;
    keepAlive?: boolean;
    keepAliveInitialDelay?: number;
  }
  interface TcpConnectOptions {
    port: number | string;
    host?: string;
    localAddress?: string;
    localPort?: number;
    family?: 0 | 4 | 6 | Family;
    hints?: number;
    lookup?: Lookup;
    /** Tries the addresses of both families by turns, each for this long before the next. */
    autoSelectFamily?: boolean;
    autoSelectFamilyAttemptTimeout?: number;
  }
  interface PipeConnectOptions {
    path: string;
  }
  type ConnectOptions = (TcpConnectOptions | PipeConnectOptions) & SocketOptions & { timeout?: number };

  /**
   * Events: those of a Duplex; `lookup`, `connectionAttempt`, `connectionAttemptFailed`, `connectionAttemptTimeout`,
   * `connect`, `ready`, `timeout`, `close` (hadError).
   */
  class Socket extends Duplex {
    constructor(options?: SocketOptions | number);
    connect(options: TcpConnectOptions | PipeConnectOptions, listener?: () => void): this;
    connect(port: number, host?: string, listener?: () => void): this;
    connect(port: number, listener: () => void): this;
    connect(path: string, listener?: () => void): this;
    readonly connecting: boolean;
    readonly pending: boolean;
    readonly readyState: 'opening' | 'open' | 'readOnly' | 'writeOnly' | 'closed';
    readonly bytesRead: number;
    readonly bytesWritten: number;
    readonly bufferSize: number | undefined;
    readonly localAddress?: string;
    readonly localPort?: number;
    readonly localFamily?: Family;
    readonly remoteAddress?: string;
    readonly remotePort?: number;
    readonly remoteFamily?: Family;
    readonly autoSelectFamilyAttemptedAddresses?: string[];
    timeout?: number;
    address(): AddressInfo | {};
    setTimeout(milliseconds: number, listener?: () => void): this;
    setNoDelay(enable?: boolean): this;
    setKeepAlive(enable?: boolean, initialDelay?: number): this;
    /** Ends what is being written, then destroys. */
    destroySoon(): void;
    /** Closes so that the other side sees a reset. */
    resetAndDestroy(): this;
    ref(): this;
    unref(): this;
  }

  interface ServerOptions {
    allowHalfOpen?: boolean;
    pauseOnConnect?: boolean;
    noDelay?: boolean;
    keepAlive?: boolean;
    keepAliveInitialDelay?: number;
    highWaterMark?: number;
    blockList?: BlockList;
  }
  interface ListenOptions {
    port?: number;
    host?: string;
    path?: string;
    fd?: number;
    backlog?: number;
    exclusive?: boolean;
    ipv6Only?: boolean;
    reusePort?: boolean;
    readableAll?: boolean;
    writableAll?: boolean;
    signal?: AbortSignal;
  }

  /** Events: `listening`, `connection` (socket), `drop` (addresses), `error`, `close`. */
  class Server extends EventEmitter {
    constructor(options?: ServerOptions, listener?: (socket: Socket) => void);
    constructor(listener?: (socket: Socket) => void);
    listen(port?: number, host?: string, backlog?: number, listener?: () => void): this;
    listen(port?: number, host?: string, listener?: () => void): this;
    listen(port?: number, backlog?: number, listener?: () => void): this;
    listen(port?: number, listener?: () => void): this;
    listen(path: string, backlog?: number, listener?: () => void): this;
    listen(path: string, listener?: () => void): this;
    listen(options: ListenOptions, listener?: () => void): this;
    readonly listening: boolean;
    maxConnections?: number;
    address(): AddressInfo | string | null;
    getConnections(callback: (error: Error | null, count: number) => void): this;
    close(callback?: (error?: Error) => void): this;
    ref(): this;
    unref(): this;
    [Symbol.asyncDispose](): Promise<void>;
  }

  class SocketAddress {
    constructor(options?: { address?: string; family?: 'ipv4' | 'ipv6'; port?: number; flowlabel?: number });
    readonly address: string;
    readonly family: 'ipv4' | 'ipv6';
    readonly port: number;
    readonly flowlabel: number;
    static parse(input: string): SocketAddress | undefined;
  }

  class BlockList {
    readonly rules: string[];
    addAddress(address: string | SocketAddress, family?: 'ipv4' | 'ipv6'): void;
    addRange(start: string | SocketAddress, end: string | SocketAddress, family?: 'ipv4' | 'ipv6'): void;
    addSubnet(network: string | SocketAddress, prefix: number, family?: 'ipv4' | 'ipv6'): void;
    check(address: string | SocketAddress, family?: 'ipv4' | 'ipv6'): boolean;
    toJSON(): string[];
    fromJSON(data: string | string[]): void;
    static isBlockList(value: unknown): value is BlockList;
  }

  export { Socket, Socket as Stream, Server, BlockList, SocketAddress, AddressInfo, SocketOptions, ServerOptions, ListenOptions };
  export function createServer(options?: ServerOptions, listener?: (socket: Socket) => void): Server;
  export function createServer(listener?: (socket: Socket) => void): Server;
  export function connect(options: ConnectOptions, listener?: () => void): Socket;
  export function connect(port: number, host?: string, listener?: () => void): Socket;
  export function connect(path: string, listener?: () => void): Socket;
  export { connect as createConnection };
  export function isIP(input: string): 0 | 4 | 6;
  export function isIPv4(input: string): boolean;
  export function isIPv6(input: string): boolean;
  export function getDefaultAutoSelectFamily(): boolean;
  export function setDefaultAutoSelectFamily(value: boolean): void;
  export function getDefaultAutoSelectFamilyAttemptTimeout(): number;
  export function setDefaultAutoSelectFamilyAttemptTimeout(value: number): void;
}
declare module 'node:net' {
  export * from 'net';
}
