'use strict';

const { codes } = require('internal/errors');
const {
  validateArray, validateBoolean, validateBooleanArray, validateObject, validateString, validateStringArray,
  validateUnion,
} = require('internal/validators');

const {
  ERR_INVALID_ARG_VALUE, ERR_PARSE_ARGS_INVALID_OPTION_VALUE, ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL,
  ERR_PARSE_ARGS_UNKNOWN_OPTION,
} = codes;

const get = (object, key) => (Object.hasOwn(object, key) ? object[key] : undefined);
const own = (object, key, fallback) => get(object, key) ?? fallback;

/** The arguments of the script, without the runtime and the script itself. */
function mainArgs() {
  const { argv, execArgv = [] } = globalThis.process;
  const withoutScript = execArgv.some((arg) => arg === '-e' || arg === '--eval' || arg === '-p' || arg === '--print');
  return argv.slice(withoutScript ? 1 : 2);
}

function validateOption(name, option) {
  validateObject(option, `options.${name}`);
  const type = get(option, 'type');
  validateUnion(type, `options.${name}.type`, ['string', 'boolean']);
  if (Object.hasOwn(option, 'short')) {
    validateString(option.short, `options.${name}.short`);
    if (option.short.length !== 1) {
      throw new ERR_INVALID_ARG_VALUE(`options.${name}.short`, option.short, 'must be a single character');
    }
  }
  const multiple = get(option, 'multiple');
  if (Object.hasOwn(option, 'multiple')) validateBoolean(option.multiple, `options.${name}.multiple`);
  const fallback = get(option, 'default');
  if (fallback === undefined) return;
  const path = `options.${name}.default`;
  if (type === 'string') (multiple ? validateStringArray : validateString)(fallback, path);
  else (multiple ? validateBooleanArray : validateBoolean)(fallback, path);
}

function readConfig(config) {
  const args = own(config, 'args') ?? mainArgs();
  const strict = own(config, 'strict', true);
  const settings = {
    args,
    strict,
    allowPositionals: own(config, 'allowPositionals', !strict),
    allowNegative: own(config, 'allowNegative', false),
    tokens: own(config, 'tokens', false),
    options: own(config, 'options', {}),
  };
  validateArray(args, 'args');
  validateBoolean(strict, 'strict');
  validateBoolean(settings.allowPositionals, 'allowPositionals');
  validateBoolean(settings.tokens, 'tokens');
  validateBoolean(settings.allowNegative, 'allowNegative');
  validateObject(settings.options, 'options');
  for (const name of Object.keys(settings.options)) validateOption(name, settings.options[name]);
  return settings;
}

function parseArgs(config = {}) {
  const settings = readConfig(config);
  const tokens = require('./parse_args_tokens').tokenize(settings.args, settings.options);
  const result = { values: { __proto__: null }, positionals: [] };
  if (settings.tokens) result.tokens = tokens;
  for (const token of tokens) {
    if (token.kind === 'option') take(settings, token, result.values);
    else if (token.kind === 'positional') takePositional(settings, token, result.positionals);
  }
  addDefaults(settings.options, result.values);
  return result;
}

function takePositional(settings, token, positionals) {
  if (!settings.allowPositionals) throw new ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL(token.value);
  positionals.push(token.value);
}

function take(settings, token, values) {
  const { options, strict, allowNegative } = settings;
  if (strict) {
    checkKnown(settings, token);
    checkUsage(settings, token);
    checkAmbiguous(token);
  }
  let { name, value } = token;
  if (allowNegative && name.startsWith('no-') && value === undefined) {
    name = name.slice(3);
    token.name = name;
    value = false;
  }
  if (name === '__proto__') return;
  const stored = value ?? true;
  if (own(own(options, name, {}), 'multiple')) {
    values[name] ??= [];
    values[name].push(stored);
  } else {
    values[name] = stored;
  }
}

function isNegation({ options, allowNegative }, token) {
  if (!allowNegative || !token.name.startsWith('no-')) return false;
  return own(own(options, token.name.slice(3), {}), 'type') === 'boolean';
}

function checkKnown(settings, token) {
  const { options, allowPositionals } = settings;
  if (Object.hasOwn(options, token.name) || isNegation(settings, token)) return;
  throw new ERR_PARSE_ARGS_UNKNOWN_OPTION(token.rawName, allowPositionals);
}

function checkUsage(settings, token) {
  const negated = !Object.hasOwn(settings.options, token.name);
  const name = negated ? token.name.slice(3) : token.name;
  const option = settings.options[name];
  const short = own(option, 'short');
  const shown = `${short ? `-${short}, ` : ''}--${negated ? 'no-' : ''}${name}`;
  const type = own(option, 'type');
  if (type === 'string' && typeof token.value !== 'string') {
    throw new ERR_PARSE_ARGS_INVALID_OPTION_VALUE(`Option '${shown} <value>' argument missing`);
  }
  if (type === 'boolean' && token.value != null) {
    throw new ERR_PARSE_ARGS_INVALID_OPTION_VALUE(`Option '${shown}' does not take an argument`);
  }
}

function checkAmbiguous(token) {
  if (token.inlineValue || typeof token.value !== 'string') return;
  if (token.value.length < 2 || token.value[0] !== '-') return;
  const example = token.rawName.startsWith('--') ?
    `'${token.rawName}=-XYZ'` : `'--${token.name}=-XYZ' or '${token.rawName}-XYZ'`;
  throw new ERR_PARSE_ARGS_INVALID_OPTION_VALUE(
    `Option '${token.rawName}' argument is ambiguous.
Did you forget to specify the option argument for '${token.rawName}'?
To specify an option argument starting with a dash use ${example}.`);
}

function addDefaults(options, values) {
  for (const name of Object.keys(options)) {
    const fallback = get(options[name], 'default');
    if (fallback !== undefined && values[name] === undefined && name !== '__proto__') values[name] = fallback;
  }
}

module.exports = { parseArgs };
