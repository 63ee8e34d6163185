// Two transports, a format, an error with its stack.
'use strict';
const assert = require('node:assert');
const { once } = require('node:events');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { Writable } = require('node:stream');
const winston = require('winston');

(async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'winston '));
  const lines = [];
  const stream = new Writable({ write: (chunk, encoding, done) => done(null, lines.push(JSON.parse(chunk))) });
  const logger = winston.createLogger({
    level: 'debug',
    format: winston.format.combine(winston.format.errors({ stack: true }), winston.format.splat(), winston.format.json()),
    transports: [
      new winston.transports.Stream({ stream }),
      new winston.transports.File({ filename: path.join(folder, 'app.log'), level: 'warn' }),
    ],
  });
  logger.info('hello %s', 'world', { extra: 1 });
  logger.child({ part: 'db' }).error(new Error('lost'));
  const file = logger.transports[1];
  logger.end();
  await once(file, 'finish');
  assert.deepStrictEqual(lines[0], { extra: 1, level: 'info', message: 'hello world' });
  assert.deepStrictEqual([lines[1].message, lines[1].part, /Error: lost\n\s+at /.test(lines[1].stack)], ['lost', 'db', true]);
  const text = fs.readFileSync(path.join(folder, 'app.log'), 'utf8').trim().split('\n');
  assert.strictEqual(text.length, 1);
  fs.rmSync(folder, { recursive: true });
})();
