// Lines in this thread, and a file written by a worker thread.
'use strict';
const assert = require('node:assert');
const { once } = require('node:events');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const pino = require('pino');

(async () => {
  const lines = [];
  const logger = pino({ redact: ['user.password'], level: 'debug' }, { write: (line) => lines.push(JSON.parse(line)) });
  logger.info({ user: { name: 'a', password: 'x' } }, 'in %s', 'here');
  logger.child({ part: 1 }).error(new TypeError('bad'));
  assert.deepStrictEqual([lines[0].msg, lines[0].user], ['in here', { name: 'a', password: '[Redacted]' }]);
  assert.deepStrictEqual([lines[1].part, lines[1].err.type, lines[1].err.message], [1, 'TypeError', 'bad']);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pino '));
  const destination = path.join(folder, 'app.log');
  const transport = pino.transport({ target: 'pino/file', options: { destination } });
  await once(transport, 'ready');
  pino(transport).warn('from a thread');
  transport.end();
  await once(transport, 'close');
  assert.strictEqual(JSON.parse(fs.readFileSync(destination, 'utf8')).msg, 'from a thread');
  fs.rmSync(folder, { recursive: true });
})();
