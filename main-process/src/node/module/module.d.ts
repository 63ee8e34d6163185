/**
 * Node's `module`: CommonJS and ES modules side by side. Types are Node's own (`@types/node`); this page says what differs.
 *
 * Resolution follows https://nodejs.org/api/modules.html and https://nodejs.org/api/esm.html with the conditions `node`,
 * `module-sync`, `node-addons`, `electron` and `require` or `import`. Names that an `import` of CommonJS gets are found in
 * its text, as Node finds them. `require()` of an ES module works where that has no top-level await (`ERR_REQUIRE_ASYNC_MODULE`).
 *
 * Stacks name the author's files where sources have source maps, unless `--no-enable-source-maps` is given.
 *
 * Missing compared with Node: `stripTypeScriptTypes` and native addons (`.node`) throw `ERR_NOT_SUPPORTED`;
 * `enableCompileCache` caches nothing; hooks of `register()` run in the thread of the modules, and may wait for promises but
 * not for input or output; names of built-in modules that are not enumerable cannot be imported; WebAssembly modules.
 *
 * @throws MODULE_NOT_FOUND, ERR_MODULE_NOT_FOUND, ERR_PACKAGE_PATH_NOT_EXPORTED, ERR_PACKAGE_IMPORT_NOT_DEFINED,
 *   ERR_INVALID_PACKAGE_TARGET, ERR_INVALID_PACKAGE_CONFIG, ERR_INVALID_MODULE_SPECIFIER, ERR_UNSUPPORTED_DIR_IMPORT,
 *   ERR_UNKNOWN_BUILTIN_MODULE, ERR_UNKNOWN_FILE_EXTENSION, ERR_IMPORT_ATTRIBUTE_MISSING
 */
declare module 'module' {
  export = NodeJS.Module;
}
