import assert from 'node:assert';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { parse as parseSync } from 'csv-parse/sync';

const text = 'name;note\r\nada;"says ""hi"";\nbye"\r\nbob;\r\n';
const options = { delimiter: ';', columns: true, cast: (value) => value || null };
assert.deepStrictEqual(parseSync(text, options).map((row) => ({ ...row })), [
  { name: 'ada', note: 'says "hi";\nbye' },
  { name: 'bob', note: null },
]);
const rows = [];
for await (const row of Readable.from(Array.from(text)).pipe(parse({ delimiter: ';' }))) rows.push(row.length);
assert.deepStrictEqual(rows, [2, 2, 2]);
assert.throws(() => parseSync('a,b\n1\n'), { code: 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH' });
