// Queries built, and run on node:sqlite where there is one.
'use strict';
const assert = require('node:assert');
const knex = require('knex');

const builder = knex({ client: 'pg' });
const query = builder('users as u').join('posts as p', 'p.user', 'u.id').where('u.age', '>', 18).whereIn('u.id', [1, 2]).orderBy('u.name').limit(5);
assert.deepStrictEqual(query.toSQL().toNative(), {
  sql: 'select * from "users" as "u" inner join "posts" as "p" on "p"."user" = "u"."id" where "u"."age" > $1 and "u"."id" in ($2, $3) order by "u"."name" asc limit $4',
  bindings: [18, 1, 2, 5],
});
assert.strictEqual(builder('t').insert([{ a: 1 }, { a: 'x' }]).onConflict('a').merge().toString(), `insert into "t" ("a") values (1), ('x') on conflict ("a") do update set "a" = excluded."a"`);
const schema = knex({ client: 'sqlite3', useNullAsDefault: true }).schema.createTable('t', (table) => {
  table.increments('id');
  table.string('name').notNullable();
});
assert.match(schema.toString(), /create table `t` \(`id` integer not null primary key autoincrement, `name` varchar\(255\) not null\)/);
if (require('node:module').isBuiltin('node:sqlite')) {
  const { DatabaseSync } = require('node:sqlite');
  const database = new DatabaseSync(':memory:');
  database.exec(schema.toString());
  const insert = knex({ client: 'sqlite3', useNullAsDefault: true })('t').insert({ name: 'ada' }).toSQL().toNative();
  database.prepare(insert.sql).run(...insert.bindings);
  assert.deepStrictEqual({ ...database.prepare('select * from t').get() }, { id: 1, name: 'ada' });
}
