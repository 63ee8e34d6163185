'use strict';

function now() {
  return globalThis.performance.now();
}

const pad = (value) => `${value}`.padStart(2, '0');

/** `1.5ms`, `2.000s`, `1:05.000 (m:ss.mmm)` */
function formatTime(milliseconds) {
  let ms = milliseconds;
  let seconds = 0;
  let minutes = 0;
  let hours = 0;
  if (ms >= 3600000) {
    hours = Math.floor(ms / 3600000);
    ms %= 3600000;
  }
  if (ms >= 60000) {
    minutes = Math.floor(ms / 60000);
    ms %= 60000;
  }
  if (milliseconds >= 1000) seconds = ms / 1000;
  if (hours !== 0 || minutes !== 0) {
    const [whole, fraction] = seconds.toFixed(3).split('.');
    const start = hours === 0 ? minutes : `${hours}:${pad(minutes)}`;
    return `${start}:${pad(whole)}.${fraction} (${hours === 0 ? '' : 'h:m'}m:ss.mmm)`;
  }
  if (seconds !== 0) return `${seconds.toFixed(3)}s`;
  return `${Number(ms.toFixed(3))}ms`;
}

module.exports = { formatTime, now };
