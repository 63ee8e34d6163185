'use strict';

const { codes } = require('internal/errors');
const { validateString } = require('internal/validators');
const { Serializer } = require('./serializer');
const { Deserializer } = require('./deserializer');
const { DefaultSerializer, DefaultDeserializer, serialize, deserialize } = require('./default');

const unsupported = (name) => function notSupported() {
  throw new codes.ERR_NOT_SUPPORTED(`v8.${name}`);
};

/** What of V8's numbers this engine has; the others are 0. */
function getHeapStatistics() {
  const [total, used, external] = native.heap();
  return {
    total_heap_size: total,
    total_heap_size_executable: 0,
    total_physical_size: total,
    total_available_size: require('node/process').availableMemory(),
    used_heap_size: used,
    heap_size_limit: require('node/process').constrainedMemory(),
    malloced_memory: total,
    peak_malloced_memory: total,
    does_zap_garbage: 0,
    number_of_native_contexts: 1,
    number_of_detached_contexts: 0,
    total_global_handles_size: 0,
    used_global_handles_size: 0,
    external_memory: external,
  };
}

/** The engine has one heap. */
function getHeapSpaceStatistics() {
  const [total, used] = native.heap();
  return [{
    space_name: 'heap', space_size: total, space_used_size: used, space_available_size: total - used, physical_space_size: total,
  }];
}

function getHeapCodeStatistics() {
  return { code_and_metadata_size: 0, bytecode_and_metadata_size: 0, external_script_source_size: 0, cpu_profiler_metadata_size: 0 };
}

/** Flags are V8's, so that here they change nothing. */
function setFlagsFromString(flags) {
  validateString(flags, 'flags');
}

function isStringOneByteRepresentation(content) {
  validateString(content, 'content');
  for (let index = 0; index < content.length; index++) if (content.charCodeAt(index) > 0xff) return false;
  return true;
}

const notBuilding = () => {
  throw new codes.ERR_NOT_BUILDING_SNAPSHOT();
};

module.exports = {
  cachedDataVersionTag: () => 0x4b616f6e,
  getHeapSnapshot: unsupported('getHeapSnapshot'),
  getHeapStatistics,
  getHeapSpaceStatistics,
  getHeapCodeStatistics,
  setFlagsFromString,
  Serializer,
  Deserializer,
  DefaultSerializer,
  DefaultDeserializer,
  deserialize,
  takeCoverage() {},
  stopCoverage() {},
  serialize,
  writeHeapSnapshot: unsupported('writeHeapSnapshot'),
  promiseHooks: {
    onInit: unsupported('promiseHooks.onInit'),
    onBefore: unsupported('promiseHooks.onBefore'),
    onAfter: unsupported('promiseHooks.onAfter'),
    onSettled: unsupported('promiseHooks.onSettled'),
    createHook: unsupported('promiseHooks.createHook'),
  },
  queryObjects: unsupported('queryObjects'),
  startupSnapshot: {
    addSerializeCallback: notBuilding,
    addDeserializeCallback: notBuilding,
    setDeserializeMainFunction: notBuilding,
    isBuildingSnapshot: () => false,
  },
  setHeapSnapshotNearHeapLimit: unsupported('setHeapSnapshotNearHeapLimit'),
  GCProfiler: class GCProfiler {
    constructor() {
      throw new codes.ERR_NOT_SUPPORTED('v8.GCProfiler');
    }
  },
  isStringOneByteRepresentation,
};
