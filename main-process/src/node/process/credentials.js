'use strict';

const { codes, errnoException, uvErrmapGet } = require('internal/errors');
const { validateArray, validateUint32 } = require('internal/validators');

function validateId(id, name) {
  if (typeof id === 'number') validateUint32(id, name);
  else if (typeof id !== 'string') throw new codes.ERR_INVALID_ARG_TYPE(name, ['number', 'string'], id);
}

/** The number of a user or group that may be given by its name. */
function numberOf(kind, id) {
  if (typeof id === 'number') return id;
  const number = kind === 'User' ? native.userId(id) : native.groupId(id);
  if (number === undefined || number === null) throw new codes.ERR_UNKNOWN_CREDENTIAL(kind, id);
  return number;
}

/** `EPERM, Operation not permitted`: these calls word their errors as the C library does. */
function check(failure, syscall) {
  if (failure === 0) return;
  const error = errnoException(failure, syscall);
  const text = uvErrmapGet(failure)?.[1] ?? 'unknown error';
  error.message = `${error.code}, ${text[0].toUpperCase()}${text.slice(1)}`;
  throw error;
}

function setter(name, kind) {
  return {
    [name](id) {
      validateId(id, 'id');
      check(native.setId(name, numberOf(kind, id)), name);
    },
  }[name];
}

const methods = {
  setuid: setter('setuid', 'User'),
  seteuid: setter('seteuid', 'User'),
  setgid: setter('setgid', 'Group'),
  setegid: setter('setegid', 'Group'),

  setgroups(groups) {
    validateArray(groups, 'groups');
    groups.forEach((group, index) => validateId(group, `groups[${index}]`));
    check(native.setGroups(groups.map((group) => numberOf('Group', group))), 'setgroups');
  },

  initgroups(user, extraGroup) {
    validateId(user, 'user');
    validateId(extraGroup, 'extraGroup');
    const group = numberOf('Group', extraGroup);
    check(native.initGroups(numberOf('User', user), group), 'initgroups');
  },
};

module.exports = { methods };
