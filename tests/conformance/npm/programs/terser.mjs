import assert from 'node:assert';
import { minify } from 'terser';

const code = 'function add(first, second) { const unused = 1; if (false) { never(); } return first + second; } console.log(add(1, 2));';
const result = await minify({ 'a.js': code }, { toplevel: true, sourceMap: { url: 'inline' } });
assert.match(result.code, /^console\.log\(1\+2\);/);
assert.match(result.code, /sourceMappingURL=data:application\/json/);
await assert.rejects(minify('let a = ;'), { name: 'SyntaxError', line: 1 });
const kept = await minify('class A { #x = 1n; get x() { return this.#x ?? 0; } }; export default A;', { module: true });
assert.match(kept.code, /export default/);
