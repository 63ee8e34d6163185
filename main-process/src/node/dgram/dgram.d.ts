/**
 * Node's `dgram`: UDP.
 * Source: https://nodejs.org/api/dgram.html
 *
 * Missing compared with Node: sharing sockets among the processes of a cluster (`exclusive` has no effect); on Windows
 * file descriptors (`fd`), `reusePort` and memberships of an IPv6 group by source.
 */
declare module 'dgram' {
  import { EventEmitter } from 'events';

  type SocketType = 'udp4' | 'udp6';
  type Piece = string | NodeJS.ArrayBufferView;
  type Sent = (error: Error | null, bytes: number) => void;

  interface RemoteInfo {
    address: string;
    family: 'IPv4' | 'IPv6';
    port: number;
    size: number;
  }
  interface SocketOptions {
    type: SocketType;
    reuseAddr?: boolean;
    reusePort?: boolean;
    ipv6Only?: boolean;
    recvBufferSize?: number;
    sendBufferSize?: number;
    lookup?: (hostname: string, family: number, callback: (error: Error | null, address: string, family: number) => void) => void;
    signal?: AbortSignal;
  }
  interface BindOptions {
    port?: number;
    address?: string;
    exclusive?: boolean;
    /** A UDP socket that is open already. */
    fd?: number;
  }

  /** Events: `listening`, `connect`, `message` (bytes, sender), `error`, `close`. */
  class Socket extends EventEmitter {
    bind(port?: number, address?: string, listener?: () => void): this;
    bind(port: number, listener: () => void): this;
    bind(listener: () => void): this;
    bind(options: BindOptions, listener?: () => void): this;
    connect(port: number, address?: string, callback?: (error?: Error) => void): void;
    connect(port: number, callback: (error?: Error) => void): void;
    disconnect(): void;
    /** Several pieces are one datagram. Without a port it goes to where the socket is connected. */
    send(message: Piece | readonly Piece[], port?: number, address?: string, callback?: Sent): void;
    send(message: Piece | readonly Piece[], port: number, callback: Sent): void;
    send(message: Piece | readonly Piece[], callback: Sent): void;
    send(message: Piece, offset: number, length: number, port?: number, address?: string, callback?: Sent): void;
    sendto(message: Piece, offset: number, length: number, port: number, address: string, callback?: Sent): void;
    close(callback?: () => void): this;
    address(): { address: string; family: string; port: number };
    remoteAddress(): { address: string; family: string; port: number };
    setBroadcast(on: boolean): void;
    setTTL(ttl: number): number;
    setMulticastTTL(ttl: number): number;
    setMulticastLoopback(on: boolean): boolean;
    setMulticastInterface(address: string): void;
    addMembership(group: string, interfaceAddress?: string): void;
    dropMembership(group: string, interfaceAddress?: string): void;
    addSourceSpecificMembership(source: string, group: string, interfaceAddress?: string): void;
    dropSourceSpecificMembership(source: string, group: string, interfaceAddress?: string): void;
    getRecvBufferSize(): number;
    setRecvBufferSize(size: number): void;
    getSendBufferSize(): number;
    setSendBufferSize(size: number): void;
    getSendQueueSize(): number;
    getSendQueueCount(): number;
    ref(): this;
    unref(): this;
    [Symbol.asyncDispose](): Promise<void>;
  }

  export { Socket, RemoteInfo, SocketOptions, BindOptions };
  export function createSocket(type: SocketType | SocketOptions, listener?: (message: Buffer, sender: RemoteInfo) => void): Socket;
}
declare module 'node:dgram' {
  export * from 'dgram';
}
