'use strict';

// What `setEnvironmentData` was given: new workers get a copy.
const data = new Map();

function setEnvironmentData(key, value) {
  if (value === undefined) data.delete(key);
  else data.set(key, value);
}

module.exports = {
  setEnvironmentData,
  getEnvironmentData: (key) => data.get(key),
  all: () => data,
  inherit(given) {
    for (const [key, value] of given) data.set(key, value);
  },
};
