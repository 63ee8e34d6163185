/**
 * HTTP over TLS: `http` with `tls`' options. Agents keep connections, and sessions by which new ones begin faster.
 * Source: https://nodejs.org/api/https.html
 *
 * Missing compared with Node: nothing of its own; see `http` and `tls`.
 */
declare module 'https' {
  import * as http from 'http';
  import * as tls from 'tls';

  interface RequestOptions extends http.RequestOptions, tls.ConnectionOptions {}
  interface AgentOptions extends http.AgentOptions, tls.ConnectionOptions {
    /** 100 unless told otherwise; 0 keeps none. */
    maxCachedSessions?: number;
  }
  class Agent extends http.Agent {
    constructor(options?: AgentOptions);
  }
  class Server extends tls.Server {
    closeAllConnections(): void;
    closeIdleConnections(): void;
    setTimeout(msecs?: number, callback?: () => void): this;
  }
  function createServer(options?: http.ServerOptions & tls.TlsOptions, listener?: http.RequestListener): Server;
  function request(url: string | URL, options?: RequestOptions, callback?: (res: http.IncomingMessage) => void): http.ClientRequest;
  function request(options: RequestOptions, callback?: (res: http.IncomingMessage) => void): http.ClientRequest;
  function get(url: string | URL, options?: RequestOptions, callback?: (res: http.IncomingMessage) => void): http.ClientRequest;
  function get(options: RequestOptions, callback?: (res: http.IncomingMessage) => void): http.ClientRequest;
  let globalAgent: Agent;
}
declare module 'node:https' {
  export * from 'https';
}
