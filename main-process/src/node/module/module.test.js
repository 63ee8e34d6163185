'use strict';

const { test } = require('kaon:test');
const assert = require('node:assert');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const {
  builtinModules, createRequire, findPackageJSON, findSourceMap, isBuiltin, registerHooks, SourceMap, syncBuiltinESMExports,
} = require('node:module');

const home = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'kaon modules 🚀 ')));
process.on('exit', () => fs.rmSync(home, { recursive: true, force: true }));

/** Writes files below the test's folder and returns the path of the first. */
function write(files) {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(home, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, typeof text === 'string' ? text : JSON.stringify(text));
  }
  return path.join(home, Object.keys(files)[0]);
}

const load = (file) => import(pathToFileURL(file).href);
const code = (work) => {
  try {
    work();
  } catch (error) {
    return error.code;
  }
  return undefined;
};

test('a relative module is found with and without its extension, and as a folder', () => {
  const main = write({
    'rel/main.js': "module.exports = [require('./a'), require('./a.js'), require('./folder'), require('./data')];",
    'rel/a.js': 'exports.a = 1;',
    'rel/folder/index.js': 'module.exports = "index";',
    'rel/data.json': { data: true },
  });
  assert.deepStrictEqual(require(main), [{ a: 1 }, { a: 1 }, 'index', { data: true }]);
});

test('a package is found in node_modules above, by its main', () => {
  const main = write({
    'pkg/deep/er/main.js': "module.exports = require('thing');",
    'pkg/node_modules/thing/package.json': { main: 'lib/entry' },
    'pkg/node_modules/thing/lib/entry.js': 'module.exports = __filename;',
  });
  assert.strictEqual(require(main), path.join(home, 'pkg/node_modules/thing/lib/entry.js'));
});

test('exports decide by condition, and hide everything else', async () => {
  const main = write({
    'exp/main.js': "module.exports = require('dual');",
    'exp/main.mjs': "export { default } from 'dual';",
    'exp/hidden.js': "require('dual/secret');",
    'exp/pattern.js': "module.exports = require('dual/features/x');",
    'exp/node_modules/dual/package.json': {
      exports: { '.': { import: './i.mjs', require: './r.cjs' }, './features/*': './f/*.js', './features/private': null },
    },
    'exp/node_modules/dual/i.mjs': "export default 'import';",
    'exp/node_modules/dual/r.cjs': "module.exports = 'require';",
    'exp/node_modules/dual/secret.js': '',
    'exp/node_modules/dual/f/x.js': "module.exports = 'feature';",
  });
  assert.strictEqual(require(main), 'require');
  assert.strictEqual((await load(path.join(home, 'exp/main.mjs'))).default, 'import');
  assert.strictEqual(require(path.join(home, 'exp/pattern.js')), 'feature');
  assert.strictEqual(code(() => require(path.join(home, 'exp/hidden.js'))), 'ERR_PACKAGE_PATH_NOT_EXPORTED');
});

test('imports of a package are its own names', () => {
  const main = write({
    'imp/main.js': "module.exports = [require('#own'), require('#dep/y')];",
    'imp/unknown.js': "require('#unknown');",
    'imp/package.json': { imports: { '#own': './own.js', '#dep/*': './dep/*.js' } },
    'imp/own.js': "module.exports = 'own';",
    'imp/dep/y.js': "module.exports = 'y';",
  });
  assert.deepStrictEqual(require(main), ['own', 'y']);
  assert.strictEqual(code(() => require(path.join(home, 'imp/unknown.js'))), 'ERR_PACKAGE_IMPORT_NOT_DEFINED');
});

test('a cycle sees what was exported so far', () => {
  const main = write({
    'cycle/a.js': "exports.early = 1; exports.b = require('./b'); exports.late = 2;",
    'cycle/b.js': "const a = require('./a'); exports.seen = { ...a };",
  });
  assert.deepStrictEqual(require(main).b.seen, { early: 1 });
});

test('a module that was taken out of the cache runs again', () => {
  const main = write({ 'cache/main.js': 'globalThis.runs = (globalThis.runs ?? 0) + 1; module.exports = globalThis.runs;' });
  assert.strictEqual(require(main), 1);
  assert.strictEqual(require(main), 1);
  delete require.cache[require.resolve(main)];
  assert.strictEqual(require(main), 2);
});

test('a missing module says who asked for it', () => {
  const main = write({ 'gone/main.js': "require('no-such-module');" });
  assert.throws(() => require(main), (error) => {
    assert.strictEqual(error.code, 'MODULE_NOT_FOUND');
    assert.deepStrictEqual(error.requireStack[0], main);
    return error.message.startsWith("Cannot find module 'no-such-module'\nRequire stack:\n- ");
  });
});

test('type decides what .js is, .cjs and .mjs decide for themselves', async () => {
  const main = write({
    'type/main.js': "export const kind = typeof require; export { default as inner } from './inner.cjs';",
    'type/package.json': { type: 'module' },
    'type/inner.cjs': 'module.exports = typeof require;',
  });
  const { kind, inner } = await load(main);
  assert.deepStrictEqual([kind, inner], ['undefined', 'function']);
});

test('an import of CommonJS gets the names that it assigns', async () => {
  const main = write({
    'names/main.mjs': "import whole, { one, two, three } from './c.cjs'; export default [whole.one, one, two, three];",
    'names/c.cjs': "exports.one = 1; module.exports.two = 2; Object.defineProperty(exports, 'three', { value: 3, enumerable: true });",
  });
  assert.deepStrictEqual((await load(main)).default, [1, 1, 2, 3]);
});

test('import.meta says where a module is and resolves for it', async () => {
  const main = write({ 'meta/main.mjs': 'export const { dirname, filename, url } = import.meta; export const other = import.meta.resolve("./x.mjs");', 'meta/x.mjs': '' });
  const found = await load(main);
  assert.strictEqual(found.filename, main);
  assert.strictEqual(found.dirname, path.dirname(main));
  assert.strictEqual(found.url, pathToFileURL(main).href);
  assert.strictEqual(found.other, pathToFileURL(path.join(home, 'meta/x.mjs')).href);
});

test('top-level await holds up those who import it', async () => {
  const main = write({
    'tla/main.mjs': "import { value } from './slow.mjs'; export default value;",
    'tla/slow.mjs': "export const value = await new Promise((resolve) => setTimeout(resolve, 5, 'late'));",
  });
  assert.strictEqual((await load(main)).default, 'late');
});

test('require of an ES module gives its namespace, or says that it awaits', () => {
  const sync = write({ 'esm/sync.mjs': 'export const a = 1; export default 2;' });
  const late = write({ 'esm/late.mjs': 'await new Promise((resolve) => setTimeout(resolve, 5)); export const a = 1;' });
  assert.deepStrictEqual({ ...require(sync) }, { __esModule: true, a: 1, default: 2 });
  assert.strictEqual(code(() => require(late)), 'ERR_REQUIRE_ASYNC_MODULE');
});

test('JSON is imported with its attribute only', async () => {
  const main = write({ 'json/main.mjs': "import data from './d.json' with { type: 'json' }; export default data.a;", 'json/d.json': { a: 1 } });
  assert.strictEqual((await load(main)).default, 1);
  await assert.rejects(load(path.join(home, 'json/d.json')), { code: 'ERR_IMPORT_ATTRIBUTE_MISSING' });
});

test('a built-in module is the same by both names and by import', async () => {
  assert.strictEqual(require('fs'), require('node:fs'));
  assert.strictEqual((await import('node:fs')).default, require('fs'));
  assert.strictEqual((await import('fs')).readFileSync, fs.readFileSync);
  assert.strictEqual(code(() => require('node:nothing')), 'ERR_UNKNOWN_BUILTIN_MODULE');
});

test('builtinModules lists what isBuiltin knows', () => {
  assert.ok(builtinModules.includes('fs/promises') && builtinModules.every(isBuiltin));
  assert.ok(isBuiltin('node:path') && !isBuiltin('nothing'));
});

test('hooks resolve and load what no file holds, until they are taken away', async () => {
  const hooks = registerHooks({
    resolve: (specifier, context, next) => (specifier === 'virtual:x' ? { url: specifier, format: 'module', shortCircuit: true } : next(specifier, context)),
    load: (url, context, next) => (url === 'virtual:x' ? { format: 'module', source: 'export default 42', shortCircuit: true } : next(url, context)),
  });
  const main = write({ 'hooked/main.mjs': "export { default } from 'virtual:x';" });
  assert.strictEqual((await load(main)).default, 42);
  hooks.deregister();
  await assert.rejects(import('virtual:y'), { code: 'ERR_UNSUPPORTED_ESM_URL_SCHEME' });
});

test('what a program does to a built-in module reaches importers when it says so', async () => {
  const namespace = await import('node:punycode');
  const { toASCII } = require('punycode');
  require('punycode').toASCII = 'changed';
  assert.strictEqual(namespace.toASCII, toASCII);
  syncBuiltinESMExports();
  assert.strictEqual(namespace.toASCII, 'changed');
  require('punycode').toASCII = toASCII;
  syncBuiltinESMExports();
});

test('findPackageJSON finds that of a package, and the nearest one', () => {
  const main = write({
    'found/main.js': '', 'found/package.json': {}, 'found/node_modules/dep/package.json': { name: 'dep' }, 'found/deep/a/b.js': '',
  });
  const folder = path.dirname(main);
  assert.strictEqual(findPackageJSON('dep', main), path.join(folder, 'node_modules/dep/package.json'));
  assert.strictEqual(findPackageJSON('./deep/a/b.js', pathToFileURL(main)), path.join(folder, 'package.json'));
});

test('stacks name the file that the author wrote', () => {
  // Line 1 of the output is line 3 of the source, from column 5 on.
  const map = { version: 3, sources: ['author.ts'], names: [], mappings: 'AAEI' };
  const comment = `//# sourceMappingURL=data:application/json;base64,${Buffer.from(JSON.stringify(map)).toString('base64')}`;
  const main = write({ 'mapped/main.js': `module.exports = new Error('here').stack;\n${comment}\n` });
  assert.ok(require(main).includes(`${path.join(path.dirname(main), 'author.ts')}:3:5`), require(main));
  assert.strictEqual(findSourceMap(main).findEntry(0, 20).originalSource, 'author.ts');
  assert.deepStrictEqual(new SourceMap(map).findOrigin(1, 1), { fileName: 'author.ts', lineNumber: 3, columnNumber: 5 });
});

test('createRequire works from a file and from a URL', () => {
  const main = write({ 'create/main.js': '', 'create/next.js': 'module.exports = "next";' });
  assert.strictEqual(createRequire(main)('./next'), 'next');
  assert.strictEqual(createRequire(pathToFileURL(main))('./next'), 'next');
  assert.strictEqual(createRequire(main).resolve('./next'), path.join(home, 'create/next.js'));
  assert.strictEqual(code(() => createRequire('relative')), 'ERR_INVALID_ARG_VALUE');
});

test('a module knows itself', () => {
  const main = write({ 'self/main.js': 'exports.all = [__filename, __dirname, module.filename, require.main === module, module.id, this === exports];' });
  assert.deepStrictEqual(require(main).all, [main, path.dirname(main), main, false, main, true]);
});

test('a syntax error shows the line and a caret', () => {
  const main = write({ 'bad/main.js': 'const fine = 1;\nconst broken = ;\n' });
  assert.throws(() => require(main), (error) => {
    assert.ok(error instanceof SyntaxError);
    return error.stack.startsWith(`${main}:2\nconst broken = ;\n`) && error.stack.includes('^');
  });
});
