'use strict';

const { Blob, File } = require('web/blob');

/** A blob or a file that came from elsewhere as data. */
function revive({ bytes, type, name, lastModified }) {
  return name === undefined ? new Blob([bytes], { type }) : new File([bytes], name, { type, lastModified });
}

module.exports = { revive };
