'use strict';

require('internal/clone');

module.exports = {
  /** What the shell was asked since the last call: `[{ window: { show: { id: 1 } } }, …]`. */
  commands: () => native.commands(),
  /** Puts an answer ready for the next question that the fake does not answer by itself. */
  answer: (answer) => native.answer(JSON.stringify(answer)),
  /** Reports an event as the shell would: `emit({ window: { closeRequested: { id: 1 } } })`. */
  emit: (event) => native.emit(JSON.stringify(event)),
  /** A message from a page: `message(1, 'invoke', 7, 'channel', [1, 2])`. */
  message: (page, kind, call, channel, args) => native.message(page, kind, call, channel, args),
};
