/**
 * The globals `WebSocket` and `CloseEvent`; see https://websockets.spec.whatwg.org
 *
 * Missing compared with Node: `dispatcher` among the options, compression, `globalThis.WebSocketStream`.
 */
declare class WebSocket extends EventTarget {
  /**
   * @param url `ws:`, `wss:`, or the same with `http`.
   * @param protocols names that the server may choose from, or options with headers of one's own.
   * @throws DOMException SyntaxError for another URL, a fragment, or names that are no tokens or come twice.
   */
  constructor(url: string | URL, protocols?: string | string[] | { protocols?: string | string[]; headers?: HeadersInit });
  static readonly CONNECTING: 0;
  static readonly OPEN: 1;
  static readonly CLOSING: 2;
  static readonly CLOSED: 3;
  readonly url: string;
  readonly readyState: 0 | 1 | 2 | 3;
  /** Bytes that were given to `send` and not yet to the system. */
  readonly bufferedAmount: number;
  readonly extensions: '';
  readonly protocol: string;
  binaryType: 'blob' | 'arraybuffer';
  /** @throws DOMException InvalidStateError before it is open. One message may have 1 GiB. */
  send(data: string | ArrayBufferLike | ArrayBufferView | Blob): void;
  /**
   * @param code 1000 or 3000 to 4999
   * @param reason at most 123 bytes
   * @throws DOMException InvalidAccessError, SyntaxError
   */
  close(code?: number, reason?: string): void;
}

declare class CloseEvent extends Event {
  constructor(type: string, options?: EventInit & { wasClean?: boolean; code?: number; reason?: string });
  readonly wasClean: boolean;
  readonly code: number;
  readonly reason: string;
}
