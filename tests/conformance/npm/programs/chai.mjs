import assert from 'node:assert';
import { expect, should, assert as chai } from 'chai';

should();
expect({ a: [1, { b: 2 }] }).to.deep.equal({ a: [1, { b: 2 }] });
expect([1, 2, 3]).to.include.members([3, 1]).and.have.lengthOf(3);
expect(() => JSON.parse('{')).to.throw(SyntaxError);
'text'.should.match(/^t/);
chai.closeTo(1.5, 1.4, 0.2);
assert.throws(() => expect(new Map([[1, 2]])).to.deep.equal(new Map([[1, 3]])), { name: 'AssertionError', message: /to deeply equal/ });
assert.throws(() => expect(2, 'message').to.be.above(3), /message: expected 2 to be above 3/);
