'use strict';

const { codes } = require('internal/errors');

const invalid = () => {
  const { DOMException } = require('web/events');
  return new DOMException('Invalid character', 'InvalidCharacterError');
};

function atob(input) {
  if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('input');
  const text = native.atob(`${input}`);
  if (text === undefined) throw invalid();
  return text;
}

function btoa(input) {
  if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('input');
  const text = native.btoa(`${input}`);
  if (text === undefined) throw invalid();
  return text;
}

module.exports = { atob, btoa };
