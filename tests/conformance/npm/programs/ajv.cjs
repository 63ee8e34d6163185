'use strict';
const assert = require('node:assert');
const Ajv = require('ajv');

const ajv = new Ajv({ allErrors: true });
const validate = ajv.compile({
  type: 'object',
  properties: {
    id: { type: 'integer', minimum: 1 },
    name: { type: 'string', pattern: '^\\p{Lu}' },
    list: { type: 'array', uniqueItems: true, items: { $ref: '#/definitions/item' } },
  },
  required: ['id'],
  additionalProperties: false,
  definitions: { item: { enum: ['a', 'b'] } },
});
assert.strictEqual(validate({ id: 1, name: 'Ärger', list: ['a', 'b'] }), true);
assert.strictEqual(validate({ id: 0, name: 'x', list: ['a', 'a', 'c'], more: 1 }), false);
const places = validate.errors.map(({ instancePath, keyword }) => `${instancePath}:${keyword}`).sort();
assert.deepStrictEqual(places, ['/id:minimum', '/list/2:enum', '/list:uniqueItems', '/name:pattern', ':additionalProperties']);
