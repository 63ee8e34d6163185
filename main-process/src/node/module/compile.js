'use strict';

// On two lines of its own, numbers -1 and 0 (the engine takes no 0 to start with), so that nothing of the script's moves.
const HEAD = '(function (exports, require, module,\n__filename, __dirname) {\n';

/** A `#!` line is a comment. */
const stripShebang = (source) => (source.startsWith('#!') ? `//${source.slice(2)}` : source);

/** Compiles a CommonJS module's text to its wrapper function; a SyntaxError says file, line and column. */
function compileWrapper(source, filename) {
  try {
    return native.compile(`${HEAD}${stripShebang(source)}\n})`, filename, -1);
  } catch (error) {
    if (error instanceof SyntaxError) point(error, source, filename);
    throw error;
  }
}

/** Evaluates classic text and returns what it comes to. */
function compileText(source, name) {
  try {
    return native.compile(stripShebang(source), name);
  } catch (error) {
    if (error instanceof SyntaxError && !Object.hasOwn(error, 'cause')) point(error, source, name);
    throw error;
  }
}

/** Puts the place, the line and a caret in front of a SyntaxError's stack, as Node prints it. */
function point(error, source, filename) {
  const place = /(?:^|\n)\s*at (?:.*\()?(?:.*?):(\d+):(\d+)\)?/.exec(error.stack ?? '');
  if (place === null) return;
  const line = Number(place[1]);
  const column = Number(place[2]);
  const text = source.split('\n')[line - 1] ?? '';
  if (/^\s*import\s*[\w*{'"]/.test(text)) error.message = 'Cannot use import statement outside a module';
  else if (/^\s*export\b/.test(text)) error.message = "Unexpected token 'export'";
  const caret = `${text.slice(0, Math.max(column - 1, 0)).replace(/[^\t]/g, ' ')}^`;
  Object.defineProperty(error, 'stack', {
    value: `${filename}:${line}\n${text}\n${caret}\n\nSyntaxError: ${error.message}\n    at ${filename}:${line}:${Math.max(column, 1)}`,
    writable: true,
    configurable: true,
  });
}

module.exports = { compileWrapper, compileText, point, stripShebang };
