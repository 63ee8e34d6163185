'use strict';

require('internal/clone');

/** What is reported takes a turn of the loop to arrive, and what it sets off may take another. */
const TURNS = 8;

/** Resolves when everything that was reported so far has been heard: counted in turns of the loop, not in time. */
async function settled() {
  for (let turn = 0; turn < TURNS; turn++) await new Promise((resolve) => setImmediate(resolve));
}

module.exports = {
  settled,
  /** What the shell was asked since the last call: `[{ window: { show: { id: 1 } } }, …]`. */
  commands: () => native.commands(),
  /** Puts an answer ready for the next question that the fake does not answer by itself. */
  answer: (answer) => native.answer(JSON.stringify(answer)),
  /** Reports an event as the shell would: `emit({ window: { closeRequested: { id: 1 } } })`. */
  emit: (event) => native.emit(JSON.stringify(event)),
  /** A message from a page: `message(1, 'invoke', 7, 'channel', [1, 2])`. */
  message: (page, kind, call, channel, args) => native.message(page, kind, call, channel, args),
};
