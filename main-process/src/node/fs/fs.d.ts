declare module 'fs' {
  import { EventEmitter } from 'events';
  import { Readable, Writable } from 'stream';

  type PathLike = string | Buffer | URL;
  type PathOrFileDescriptor = PathLike | number;
  type Mode = number | string;
  type TimeLike = string | number | Date;
  /** `'r'`, `'w+'`, `'ax'`…, or a combination of `constants.O_*`. */
  type OpenMode = number | string;
  type Position = number | bigint;
  type NoParamCallback = (err: NodeJS.ErrnoException | null) => void;
  type Callback<T> = (err: NodeJS.ErrnoException | null, value: T) => void;
  type EncodingOption = BufferEncoding | { encoding?: BufferEncoding | null } | null;
  type BufferEncodingOption = 'buffer' | { encoding: 'buffer' };

  interface StatsBase<T> {
    isFile(): boolean;
    isDirectory(): boolean;
    isBlockDevice(): boolean;
    isCharacterDevice(): boolean;
    /** Only `lstat` sees links. */
    isSymbolicLink(): boolean;
    isFIFO(): boolean;
    isSocket(): boolean;
    dev: T;
    mode: T;
    nlink: T;
    uid: T;
    gid: T;
    rdev: T;
    blksize: T;
    ino: T;
    size: T;
    blocks: T;
    atimeMs: T;
    mtimeMs: T;
    ctimeMs: T;
    birthtimeMs: T;
    atime: Date;
    mtime: Date;
    ctime: Date;
    birthtime: Date;
  }
  class Stats {}
  interface Stats extends StatsBase<number> {}
  interface BigIntStats extends StatsBase<bigint> {
    atimeNs: bigint;
    mtimeNs: bigint;
    ctimeNs: bigint;
    birthtimeNs: bigint;
  }
  interface StatFs<T = number> {
    type: T;
    bsize: T;
    blocks: T;
    bfree: T;
    bavail: T;
    files: T;
    ffree: T;
  }
  interface StatOptions {
    bigint?: boolean;
  }
  interface StatSyncOptions extends StatOptions {
    /** `false`: `undefined` instead of an exception when there is no such file. */
    throwIfNoEntry?: boolean;
  }

  class Dirent<Name = string> {
    isFile(): boolean;
    isDirectory(): boolean;
    isBlockDevice(): boolean;
    isCharacterDevice(): boolean;
    isSymbolicLink(): boolean;
    isFIFO(): boolean;
    isSocket(): boolean;
    name: Name;
    parentPath: string;
    /** @deprecated the same as `parentPath` */
    path: string;
  }

  /** The entries are those that the folder had when it was opened. */
  class Dir implements AsyncIterable<Dirent> {
    readonly path: string;
    read(): Promise<Dirent | null>;
    read(callback: Callback<Dirent | null>): void;
    readSync(): Dirent | null;
    close(): Promise<void>;
    close(callback: NoParamCallback): void;
    closeSync(): void;
    entries(): AsyncIterableIterator<Dirent>;
    [Symbol.asyncIterator](): AsyncIterableIterator<Dirent>;
    [Symbol.asyncDispose](): Promise<void>;
    [Symbol.dispose](): void;
  }

  class ReadStream extends Readable {
    close(callback?: NoParamCallback): void;
    readonly bytesRead: number;
    readonly path: string | Buffer;
    readonly pending: boolean;
  }
  class WriteStream extends Writable {
    close(callback?: NoParamCallback): void;
    readonly bytesWritten: number;
    readonly path: string | Buffer;
    readonly pending: boolean;
  }

  interface FSWatcher extends EventEmitter {
    close(): void;
    ref(): this;
    unref(): this;
  }
  interface StatWatcher extends EventEmitter {
    ref(): this;
    unref(): this;
  }

  interface MakeDirectoryOptions {
    recursive?: boolean;
    mode?: Mode;
  }
  interface RmDirOptions {
    /** @deprecated use `rm` */
    recursive?: boolean;
    maxRetries?: number;
    retryDelay?: number;
  }
  interface RmOptions extends RmDirOptions {
    force?: boolean;
    recursive?: boolean;
  }
  interface ReaddirOptions<E> {
    encoding?: E;
    withFileTypes?: boolean;
    recursive?: boolean;
  }
  interface OpenDirOptions {
    encoding?: BufferEncoding;
    bufferSize?: number;
    recursive?: boolean;
  }
  interface CopyOptionsBase {
    dereference?: boolean;
    errorOnExist?: boolean;
    force?: boolean;
    mode?: number;
    preserveTimestamps?: boolean;
    recursive?: boolean;
    verbatimSymlinks?: boolean;
  }
  interface CopyOptions extends CopyOptionsBase {
    filter?(source: string, destination: string): boolean | Promise<boolean>;
  }
  interface CopySyncOptions extends CopyOptionsBase {
    filter?(source: string, destination: string): boolean;
  }
  interface ReadFileOptions {
    encoding?: BufferEncoding | null;
    flag?: OpenMode;
    signal?: AbortSignal;
  }
  interface WriteFileOptionsObject {
    encoding?: BufferEncoding | null;
    mode?: Mode;
    flag?: OpenMode;
    flush?: boolean;
    signal?: AbortSignal;
  }
  type WriteFileOptions = WriteFileOptionsObject | BufferEncoding | null;
  interface ReadOptions<T extends NodeJS.ArrayBufferView = Buffer> {
    buffer?: T;
    offset?: number | null;
    length?: number;
    position?: Position | null;
  }
  interface StreamOptions {
    flags?: string;
    encoding?: BufferEncoding;
    fd?: number | promises.FileHandle;
    mode?: number;
    autoClose?: boolean;
    emitClose?: boolean;
    start?: number;
    end?: number;
    highWaterMark?: number;
    flush?: boolean;
    signal?: AbortSignal;
    fs?: object;
  }
  interface WatchOptions {
    encoding?: BufferEncoding | 'buffer';
    persistent?: boolean;
    recursive?: boolean;
    signal?: AbortSignal;
  }
  type WatchEventType = 'rename' | 'change';

  const constants: Record<string, number>;
  const F_OK: number;
  const R_OK: number;
  const W_OK: number;
  const X_OK: number;

  function access(path: PathLike, callback: NoParamCallback): void;
  function access(path: PathLike, mode: number | undefined, callback: NoParamCallback): void;
  function appendFile(path: PathOrFileDescriptor, data: string | NodeJS.ArrayBufferView, callback: NoParamCallback): void;
  function appendFile(
    path: PathOrFileDescriptor, data: string | NodeJS.ArrayBufferView, options: WriteFileOptions, callback: NoParamCallback,
  ): void;
  function chmod(path: PathLike, mode: Mode, callback: NoParamCallback): void;
  /** Does nothing on Windows, as everything about owners. */
  function chown(path: PathLike, uid: number, gid: number, callback: NoParamCallback): void;
  function close(fd: number, callback?: NoParamCallback): void;
  function copyFile(src: PathLike, dest: PathLike, callback: NoParamCallback): void;
  function copyFile(src: PathLike, dest: PathLike, mode: number, callback: NoParamCallback): void;
  function cp(source: PathLike, destination: PathLike, callback: NoParamCallback): void;
  function cp(source: PathLike, destination: PathLike, options: CopyOptions, callback: NoParamCallback): void;
  function createReadStream(path: PathLike, options?: BufferEncoding | StreamOptions): ReadStream;
  function createWriteStream(path: PathLike, options?: BufferEncoding | StreamOptions): WriteStream;
  /** @deprecated use `access` or `existsSync` */
  function exists(path: PathLike, callback: (exists: boolean) => void): void;
  function fchmod(fd: number, mode: Mode, callback: NoParamCallback): void;
  function fchown(fd: number, uid: number, gid: number, callback: NoParamCallback): void;
  function fdatasync(fd: number, callback: NoParamCallback): void;
  function fstat(fd: number, callback: Callback<Stats>): void;
  function fstat(fd: number, options: StatOptions, callback: Callback<Stats | BigIntStats>): void;
  function fsync(fd: number, callback: NoParamCallback): void;
  function ftruncate(fd: number, callback: NoParamCallback): void;
  function ftruncate(fd: number, len: number | undefined, callback: NoParamCallback): void;
  function futimes(fd: number, atime: TimeLike, mtime: TimeLike, callback: NoParamCallback): void;
  /** macOS only; `undefined` elsewhere. */
  const lchmod: undefined | ((path: PathLike, mode: Mode, callback: NoParamCallback) => void);
  function lchown(path: PathLike, uid: number, gid: number, callback: NoParamCallback): void;
  function link(existingPath: PathLike, newPath: PathLike, callback: NoParamCallback): void;
  function lstat(path: PathLike, callback: Callback<Stats>): void;
  function lstat(path: PathLike, options: StatOptions, callback: Callback<Stats | BigIntStats>): void;
  function lutimes(path: PathLike, atime: TimeLike, mtime: TimeLike, callback: NoParamCallback): void;
  function mkdir(path: PathLike, callback: NoParamCallback): void;
  /** With `recursive`, the value is the topmost folder that was made, if any. */
  function mkdir(path: PathLike, options: Mode | MakeDirectoryOptions | null, callback: Callback<string | undefined>): void;
  function mkdtemp(prefix: PathLike, callback: Callback<string>): void;
  function mkdtemp(prefix: PathLike, options: EncodingOption | BufferEncodingOption, callback: Callback<string | Buffer>): void;
  function open(path: PathLike, callback: Callback<number>): void;
  function open(path: PathLike, flags: OpenMode | undefined, callback: Callback<number>): void;
  function open(path: PathLike, flags: OpenMode | undefined, mode: Mode | null | undefined, callback: Callback<number>): void;
  function opendir(path: PathLike, callback: Callback<Dir>): void;
  function opendir(path: PathLike, options: OpenDirOptions, callback: Callback<Dir>): void;
  function read(fd: number, callback: (err: NodeJS.ErrnoException | null, bytesRead: number, buffer: Buffer) => void): void;
  function read<T extends NodeJS.ArrayBufferView>(
    fd: number, options: ReadOptions<T>, callback: (err: NodeJS.ErrnoException | null, bytesRead: number, buffer: T) => void,
  ): void;
  function read<T extends NodeJS.ArrayBufferView>(
    fd: number, buffer: T, offset: number | null, length: number, position: Position | null,
    callback: (err: NodeJS.ErrnoException | null, bytesRead: number, buffer: T) => void,
  ): void;
  function readv<T extends readonly NodeJS.ArrayBufferView[]>(
    fd: number, buffers: T, position: number | null, callback: (err: NodeJS.ErrnoException | null, bytesRead: number, buffers: T) => void,
  ): void;
  function readdir(path: PathLike, callback: Callback<string[]>): void;
  function readdir(
    path: PathLike, options: ReaddirOptions<BufferEncoding | 'buffer' | null> | BufferEncoding | 'buffer' | null,
    callback: Callback<string[] | Buffer[] | Dirent[] | Dirent<Buffer>[]>,
  ): void;
  function readFile(path: PathOrFileDescriptor, callback: Callback<Buffer>): void;
  function readFile(
    path: PathOrFileDescriptor, options: ReadFileOptions | BufferEncoding | null | undefined, callback: Callback<string | Buffer>,
  ): void;
  function readlink(path: PathLike, callback: Callback<string>): void;
  function readlink(path: PathLike, options: EncodingOption | BufferEncodingOption, callback: Callback<string | Buffer>): void;
  namespace realpath {
    function native(path: PathLike, callback: Callback<string>): void;
    function native(path: PathLike, options: EncodingOption | BufferEncodingOption, callback: Callback<string | Buffer>): void;
  }
  function realpath(path: PathLike, callback: Callback<string>): void;
  function realpath(path: PathLike, options: EncodingOption | BufferEncodingOption, callback: Callback<string | Buffer>): void;
  function rename(oldPath: PathLike, newPath: PathLike, callback: NoParamCallback): void;
  function rm(path: PathLike, callback: NoParamCallback): void;
  function rm(path: PathLike, options: RmOptions, callback: NoParamCallback): void;
  function rmdir(path: PathLike, callback: NoParamCallback): void;
  function rmdir(path: PathLike, options: RmDirOptions, callback: NoParamCallback): void;
  function stat(path: PathLike, callback: Callback<Stats>): void;
  function stat(path: PathLike, options: StatOptions, callback: Callback<Stats | BigIntStats>): void;
  function statfs(path: PathLike, callback: Callback<StatFs>): void;
  function statfs(path: PathLike, options: StatOptions, callback: Callback<StatFs<number | bigint>>): void;
  function symlink(target: PathLike, path: PathLike, callback: NoParamCallback): void;
  /** The type counts on Windows alone. */
  function symlink(
    target: PathLike, path: PathLike, type: 'dir' | 'file' | 'junction' | null | undefined, callback: NoParamCallback,
  ): void;
  function truncate(path: PathLike, callback: NoParamCallback): void;
  function truncate(path: PathLike, len: number | undefined, callback: NoParamCallback): void;
  function unlink(path: PathLike, callback: NoParamCallback): void;
  function unwatchFile(filename: PathLike, listener?: (current: Stats, previous: Stats) => void): void;
  function utimes(path: PathLike, atime: TimeLike, mtime: TimeLike, callback: NoParamCallback): void;
  /** @throws ENOENT with `filename` when there is no such path */
  function watch(
    filename: PathLike, options?: WatchOptions | BufferEncoding | 'buffer' | null,
    listener?: (event: WatchEventType, filename: string | Buffer | null) => void,
  ): FSWatcher;
  function watch(filename: PathLike, listener: (event: WatchEventType, filename: string | null) => void): FSWatcher;
  function watchFile(filename: PathLike, listener: (current: Stats, previous: Stats) => void): StatWatcher;
  function watchFile(
    filename: PathLike, options: { bigint?: boolean; persistent?: boolean; interval?: number } | undefined,
    listener: (current: Stats, previous: Stats) => void,
  ): StatWatcher;
  function write<T extends NodeJS.ArrayBufferView>(
    fd: number, buffer: T, offset: number | null, length: number | null, position: Position | null,
    callback: (err: NodeJS.ErrnoException | null, written: number, buffer: T) => void,
  ): void;
  function write(
    fd: number, string: string, position: number | null, encoding: BufferEncoding | null,
    callback: (err: NodeJS.ErrnoException | null, written: number, str: string) => void,
  ): void;
  function writev(
    fd: number, buffers: readonly NodeJS.ArrayBufferView[], position: number | null,
    callback: (err: NodeJS.ErrnoException | null, bytesWritten: number, buffers: NodeJS.ArrayBufferView[]) => void,
  ): void;
  function writeFile(path: PathOrFileDescriptor, data: string | NodeJS.ArrayBufferView, callback: NoParamCallback): void;
  function writeFile(
    path: PathOrFileDescriptor, data: string | NodeJS.ArrayBufferView, options: WriteFileOptions, callback: NoParamCallback,
  ): void;

  function accessSync(path: PathLike, mode?: number): void;
  function appendFileSync(path: PathOrFileDescriptor, data: string | NodeJS.ArrayBufferView, options?: WriteFileOptions): void;
  function chmodSync(path: PathLike, mode: Mode): void;
  function chownSync(path: PathLike, uid: number, gid: number): void;
  function closeSync(fd: number): void;
  function copyFileSync(src: PathLike, dest: PathLike, mode?: number): void;
  function cpSync(source: PathLike, destination: PathLike, options?: CopySyncOptions): void;
  function existsSync(path: PathLike): boolean;
  interface GlobOptions { cwd?: string | URL; exclude?: ((entry: any) => boolean) | string[]; withFileTypes?: boolean }
  /** Names below `cwd` that match; see `path.matchesGlob`. */
  function globSync(pattern: string | string[], options?: GlobOptions): string[] | Dirent[];
  function glob(pattern: string | string[], callback: (error: Error | null, matches: string[]) => void): void;
  function glob(pattern: string | string[], options: GlobOptions, callback: (error: Error | null, matches: any[]) => void): void;
  function fchmodSync(fd: number, mode: Mode): void;
  function fchownSync(fd: number, uid: number, gid: number): void;
  function fdatasyncSync(fd: number): void;
  function fstatSync(fd: number, options?: StatOptions): Stats;
  function fsyncSync(fd: number): void;
  function ftruncateSync(fd: number, len?: number): void;
  function futimesSync(fd: number, atime: TimeLike, mtime: TimeLike): void;
  const lchmodSync: undefined | ((path: PathLike, mode: Mode) => void);
  function lchownSync(path: PathLike, uid: number, gid: number): void;
  function linkSync(existingPath: PathLike, newPath: PathLike): void;
  function lstatSync(path: PathLike, options?: StatSyncOptions): Stats;
  function lutimesSync(path: PathLike, atime: TimeLike, mtime: TimeLike): void;
  function mkdirSync(path: PathLike, options?: Mode | MakeDirectoryOptions | null): string | undefined;
  function mkdtempSync(prefix: PathLike, options?: EncodingOption): string;
  function openSync(path: PathLike, flags?: OpenMode, mode?: Mode | null): number;
  function opendirSync(path: PathLike, options?: OpenDirOptions): Dir;
  function readSync(fd: number, buffer: NodeJS.ArrayBufferView, options?: ReadOptions): number;
  function readSync(
    fd: number, buffer: NodeJS.ArrayBufferView, offset: number, length: number, position: Position | null,
  ): number;
  function readvSync(fd: number, buffers: readonly NodeJS.ArrayBufferView[], position?: number): number;
  function readdirSync(path: PathLike, options: ReaddirOptions<BufferEncoding> & { withFileTypes: true }): Dirent[];
  function readdirSync(path: PathLike, options: ReaddirOptions<'buffer'> | 'buffer'): Buffer[];
  function readdirSync(path: PathLike, options?: ReaddirOptions<BufferEncoding | null> | BufferEncoding | null): string[];
  function readFileSync(path: PathOrFileDescriptor, options: BufferEncoding | { encoding: BufferEncoding; flag?: OpenMode }): string;
  function readFileSync(path: PathOrFileDescriptor, options?: { encoding?: null; flag?: OpenMode } | null): Buffer;
  function readlinkSync(path: PathLike, options?: EncodingOption): string;
  namespace realpathSync {
    function native(path: PathLike, options?: EncodingOption): string;
  }
  function realpathSync(path: PathLike, options?: EncodingOption): string;
  function renameSync(oldPath: PathLike, newPath: PathLike): void;
  function rmSync(path: PathLike, options?: RmOptions): void;
  function rmdirSync(path: PathLike, options?: RmDirOptions): void;
  function statSync(path: PathLike, options?: StatSyncOptions): Stats;
  function statfsSync(path: PathLike, options?: StatOptions): StatFs;
  function symlinkSync(target: PathLike, path: PathLike, type?: 'dir' | 'file' | 'junction' | null): void;
  function truncateSync(path: PathLike, len?: number): void;
  function unlinkSync(path: PathLike): void;
  function utimesSync(path: PathLike, atime: TimeLike, mtime: TimeLike): void;
  function writeSync(
    fd: number, buffer: NodeJS.ArrayBufferView, offset?: number | null, length?: number | null, position?: Position | null,
  ): number;
  function writeSync(fd: number, string: string, position?: number | null, encoding?: BufferEncoding | null): number;
  function writevSync(fd: number, buffers: readonly NodeJS.ArrayBufferView[], position?: number): number;
  function writeFileSync(path: PathOrFileDescriptor, data: string | NodeJS.ArrayBufferView, options?: WriteFileOptions): void;

  export * as promises from 'fs/promises';

  /*
   * Missing compared with Node:
   * - `COPYFILE_FICLONE_FORCE` fails with `ENOSYS` on macOS and `ENOTSUP` on Windows; `COPYFILE_FICLONE` copies.
   * - A `Dir` lists its folder when it is opened; `bufferSize` changes nothing.
   * - A signal that aborts `readFile` or `writeFile` ends the waiting, not the system call that is under way.
   * - On Windows open files have numbers of Kaon's own: they mean nothing to other libraries of the process.
   */
}
declare module 'fs/promises' {
  import {
    BigIntStats, CopyOptions, Dir, Dirent, MakeDirectoryOptions, Mode, OpenDirOptions, OpenMode, PathLike, Position, ReaddirOptions,
    ReadOptions, ReadStream, RmDirOptions, RmOptions, StatFs, StatOptions, Stats, StreamOptions, TimeLike, WatchEventType,
    WatchOptions, WriteFileOptions, WriteStream,
  } from 'fs';
  import { EventEmitter } from 'events';

  type Data = string | NodeJS.ArrayBufferView | Iterable<string | NodeJS.ArrayBufferView> | AsyncIterable<string | NodeJS.ArrayBufferView>;
  type FileReadOptions = { encoding?: BufferEncoding | null; flag?: OpenMode; signal?: AbortSignal } | BufferEncoding | null;

  /** An open file. It closes when it was told to and the last stream or call that uses it has ended. */
  interface FileHandle extends EventEmitter {
    readonly fd: number;
    appendFile(data: Data, options?: WriteFileOptions): Promise<void>;
    chmod(mode: Mode): Promise<void>;
    chown(uid: number, gid: number): Promise<void>;
    close(): Promise<void>;
    createReadStream(options?: StreamOptions): ReadStream;
    createWriteStream(options?: StreamOptions): WriteStream;
    datasync(): Promise<void>;
    read<T extends NodeJS.ArrayBufferView>(
      buffer: T, offset?: number | null, length?: number | null, position?: Position | null,
    ): Promise<{ bytesRead: number; buffer: T }>;
    read<T extends NodeJS.ArrayBufferView = Buffer>(options?: ReadOptions<T>): Promise<{ bytesRead: number; buffer: T }>;
    readFile(options?: FileReadOptions): Promise<Buffer | string>;
    readLines(options?: StreamOptions): AsyncIterable<string>;
    readv<T extends readonly NodeJS.ArrayBufferView[]>(buffers: T, position?: number): Promise<{ bytesRead: number; buffers: T }>;
    stat(options?: StatOptions): Promise<Stats | BigIntStats>;
    sync(): Promise<void>;
    truncate(len?: number): Promise<void>;
    utimes(atime: TimeLike, mtime: TimeLike): Promise<void>;
    write<T extends NodeJS.ArrayBufferView>(
      buffer: T, offset?: number | null, length?: number | null, position?: number | null,
    ): Promise<{ bytesWritten: number; buffer: T }>;
    write(data: string, position?: number | null, encoding?: BufferEncoding | null): Promise<{ bytesWritten: number; buffer: string }>;
    writeFile(data: Data, options?: WriteFileOptions): Promise<void>;
    writev<T extends readonly NodeJS.ArrayBufferView[]>(buffers: T, position?: number): Promise<{ bytesWritten: number; buffers: T }>;
    [Symbol.asyncDispose](): Promise<void>;
  }

  const constants: Record<string, number>;
  function access(path: PathLike, mode?: number): Promise<void>;
  function appendFile(path: PathLike | FileHandle, data: Data, options?: WriteFileOptions): Promise<void>;
  function chmod(path: PathLike, mode: Mode): Promise<void>;
  function chown(path: PathLike, uid: number, gid: number): Promise<void>;
  function copyFile(src: PathLike, dest: PathLike, mode?: number): Promise<void>;
  function cp(source: PathLike, destination: PathLike, options?: CopyOptions): Promise<void>;
  /** @throws ERR_METHOD_NOT_IMPLEMENTED except on macOS */
  function lchmod(path: PathLike, mode: Mode): Promise<void>;
  function lchown(path: PathLike, uid: number, gid: number): Promise<void>;
  function link(existingPath: PathLike, newPath: PathLike): Promise<void>;
  function lstat(path: PathLike, options?: StatOptions): Promise<Stats>;
  function lutimes(path: PathLike, atime: TimeLike, mtime: TimeLike): Promise<void>;
  function mkdir(path: PathLike, options?: Mode | MakeDirectoryOptions | null): Promise<string | undefined>;
  function mkdtemp(prefix: PathLike, options?: { encoding?: BufferEncoding | null } | BufferEncoding | null): Promise<string>;
  function open(path: PathLike, flags?: OpenMode, mode?: Mode): Promise<FileHandle>;
  function opendir(path: PathLike, options?: OpenDirOptions): Promise<Dir>;
  function readdir(path: PathLike, options: ReaddirOptions<BufferEncoding> & { withFileTypes: true }): Promise<Dirent[]>;
  function readdir(path: PathLike, options?: ReaddirOptions<BufferEncoding | null> | BufferEncoding | null): Promise<string[]>;
  function readFile(path: PathLike | FileHandle, options: BufferEncoding | { encoding: BufferEncoding }): Promise<string>;
  function readFile(path: PathLike | FileHandle, options?: FileReadOptions): Promise<Buffer>;
  function readlink(path: PathLike, options?: { encoding?: BufferEncoding | null } | BufferEncoding | null): Promise<string>;
  function realpath(path: PathLike, options?: { encoding?: BufferEncoding | null } | BufferEncoding | null): Promise<string>;
  function rename(oldPath: PathLike, newPath: PathLike): Promise<void>;
  function rm(path: PathLike, options?: RmOptions): Promise<void>;
  function rmdir(path: PathLike, options?: RmDirOptions): Promise<void>;
  function stat(path: PathLike, options?: StatOptions): Promise<Stats>;
  function statfs(path: PathLike, options?: StatOptions): Promise<StatFs>;
  function symlink(target: PathLike, path: PathLike, type?: 'dir' | 'file' | 'junction' | null): Promise<void>;
  function truncate(path: PathLike, len?: number): Promise<void>;
  function unlink(path: PathLike): Promise<void>;
  function utimes(path: PathLike, atime: TimeLike, mtime: TimeLike): Promise<void>;
  function watch(
    filename: PathLike, options?: WatchOptions & { maxQueue?: number; overflow?: 'ignore' | 'error' },
  ): AsyncIterable<{ eventType: WatchEventType; filename: string | Buffer | null }>;
  function writeFile(path: PathLike | FileHandle, data: Data, options?: WriteFileOptions): Promise<void>;
}
declare module 'node:fs' {
  export * from 'fs';
}
declare module 'node:fs/promises' {
  export * from 'fs/promises';
}
