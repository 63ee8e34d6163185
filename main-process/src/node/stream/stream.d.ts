/**
 * Missing compared with Node: `_stream_wrap`.
 * `stream.eventNames()` lists events in the order in which listeners came.
 */
declare module 'stream' {
  import EventEmitter = require('events');

  type Callback = (error?: Error | null) => void;
  type Side = NodeJS.ReadableStream | NodeJS.WritableStream;

  namespace Stream {
    interface StreamOptions<T> {
      emitClose?: boolean;
      highWaterMark?: number;
      objectMode?: boolean;
      autoDestroy?: boolean;
      signal?: AbortSignal;
      /** Runs first; reads and writes wait for its callback. */
      construct?(this: T, callback: Callback): void;
      destroy?(this: T, error: Error | null, callback: Callback): void;
    }
    interface ReadableOptions<T = Readable> extends StreamOptions<T> {
      encoding?: BufferEncoding;
      read?(this: T, size: number): void;
    }
    interface WritableOptions<T = Writable> extends StreamOptions<T> {
      decodeStrings?: boolean;
      defaultEncoding?: BufferEncoding;
      write?(this: T, chunk: any, encoding: BufferEncoding, callback: Callback): void;
      writev?(this: T, chunks: Array<{ chunk: any; encoding: BufferEncoding }>, callback: Callback): void;
      final?(this: T, callback: Callback): void;
    }
    interface WebOptions {
      highWaterMark?: number;
      objectMode?: boolean;
      encoding?: BufferEncoding;
      decodeStrings?: boolean;
      allowHalfOpen?: boolean;
      signal?: AbortSignal;
    }
    interface DuplexOptions<T = Duplex> extends ReadableOptions<T>, WritableOptions<T> {
      allowHalfOpen?: boolean;
      readable?: boolean;
      writable?: boolean;
      readableObjectMode?: boolean;
      writableObjectMode?: boolean;
      readableHighWaterMark?: number;
      writableHighWaterMark?: number;
    }
    interface TransformOptions<T = Transform> extends DuplexOptions<T> {
      transform?(this: T, chunk: any, encoding: BufferEncoding, callback: (error?: Error | null, data?: any) => void): void;
      flush?(this: T, callback: (error?: Error | null, data?: any) => void): void;
    }
    interface OperatorOptions {
      signal?: AbortSignal;
    }
    interface ConcurrentOptions extends OperatorOptions {
      /** How many calls may be under way at once; 1 unless told. */
      concurrency?: number;
      highWaterMark?: number;
    }
    interface FinishedOptions {
      error?: boolean;
      readable?: boolean;
      writable?: boolean;
      signal?: AbortSignal;
    }

    class Readable extends Stream implements AsyncIterable<any>, AsyncDisposable {
      constructor(options?: ReadableOptions);
      static from(iterable: Iterable<any> | AsyncIterable<any>, options?: ReadableOptions): Readable;
      static wrap(stream: NodeJS.ReadableStream, options?: ReadableOptions): Readable;
      static fromWeb(stream: ReadableStream, options?: WebOptions): Readable;
      static toWeb(stream: Readable, options?: { strategy?: QueuingStrategy }): ReadableStream;
      readable: boolean;
      readonly readableAborted: boolean;
      readonly readableDidRead: boolean;
      readonly readableEncoding: BufferEncoding | null;
      readonly readableEnded: boolean;
      /** Null: nobody decided. True: data flows to listeners. False: it waits. */
      readableFlowing: boolean | null;
      readonly readableHighWaterMark: number;
      readonly readableLength: number;
      readonly readableObjectMode: boolean;
      readonly closed: boolean;
      readonly errored: Error | null;
      destroyed: boolean;
      push(chunk: any, encoding?: BufferEncoding): boolean;
      unshift(chunk: any, encoding?: BufferEncoding): boolean;
      read(size?: number): any;
      setEncoding(encoding: BufferEncoding): this;
      pause(): this;
      resume(): this;
      isPaused(): boolean;
      unpipe(destination?: NodeJS.WritableStream): this;
      wrap(stream: NodeJS.ReadableStream): this;
      destroy(error?: Error): this;
      iterator(options?: { destroyOnReturn?: boolean }): AsyncIterableIterator<any>;
      map(fn: (data: any, options?: OperatorOptions) => any, options?: ConcurrentOptions): Readable;
      filter(fn: (data: any, options?: OperatorOptions) => any, options?: ConcurrentOptions): Readable;
      flatMap(fn: (data: any, options?: OperatorOptions) => any, options?: ConcurrentOptions): Readable;
      forEach(fn: (data: any, options?: OperatorOptions) => any, options?: ConcurrentOptions): Promise<void>;
      some(fn: (data: any, options?: OperatorOptions) => any, options?: ConcurrentOptions): Promise<boolean>;
      every(fn: (data: any, options?: OperatorOptions) => any, options?: ConcurrentOptions): Promise<boolean>;
      find(fn: (data: any, options?: OperatorOptions) => any, options?: ConcurrentOptions): Promise<any>;
      reduce<T = any>(fn: (previous: any, data: any, options?: OperatorOptions) => T, initial?: T, options?: OperatorOptions): Promise<T>;
      toArray(options?: OperatorOptions): Promise<any[]>;
      drop(limit: number, options?: OperatorOptions): Readable;
      take(limit: number, options?: OperatorOptions): Readable;
      asIndexedPairs(options?: OperatorOptions): Readable;
      compose(stream: any, options?: OperatorOptions): Duplex;
      [Symbol.asyncIterator](): AsyncIterableIterator<any>;
      [Symbol.asyncDispose](): Promise<void>;
      protected _read(size: number): void;
      protected _construct?(callback: Callback): void;
      protected _destroy(error: Error | null, callback: Callback): void;
    }

    class Writable extends Stream implements AsyncDisposable {
      constructor(options?: WritableOptions);
      static fromWeb(stream: WritableStream, options?: WebOptions): Writable;
      static toWeb(stream: Writable): WritableStream;
      writable: boolean;
      readonly writableAborted: boolean;
      readonly writableCorked: number;
      readonly writableEnded: boolean;
      readonly writableFinished: boolean;
      readonly writableHighWaterMark: number;
      readonly writableLength: number;
      readonly writableNeedDrain: boolean;
      readonly writableObjectMode: boolean;
      readonly closed: boolean;
      readonly errored: Error | null;
      destroyed: boolean;
      /** False: wait for 'drain' before the next. */
      write(chunk: any, callback?: Callback): boolean;
      write(chunk: any, encoding?: BufferEncoding, callback?: Callback): boolean;
      end(callback?: Callback): this;
      end(chunk: any, callback?: Callback): this;
      end(chunk: any, encoding?: BufferEncoding, callback?: Callback): this;
      cork(): void;
      uncork(): void;
      setDefaultEncoding(encoding: BufferEncoding): this;
      destroy(error?: Error): this;
      [Symbol.asyncDispose](): Promise<void>;
      protected _write(chunk: any, encoding: BufferEncoding, callback: Callback): void;
      protected _writev?(chunks: Array<{ chunk: any; encoding: BufferEncoding }>, callback: Callback): void;
      protected _construct?(callback: Callback): void;
      protected _final?(callback: Callback): void;
      protected _destroy(error: Error | null, callback: Callback): void;
    }

    interface Duplex extends Writable {}
    class Duplex extends Readable {
      constructor(options?: DuplexOptions);
      static from(source: any): Duplex;
      static fromWeb(pair: { readable: ReadableStream; writable: WritableStream }, options?: WebOptions): Duplex;
      static toWeb(duplex: Duplex): { readable: ReadableStream; writable: WritableStream };
      allowHalfOpen: boolean;
    }
    class Transform extends Duplex {
      constructor(options?: TransformOptions);
      protected _transform(chunk: any, encoding: BufferEncoding, callback: (error?: Error | null, data?: any) => void): void;
      protected _flush?(callback: (error?: Error | null, data?: any) => void): void;
    }
    class PassThrough extends Transform {}

    /** Streams, iterables, and functions of these; the callback comes last. */
    function pipeline(...streams: any[]): any;
    function finished(stream: Side, options: FinishedOptions, callback: Callback): () => void;
    function finished(stream: Side, callback: Callback): () => void;
    function compose(...streams: any[]): Duplex;
    function duplexPair(options?: DuplexOptions): [Duplex, Duplex];
    function addAbortSignal<T extends Side>(signal: AbortSignal, stream: T): T;
    function destroy(stream: Side, error?: Error): void;
    function getDefaultHighWaterMark(objectMode: boolean): number;
    function setDefaultHighWaterMark(objectMode: boolean, value: number): void;
    function isDestroyed(stream: Side): boolean | null;
    function isDisturbed(stream: Side): boolean;
    function isErrored(stream: Side): boolean;
    function isReadable(stream: Side): boolean | null;
    function isWritable(stream: Side): boolean | null;
    const promises: typeof import('stream/promises');
  }

  class Stream extends EventEmitter {
    pipe<T extends NodeJS.WritableStream>(destination: T, options?: { end?: boolean }): T;
  }

  export = Stream;
}
declare module 'node:stream' {
  import stream = require('stream');
  export = stream;
}

declare module 'stream/promises' {
  import { FinishedOptions } from 'stream';
  /** The last argument may be `{ signal, end }`. */
  function pipeline(...streams: any[]): Promise<any>;
  function finished(stream: any, options?: FinishedOptions & { cleanup?: boolean }): Promise<void>;
}
declare module 'node:stream/promises' {
  export * from 'stream/promises';
}

declare module 'stream/consumers' {
  type Source = NodeJS.ReadableStream | AsyncIterable<any>;
  function arrayBuffer(stream: Source): Promise<ArrayBuffer>;
  function blob(stream: Source): Promise<Blob>;
  function buffer(stream: Source): Promise<Buffer>;
  function json(stream: Source): Promise<unknown>;
  function text(stream: Source): Promise<string>;
}
declare module 'node:stream/consumers' {
  export * from 'stream/consumers';
}
