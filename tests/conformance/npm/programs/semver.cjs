'use strict';
const assert = require('node:assert');
const semver = require('semver');

assert.strictEqual(semver.satisfies('1.2.3', '1.x || >=2.5.0 || 5.0.0 - 7.2.3'), true);
assert.strictEqual(semver.maxSatisfying(['1.2.3', '1.9.0', '2.0.0-rc.1'], '^1.2'), '1.9.0');
assert.deepStrictEqual(semver.sort(['2.0.0', '1.0.0-alpha.10', '1.0.0-alpha.9', '1.0.0']), ['1.0.0-alpha.9', '1.0.0-alpha.10', '1.0.0', '2.0.0']);
assert.strictEqual(semver.inc('1.2.3-beta.1', 'prerelease'), '1.2.3-beta.2');
assert.strictEqual(semver.coerce('v3.4 or so').version, '3.4.0');
assert.strictEqual(semver.subset('>=1.2.0 <1.5.0', '^1.0.0'), true);
