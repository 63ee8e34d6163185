'use strict';

const QUOTES = '"\'`';

/** Where the line after the one that holds `from` starts. */
function nextLine(text, from) {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end + 1;
}

/** The value that starts at `from`, and where the rest begins. */
function readValue(text, from) {
  const mark = text[from];
  if (QUOTES.includes(mark)) {
    const close = text.indexOf(mark, from + 1);
    if (close !== -1) {
      const raw = text.slice(from + 1, close);
      return [mark === '"' ? raw.replaceAll('\\n', '\n') : raw, nextLine(text, close)];
    }
  }
  const next = nextLine(text, from);
  const line = text.slice(from, next);
  const comment = line.indexOf('#');
  return [(comment === -1 ? line : line.slice(0, comment)).trim(), next];
}

const isBlank = (char) => char === ' ' || char === '\t' || char === '\n';

/** The variables of a `.env` file. */
function parseEnv(content) {
  const text = content.replaceAll('\r', '').trim();
  const env = {};
  let at = 0;
  while (at < text.length) {
    if (isBlank(text[at])) {
      at++;
      continue;
    }
    const next = nextLine(text, at);
    const equals = text.indexOf('=', at);
    if (text[at] === '#' || equals === -1 || equals >= next) {
      at = next;
      continue;
    }
    let key = text.slice(at, equals).trim();
    if (key === '') break;
    if (key.startsWith('export ')) key = key.slice(7).trim();
    let start = equals + 1;
    while (start < text.length && (text[start] === ' ' || text[start] === '\t')) start++;
    if (start >= text.length || text[start] === '\n') {
      env[key] = '';
      at = start;
    } else {
      [env[key], at] = readValue(text, start);
    }
  }
  // Listed by name, as Node does.
  return Object.fromEntries(Object.entries(env).sort(([a], [b]) => (a < b ? -1 : 1)));
}

module.exports = { parseEnv };
