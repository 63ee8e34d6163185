'use strict';

// Node's numbers: zlib's, brotli's and zstd's own, and those of the stream classes.

const flushes = { Z_NO_FLUSH: 0, Z_PARTIAL_FLUSH: 1, Z_SYNC_FLUSH: 2, Z_FULL_FLUSH: 3, Z_FINISH: 4, Z_BLOCK: 5 };

const results = {
  Z_OK: 0,
  Z_STREAM_END: 1,
  Z_NEED_DICT: 2,
  Z_ERRNO: -1,
  Z_STREAM_ERROR: -2,
  Z_DATA_ERROR: -3,
  Z_MEM_ERROR: -4,
  Z_BUF_ERROR: -5,
  Z_VERSION_ERROR: -6,
};

const settings = {
  Z_NO_COMPRESSION: 0,
  Z_BEST_SPEED: 1,
  Z_BEST_COMPRESSION: 9,
  Z_DEFAULT_COMPRESSION: -1,
  Z_FILTERED: 1,
  Z_HUFFMAN_ONLY: 2,
  Z_RLE: 3,
  Z_FIXED: 4,
  Z_DEFAULT_STRATEGY: 0,
  ZLIB_VERNUM: 4880,
};

const modes = {
  DEFLATE: 1,
  INFLATE: 2,
  GZIP: 3,
  GUNZIP: 4,
  DEFLATERAW: 5,
  INFLATERAW: 6,
  UNZIP: 7,
  BROTLI_DECODE: 8,
  BROTLI_ENCODE: 9,
  ZSTD_COMPRESS: 10,
  ZSTD_DECOMPRESS: 11,
};

const bounds = {
  Z_MIN_WINDOWBITS: 8,
  Z_MAX_WINDOWBITS: 15,
  Z_DEFAULT_WINDOWBITS: 15,
  Z_MIN_CHUNK: 64,
  Z_MAX_CHUNK: Infinity,
  Z_DEFAULT_CHUNK: 16384,
  Z_MIN_MEMLEVEL: 1,
  Z_MAX_MEMLEVEL: 9,
  Z_DEFAULT_MEMLEVEL: 8,
  Z_MIN_LEVEL: -1,
  Z_MAX_LEVEL: 9,
  Z_DEFAULT_LEVEL: -1,
};

const brotli = {
  BROTLI_OPERATION_PROCESS: 0,
  BROTLI_OPERATION_FLUSH: 1,
  BROTLI_OPERATION_FINISH: 2,
  BROTLI_OPERATION_EMIT_METADATA: 3,
  BROTLI_PARAM_MODE: 0,
  BROTLI_MODE_GENERIC: 0,
  BROTLI_MODE_TEXT: 1,
  BROTLI_MODE_FONT: 2,
  BROTLI_DEFAULT_MODE: 0,
  BROTLI_PARAM_QUALITY: 1,
  BROTLI_MIN_QUALITY: 0,
  BROTLI_MAX_QUALITY: 11,
  BROTLI_DEFAULT_QUALITY: 11,
  BROTLI_PARAM_LGWIN: 2,
  BROTLI_MIN_WINDOW_BITS: 10,
  BROTLI_MAX_WINDOW_BITS: 24,
  BROTLI_LARGE_MAX_WINDOW_BITS: 30,
  BROTLI_DEFAULT_WINDOW: 22,
  BROTLI_PARAM_LGBLOCK: 3,
  BROTLI_MIN_INPUT_BLOCK_BITS: 16,
  BROTLI_MAX_INPUT_BLOCK_BITS: 24,
  BROTLI_PARAM_DISABLE_LITERAL_CONTEXT_MODELING: 4,
  BROTLI_PARAM_SIZE_HINT: 5,
  BROTLI_PARAM_LARGE_WINDOW: 6,
  BROTLI_PARAM_NPOSTFIX: 7,
  BROTLI_PARAM_NDIRECT: 8,
  BROTLI_DECODER_RESULT_ERROR: 0,
  BROTLI_DECODER_RESULT_SUCCESS: 1,
  BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT: 2,
  BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT: 3,
  BROTLI_DECODER_PARAM_DISABLE_RING_BUFFER_REALLOCATION: 0,
  BROTLI_DECODER_PARAM_LARGE_WINDOW: 1,
  BROTLI_DECODER_NO_ERROR: 0,
  BROTLI_DECODER_SUCCESS: 1,
  BROTLI_DECODER_NEEDS_MORE_INPUT: 2,
  BROTLI_DECODER_NEEDS_MORE_OUTPUT: 3,
};

const brotliErrors = {
  FORMAT_EXUBERANT_NIBBLE: -1,
  FORMAT_RESERVED: -2,
  FORMAT_EXUBERANT_META_NIBBLE: -3,
  FORMAT_SIMPLE_HUFFMAN_ALPHABET: -4,
  FORMAT_SIMPLE_HUFFMAN_SAME: -5,
  FORMAT_CL_SPACE: -6,
  FORMAT_HUFFMAN_SPACE: -7,
  FORMAT_CONTEXT_MAP_REPEAT: -8,
  FORMAT_BLOCK_LENGTH_1: -9,
  FORMAT_BLOCK_LENGTH_2: -10,
  FORMAT_TRANSFORM: -11,
  FORMAT_DICTIONARY: -12,
  FORMAT_WINDOW_BITS: -13,
  FORMAT_PADDING_1: -14,
  FORMAT_PADDING_2: -15,
  FORMAT_DISTANCE: -16,
  DICTIONARY_NOT_SET: -19,
  INVALID_ARGUMENTS: -20,
  ALLOC_CONTEXT_MODES: -21,
  ALLOC_TREE_GROUPS: -22,
  ALLOC_CONTEXT_MAP: -25,
  ALLOC_RING_BUFFER_1: -26,
  ALLOC_RING_BUFFER_2: -27,
  ALLOC_BLOCK_TYPE_TREES: -30,
  UNREACHABLE: -31,
};

const zstd = {
  ZSTD_e_continue: 0,
  ZSTD_e_flush: 1,
  ZSTD_e_end: 2,
  ZSTD_fast: 1,
  ZSTD_dfast: 2,
  ZSTD_greedy: 3,
  ZSTD_lazy: 4,
  ZSTD_lazy2: 5,
  ZSTD_btlazy2: 6,
  ZSTD_btopt: 7,
  ZSTD_btultra: 8,
  ZSTD_btultra2: 9,
  ZSTD_c_compressionLevel: 100,
  ZSTD_c_windowLog: 101,
  ZSTD_c_hashLog: 102,
  ZSTD_c_chainLog: 103,
  ZSTD_c_searchLog: 104,
  ZSTD_c_minMatch: 105,
  ZSTD_c_targetLength: 106,
  ZSTD_c_strategy: 107,
  ZSTD_c_enableLongDistanceMatching: 160,
  ZSTD_c_ldmHashLog: 161,
  ZSTD_c_ldmMinMatch: 162,
  ZSTD_c_ldmBucketSizeLog: 163,
  ZSTD_c_ldmHashRateLog: 164,
  ZSTD_c_contentSizeFlag: 200,
  ZSTD_c_checksumFlag: 201,
  ZSTD_c_dictIDFlag: 202,
  ZSTD_c_nbWorkers: 400,
  ZSTD_c_jobSize: 401,
  ZSTD_c_overlapLog: 402,
  ZSTD_d_windowLogMax: 100,
  ZSTD_CLEVEL_DEFAULT: 3,
};

const zstdErrors = {
  no_error: 0,
  GENERIC: 1,
  prefix_unknown: 10,
  version_unsupported: 12,
  frameParameter_unsupported: 14,
  frameParameter_windowTooLarge: 16,
  corruption_detected: 20,
  checksum_wrong: 22,
  literals_headerWrong: 24,
  dictionary_corrupted: 30,
  dictionary_wrong: 32,
  dictionaryCreation_failed: 34,
  parameter_unsupported: 40,
  parameter_combination_unsupported: 41,
  parameter_outOfBound: 42,
  tableLog_tooLarge: 44,
  maxSymbolValue_tooLarge: 46,
  maxSymbolValue_tooSmall: 48,
  stabilityCondition_notRespected: 50,
  stage_wrong: 60,
  init_missing: 62,
  memory_allocation: 64,
  workSpace_tooSmall: 66,
  dstSize_tooSmall: 70,
  srcSize_wrong: 72,
  dstBuffer_null: 74,
  noForwardProgress_destFull: 80,
  noForwardProgress_inputEmpty: 82,
};

const prefixed = (prefix, table) => Object.fromEntries(Object.entries(table).map(([name, value]) => [prefix + name, value]));

// In Node's order, in which listings show them.
const constants = Object.freeze(Object.assign(
  Object.create(null), flushes, results, settings, modes, bounds, brotli,
  prefixed('BROTLI_DECODER_ERROR_', brotliErrors), zstd, prefixed('ZSTD_error_', zstdErrors),
));

const codes = { ...results };
for (const [name, number] of Object.entries(results)) codes[number] = name;
Object.freeze(codes);

/** The older way to them, as hidden properties of the module itself: zlib's alone. */
const legacy = Object.entries(constants).filter(([name]) => !/^(BROTLI|ZSTD)/.test(name));

module.exports = { constants, codes, legacy };
