'use strict';

const { codes } = require('internal/errors');

// Name, legacy constant, legacy code. Names without a constant have the code 0.
const LEGACY = [
  ['IndexSizeError', 'INDEX_SIZE_ERR', 1],
  ['DOMStringSizeError', 'DOMSTRING_SIZE_ERR', 2],
  ['HierarchyRequestError', 'HIERARCHY_REQUEST_ERR', 3],
  ['WrongDocumentError', 'WRONG_DOCUMENT_ERR', 4],
  ['InvalidCharacterError', 'INVALID_CHARACTER_ERR', 5],
  ['NoDataAllowedError', 'NO_DATA_ALLOWED_ERR', 6],
  ['NoModificationAllowedError', 'NO_MODIFICATION_ALLOWED_ERR', 7],
  ['NotFoundError', 'NOT_FOUND_ERR', 8],
  ['NotSupportedError', 'NOT_SUPPORTED_ERR', 9],
  ['InUseAttributeError', 'INUSE_ATTRIBUTE_ERR', 10],
  ['InvalidStateError', 'INVALID_STATE_ERR', 11],
  ['SyntaxError', 'SYNTAX_ERR', 12],
  ['InvalidModificationError', 'INVALID_MODIFICATION_ERR', 13],
  ['NamespaceError', 'NAMESPACE_ERR', 14],
  ['InvalidAccessError', 'INVALID_ACCESS_ERR', 15],
  ['ValidationError', 'VALIDATION_ERR', 16],
  ['TypeMismatchError', 'TYPE_MISMATCH_ERR', 17],
  ['SecurityError', 'SECURITY_ERR', 18],
  ['NetworkError', 'NETWORK_ERR', 19],
  ['AbortError', 'ABORT_ERR', 20],
  ['URLMismatchError', 'URL_MISMATCH_ERR', 21],
  ['QuotaExceededError', 'QUOTA_EXCEEDED_ERR', 22],
  ['TimeoutError', 'TIMEOUT_ERR', 23],
  ['InvalidNodeTypeError', 'INVALID_NODE_TYPE_ERR', 24],
  ['DataCloneError', 'DATA_CLONE_ERR', 25],
];

const codeOf = new Map(LEGACY.map(([name, , code]) => [name, code]));
const slots = new WeakMap();

function slot(self) {
  const found = slots.get(self);
  if (found === undefined) throw new codes.ERR_INVALID_THIS('DOMException');
  return found;
}

class DOMException {
  // A real Error with our prototype, so that it has a stack and counts as a native error.
  constructor(message = '', options = 'Error') {
    const self = new Error();
    Object.setPrototypeOf(self, new.target.prototype);
    const detailed = options !== null && typeof options === 'object';
    const name = detailed ? options.name ?? 'Error' : options;
    slots.set(self, { message: `${message}`, name: `${name}` });
    if (detailed && 'cause' in options) {
      Object.defineProperty(self, 'cause', { value: options.cause, configurable: true, writable: true, enumerable: false });
    }
    Error.captureStackTrace(self, new.target);
    return self;
  }

  get name() { return slot(this).name; }
  get message() { return slot(this).message; }
  get code() { return codeOf.get(slot(this).name) ?? 0; }
}

Object.setPrototypeOf(DOMException.prototype, Error.prototype);
Object.defineProperties(DOMException.prototype, {
  [Symbol.toStringTag]: { configurable: true, value: 'DOMException' },
  name: { enumerable: true },
  message: { enumerable: true },
  code: { enumerable: true },
});

for (const [, constant, value] of LEGACY) {
  const property = { enumerable: true, value };
  Object.defineProperty(DOMException, constant, property);
  Object.defineProperty(DOMException.prototype, constant, property);
}

module.exports = { DOMException };
