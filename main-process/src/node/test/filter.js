'use strict';

const options = require('internal/options');
const { codes } = require('internal/errors');

/** '/text/flags' as a pattern of its own, other text as one that it contains. */
function patternOf(text) {
  const match = /^\/(.*)\/([a-z]*)$/s.exec(text);
  try {
    return match === null ? new RegExp(text) : new RegExp(match[1], match[2]);
  } catch (error) {
    throw new codes.ERR_INVALID_ARG_VALUE('--test-name-pattern', text, `is an invalid regular expression. ${error}`);
  }
}

const matches = (patterns, name) => patterns.some((pattern) => {
  pattern.lastIndex = 0;
  return pattern.test(name);
});

/** Decides which tests do not run: by their names, and by `only`. */
class Filter {
  constructor({ names, skips, only }) {
    this.names = names.map(patternOf);
    this.skips = skips.map(patternOf);
    this.only = only;
  }

  /** Why a test that was just made does not run; undefined if it does. */
  refusal(test) {
    if (this.names.length > 0 && !this.#isNamed(test)) return 'test name does not match pattern';
    if (this.skips.length > 0 && matches(this.skips, test.name)) return 'test name matches skip pattern';
    const { parent } = test;
    const choosy = parent.isRoot ? this.only : parent.runOnlySubtests || (this.only && parent.type === 'suite');
    return choosy && !test.only ? "'only' option not set" : undefined;
  }

  #isNamed(test) {
    for (let at = test; !at.isRoot; at = at.parent) if (matches(this.names, at.name)) return true;
    // A suite may hold tests that match.
    return test.type === 'suite' && !test.skipped;
  }
}

function fromFlags() {
  return new Filter({
    names: options.texts('test-name-pattern'),
    skips: options.texts('test-skip-pattern'),
    only: options.isSet('test-only'),
  });
}

module.exports = { Filter, fromFlags, patternOf };
