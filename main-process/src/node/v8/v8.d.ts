/**
 * V8's wire format (version 15, byte for byte what Node writes), and what the engine tells of its memory.
 *
 * Missing compared with Node:
 * - `getHeapSnapshot`, `writeHeapSnapshot`, `queryObjects`, `setHeapSnapshotNearHeapLimit`, `GCProfiler` and `promiseHooks`
 *   throw ERR_NOT_SUPPORTED; `startupSnapshot` is never building one.
 * - `takeCoverage` and `stopCoverage` do nothing, as in Node without NODE_V8_COVERAGE. Flags are V8's and change nothing.
 * - of the statistics those are 0 that the engine does not have; it has one heap space.
 * - shared array buffers and WebAssembly objects are not deserialized.
 */
declare module 'v8' {
  export function serialize(value: unknown): Buffer;
  export function deserialize(buffer: ArrayBufferView): any;

  export class Serializer {
    writeHeader(): void;
    writeValue(value: unknown): boolean;
    releaseBuffer(): Buffer;
    transferArrayBuffer(id: number, arrayBuffer: ArrayBuffer): void;
    writeUint32(value: number): void;
    writeUint64(high: number, low: number): void;
    writeDouble(value: number): void;
    writeRawBytes(source: ArrayBufferView | ArrayBuffer): void;
    /** For subclasses. */
    _writeHostObject?(object: object): void;
    _getSharedArrayBufferId(buffer: SharedArrayBuffer): number;
    _setTreatArrayBufferViewsAsHostObjects(flag: boolean): void;
  }

  export class Deserializer {
    constructor(buffer: ArrayBufferView);
    readonly buffer: ArrayBufferView;
    readHeader(): boolean;
    readValue(): any;
    transferArrayBuffer(id: number, arrayBuffer: ArrayBuffer): void;
    getWireFormatVersion(): number;
    readUint32(): number;
    readUint64(): [high: number, low: number];
    readDouble(): number;
    readRawBytes(length: number): Buffer;
    /** For subclasses. */
    _readHostObject?(): unknown;
    _readRawBytes(length: number): number;
  }

  export class DefaultSerializer extends Serializer {}
  export class DefaultDeserializer extends Deserializer {}

  export function getHeapStatistics(): Record<string, number>;
  export function getHeapSpaceStatistics(): Record<string, number | string>[];
  export function getHeapCodeStatistics(): Record<string, number>;
  export function cachedDataVersionTag(): number;
  export function setFlagsFromString(flags: string): void;
  export function takeCoverage(): void;
  export function stopCoverage(): void;
  export function isStringOneByteRepresentation(content: string): boolean;
  export const startupSnapshot: { isBuildingSnapshot(): false };
}
declare module 'node:v8' {
  export * from 'v8';
}
