/**
 * Names and addresses. `lookup` and `lookupService` ask the system, as every other program does; `Resolver` and the
 * `resolve` functions speak DNS themselves, to the servers that the system is configured with or that `setServers` names.
 * Source: https://nodejs.org/api/dns.html
 *
 * Missing compared with Node: `dns` entries of the performance timeline; c-ares' options from `RES_OPTIONS` and
 * `resolv.conf` beyond the servers' addresses.
 */
declare module 'dns' {
  type Family = 0 | 4 | 6 | 'IPv4' | 'IPv6';
  type Order = 'ipv4first' | 'ipv6first' | 'verbatim';

  interface LookupOptions {
    family?: Family;
    /** Any of `ADDRCONFIG`, `ALL` and `V4MAPPED`, added. */
    hints?: number;
    all?: boolean;
    order?: Order;
    /** Older form of `order`. */
    verbatim?: boolean;
  }
  interface LookupAddress {
    address: string;
    family: 4 | 6;
  }
  interface ResolverOptions {
    /** Milliseconds of the first round; each later one waits twice as long. */
    timeout?: number;
    tries?: number;
    maxTimeout?: number;
  }
  interface RecordWithTtl {
    address: string;
    ttl: number;
  }
  interface MxRecord {
    exchange: string;
    priority: number;
  }
  interface SrvRecord {
    name: string;
    port: number;
    priority: number;
    weight: number;
  }
  interface NaptrRecord {
    flags: string;
    service: string;
    regexp: string;
    replacement: string;
    order: number;
    preference: number;
  }
  interface SoaRecord {
    nsname: string;
    hostmaster: string;
    serial: number;
    refresh: number;
    retry: number;
    expire: number;
    minttl: number;
  }
  interface TlsaRecord {
    certUsage: number;
    selector: number;
    match: number;
    data: ArrayBuffer;
  }
  type Done<T> = (error: NodeJS.ErrnoException | null, result: T) => void;

  interface Queries {
    resolve(name: string, callback: Done<string[]>): void;
    resolve(name: string, rrtype: string, callback: Done<unknown>): void;
    resolve4(name: string, callback: Done<string[]>): void;
    resolve4(name: string, options: { ttl: true }, callback: Done<RecordWithTtl[]>): void;
    resolve6(name: string, callback: Done<string[]>): void;
    resolve6(name: string, options: { ttl: true }, callback: Done<RecordWithTtl[]>): void;
    resolveAny(name: string, callback: Done<object[]>): void;
    resolveCaa(name: string, callback: Done<object[]>): void;
    resolveCname(name: string, callback: Done<string[]>): void;
    resolveMx(name: string, callback: Done<MxRecord[]>): void;
    resolveNaptr(name: string, callback: Done<NaptrRecord[]>): void;
    resolveNs(name: string, callback: Done<string[]>): void;
    resolvePtr(name: string, callback: Done<string[]>): void;
    resolveSoa(name: string, callback: Done<SoaRecord>): void;
    resolveSrv(name: string, callback: Done<SrvRecord[]>): void;
    resolveTlsa(name: string, callback: Done<TlsaRecord[]>): void;
    resolveTxt(name: string, callback: Done<string[][]>): void;
    reverse(ip: string, callback: Done<string[]>): void;
    getServers(): string[];
    setServers(servers: readonly string[]): void;
  }
  interface Resolver extends Queries {
    cancel(): void;
    setLocalAddress(ipv4?: string, ipv6?: string): void;
  }
  const Resolver: new (options?: ResolverOptions) => Resolver;

  /** @throws ENOTFOUND, EAI_AGAIN and other codes of the system's resolver, to the callback */
  function lookup(hostname: string, callback: (error: NodeJS.ErrnoException | null, address: string, family: 4 | 6) => void): void;
  function lookup(hostname: string, options: (LookupOptions & { all?: false }) | Family, callback: (error: NodeJS.ErrnoException | null, address: string, family: 4 | 6) => void): void;
  function lookup(hostname: string, options: LookupOptions & { all: true }, callback: Done<LookupAddress[]>): void;
  function lookupService(address: string, port: number, callback: (error: NodeJS.ErrnoException | null, hostname: string, service: string) => void): void;
  function getDefaultResultOrder(): Order;
  function setDefaultResultOrder(order: Order): void;

  const ADDRCONFIG: number;
  const ALL: number;
  const V4MAPPED: number;
  /** The same functions, giving promises. */
  const promises: typeof import('dns/promises');
}
declare module 'node:dns' {
  export * from 'dns';
}
/** `dns`, giving promises. Arguments are checked before there is one, so that wrong ones throw. */
declare module 'dns/promises' {
  import { LookupAddress, LookupOptions, Family, Order, ResolverOptions } from 'dns';

  function lookup(hostname: string, options?: (LookupOptions & { all?: false }) | Family): Promise<LookupAddress>;
  function lookup(hostname: string, options: LookupOptions & { all: true }): Promise<LookupAddress[]>;
  function lookupService(address: string, port: number): Promise<{ hostname: string; service: string }>;
  function resolve(name: string, rrtype?: string): Promise<unknown>;
  function reverse(ip: string): Promise<string[]>;
  function getServers(): string[];
  function setServers(servers: readonly string[]): void;
  function getDefaultResultOrder(): Order;
  function setDefaultResultOrder(order: Order): void;
  class Resolver {
    constructor(options?: ResolverOptions);
    cancel(): void;
    resolve(name: string, rrtype?: string): Promise<unknown>;
    reverse(ip: string): Promise<string[]>;
    getServers(): string[];
    setServers(servers: readonly string[]): void;
    setLocalAddress(ipv4?: string, ipv6?: string): void;
  }
}
declare module 'node:dns/promises' {
  export * from 'dns/promises';
}
