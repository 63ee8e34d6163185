'use strict';

const { codes } = require('internal/errors');

/** Why a test failed, as `failureType` says it. */
const kinds = {
  aborted: 'testAborted',
  callbackAndPromise: 'callbackAndPromisePresent',
  cancelled: 'cancelledByParent',
  code: 'testCodeFailure',
  hook: 'hookFailed',
  manyCalls: 'multipleCallbackInvocations',
  parentFinished: 'parentAlreadyFinished',
  subtests: 'subtestsFailed',
  timeout: 'testTimeoutFailure',
};

const failure = (error, kind) => new codes.ERR_TEST_FAILURE(error, kind);
const isFailure = (error) => error?.code === 'ERR_TEST_FAILURE' && 'failureType' in error;
/** What was thrown by a test's own code, as a failure of the test. */
const failureOf = (error) => (isFailure(error) ? error : failure(error, kinds.code));
const cancellation = () => failure('test did not finish before its parent and was cancelled', kinds.cancelled);

module.exports = { kinds, failure, failureOf, isFailure, cancellation };
