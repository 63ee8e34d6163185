'use strict';

/** What the system itself calls the open file `fd`, for starting programs with it. */
const osHandle = (fd) => native.osHandle(fd);

module.exports = { osHandle };
