'use strict';
const assert = require('node:assert');
const prettier = require('prettier');

(async () => {
  assert.strictEqual(await prettier.format('const  a={b:1,c:[1,2]}', { parser: 'babel', singleQuote: true }), 'const a = { b: 1, c: [1, 2] };\n');
  assert.strictEqual(await prettier.format('a{color:red;b:c}', { parser: 'css' }), 'a {\n  color: red;\n  b: c;\n}\n');
  assert.strictEqual(await prettier.format('interface A{x:string|number}', { parser: 'typescript' }), 'interface A {\n  x: string | number;\n}\n');
  assert.strictEqual(await prettier.check('# Hi\n', { parser: 'markdown' }), true);
  await assert.rejects(prettier.format('let = ', { parser: 'babel' }), { name: 'SyntaxError' });
})();
