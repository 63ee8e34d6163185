/**
 * Deflate, gzip, brotli and zstd: as streams, with a callback, and at once. Streams and the forms with a callback work on
 * other threads; the Sync forms block.
 *
 * Missing compared with Node: brotli's `BROTLI_PARAM_NPOSTFIX` and `BROTLI_PARAM_NDIRECT`, and zstd's threads
 * (`ZSTD_c_nbWorkers` and its kin) and dictionaries: the parameters throw ERR_ZLIB_INITIALIZATION_FAILED. What is
 * compressed decompresses anywhere, but is not byte for byte what Node's zlib makes.
 */
declare module 'zlib' {
  import { Transform } from 'stream';

  type Input = string | ArrayBuffer | NodeJS.ArrayBufferView;
  type Done = (error: Error | null, result: Buffer) => void;

  interface CommonOptions {
    flush?: number;
    finishFlush?: number;
    /** From 64 on; the size of the pieces that a stream puts out. */
    chunkSize?: number;
    /** More output than this, of the forms that are no streams, is an ERR_BUFFER_TOO_LARGE. */
    maxOutputLength?: number;
    /** Whether the forms that are no streams give `{ buffer, engine }`. */
    info?: boolean;
    /** Whether data after the end of what was compressed is an error rather than passed over. */
    rejectGarbageAfterEnd?: boolean;
  }
  interface ZlibOptions extends CommonOptions {
    windowBits?: number;
    level?: number;
    memLevel?: number;
    strategy?: number;
    dictionary?: NodeJS.ArrayBufferView | ArrayBuffer;
  }
  interface BrotliOptions extends CommonOptions {
    params?: { [parameter: number]: number | boolean };
  }
  interface ZstdOptions extends CommonOptions {
    params?: { [parameter: number]: number | boolean };
    pledgedSrcSize?: number;
  }

  interface Zlib extends Transform {
    /** How many bytes of input were used. */
    readonly bytesWritten: number;
    close(callback?: () => void): void;
    flush(kind?: number, callback?: () => void): void;
    flush(callback?: () => void): void;
    reset(): void;
  }
  interface ZlibParams extends Zlib {
    params(level: number, strategy: number, callback: () => void): void;
  }

  class Deflate implements ZlibParams { constructor(options?: ZlibOptions) }
  class Inflate implements ZlibParams { constructor(options?: ZlibOptions) }
  class Gzip implements ZlibParams { constructor(options?: ZlibOptions) }
  class Gunzip implements ZlibParams { constructor(options?: ZlibOptions) }
  class DeflateRaw implements ZlibParams { constructor(options?: ZlibOptions) }
  class InflateRaw implements ZlibParams { constructor(options?: ZlibOptions) }
  class Unzip implements ZlibParams { constructor(options?: ZlibOptions) }
  class BrotliCompress implements Zlib { constructor(options?: BrotliOptions) }
  class BrotliDecompress implements Zlib { constructor(options?: BrotliOptions) }
  class ZstdCompress implements Zlib { constructor(options?: ZstdOptions) }
  class ZstdDecompress implements Zlib { constructor(options?: ZstdOptions) }

  function createDeflate(options?: ZlibOptions): Deflate;
  function createInflate(options?: ZlibOptions): Inflate;
  function createGzip(options?: ZlibOptions): Gzip;
  function createGunzip(options?: ZlibOptions): Gunzip;
  function createDeflateRaw(options?: ZlibOptions): DeflateRaw;
  function createInflateRaw(options?: ZlibOptions): InflateRaw;
  function createUnzip(options?: ZlibOptions): Unzip;
  function createBrotliCompress(options?: BrotliOptions): BrotliCompress;
  function createBrotliDecompress(options?: BrotliOptions): BrotliDecompress;
  function createZstdCompress(options?: ZstdOptions): ZstdCompress;
  function createZstdDecompress(options?: ZstdOptions): ZstdDecompress;

  interface Deferred<O> {
    (data: Input, callback: Done): void;
    (data: Input, options: O, callback: Done): void;
  }
  type Immediate<O> = (data: Input, options?: O) => Buffer;

  const deflate: Deferred<ZlibOptions>, deflateSync: Immediate<ZlibOptions>;
  const inflate: Deferred<ZlibOptions>, inflateSync: Immediate<ZlibOptions>;
  const gzip: Deferred<ZlibOptions>, gzipSync: Immediate<ZlibOptions>;
  const gunzip: Deferred<ZlibOptions>, gunzipSync: Immediate<ZlibOptions>;
  const deflateRaw: Deferred<ZlibOptions>, deflateRawSync: Immediate<ZlibOptions>;
  const inflateRaw: Deferred<ZlibOptions>, inflateRawSync: Immediate<ZlibOptions>;
  const unzip: Deferred<ZlibOptions>, unzipSync: Immediate<ZlibOptions>;
  const brotliCompress: Deferred<BrotliOptions>, brotliCompressSync: Immediate<BrotliOptions>;
  const brotliDecompress: Deferred<BrotliOptions>, brotliDecompressSync: Immediate<BrotliOptions>;
  const zstdCompress: Deferred<ZstdOptions>, zstdCompressSync: Immediate<ZstdOptions>;
  const zstdDecompress: Deferred<ZstdOptions>, zstdDecompressSync: Immediate<ZstdOptions>;

  /** The checksum of gzip and zip; `value` is that of what came before. */
  function crc32(data: string | NodeJS.ArrayBufferView, value?: number): number;

  /** zlib's, brotli's and zstd's own numbers. */
  const constants: Readonly<Record<string, number>>;
  const codes: Readonly<Record<string, number | string>>;
}

interface CompressionPair {
  readonly readable: ReadableStream<Uint8Array>;
  readonly writable: WritableStream<ArrayBuffer | ArrayBufferView>;
}
type CompressionFormat = 'deflate' | 'deflate-raw' | 'gzip' | 'brotli' | 'zstd';
declare class CompressionStream implements CompressionPair { constructor(format: CompressionFormat) }
declare class DecompressionStream implements CompressionPair { constructor(format: CompressionFormat) }
