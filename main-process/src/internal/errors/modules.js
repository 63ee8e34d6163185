'use strict';

const { formatList } = require('./received');

function importedFrom(base, prefix = ' imported from ') {
  return base ? `${prefix}${base}` : '';
}

function invalidPackageTarget(packagePath, key, target, isImport = false, base = undefined) {
  const relative =
    typeof target === 'string' && !isImport && target.length > 0 && !target.startsWith('./');
  const tail = `${importedFrom(base)}${relative ? '; targets must start with "./"' : ''}`;
  if (key === '.') {
    return `Invalid "exports" main target ${JSON.stringify(target)} defined in the package config ` +
      `${packagePath}package.json${tail}`;
  }
  return `Invalid "${isImport ? 'imports' : 'exports'}" target ${JSON.stringify(target)} defined for ` +
    `'${key}' in the package config ${packagePath}package.json${tail}`;
}

function notExported(packagePath, subpath, base) {
  if (subpath === '.') {
    return `No "exports" main defined in ${packagePath}package.json${importedFrom(base)}`;
  }
  return `Package subpath '${subpath}' is not defined by "exports" in ${packagePath}package.json` +
    importedFrom(base);
}

function requireEsm(filename, hasEsmSyntax, parentPath = null, packageJsonPath = null) {
  let text = `require() of ES Module ${filename}${parentPath ? ` from ${parentPath}` : ''} not supported.`;
  if (!packageJsonPath) {
    if (filename.endsWith('.mjs')) {
      text += `\nInstead change the require of ${filename} to a dynamic import() which is available in ` +
        'all CommonJS modules.';
    }
    return text;
  }
  const file = filename.slice(Math.max(filename.lastIndexOf('/'), filename.lastIndexOf('\\')) + 1);
  const available = 'import() which is available in all CommonJS modules';
  if (hasEsmSyntax) {
    return `${text}\nInstead change the require of ${file}${parentPath ? ` in ${parentPath}` : ''} to a ` +
      `dynamic ${available}.`;
  }
  return `${text}\n${file} is treated as an ES module file as it is a .js file whose nearest parent ` +
    'package.json contains "type": "module" which declares all .js files in that package scope as ES ' +
    `modules.\nInstead either rename ${file} to end in .cjs, change the requiring code to use dynamic ` +
    `${available}, or change "type": "module" to "type": "commonjs" in ${packageJsonPath} to treat all .js ` +
    'files as CommonJS (using .mjs for all ES modules instead).\n';
}

const errors = {
  ERR_DLOPEN_FAILED: (reason) => reason,
  ERR_EVAL_ESM_CANNOT_PRINT: '--print cannot be used with ESM input',
  ERR_INTERNAL_MODULE: (name) => `${name} is an internal module`,
  ERR_INVALID_PACKAGE_CONFIG: (path, base, message) =>
    `Invalid package config ${path}${base ? ` while importing ${base}` : ''}${message ? `. ${message}` : ''}`,
  ERR_INVALID_PACKAGE_TARGET: invalidPackageTarget,
  ERR_LOADER_CHAIN_INCOMPLETE: (name) =>
    `"${name}" did not call the next hook in its chain and did not explicitly signal a short circuit. ` +
    "If this is intentional, include `shortCircuit: true` in the hook's return.",
  ERR_MODULE_NOT_FOUND: (path, base, exactUrl) =>
    `Cannot find ${exactUrl ? 'module' : 'package'} '${path}' imported from ${base}`,
  ERR_PACKAGE_PATH_NOT_EXPORTED: notExported,
  ERR_REQUIRE_ASYNC_MODULE: (filename, parent) => {
    let text = 'require() cannot be used on an ESM graph with top-level await. Use import() instead. ' +
      'To see where the top-level await comes from, use --experimental-print-required-tla.';
    if (parent) text += `\n  From ${parent} `;
    if (filename) text += `\n  Requiring ${filename} `;
    return text;
  },
  ERR_REQUIRE_CYCLE_MODULE: (message) => message,
  ERR_REQUIRE_ESM: requireEsm,
  ERR_UNKNOWN_BUILTIN_MODULE: (id) => `No such built-in module: ${id}`,
  ERR_UNSUPPORTED_DIR_IMPORT: (path, base) =>
    `Directory import '${path}' is not supported resolving ES modules imported from ${base}`,
  ERR_UNSUPPORTED_ESM_URL_SCHEME: (url, supported) =>
    `Only URLs with a scheme in: ${formatList(supported)} are supported by the default ESM loader.` +
    `${url.protocol.length === 2 && /^[a-z]:$/i.test(url.protocol) ?
      ' On Windows, absolute paths must be valid file:// URLs.' : ''} Received protocol '${url.protocol}'`,
  ERR_VM_MODULE_ALREADY_LINKED: 'Module has already been linked',
  ERR_VM_MODULE_CANNOT_CREATE_CACHED_DATA:
    'Cached data cannot be created for a module which has been evaluated',
  ERR_VM_MODULE_DIFFERENT_CONTEXT: 'Linked modules must use the same context',
  ERR_VM_MODULE_LINK_FAILURE: (message) => message,
  ERR_VM_MODULE_NOT_MODULE: 'Provided module is not an instance of Module',
  ERR_VM_MODULE_STATUS: (status) => `Module status ${status}`,
};

const typeErrors = {
  ERR_IMPORT_ATTRIBUTE_MISSING: (url, key, value) =>
    `Module "${url}" needs an import attribute of "${key}: ${value}"`,
  ERR_IMPORT_ATTRIBUTE_TYPE_INCOMPATIBLE: (url, type) => `Module "${url}" is not of type "${type}"`,
  ERR_IMPORT_ATTRIBUTE_UNSUPPORTED: (key, value, url) =>
    `Import attribute "${key}" with value "${value}" is not supported${url ? ` in ${url}` : ''}`,
  ERR_INVALID_MODULE_SPECIFIER: (request, reason, base) =>
    `Invalid module "${request}" ${reason}${base ? ` imported from ${base}` : ''}`,
  ERR_PACKAGE_IMPORT_NOT_DEFINED: (specifier, packagePath, base) =>
    `Package import specifier "${specifier}" is not defined` +
    `${packagePath ? ` in package ${packagePath}package.json` : ''} imported from ${base}`,
  ERR_UNKNOWN_FILE_EXTENSION: (extension, path) => `Unknown file extension "${extension}" for ${path}`,
  ERR_UNSUPPORTED_RESOLVE_REQUEST: (request, base) =>
    `Failed to resolve module specifier "${request}" from "${base}": Invalid relative URL or base scheme ` +
    'is not hierarchical.',
  ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING: 'A dynamic import callback was not specified.',
  ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING_FLAG:
    'A dynamic import callback was invoked without --experimental-vm-modules',
};

const rangeErrors = {
  ERR_UNKNOWN_MODULE_FORMAT: (format, url) => `Unknown module format: ${format} for URL ${url}`,
};

const extras = {
  ERR_MODULE_NOT_FOUND: (error, path, base, exactUrl) => {
    if (exactUrl) error.url = `${exactUrl}`;
  },
  ERR_UNSUPPORTED_DIR_IMPORT: (error, path, base, exactUrl) => {
    error.url = exactUrl;
  },
  ERR_VM_MODULE_LINK_FAILURE: (error, message, cause) => {
    error.cause = cause;
  },
};

module.exports = {
  texts: { Error: errors, TypeError: typeErrors, RangeError: rangeErrors },
  extras,
  raw: ['ERR_INVALID_PACKAGE_TARGET', 'ERR_UNSUPPORTED_ESM_URL_SCHEME'],
};
