'use strict';

const EventEmitter = require('node/events');
const { StringDecoder } = require('node/string_decoder');
const { codes, AbortError } = require('internal/errors');
const { validateAbortSignal, validateString, kEmptyObject } = require('internal/validators');
const { settle } = require('./options');

const LINE_ENDING = /\r\n|\n|\r(?!\n)|\u2028|\u2029/g;
const kQuestion = Symbol('kQuestion');
const kWatermarks = Symbol.for('nodejs.watermarkData');

/** Lines of an input, and with a terminal an editor for them. */
class Interface extends EventEmitter {
  #prompt;
  #oldPrompt;
  #questionCallback = null;
  #decoder;
  #lineObject;
  // What came after the last line ending; undefined before anything came.
  #rest;
  sawReturnAt = 0;
  paused = false;
  closed = false;
  line = '';
  cursor = 0;
  isCompletionEnabled = true;

  constructor(input, output, completer, terminal) {
    super();
    const given = settle(input, output, completer, terminal);
    const { input: stream } = given;
    Object.assign(this, {
      input: given.input, output: given.output, terminal: given.terminal, crlfDelay: given.crlfDelay,
      escapeCodeTimeout: given.escapeCodeTimeout, tabSize: given.tabSize, completer: given.completer,
      history: given.history, historySize: given.historySize, removeHistoryDuplicates: given.removeHistoryDuplicates,
    });
    this.#prompt = given.prompt;
    stream.on('error', (error) => this.emit('error', error));
    if (this.terminal) this.#editWith();
    else this.#readLines();
    if (given.signal) this.#closeOn(given.signal);
    stream.resume();
  }

  #readLines() {
    const { input } = this;
    const onData = (chunk) => this._normalWrite(chunk);
    const onEnd = () => {
      if (typeof this.#rest === 'string' && this.#rest.length > 0) this.emit('line', this.#rest);
      this.close();
    };
    input.on('data', onData);
    input.on('end', onEnd);
    this.once('close', () => {
      input.removeListener('data', onData);
      input.removeListener('end', onEnd);
    });
    this.#decoder = new StringDecoder('utf8');
  }

  #editWith() {
    const { Editor } = require('./editor');
    this.editor = new Editor(this);
    this.editor.attach();
  }

  #closeOn(signal) {
    const onAbort = () => this.close();
    if (signal.aborted) {
      require('internal/task_queues').nextTick(onAbort);
      return;
    }
    signal.addEventListener('abort', onAbort, { once: true });
    this.once('close', () => signal.removeEventListener('abort', onAbort));
  }

  get columns() {
    return this.output?.columns ? this.output.columns : Infinity;
  }

  getPrompt() {
    return this.#prompt;
  }

  setPrompt(prompt) {
    this.#prompt = prompt;
  }

  prompt(preserveCursor) {
    if (this.paused) this.resume();
    if (this.terminal && process.env.TERM !== 'dumb') {
      if (!preserveCursor) this.cursor = 0;
      this._refreshLine();
    } else {
      this._writeToOutput(this.#prompt);
    }
  }

  [kQuestion](query, callback) {
    if (this.closed) throw new codes.ERR_USE_AFTER_CLOSE('readline');
    if (this.#questionCallback !== null) {
      this.prompt();
      return;
    }
    this.#oldPrompt = this.#prompt;
    this.setPrompt(query);
    this.#questionCallback = callback;
    this.prompt();
  }

  question(query, options, callback) {
    const done = typeof options === 'function' ? options : callback;
    const { signal } = typeof options === 'function' ? kEmptyObject : options ?? kEmptyObject;
    let answer = done;
    if (signal) {
      validateAbortSignal(signal, 'options.signal');
      if (signal.aborted) return;
      const onAbort = () => this.cancelQuestion();
      signal.addEventListener('abort', onAbort, { once: true });
      answer = typeof done !== 'function' ? done : (text) => {
        signal.removeEventListener('abort', onAbort);
        return done(text);
      };
    }
    if (typeof answer === 'function') this[kQuestion](query, answer);
  }

  /** Nobody waits for the answer any more. */
  cancelQuestion() {
    if (this.#questionCallback === null) return;
    this.#questionCallback = null;
    this.setPrompt(this.#oldPrompt);
    this.clearLine();
  }

  _onLine(line) {
    if (this.#questionCallback === null) {
      this.emit('line', line);
      return;
    }
    const callback = this.#questionCallback;
    this.#questionCallback = null;
    this.setPrompt(this.#oldPrompt);
    callback(line);
  }

  _writeToOutput(text) {
    validateString(text, 'stringToWrite');
    if (this.output !== null && this.output !== undefined) this.output.write(text);
  }

  _refreshLine() {
    this.editor.refresh();
  }

  _ttyWrite(text, key) {
    this.editor.press(text, key);
  }

  clearLine() {
    if (this.editor === undefined) return;
    this.editor.clearLine();
  }

  getCursorPos() {
    return require('./screen').positionOf(this, this.#prompt + this.line.slice(0, this.cursor));
  }

  write(data, key) {
    if (this.closed) throw new codes.ERR_USE_AFTER_CLOSE('readline');
    if (this.paused) this.resume();
    if (this.terminal) this._ttyWrite(data, key);
    else this._normalWrite(data);
  }

  _normalWrite(data) {
    if (data === undefined) return;
    let text = this.#decoder.write(data);
    if (this.sawReturnAt && Date.now() - this.sawReturnAt <= this.crlfDelay) {
      // The second half of a line ending that came in two pieces.
      if (text.codePointAt(0) === 10) text = text.slice(1);
      this.sawReturnAt = 0;
    }
    LINE_ENDING.lastIndex = 0;
    let ending = LINE_ENDING.exec(text);
    if (ending === null) {
      if (text) this.#rest = this.#rest === undefined ? text : this.#rest + text;
      return;
    }
    if (this.#rest) {
      const before = this.#rest;
      const offset = before.length;
      text = before + text;
      this.#rest = undefined;
      LINE_ENDING.lastIndex += offset;
      ending.index += offset;
    }
    this.sawReturnAt = text.endsWith('\r') ? Date.now() : 0;
    const indices = [0, ending.index, LINE_ENDING.lastIndex];
    while ((ending = LINE_ENDING.exec(text)) !== null) indices.push(ending.index, LINE_ENDING.lastIndex);
    const last = indices.at(-1);
    // Before the lines are told: a listener may write.
    this.#rest = text.slice(last);
    for (let i = 0; i + 1 < indices.length; i += 2) this._onLine(text.slice(indices[i], indices[i + 1]));
  }

  close() {
    if (this.closed) return;
    this.pause();
    if (this.terminal) this._setRawMode(false);
    this.closed = true;
    this.emit('close');
  }

  pause() {
    if (this.paused) return undefined;
    this.input.pause();
    this.paused = true;
    this.emit('pause');
    return this;
  }

  resume() {
    if (!this.paused) return undefined;
    this.input.resume();
    this.paused = false;
    this.emit('resume');
    return this;
  }

  _setRawMode(mode) {
    const before = this.input.isRaw;
    if (typeof this.input.setRawMode === 'function') this.input.setRawMode(mode);
    return before;
  }

  [Symbol.asyncIterator]() {
    this.#lineObject ??= lines(this);
    return this.#lineObject;
  }

  [Symbol.dispose]() {
    this.close();
  }
}

/** The lines one by one; whoever stops early closes the interface. */
function lines(rl) {
  const events = EventEmitter.on(rl, 'line', { close: ['close'], highWatermark: 1024 });
  return {
    __proto__: Object.getPrototypeOf(Object.getPrototypeOf(async function* () {}).prototype),
    next: () => events.next().then(({ value, done }) => (done ? { value: undefined, done } : { value: value[0], done })),
    return(value) {
      rl.close();
      return events.return().then(() => ({ value, done: true }));
    },
    throw: (error) => events.throw(error),
    // As in Node: how many lines wait, for who watches.
    get [kWatermarks]() {
      return events[kWatermarks];
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** `question` that gives a promise. */
function ask(rl, query, options = kEmptyObject) {
  return new Promise((resolve, reject) => {
    let answer = resolve;
    const { signal } = options;
    if (signal) {
      validateAbortSignal(signal, 'options.signal');
      const aborted = () => new AbortError(undefined, { cause: signal.reason });
      if (signal.aborted) {
        reject(aborted());
        return;
      }
      const onAbort = () => {
        rl.cancelQuestion();
        reject(aborted());
      };
      signal.addEventListener('abort', onAbort, { once: true });
      answer = (text) => {
        signal.removeEventListener('abort', onAbort);
        resolve(text);
      };
    }
    rl[kQuestion](query, answer);
  });
}

module.exports = { Interface, ask };
