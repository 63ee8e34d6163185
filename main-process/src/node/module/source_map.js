'use strict';

// Source maps, version 3. Source: https://tc39.es/ecma426/

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Map([...DIGITS].map((digit, value) => [digit, value]));

/** The numbers of one segment. */
function numbersOf(text) {
  const numbers = [];
  let value = 0;
  let shift = 0;
  for (const digit of text) {
    const bits = VALUES.get(digit);
    if (bits === undefined) return numbers;
    value += (bits & 31) * 2 ** shift;
    shift += 5;
    if (bits & 32) continue;
    const magnitude = Math.floor(value / 2);
    // By the format, a negative zero is the lowest number there is.
    const negative = magnitude === 0 ? -(2 ** 31) : -magnitude;
    numbers.push(value % 2 === 1 ? negative : magnitude);
    value = 0;
    shift = 0;
  }
  return numbers;
}

/** For each generated line its segments `[column, source, line, column, name]`, in order; sources and names by number. */
function decode(mappings) {
  const lines = [];
  let [source, line, column, name] = [0, 0, 0, 0];
  for (const text of mappings.split(';')) {
    const segments = [];
    let generated = 0;
    for (const part of text.split(',')) {
      if (part === '') continue;
      const [toColumn, toSource, toLine, toOriginal, toName] = numbersOf(part);
      generated += toColumn;
      if (toSource === undefined) {
        segments.push([generated]);
        continue;
      }
      source += toSource;
      line += toLine;
      column += toOriginal;
      if (toName !== undefined) name += toName;
      segments.push([generated, source, line, column, toName === undefined ? undefined : name]);
    }
    lines.push(segments.sort((a, b) => a[0] - b[0]));
  }
  return lines;
}

/** One map without sections. */
class Part {
  #lines;

  constructor(payload) {
    this.payload = payload;
    const root = payload.sourceRoot ? `${payload.sourceRoot.replace(/\/$/, '')}/` : '';
    this.sources = (payload.sources ?? []).map((source) => `${root}${source ?? ''}`);
  }

  /** The segment that a place (both from 0) belongs to, as Node's entry. */
  find(line, column) {
    this.#lines ??= decode(this.payload.mappings ?? '');
    // A place before the first segment of its line belongs to the last one before.
    for (let at = Math.min(line, this.#lines.length - 1); at >= 0; at--) {
      const segments = this.#lines[at];
      const index = at === line ? lastUpTo(segments, column) : segments.length - 1;
      if (index >= 0) return this.#entry(at, segments[index]);
    }
    return undefined;
  }

  #entry(line, [column, source, originalLine, originalColumn, name]) {
    if (source === undefined) return undefined;
    const entry = { generatedLine: line, generatedColumn: column, originalSource: this.sources[source], originalLine, originalColumn };
    if (name !== undefined) entry.name = this.payload.names?.[name];
    return entry;
  }
}

function lastUpTo(segments, column) {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (segments[middle][0] <= column) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** A map, or a list of maps for what was joined; both are found in by `find`. */
class SourceMapIndex {
  #parts;

  constructor(payload) {
    const sections = payload.sections ?? [{ offset: { line: 0, column: 0 }, map: payload }];
    this.#parts = sections.map(({ offset, map }) => ({ offset, part: new Part(map) }));
  }

  find(line, column) {
    const found = this.#parts.findLast(({ offset }) => offset.line < line || (offset.line === line && offset.column <= column));
    if (found === undefined) return undefined;
    const { offset, part } = found;
    const entry = part.find(line - offset.line, line === offset.line ? column - offset.column : column);
    if (entry !== undefined) entry.generatedLine += offset.line;
    return entry;
  }
}

module.exports = { SourceMapIndex };
