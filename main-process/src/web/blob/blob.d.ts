type BlobPart = string | Blob | ArrayBufferView | ArrayBuffer | SharedArrayBuffer;
interface BlobPropertyBag {
  type?: string;
  /** `native` turns line ends in strings into those of the platform. */
  endings?: 'transparent' | 'native';
}

/** Bytes that do not change, with a type. A blob over a file cannot be cloned. */
declare class Blob {
  constructor(sources?: Iterable<BlobPart>, options?: BlobPropertyBag);
  readonly size: number;
  readonly type: string;
  /** A blob over a part of the same bytes. Negative offsets count from the end. */
  slice(start?: number, end?: number, contentType?: string): Blob;
  arrayBuffer(): Promise<ArrayBuffer>;
  bytes(): Promise<Uint8Array>;
  text(): Promise<string>;
  stream(): ReadableStream<Uint8Array>;
}

declare class File extends Blob {
  constructor(fileBits: Iterable<BlobPart>, fileName: string, options?: BlobPropertyBag & { lastModified?: number });
  readonly name: string;
  readonly lastModified: number;
}
