/**
 * TLS 1.2 and 1.3 over any stream, by rustls. Certificates are verified after the handshake, as OpenSSL verifies them and
 * with its codes, so that a program may look at what it does not trust.
 * Source: https://nodejs.org/api/tls.html
 *
 * Missing compared with Node: versions before TLS 1.2; suites without ECDHE (`AES128-SHA`, `DHE-...`, `PSK-...`); the options
 * `dhparam`, `sigalgs`, `pskCallback`, `pskIdentityHint`, `enableTrace`, `clientCertEngine`, `privateKeyEngine`,
 * `privateKeyIdentifier`; the curves P-521 and X448; RSA keys below 2048 bits and RSA-PSS keys; `renegotiate`, `getFinished`,
 * `getPeerFinished`, `getSharedSigalgs`, `enableTrace`, `server.setOptions`; the events `newSession` and `resumeSession`
 * (sessions are in tickets, and never leave the process: what `getSession` gives is a number of one; one of TLS 1.3 is good
 * for one connection); `getTLSTicket` gives nothing. `rootCertificates` are those that the system trusts.
 */
declare module 'tls' {
  import { Duplex } from 'stream';
  import * as net from 'net';

  type Version = 'TLSv1.2' | 'TLSv1.3';
  type Pem = string | Buffer;

  interface SecureContextOptions {
    ca?: Pem | Pem[];
    cert?: Pem | Pem[];
    key?: Pem | (Pem | { pem: Pem; passphrase?: string })[];
    passphrase?: string;
    pfx?: Pem | (Pem | { buf: Pem; passphrase?: string })[];
    crl?: Pem | Pem[];
    ciphers?: string;
    ecdhCurve?: string;
    honorCipherOrder?: boolean;
    minVersion?: Version;
    maxVersion?: Version;
    secureOptions?: number;
    secureProtocol?: string;
    sessionIdContext?: string;
    sessionTimeout?: number;
    ticketKeys?: Buffer;
    allowPartialTrustChain?: boolean;
  }
  class SecureContext {
    context: object;
  }
  interface PeerCertificate {
    subject: Record<string, string | string[]>;
    issuer: Record<string, string | string[]>;
    subjectaltname?: string;
    infoAccess?: Record<string, string[]>;
    ca: boolean;
    modulus?: string;
    exponent?: string;
    bits?: number;
    pubkey?: Buffer;
    asn1Curve?: string;
    nistCurve?: string;
    valid_from: string;
    valid_to: string;
    fingerprint: string;
    fingerprint256: string;
    fingerprint512: string;
    ext_key_usage?: string[];
    serialNumber: string;
    raw: Buffer;
    issuerCertificate?: PeerCertificate;
  }
  interface CipherInfo {
    name: string;
    standardName: string;
    version: string;
  }
  interface TLSSocketOptions extends SecureContextOptions {
    isServer?: boolean;
    server?: net.Server;
    secureContext?: SecureContext;
    requestCert?: boolean;
    rejectUnauthorized?: boolean;
    ALPNProtocols?: string[] | Uint8Array;
    ALPNCallback?: (hello: { servername: string; protocols: string[] }) => string | undefined;
    SNICallback?: (servername: string, callback: (error: Error | null, context?: SecureContext) => void) => void;
    session?: Buffer;
    requestOCSP?: boolean;
  }
  class TLSSocket extends net.Socket {
    constructor(socket?: Duplex, options?: TLSSocketOptions);
    readonly authorized: boolean;
    readonly authorizationError: string | null;
    readonly encrypted: true;
    readonly alpnProtocol: string | false | null;
    readonly servername: string | false | null;
    getPeerCertificate(detailed?: boolean): PeerCertificate;
    getCertificate(): PeerCertificate | object | null;
    getCipher(): CipherInfo;
    getEphemeralKeyInfo(): object | null;
    getProtocol(): string | null;
    getSession(): Buffer | undefined;
    isSessionReused(): boolean;
    setSession(session: Buffer): void;
    setServername(name: string): void;
    setMaxSendFragment(size: number): boolean;
    exportKeyingMaterial(length: number, label: string, context?: Buffer): Buffer;
    disableRenegotiation(): void;
  }
  interface TlsOptions extends SecureContextOptions, TLSSocketOptions {
    handshakeTimeout?: number;
  }
  class Server extends net.Server {
    constructor(options?: TlsOptions, listener?: (socket: TLSSocket) => void);
    addContext(hostname: string, context: SecureContextOptions | SecureContext): void;
    setSecureContext(options: SecureContextOptions): void;
    getTicketKeys(): Buffer;
    setTicketKeys(keys: Buffer): void;
  }
  interface ConnectionOptions extends SecureContextOptions, TLSSocketOptions {
    host?: string;
    port?: number;
    path?: string;
    socket?: Duplex;
    servername?: string;
    checkServerIdentity?: (host: string, cert: PeerCertificate) => Error | undefined;
    timeout?: number;
  }

  function connect(options: ConnectionOptions, onSecure?: () => void): TLSSocket;
  function connect(port: number, host?: string, options?: ConnectionOptions, onSecure?: () => void): TLSSocket;
  function createServer(options?: TlsOptions, listener?: (socket: TLSSocket) => void): Server;
  function createSecureContext(options?: SecureContextOptions): SecureContext;
  function checkServerIdentity(host: string, cert: PeerCertificate): Error | undefined;
  function getCiphers(): string[];
  function getCACertificates(type?: 'default' | 'system' | 'bundled' | 'extra'): readonly string[];
  const rootCertificates: readonly string[];
  let DEFAULT_CIPHERS: string;
  let DEFAULT_ECDH_CURVE: string;
  let DEFAULT_MIN_VERSION: Version;
  let DEFAULT_MAX_VERSION: Version;
}
declare module 'node:tls' {
  export * from 'tls';
}
