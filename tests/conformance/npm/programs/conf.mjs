// A schema that refuses, encryption, migrations.
import assert from 'node:assert';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Conf from 'conf';

const cwd = fs.mkdtempSync(path.join(os.tmpdir(), 'conf '));
const schema = { volume: { type: 'number', maximum: 100 } };
const conf = new Conf({ cwd, schema, projectName: 'try', projectVersion: '1.0.0' });
conf.set('volume', 50);
assert.throws(() => conf.set('volume', 500), /volume.*must be <= 100/);
const secret = { cwd, configName: 'secret', encryptionKey: 'k', projectName: 'try', projectVersion: '1.0.0' };
new Conf(secret).set('token', 'abc');
assert.strictEqual(fs.readFileSync(path.join(cwd, 'secret.json')).includes('abc'), false);
assert.strictEqual(new Conf(secret).get('token'), 'abc');
const migrated = new Conf({
  cwd,
  projectName: 'try',
  projectVersion: '2.0.0',
  migrations: { '2.0.0': (store) => store.set('volume', 11) },
});
assert.strictEqual(migrated.get('volume'), 11);
fs.rmSync(cwd, { recursive: true });
