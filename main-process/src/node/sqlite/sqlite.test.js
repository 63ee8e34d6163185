'use strict';

const assert = require('node:assert');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const test = require('kaon:test');
const { backup, DatabaseSync, StatementSync } = require('node:sqlite');

const people = () => {
  const database = new DatabaseSync(':memory:');
  database.exec('CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT, height REAL, photo BLOB) STRICT');
  return database;
};

test('rows come back as they were stored', () => {
  const database = people();
  const insert = database.prepare('INSERT INTO people (name, height, photo) VALUES (?, ?, ?)');
  assert.deepStrictEqual(insert.run('Ada ü😀', 1.65, new Uint8Array([1, 2, 3])), { changes: 1, lastInsertRowid: 1 });
  assert.deepStrictEqual(insert.run(null, null, null), { changes: 1, lastInsertRowid: 2 });
  const rows = database.prepare('SELECT * FROM people ORDER BY id').all();
  assert.deepStrictEqual(rows.map((row) => ({ ...row })), [
    { id: 1, name: 'Ada ü😀', height: 1.65, photo: new Uint8Array([1, 2, 3]) },
    { id: 2, name: null, height: null, photo: null },
  ]);
  assert.strictEqual(Object.getPrototypeOf(rows[0]), null);
  database.close();
});

test('a missing row is undefined', () => {
  assert.strictEqual(people().prepare('SELECT * FROM people').get(), undefined);
});

test('named parameters go with and without their prefix', () => {
  const database = people();
  const insert = database.prepare('INSERT INTO people (name, height) VALUES ($name, :height)');
  insert.run({ name: 'a', ':height': 1 });
  insert.run({ $name: 'b', height: 2 });
  assert.deepStrictEqual(database.prepare('SELECT name, height FROM people').all().map((row) => Object.values(row)), [['a', 1], ['b', 2]]);
  assert.throws(() => insert.run({ nobody: 1 }), { code: 'ERR_INVALID_STATE', message: "Invalid state: Unknown named parameter 'nobody'" });
  insert.setAllowBareNamedParameters(false);
  assert.throws(() => insert.run({ name: 'c' }), { code: 'ERR_INVALID_STATE' });
  insert.setAllowUnknownNamedParameters(true);
  assert.strictEqual(insert.run({ name: 'ignored', $name: 'd' }).changes, 1);
});

test('named and positional parameters mix', () => {
  const database = people();
  const query = database.prepare('SELECT ? || $b || ? AS text');
  assert.strictEqual(query.get({ b: 'B' }, 'A', 'C').text, 'ABC');
});

test('a bare name that stands for two parameters is refused', () => {
  const query = people().prepare('SELECT $k, @k');
  assert.throws(() => query.get({ k: 1 }), /Cannot create bare named parameter 'k' because of conflicting names '\$k' and '@k'/);
});

test('a value of another kind is refused with its place', () => {
  const query = people().prepare('SELECT ?, ?');
  for (const value of [undefined, true, Symbol('x'), () => {}]) {
    const expected = { code: 'ERR_INVALID_ARG_TYPE', message: 'Provided value cannot be bound to SQLite parameter 2.' };
    assert.throws(() => query.get(1, value), expected);
  }
});

test('integers beyond the safe ones need BigInt', () => {
  const database = people();
  const query = database.prepare('SELECT 9007199254740993 AS big, ? AS bound');
  assert.throws(() => query.get(1n), { code: 'ERR_OUT_OF_RANGE', message: /column 0 is too large.*: 9007199254740993/ });
  query.setReadBigInts(true);
  assert.deepStrictEqual({ ...query.get(-(2n ** 63n)) }, { big: 9007199254740993n, bound: -(2n ** 63n) });
  assert.throws(() => query.get(2n ** 63n), { code: 'ERR_INVALID_ARG_VALUE' });
});

test('rows can be arrays', () => {
  const query = people().prepare('SELECT 1 AS a, 2 AS a');
  assert.deepStrictEqual({ ...query.get() }, { a: 2 });
  query.setReturnArrays(true);
  assert.deepStrictEqual([query.get(), query.all()], [[1, 2], [[1, 2]]]);
});

test('an iterator steps row by row and can be left early', () => {
  const database = people();
  const query = database.prepare('WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n');
  const seen = [];
  for (const { i } of query.iterate()) {
    seen.push(i);
    if (i === 3) break;
  }
  assert.deepStrictEqual(seen, [1, 2, 3]);
  database.close();
});

test('SQL errors carry SQLite’s code and text', () => {
  const database = people();
  const expected = { code: 'ERR_SQLITE_ERROR', errcode: 1, errstr: 'SQL logic error', message: /near "SELEC": syntax error/ };
  assert.throws(() => database.exec('SELEC 1'), expected);
  database.exec("INSERT INTO people (id) VALUES (1)");
  assert.throws(() => database.exec("INSERT INTO people (id) VALUES (1)"), { errcode: 1555, errstr: 'constraint failed' });
});

test('what is closed says so', () => {
  const database = people();
  const query = database.prepare('SELECT 1');
  database.close();
  assert.strictEqual(database.isOpen, false);
  assert.throws(() => database.exec('SELECT 1'), { code: 'ERR_INVALID_STATE', message: /database is not open/ });
  assert.throws(() => query.get(), { code: 'ERR_INVALID_STATE', message: /statement has been finalized/ });
  database.open();
  assert.throws(() => database.open(), /database is already open/);
  database.close();
});

test('a database is a file, by path with spaces, bytes or URL', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'kaon sqlite 😀 '));
  const file = path.join(folder, 'data.db');
  const first = new DatabaseSync(file);
  first.exec('CREATE TABLE t (x); INSERT INTO t VALUES (7)');
  assert.strictEqual(fs.realpathSync(first.location()), fs.realpathSync(file));
  first.close();
  for (const where of [Buffer.from(file), pathToFileURL(file)]) {
    const again = new DatabaseSync(where, { readOnly: true });
    assert.strictEqual(again.prepare('SELECT x FROM t').get().x, 7);
    assert.throws(() => again.exec('INSERT INTO t VALUES (8)'), { errcode: 8 });
    again.close();
  }
  assert.throws(() => new DatabaseSync(path.join(folder, 'no/such.db')), { code: 'ERR_SQLITE_ERROR', errcode: 14 });
  assert.throws(() => new DatabaseSync('a\0b'), { code: 'ERR_INVALID_ARG_TYPE' });
  fs.rmSync(folder, { recursive: true });
});

test('a transaction is seen, and rolls back', () => {
  const database = people();
  database.exec('BEGIN; INSERT INTO people (name) VALUES (1)');
  assert.strictEqual(database.isTransaction, true);
  database.exec('ROLLBACK');
  assert.strictEqual(database.isTransaction, false);
  assert.strictEqual(database.prepare('SELECT count(*) AS n FROM people').get().n, 0);
});

test('foreign keys are checked unless switched off', () => {
  const setUp = 'CREATE TABLE a (id INTEGER PRIMARY KEY); CREATE TABLE b (a REFERENCES a)';
  const strict = new DatabaseSync(':memory:');
  strict.exec(setUp);
  assert.throws(() => strict.exec('INSERT INTO b VALUES (1)'), { errcode: 787 });
  const loose = new DatabaseSync(':memory:', { enableForeignKeyConstraints: false });
  loose.exec(setUp);
  loose.exec('INSERT INTO b VALUES (1)');
});

test('SQL calls functions of the script', () => {
  const database = people();
  database.function('shout', { deterministic: true }, (text) => `${text}!`);
  database.function('count_all', { varargs: true, useBigIntArguments: true }, (...all) => all.reduce((sum, one) => sum + one, 0n));
  const row = database.prepare("SELECT shout('hi') AS a, count_all(1, 2, 3) AS b").get();
  assert.deepStrictEqual({ ...row }, { a: 'hi!', b: 6 });
});

test('what a function throws reaches the caller', () => {
  const database = people();
  const error = new RangeError('mine');
  database.function('fail', () => {
    throw error;
  });
  assert.throws(() => database.prepare('SELECT fail()').get(), (thrown) => thrown === error);
  database.function('later', async () => 1);
  assert.throws(() => database.prepare('SELECT later()').get(), /Asynchronous user-defined functions/);
  assert.strictEqual(database.prepare('SELECT 1 AS x').get().x, 1);
});

test('aggregates sum, also over a window', () => {
  const database = people();
  database.aggregate('total', { start: 0, step: (sum, x) => sum + x, inverse: (sum, x) => sum - x, result: (sum) => sum });
  database.exec('CREATE TABLE n (x); INSERT INTO n VALUES (1), (2), (4), (8)');
  assert.strictEqual(database.prepare('SELECT total(x) AS t FROM n').get().t, 15);
  const over = database.prepare('SELECT total(x) OVER (ORDER BY x ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) AS t FROM n');
  assert.deepStrictEqual(over.all().map((row) => row.t), [1, 3, 6, 12]);
});

test('columns tell where they come from', () => {
  const query = people().prepare('SELECT name AS who, 1 + 1 AS two FROM people');
  assert.deepStrictEqual(query.columns().map((column) => ({ ...column })), [
    { column: 'name', database: 'main', name: 'who', table: 'people', type: 'TEXT' },
    { column: null, database: null, name: 'two', table: null, type: null },
  ]);
  assert.strictEqual(query.sourceSQL, 'SELECT name AS who, 1 + 1 AS two FROM people');
});

test('the expanded text has the parameters in it', () => {
  const query = people().prepare('SELECT ?, $b');
  query.get({ b: "it's" }, 5);
  assert.strictEqual(query.expandedSQL, "SELECT 5.0, 'it''s'");
});

test('full text search and JSON are built in', () => {
  const database = new DatabaseSync(':memory:');
  database.exec("CREATE VIRTUAL TABLE notes USING fts5(body); INSERT INTO notes VALUES ('the quick fox'), ('a slow dog')");
  assert.strictEqual(database.prepare("SELECT body FROM notes WHERE notes MATCH 'quick'").get().body, 'the quick fox');
  assert.strictEqual(database.prepare(`SELECT json_extract('{"a":[1,2]}', '$.a[1]') AS x`).get().x, 2);
});

test('a database is copied page by page while it is open', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'kaon backup '));
  const database = people();
  const insert = database.prepare('INSERT INTO people (name) VALUES (?)');
  for (let index = 0; index < 500; index++) insert.run('x'.repeat(200));
  const told = [];
  const pages = await backup(database, path.join(folder, 'copy.db'), { rate: 10, progress: (state) => told.push(state.remainingPages) });
  assert.ok(pages > 20 && told.length > 1);
  const copy = new DatabaseSync(path.join(folder, 'copy.db'));
  assert.strictEqual(copy.prepare('SELECT count(*) AS n FROM people').get().n, 500);
  copy.close();
  fs.rmSync(folder, { recursive: true });
});

test('a statement comes from prepare() alone', () => {
  assert.throws(() => new StatementSync(), { code: 'ERR_ILLEGAL_CONSTRUCTOR' });
  assert.ok(people().prepare('SELECT 1') instanceof StatementSync);
});

test('changesets are named as missing', () => {
  assert.throws(() => people().createSession(), { code: 'ERR_NOT_SUPPORTED', message: /createSession/ });
});
