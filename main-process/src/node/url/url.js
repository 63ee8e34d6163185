'use strict';

const { codes } = require('internal/errors');
const { URL, URLSearchParams, domainToASCII, domainToUnicode } = require('web/url');
const { parseInto } = require('./legacy_parse');
const { formatParts } = require('./legacy_format');
const { finish, resolveHost, resolveProtocol, resolvePath } = require('./legacy_resolve');
const { fileURLToPath, fileURLToPathBuffer, pathToFileURL } = require('./file_urls');
const { isURL, formatURL, urlToHttpOptions } = require('./whatwg');

function Url() {
  this.protocol = null;
  this.slashes = null;
  this.auth = null;
  this.host = null;
  this.port = null;
  this.hostname = null;
  this.hash = null;
  this.search = null;
  this.query = null;
  this.pathname = null;
  this.path = null;
  this.href = null;
}

function urlParse(url, parseQueryString, slashesDenoteHost) {
  if (url instanceof Url) return url;
  return parseInto(new Url(), url, parseQueryString, slashesDenoteHost);
}

Url.prototype.parse = function (url, parseQueryString, slashesDenoteHost) {
  return parseInto(this, url, parseQueryString, slashesDenoteHost);
};

Url.prototype.format = function () {
  return formatParts(this);
};

Url.prototype.resolve = function (relative) {
  return this.resolveObject(urlParse(relative, false, true)).format();
};

Url.prototype.resolveObject = function (relative) {
  const target = typeof relative === 'string' ? new Url().parse(relative, false, true) : relative;
  const result = Object.assign(new Url(), this);
  result.hash = target.hash;
  if (target.href === '') return finish(result);
  if (target.slashes && !target.protocol) return resolveHost(result, target);
  if (target.protocol && target.protocol !== result.protocol) return resolveProtocol(result, target);
  return resolvePath(result, target);
};

Url.prototype.parseHost = function () {
  let { host } = this;
  const port = /:[0-9]*$/.exec(host)?.[0];
  if (port) {
    if (port !== ':') this.port = port.slice(1);
    host = host.slice(0, -port.length);
  }
  if (host) this.hostname = host;
};

function urlResolve(source, relative) {
  return urlParse(source, false, true).resolve(relative);
}

function urlResolveObject(source, relative) {
  return source ? urlParse(source, false, true).resolveObject(relative) : relative;
}

function urlFormat(urlObject, options) {
  if (typeof urlObject === 'string') return urlParse(urlObject).format();
  if (typeof urlObject !== 'object' || urlObject === null) {
    throw new codes.ERR_INVALID_ARG_TYPE('urlObject', ['Object', 'string'], urlObject);
  }
  return isURL(urlObject) ? formatURL(urlObject, options) : formatParts(urlObject);
}

const domainArgument = (convert) =>
  function (domain) {
    if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('domain');
    return convert(domain);
  };

module.exports = {
  Url,
  parse: urlParse,
  resolve: urlResolve,
  resolveObject: urlResolveObject,
  format: urlFormat,
  URL,
  URLSearchParams,
  domainToASCII: domainArgument(domainToASCII),
  domainToUnicode: domainArgument(domainToUnicode),
  pathToFileURL,
  fileURLToPath,
  fileURLToPathBuffer,
  urlToHttpOptions,
};
