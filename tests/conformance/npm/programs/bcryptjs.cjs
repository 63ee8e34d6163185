'use strict';
const assert = require('node:assert');
const bcrypt = require('bcryptjs');

(async () => {
  const hash = await bcrypt.hash('geheim', 4);
  assert.match(hash, /^\$2b\$04\$.{53}$/);
  assert.strictEqual(await bcrypt.compare('geheim', hash), true);
  assert.strictEqual(bcrypt.compareSync('falsch', hash), false);
  assert.strictEqual(bcrypt.hashSync('abc', '$2b$04$abcdefghijklmnopqrstuu'), bcrypt.hashSync('abc', '$2b$04$abcdefghijklmnopqrstuu'));
})();
