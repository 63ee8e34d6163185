'use strict';

const { EventEmitter } = require('node/events');
const { hide, assemble, kState } = require('electron/native_object');
const { absentMembers, absentObject } = require('electron/absent');

const PERSISTENT = 'persist:';
const sessions = new Map();

const app = () => require('electron/app');

class Members {
  isPersistent() {
    const { partition } = this[kState];
    return partition === '' || partition.startsWith(PERSISTENT);
  }

  getStoragePath() {
    if (!this.isPersistent()) return null;
    const { partition } = this[kState];
    const path = require('node/path');
    const folder = app().getPath('sessionData');
    return partition === '' ? folder : path.join(folder, 'Partitions', partition.slice(PERSISTENT.length));
  }

  get storagePath() {
    return this.getStoragePath();
  }

  getUserAgent() {
    return this[kState].userAgent ?? app().userAgentFallback;
  }

  /** Pages that are made from now on present themselves so. */
  setUserAgent(userAgent) {
    this[kState].userAgent = String(userAgent);
  }
}

const ABSENT = [
  'getCacheSize', 'clearCache', 'clearStorageData', 'clearData', 'flushStorageData', 'setProxy', 'resolveHost', 'resolveProxy',
  'forceReloadProxyConfig', 'setDownloadPath', 'enableNetworkEmulation', 'disableNetworkEmulation', 'preconnect',
  'closeAllConnections', 'fetch', 'setCertificateVerifyProc', 'setPermissionRequestHandler', 'setPermissionCheckHandler',
  'setDisplayMediaRequestHandler', 'setDevicePermissionHandler', 'setUSBProtectedClassesHandler', 'setBluetoothPairingHandler',
  'clearHostResolverCache', 'allowNTLMCredentialsForDomains', 'isSpellCheckerEnabled', 'setSpellCheckerEnabled',
  'setSpellCheckerLanguages', 'getSpellCheckerLanguages', 'setSpellCheckerDictionaryDownloadURL',
  'listWordsInSpellCheckerDictionary', 'addWordToSpellCheckerDictionary', 'removeWordFromSpellCheckerDictionary',
  'getBlobData', 'downloadURL', 'createInterruptedDownload', 'clearAuthCache', 'getPreloads', 'setPreloads',
  'getPreloadScripts', 'registerPreloadScript', 'unregisterPreloadScript', 'setCodeCachePath', 'clearCodeCaches',
  'getSharedDictionaryUsageInfo', 'getSharedDictionaryInfo', 'clearSharedDictionaryCache', 'clearSharedDictionaryCacheForIsolationKey',
  'setSSLConfig', 'loadExtension', 'removeExtension', 'getExtension', 'getAllExtensions',
];
const ABSENT_OBJECTS = ['cookies', 'serviceWorkers', 'webRequest', 'protocol', 'netLog', 'extensions'];

class Session extends EventEmitter {
  constructor(partition) {
    super();
    hide(this, kState, { partition, userAgent: undefined });
    for (const name of ABSENT_OBJECTS) hide(this, name, absentObject(`session.${name}`));
  }
}
assemble(Session, Members, absentMembers('session', ABSENT));

function fromPartition(partition) {
  if (!app().isReady()) throw new TypeError('Session can only be received when app is ready');
  const name = String(partition ?? '');
  if (!sessions.has(name)) {
    const session = new Session(name);
    sessions.set(name, session);
    app().emit('session-created', session);
  }
  return sessions.get(name);
}

module.exports = {
  Session,
  /** The name a page's storage goes by at the shell; null for the application's own. */
  partitionOf: (session) => session[kState].partition || null,
  session: {
    fromPartition,
    fromPath: absentMembers('session', ['fromPath']).prototype.fromPath,
    get defaultSession() {
      return fromPartition('');
    },
  },
};
