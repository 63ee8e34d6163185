'use strict';

const { Headers } = require('./headers');
const { Request } = require('./request');
const { Response } = require('./response');

module.exports = { Headers, Request, Response };
