'use strict';

// What keys do. The bindings are those of the table in Node's documentation of readline.

const { isWindows } = require('internal/platform');

function interrupt({ rl }) {
  if (rl.listenerCount('SIGINT') > 0) rl.emit('SIGINT');
  else rl.close();
}

/** Ctrl+D: the end of the input when the line is empty. */
function endOrDelete(editor) {
  const { rl } = editor;
  if (rl.cursor === 0 && rl.line.length === 0) rl.close();
  else if (rl.cursor < rl.line.length) editor.deleteRight();
}

/** Ctrl+Z: back to the shell, until somebody continues the process. */
function suspend(editor) {
  const { rl } = editor;
  if (isWindows) return;
  if (rl.listenerCount('SIGTSTP') > 0) {
    rl.emit('SIGTSTP');
    return;
  }
  process.once('SIGCONT', () => {
    if (rl.paused) return;
    rl.pause();
    rl.emit('SIGCONT');
    rl._setRawMode(true);
    rl._refreshLine();
  });
  rl._setRawMode(false);
  process.kill(process.pid, 'SIGTSTP');
}

const CONTROL = {
  a: (editor) => editor.moveBy(-Infinity),
  b: (editor) => editor.left(),
  backspace: (editor) => editor.deleteWordLeft(),
  c: interrupt,
  d: endOrDelete,
  delete: (editor) => editor.deleteWordRight(),
  e: (editor) => editor.moveBy(Infinity),
  f: (editor) => editor.right(),
  h: (editor) => editor.deleteLeft(),
  k: (editor) => editor.deleteLineRight(),
  l: (editor) => editor.clearScreen(),
  left: (editor) => editor.wordLeft(),
  n: (editor) => editor.historyBy(-1),
  p: (editor) => editor.historyBy(1),
  right: (editor) => editor.wordRight(),
  u: (editor) => editor.deleteLineLeft(),
  w: (editor) => editor.deleteWordLeft(),
  y: (editor) => editor.yank(),
  z: suspend,
};
const CONTROL_SHIFT = {
  backspace: (editor) => editor.deleteLineLeft(),
  delete: (editor) => editor.deleteLineRight(),
};
const META = {
  b: (editor) => editor.wordLeft(),
  backspace: (editor) => editor.deleteWordLeft(),
  d: (editor) => editor.deleteWordRight(),
  delete: (editor) => editor.deleteWordRight(),
  f: (editor) => editor.wordRight(),
  y: (editor) => editor.yankPop(),
};
const PLAIN = {
  backspace: (editor) => editor.deleteLeft(),
  delete: (editor) => editor.deleteRight(),
  down: (editor) => editor.historyBy(-1),
  end: (editor) => editor.moveBy(Infinity),
  home: (editor) => editor.moveBy(-Infinity),
  left: (editor) => editor.left(),
  right: (editor) => editor.right(),
  up: (editor) => editor.historyBy(1),
};

function pressEnter(editor, name) {
  const { rl } = editor;
  if (name === 'return') {
    rl.sawReturnAt = Date.now();
    editor.enter();
    return;
  }
  // The second half of a line ending.
  if (rl.sawReturnAt === 0 || Date.now() - rl.sawReturnAt > rl.crlfDelay) editor.enter();
  rl.sawReturnAt = 0;
}

function pressPlain(editor, text, key, previous) {
  const { rl } = editor;
  if (key.name === 'return' || key.name === 'enter') {
    pressEnter(editor, key.name);
  } else if (Object.hasOwn(PLAIN, key.name ?? '')) {
    PLAIN[key.name](editor);
  } else if (key.name === 'tab' && typeof rl.completer === 'function' && rl.isCompletionEnabled) {
    editor.complete(previous?.name === 'tab');
  } else if (typeof text === 'string' && text !== '') {
    editor.type(text);
  }
}

const does = (bindings, name) => Object.hasOwn(bindings, name ?? '') && bindings[name];

/** Does what a key is bound to, or types its text. */
function press(editor, text, key, previous) {
  if (key.name === 'escape') return;
  // Only sequences tell these from other keys.
  if (key.sequence === '\u001f') editor.undo();
  else if (key.sequence === '\u001e') editor.redo();
  else if (key.ctrl && key.shift) run(does(CONTROL_SHIFT, key.name), editor);
  else if (key.ctrl) run(does(CONTROL, key.name), editor);
  else if (key.meta) run(does(META, key.name), editor);
  else pressPlain(editor, text instanceof Uint8Array ? text.toString('utf8') : text, key, previous);
}

function run(action, editor) {
  if (action) action(editor);
}

module.exports = { press };
