'use strict';

// One scratch for all parsing: the native half writes numbers, each URL keeps its own copy.
const scratch = new Uint32Array(native.borders);
const bytes = new Uint8Array(scratch.buffer);

// Gives `{ href, at }`, where `at` are the borders below, or undefined.
const finish = (href) => (href === undefined ? undefined : { href, at: scratch.slice() });

const parse = (input, base) => finish(native.parse(input, base, bytes));

const change = (href, part, value) => finish(native.change(href, part, value, bytes));

const SCHEME_END = 0;
const USERNAME = 1;
const USERNAME_END = 2;
const PASSWORD = 3;
const PASSWORD_END = 4;
const HOST = 5;
const HOST_END = 6;
const PORT = 7;
const PORT_END = 8;
const PATH = 9;
const PATH_END = 10;
const QUERY = 11;
const QUERY_END = 12;

const get = {
  protocol: ({ href, at }) => href.slice(0, at[SCHEME_END] + 1),
  username: ({ href, at }) => href.slice(at[USERNAME], at[USERNAME_END]),
  password: ({ href, at }) => href.slice(at[PASSWORD], at[PASSWORD_END]),
  host: ({ href, at }) => href.slice(at[HOST], at[PORT_END]),
  hostname: ({ href, at }) => href.slice(at[HOST], at[HOST_END]),
  port: ({ href, at }) => href.slice(at[PORT], at[PORT_END]),
  pathname: ({ href, at }) => href.slice(at[PATH], at[PATH_END]),
  // A lone '?' or '#' counts as nothing.
  search: ({ href, at }) => (at[QUERY_END] > at[QUERY] ? href.slice(at[QUERY] - 1, at[QUERY_END]) : ''),
  hash: ({ href, at }) => (href.length > at[QUERY_END] + 1 ? href.slice(at[QUERY_END]) : ''),
};

module.exports = { parse, change, get };
