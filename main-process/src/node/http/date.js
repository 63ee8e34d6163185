'use strict';

const { setTimeout } = require('internal/timers');

/** The time as a `Date` header has it; made anew every second, when somebody asks. */
const clock = {
  text: undefined,

  tell() {
    const now = new Date();
    clock.text = now.toUTCString();
    setTimeout(forget, 1000 - now.getMilliseconds()).unref();
    return clock.text;
  },
};

function forget() {
  clock.text = undefined;
}

const utcDate = () => clock.text ?? clock.tell();

module.exports = { utcDate, clock };
