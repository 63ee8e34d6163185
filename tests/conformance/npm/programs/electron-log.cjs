// A log file of its own and a line on the console.
'use strict';
const assert = require('node:assert');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const log = require('electron-log/node');

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'electron log '));
log.transports.file.setAppName('try');
log.transports.file.resolvePathFn = () => path.join(folder, 'main.log');
log.transports.console.level = false;
log.transports.file.sync = true;
log.info('started', { answer: 42 });
log.warn('careful');
const text = fs.readFileSync(path.join(folder, 'main.log'), 'utf8');
assert.match(text, /\[info\].*started \{ answer: 42 \}/);
assert.match(text, /\[warn\].*careful/);
fs.rmSync(folder, { recursive: true });
