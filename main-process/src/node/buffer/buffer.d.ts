declare module 'buffer' {
  export const INSPECT_MAX_BYTES: number;
  /** What the engine's arrays can hold: 2 GiB - 1, half of Node's. */
  export const kMaxLength: number;
  export const kStringMaxLength: number;
  export const constants: { readonly MAX_LENGTH: number; readonly MAX_STRING_LENGTH: number };
  export type TranscodeEncoding = 'ascii' | 'utf8' | 'utf-8' | 'utf16le' | 'utf-16le' | 'ucs2' | 'ucs-2' | 'latin1' | 'binary';

  /** @throws U_ILLEGAL_ARGUMENT_ERROR for other encodings, U_INVALID_CHAR_FOUND for malformed text */
  export function transcode(source: Uint8Array, fromEnc: TranscodeEncoding, toEnc: TranscodeEncoding): Buffer;
  export function isUtf8(input: NodeJS.TypedArray | ArrayBuffer): boolean;
  export function isAscii(input: NodeJS.TypedArray | ArrayBuffer): boolean;
  /** @throws ERR_NOT_SUPPORTED */
  export function resolveObjectURL(id: string): Blob | undefined;
  /** @deprecated */
  export function SlowBuffer(size: number): Buffer;
  const globalBuffer: typeof Buffer;
  const globalBlob: typeof Blob;
  const globalFile: typeof File;
  export { globalBuffer as Buffer, globalBlob as Blob, globalFile as File, atob, btoa };
}
declare module 'node:buffer' {
  export * from 'buffer';
}

type BufferEncoding =
  | 'ascii' | 'utf8' | 'utf-8' | 'utf16le' | 'utf-16le' | 'ucs2' | 'ucs-2' | 'base64' | 'base64url' | 'latin1' | 'binary'
  | 'hex';

interface BufferConstructor {
  /** How large the memory is that small buffers share. */
  poolSize: number;
  from(text: string, encoding?: BufferEncoding): Buffer;
  /** A view of the same memory. */
  from(memory: ArrayBuffer | SharedArrayBuffer, byteOffset?: number, length?: number): Buffer;
  /** A copy. */
  from(data: Uint8Array | readonly number[] | ArrayLike<number>): Buffer;
  from(object: { valueOf(): string | object } | { [Symbol.toPrimitive](hint: 'string'): string }, encoding?: BufferEncoding): Buffer;
  of(...items: number[]): Buffer;
  copyBytesFrom(view: NodeJS.TypedArray, offset?: number, length?: number): Buffer;
  alloc(size: number, fill?: string | Uint8Array | number, encoding?: BufferEncoding): Buffer;
  /** Small ones come out of the pool, with what was there before. */
  allocUnsafe(size: number): Buffer;
  allocUnsafeSlow(size: number): Buffer;
  isBuffer(value: any): value is Buffer;
  isEncoding(encoding: string): encoding is BufferEncoding;
  byteLength(data: string | NodeJS.ArrayBufferView | ArrayBuffer | SharedArrayBuffer, encoding?: BufferEncoding): number;
  concat(list: readonly Uint8Array[], totalLength?: number): Buffer;
  compare(buf1: Uint8Array, buf2: Uint8Array): -1 | 0 | 1;
  /** @deprecated */
  new (data: any, encodingOrOffset?: any, length?: number): Buffer;
  /** @deprecated */
  (data: any, encodingOrOffset?: any, length?: number): Buffer;
}
declare var Buffer: BufferConstructor;

/**
 * All of Node's methods, with its exact errors. `readUint8` and the like are the same as `readUInt8`.
 */
interface Buffer extends Uint8Array {
  write(text: string, encoding?: BufferEncoding): number;
  write(text: string, offset: number, encoding?: BufferEncoding): number;
  write(text: string, offset: number, length: number, encoding?: BufferEncoding): number;
  toString(encoding?: BufferEncoding, start?: number, end?: number): string;
  toJSON(): { type: 'Buffer'; data: number[] };
  equals(otherBuffer: Uint8Array): boolean;
  compare(target: Uint8Array, targetStart?: number, targetEnd?: number, sourceStart?: number, sourceEnd?: number): -1 | 0 | 1;
  copy(target: Uint8Array, targetStart?: number, sourceStart?: number, sourceEnd?: number): number;
  /** A view of the same memory, as `subarray`. */
  slice(start?: number, end?: number): Buffer;
  subarray(start?: number, end?: number): Buffer;
  fill(value: string | Uint8Array | number, offset?: number, end?: number, encoding?: BufferEncoding): this;
  indexOf(value: string | number | Uint8Array, byteOffset?: number, encoding?: BufferEncoding): number;
  lastIndexOf(value: string | number | Uint8Array, byteOffset?: number, encoding?: BufferEncoding): number;
  includes(value: string | number | Uint8Array, byteOffset?: number, encoding?: BufferEncoding): boolean;
  swap16(): this;
  swap32(): this;
  swap64(): this;
  readUInt8(offset?: number): number;
  readUInt16LE(offset?: number): number;
  readUInt16BE(offset?: number): number;
  readUInt32LE(offset?: number): number;
  readUInt32BE(offset?: number): number;
  readInt8(offset?: number): number;
  readInt16LE(offset?: number): number;
  readInt16BE(offset?: number): number;
  readInt32LE(offset?: number): number;
  readInt32BE(offset?: number): number;
  readUIntLE(offset: number, byteLength: number): number;
  readUIntBE(offset: number, byteLength: number): number;
  readIntLE(offset: number, byteLength: number): number;
  readIntBE(offset: number, byteLength: number): number;
  readBigUInt64LE(offset?: number): bigint;
  readBigUInt64BE(offset?: number): bigint;
  readBigInt64LE(offset?: number): bigint;
  readBigInt64BE(offset?: number): bigint;
  readFloatLE(offset?: number): number;
  readFloatBE(offset?: number): number;
  readDoubleLE(offset?: number): number;
  readDoubleBE(offset?: number): number;
  writeUInt8(value: number, offset?: number): number;
  writeUInt16LE(value: number, offset?: number): number;
  writeUInt16BE(value: number, offset?: number): number;
  writeUInt32LE(value: number, offset?: number): number;
  writeUInt32BE(value: number, offset?: number): number;
  writeInt8(value: number, offset?: number): number;
  writeInt16LE(value: number, offset?: number): number;
  writeInt16BE(value: number, offset?: number): number;
  writeInt32LE(value: number, offset?: number): number;
  writeInt32BE(value: number, offset?: number): number;
  writeUIntLE(value: number, offset: number, byteLength: number): number;
  writeUIntBE(value: number, offset: number, byteLength: number): number;
  writeIntLE(value: number, offset: number, byteLength: number): number;
  writeIntBE(value: number, offset: number, byteLength: number): number;
  writeBigUInt64LE(value: bigint, offset?: number): number;
  writeBigUInt64BE(value: bigint, offset?: number): number;
  writeBigInt64LE(value: bigint, offset?: number): number;
  writeBigInt64BE(value: bigint, offset?: number): number;
  writeFloatLE(value: number, offset?: number): number;
  writeFloatBE(value: number, offset?: number): number;
  writeDoubleLE(value: number, offset?: number): number;
  writeDoubleBE(value: number, offset?: number): number;
}
