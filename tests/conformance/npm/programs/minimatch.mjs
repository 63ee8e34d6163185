import assert from 'node:assert';
import { minimatch, Minimatch } from 'minimatch';

assert.strictEqual(minimatch('src/a/b.js', 'src/**/*.js'), true);
assert.strictEqual(minimatch('.a.js', '*.js'), false);
assert.strictEqual(minimatch('ab', '+(a|b)'), true);
assert.strictEqual(minimatch('x.gif', '!(*.png|a*)'), true);
assert.deepStrictEqual(minimatch.match(['a.js', 'b.ts'], '*.{js,jsx}'), ['a.js']);
assert.deepStrictEqual(minimatch.braceExpand('{01..03}.txt'), ['01.txt', '02.txt', '03.txt']);
assert.strictEqual(new Minimatch('[[:alpha:]]?').match('ü1'), true);
