/**
 * SQLite databases, as https://nodejs.org/docs/latest-v22.x/api/sqlite.html defines them. SQLite is built in, with full
 * text search (FTS5), R*Trees and JSON. Every call works at once, on the thread that makes it.
 *
 * Missing compared with Node: `DatabaseSync.prototype.createSession` and `applyChangeset` (they throw
 * `ERR_NOT_SUPPORTED`), `Session`, `constants`.
 */
declare module 'node:sqlite' {
  /** What a cell holds. Integers are numbers, or BigInts where asked for. */
  type SQLOutputValue = null | number | bigint | string | Uint8Array;
  type SQLInputValue = null | number | bigint | string | NodeJS.ArrayBufferView;

  interface DatabaseSyncOptions {
    /** Opens the file at once. Default: true. */
    open?: boolean;
    /** Default: false. */
    readOnly?: boolean;
    /** Default: true. */
    enableForeignKeyConstraints?: boolean;
    /** Lets `"text"` mean a text, as old SQLite did. Default: false. */
    enableDoubleQuotedStringLiterals?: boolean;
    /** Lets `loadExtension` work. Default: false. */
    allowExtension?: boolean;
    /** Milliseconds to wait for a locked database. Default: 0. */
    timeout?: number;
    readBigInts?: boolean;
    returnArrays?: boolean;
    /** `$name` may be given as `name`. Default: true. */
    allowBareNamedParameters?: boolean;
    /** Names that no parameter has are ignored. Default: false. */
    allowUnknownNamedParameters?: boolean;
  }

  class DatabaseSync {
    /**
     * @param path a file, `:memory:`, or a `file:` URL.
     * @throws ERR_INVALID_ARG_TYPE for another kind of path, ERR_SQLITE_ERROR (with `errcode` and `errstr`, SQLite's
     * extended code and its text) when it cannot be opened.
     */
    constructor(path: string | Uint8Array | URL, options?: DatabaseSyncOptions);
    readonly isOpen: boolean;
    readonly isTransaction: boolean;
    /** @throws ERR_INVALID_STATE when it is open. */
    open(): void;
    /** Ends all its statements too. @throws ERR_INVALID_STATE when it is not open. */
    close(): void;
    /** Runs any number of statements, without parameters or rows. */
    exec(sql: string): void;
    prepare(sql: string, options?: StatementOptions): StatementSync;
    /** The file of an attached database; `null` for one in memory. */
    location(dbName?: string): string | null;
    function(name: string, options: FunctionOptions, callback: (...args: SQLOutputValue[]) => SQLInputValue): void;
    function(name: string, callback: (...args: SQLOutputValue[]) => SQLInputValue): void;
    aggregate<T extends SQLInputValue>(name: string, options: AggregateOptions<T>): void;
    enableLoadExtension(allow: boolean): void;
    loadExtension(path: string): void;
  }

  type StatementOptions = Pick<
    DatabaseSyncOptions, 'readBigInts' | 'returnArrays' | 'allowBareNamedParameters' | 'allowUnknownNamedParameters'
  >;

  interface FunctionOptions {
    deterministic?: boolean;
    /** Not to be called from triggers, views and defaults. */
    directOnly?: boolean;
    useBigIntArguments?: boolean;
    /** Any number of arguments instead of `callback.length`. */
    varargs?: boolean;
  }

  interface AggregateOptions<T> extends FunctionOptions {
    start: T | (() => T);
    step(state: T, ...args: SQLOutputValue[]): T;
    /** Makes it a window function: takes a row out again. */
    inverse?(state: T, ...args: SQLOutputValue[]): T;
    result?(state: T): SQLInputValue;
  }

  /** Made by `prepare`. Named parameters come first, in one object; then those without a name. */
  class StatementSync {
    private constructor();
    /** @throws ERR_SQLITE_ERROR, ERR_INVALID_STATE (unknown name, database closed), ERR_INVALID_ARG_TYPE (a value of no kind that SQLite stores). */
    run(...parameters: SQLInputValue[]): { changes: number | bigint; lastInsertRowid: number | bigint };
    get(...parameters: SQLInputValue[]): Record<string, SQLOutputValue> | undefined;
    /** @throws ERR_OUT_OF_RANGE for an integer beyond 2^53 unless BigInts are read. */
    all(...parameters: SQLInputValue[]): Record<string, SQLOutputValue>[];
    iterate(...parameters: SQLInputValue[]): IterableIterator<Record<string, SQLOutputValue>>;
    columns(): { column: string | null; database: string | null; name: string; table: string | null; type: string | null }[];
    readonly sourceSQL: string;
    /** The text with the values that are bound at the moment. */
    readonly expandedSQL: string;
    setReadBigInts(enabled: boolean): void;
    setReturnArrays(enabled: boolean): void;
    setAllowBareNamedParameters(enabled: boolean): void;
    setAllowUnknownNamedParameters(enabled: boolean): void;
  }

  interface BackupOptions {
    source?: string;
    target?: string;
    /** Pages copied in one turn of the loop. Default: 100. */
    rate?: number;
    progress?(state: { totalPages: number; remainingPages: number }): void;
  }

  /** Copies a database while it is in use; resolves to its number of pages. */
  function backup(sourceDb: DatabaseSync, path: string | Uint8Array | URL, options?: BackupOptions): Promise<number>;
}
