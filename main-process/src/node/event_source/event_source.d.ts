/**
 * The global `EventSource`, without a flag; see https://html.spec.whatwg.org/multipage/server-sent-events.html
 *
 * Missing compared with Node: `dispatcher` among the options.
 */
declare class EventSource extends EventTarget {
  /** @throws DOMException SyntaxError for what is no URL. */
  constructor(url: string | URL, options?: { withCredentials?: boolean; node?: { headers?: Record<string, string> } });
  static readonly CONNECTING: 0;
  static readonly OPEN: 1;
  static readonly CLOSED: 2;
  readonly url: string;
  readonly readyState: 0 | 1 | 2;
  readonly withCredentials: boolean;
  close(): void;
}
