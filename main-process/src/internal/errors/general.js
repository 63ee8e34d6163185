'use strict';

const { lazyInspect } = require('./received');

const errors = {
  ERR_ASSERTION: (message) => message,
  ERR_CANNOT_WATCH_SIGINT: 'Cannot watch for SIGINT signals',
  ERR_CHILD_CLOSED_BEFORE_REPLY: 'Child closed before reply received',
  ERR_CHILD_PROCESS_IPC_REQUIRED: (name) =>
    `Forked processes must have an IPC channel, missing value 'ipc' in ${name}`,
  ERR_CLOSED_MESSAGE_PORT: 'Cannot send data on closed MessagePort',
  ERR_CONTEXT_NOT_INITIALIZED: 'context used is not initialized',
  ERR_DIR_CLOSED: 'Directory handle was closed',
  ERR_DIR_CONCURRENT_OPERATION:
    'Cannot do synchronous work on directory handle with concurrent asynchronous operations',
  ERR_DOMAIN_CALLBACK_NOT_AVAILABLE:
    'A callback was registered through process.setUncaughtExceptionCaptureCallback(), ' +
    'which is mutually exclusive with using the `domain` module',
  ERR_DOMAIN_CANNOT_SET_UNCAUGHT_EXCEPTION_CAPTURE:
    'The `domain` module is in use, which is mutually exclusive with calling ' +
    'process.setUncaughtExceptionCaptureCallback()',
  ERR_EVENT_RECURSION: (type) => `The event "${type}" is already being dispatched`,
  ERR_FALSY_VALUE_REJECTION: () => 'Promise was rejected with falsy value',
  ERR_FS_WATCH_QUEUE_OVERFLOW: (max) => `fs.watch() queued more than ${max} events`,
  ERR_FS_INVALID_SYMLINK_TYPE: (type) =>
    `Symlink type must be one of "dir", "file", or "junction". Received "${type}"`,
  ERR_INSPECTOR_NOT_ACTIVE: 'Inspector is not active',
  ERR_INTERNAL_ASSERTION: (message) => {
    const suffix = 'This is caused by either a bug in Kaon or incorrect usage of its internals.\n';
    return message === undefined ? suffix : `${message}\n${suffix}`;
  },
  ERR_INVALID_STATE: (state) => `Invalid state: ${state}`,
  ERR_IPC_CHANNEL_CLOSED: 'Channel closed',
  ERR_IPC_DISCONNECTED: 'IPC channel is already disconnected',
  ERR_IPC_ONE_PIPE: 'Child process can have only one IPC pipe',
  ERR_IPC_SYNC_FORK: 'IPC cannot be used with synchronous forks',
  ERR_METHOD_NOT_IMPLEMENTED: (name) => `The ${name} method is not implemented`,
  ERR_MULTIPLE_CALLBACK: 'Callback called multiple times',
  ERR_NOT_BUILDING_SNAPSHOT: 'Operation cannot be invoked when not building startup snapshot',
  ERR_NOT_SUPPORTED: (name, reason) =>
    `${name} is not supported by Kaon${reason === undefined ? '' : `: ${reason}`}`,
  ERR_OPERATION_FAILED: (reason) => `Operation failed: ${reason}`,
  ERR_PROTO_ACCESS: 'Accessing Object.prototype.__proto__ has been disallowed with --disable-proto=throw',
  ERR_SCRIPT_EXECUTION_INTERRUPTED: 'Script execution was interrupted by `SIGINT`',
  ERR_SCRIPT_EXECUTION_TIMEOUT: (ms) => `Script execution timed out after ${ms}ms`,
  ERR_STREAM_ALREADY_FINISHED: (name) => `Cannot call ${name} after a stream was finished`,
  ERR_STREAM_CANNOT_PIPE: 'Cannot pipe, not readable',
  ERR_STREAM_DESTROYED: (name) => `Cannot call ${name} after a stream was destroyed`,
  ERR_STREAM_PREMATURE_CLOSE: 'Premature close',
  ERR_STREAM_PUSH_AFTER_EOF: 'stream.push() after EOF',
  ERR_STREAM_UNSHIFT_AFTER_END_EVENT: 'stream.unshift() after end event',
  ERR_STREAM_WRAP: 'Stream has StringDecoder set or is in objectMode',
  ERR_STREAM_WRITE_AFTER_END: 'write after end',
  ERR_STRING_TOO_LONG: (max) =>
    `Cannot create a string longer than 0x${Number(max).toString(16)} characters`,
  ERR_SYNTHETIC: 'JavaScript Callstack',
  ERR_TEST_FAILURE: (error) => {
    const message = error?.message ?? error;
    return typeof message === 'string' ? message : lazyInspect(message);
  },
  ERR_UNAVAILABLE_DURING_EXIT: 'Cannot call function in process exit handler',
  ERR_UNCAUGHT_EXCEPTION_CAPTURE_ALREADY_SET:
    '`process.setupUncaughtExceptionCapture()` was called while a capture callback was already active',
  ERR_UNHANDLED_ERROR: (error) =>
    error === undefined ? 'Unhandled error.' : `Unhandled error. (${error})`,
  ERR_UNKNOWN_CREDENTIAL: (kind, id) => `${kind} identifier does not exist: ${id}`,
  ERR_USE_AFTER_CLOSE: (name) => `${name} was closed`,
  ERR_VALID_PERFORMANCE_ENTRY_TYPE: 'At least one valid performance entry type is required',
  ERR_WORKER_INIT_FAILED: (reason) => `Worker initialization failure: ${reason}`,
  ERR_WORKER_INVALID_EXEC_ARGV: (list, message = 'invalid execArgv flags') =>
    `Initiated Worker with ${message}: ${list.join(', ')}`,
  ERR_WORKER_MESSAGING_ERRORED: 'The destination thread threw an error while processing the message',
  ERR_WORKER_MESSAGING_FAILED: 'Cannot find the destination thread or listener',
  ERR_WORKER_MESSAGING_SAME_THREAD: 'Cannot sent a message to the same thread',
  ERR_WORKER_MESSAGING_TIMEOUT: 'Sending a message to another thread timed out',
  ERR_WORKER_NOT_RUNNING: 'Worker instance not running',
  ERR_WORKER_OUT_OF_MEMORY: (limit) => `Worker terminated due to reaching memory limit: ${limit}`,
  ERR_WORKER_UNSERIALIZABLE_ERROR: 'Serializing an uncaught exception failed',
  ERR_ZLIB_INITIALIZATION_FAILED: (message = 'Initialization failed') => message,
};

const typeErrors = {
  ERR_INVALID_OBJECT_DEFINE_PROPERTY: (text) => text,
  ERR_ASYNC_CALLBACK: (name) => `${name} must be a function`,
  ERR_ASYNC_TYPE: (type) => `Invalid name for async "type": ${type}`,
  ERR_CONSTRUCT_CALL_INVALID: 'Constructor cannot be called',
  ERR_CONSOLE_WRITABLE_STREAM: (name) => `Console expects a writable stream instance for ${name}`,
  ERR_ENCODING_INVALID_ENCODED_DATA: (encoding) =>
    `The encoded data was not valid for encoding ${encoding}`,
  ERR_FEATURE_UNAVAILABLE_ON_PLATFORM: (name) =>
    `The feature ${name} is unavailable on the current platform, which is being used to run Node.js`,
  ERR_INVALID_CHAR: (name, field) =>
    `Invalid character in ${name}${field === undefined ? '' : ` ["${field}"]`}`,
  ERR_INVALID_CURSOR_POS: 'Cannot set cursor row without setting its column',
  ERR_INVALID_FD_TYPE: (type) => `Unsupported fd type: ${type}`,
  ERR_INVALID_FILE_URL_HOST: (platform) => `File URL host must be "localhost" or empty on ${platform}`,
  ERR_INVALID_FILE_URL_PATH: (reason) => `File URL path ${reason}`,
  ERR_INVALID_HANDLE_TYPE: 'This handle type cannot be sent',
  ERR_INVALID_MIME_SYNTAX: (production, text, index) =>
    `The MIME syntax for a ${production} in "${text}" is invalid${index !== -1 ? ` at ${index}` : ''}`,
  ERR_INVALID_REPL_EVAL_CONFIG: 'Cannot specify both "breakEvalOnSigint" and "eval" for REPL',
  ERR_INVALID_REPL_INPUT: (reason) => reason,
  ERR_INVALID_SYNC_FORK_INPUT: (value) =>
    `Asynchronous forks do not support Buffer, TypedArray, DataView or string input: ${value}`,
  ERR_INVALID_TRANSFER_OBJECT: 'Found invalid object in transferList',
  ERR_INVALID_URL: () => 'Invalid URL',
  ERR_INVALID_URL_SCHEME: (expected) => {
    const list = Array.isArray(expected) ? expected : [expected];
    return `The URL must be ${list.length > 1 ? 'one of scheme' : 'of scheme'} ${list.join(' or ')}`;
  },
  ERR_MISSING_TRANSFERABLE_IN_TRANSFER_LIST:
    'Object that needs transfer was found in message but not listed in transferList',
  ERR_NO_ICU: (name) => `${name} is not supported on Node.js compiled without ICU`,
  ERR_PARSE_ARGS_INVALID_OPTION_VALUE: (message) => message,
  ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL: (positional) =>
    `Unexpected argument '${positional}'. This command does not take positional arguments`,
  ERR_PARSE_ARGS_UNKNOWN_OPTION: (option, allowPositionals) => {
    const hint = allowPositionals ?
      `. To specify a positional argument starting with a '-', place it at the end of the command after ` +
      `'--', as in '-- "${option}"` :
      '';
    return `Unknown option '${option}'${hint}`;
  },
  ERR_PERFORMANCE_INVALID_TIMESTAMP: (value) => `${value} is not a valid timestamp`,
  ERR_PERFORMANCE_MEASURE_INVALID_OPTIONS: (message) => message,
  ERR_STREAM_NULL_VALUES: 'May not write null values to stream',
  ERR_TRACE_EVENTS_CATEGORY_REQUIRED: 'At least one category is required',
  ERR_TRAILING_JUNK_AFTER_STREAM_END: 'Trailing junk found after the end of the compressed stream',
  ERR_UNKNOWN_ENCODING: (name) => `Unknown encoding: ${name}`,
  ERR_UNKNOWN_SIGNAL: (name) => `Unknown signal: ${name}`,
  ERR_WORKER_PATH: (file) =>
    `The worker script or module filename must be an absolute path or a relative path starting with ` +
    `'./' or '../'.${file.startsWith('file://') ? ' Wrap file:// URLs with `new URL`.' : ''}` +
    `${/^data:text\/javascript/.test(file) ? ' Wrap data: URLs with `new URL`.' : ''} Received "${file}"`,
  ERR_WORKER_UNSUPPORTED_OPERATION: (name) => `${name} is not supported in workers`,
};

const rangeErrors = {
  ERR_BROTLI_INVALID_PARAM: (name) => `${name} is not a valid Brotli parameter`,
  ERR_BUFFER_OUT_OF_BOUNDS: (name) =>
    name ? `"${name}" is outside of buffer bounds` : 'Attempt to access memory outside buffer bounds',
  ERR_BUFFER_TOO_LARGE: (size) => `Cannot create a Buffer larger than ${size} bytes`,
  ERR_CHILD_PROCESS_STDIO_MAXBUFFER: (name) => `${name} maxBuffer length exceeded`,
  ERR_ENCODING_NOT_SUPPORTED: (name) => `The "${name}" encoding is not supported`,
  ERR_FS_FILE_TOO_LARGE: (size) => `File size (${size}) is greater than 2 GiB`,
  ERR_INVALID_ASYNC_ID: (name, value) => `Invalid ${name} value: ${value}`,
  ERR_INVALID_BUFFER_SIZE: (multiple) => `Buffer size must be a multiple of ${multiple}`,
  ERR_INVALID_FD: (fd) => `"fd" must be a positive integer: ${fd}`,
  ERR_ZSTD_INVALID_PARAM: (name) => `${name} is not a valid zstd parameter`,
};

const extras = {
  ERR_ENCODING_INVALID_ENCODED_DATA: (error, encoding, ret) => {
    error.errno = ret;
  },
  ERR_FALSY_VALUE_REJECTION: (error, reason) => {
    error.reason = reason;
  },
  ERR_INVALID_URL: (error, input, base) => {
    error.input = input;
    if (base != null) error.base = base;
  },
  ERR_TEST_FAILURE: (error, cause, failureType) => {
    error.failureType = failureType;
    error.cause = cause;
  },
};

const variants = {
  ERR_INVALID_STATE: ['TypeError', 'RangeError'],
  ERR_OPERATION_FAILED: ['TypeError'],
};

module.exports = {
  texts: {
    Error: errors,
    TypeError: typeErrors,
    RangeError: rangeErrors,
    URIError: { ERR_INVALID_URI: 'URI malformed' },
  },
  extras,
  variants,
  raw: ['ERR_INVALID_URL_SCHEME', 'ERR_TEST_FAILURE', 'ERR_WORKER_INVALID_EXEC_ARGV'],
};
