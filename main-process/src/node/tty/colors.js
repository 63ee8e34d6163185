'use strict';

const { codes } = require('internal/errors');
const { validateInteger, validateObject } = require('internal/validators');
const { isWindows } = require('internal/platform');

const COLORS_2 = 1;
const COLORS_16 = 4;
const COLORS_256 = 8;
const COLORS_16M = 24;

// How many bits of colour terminals have whose TERM says no more than their name.
const TERMS = {
  eterm: COLORS_16, cons25: COLORS_16, console: COLORS_16, cygwin: COLORS_16, dtterm: COLORS_16, gnome: COLORS_16,
  hurd: COLORS_16, jfbterm: COLORS_16, konsole: COLORS_16, kterm: COLORS_16, mlterm: COLORS_16, mosh: COLORS_16M,
  putty: COLORS_16, st: COLORS_16, 'rxvt-unicode-24bit': COLORS_16M, terminator: COLORS_16M, 'xterm-kitty': COLORS_16M,
};

const KNOWN = [/ansi/, /color/, /linux/, /direct/, /^con[0-9]*x[0-9]/, /^rxvt/, /^screen/, /^xterm/, /^vt100/, /^vt220/];

const CI = { APPVEYOR: COLORS_256, BUILDKITE: COLORS_256, CIRCLECI: COLORS_16M, DRONE: COLORS_256, GITEA_ACTIONS: COLORS_16M,
  GITHUB_ACTIONS: COLORS_16M, GITLAB_CI: COLORS_256, TRAVIS: COLORS_256 };

const PROGRAMS = { HyperTerm: COLORS_16M, MacTerm: COLORS_16M, Apple_Terminal: COLORS_256 };

function warnOfNoColor(env) {
  const ignored = env.NO_COLOR !== undefined ? 'NO_COLOR' : env.NODE_DISABLE_COLORS !== undefined ? 'NODE_DISABLE_COLORS' : '';
  if (ignored === '' || warnOfNoColor.done) return;
  warnOfNoColor.done = true;
  const { emitWarning } = require('internal/fatal/warning');
  emitWarning(`The '${ignored}' env is ignored due to the 'FORCE_COLOR' env being set.`, 'Warning');
}

function forced(env) {
  switch (env.FORCE_COLOR) {
    case undefined:
      return undefined;
    case '':
    case '1':
    case 'true':
      warnOfNoColor(env);
      return COLORS_16;
    case '2':
      warnOfNoColor(env);
      return COLORS_256;
    case '3':
      warnOfNoColor(env);
      return COLORS_16M;
    default:
      return COLORS_2;
  }
}

function ofCi(env) {
  for (const name of Object.keys(CI)) if (name in env) return CI[name];
  return env.CI_NAME === 'codeship' ? COLORS_256 : COLORS_2;
}

function ofProgram(env) {
  if (env.TERM_PROGRAM === 'iTerm.app') {
    return !env.TERM_PROGRAM_VERSION || /^[0-2]\./.test(env.TERM_PROGRAM_VERSION) ? COLORS_256 : COLORS_16M;
  }
  return PROGRAMS[env.TERM_PROGRAM];
}

function ofTerm(env) {
  if (!env.TERM) return undefined;
  if (/truecolor/.test(env.TERM)) return COLORS_16M;
  if (env.TERM.startsWith('xterm-256')) return COLORS_256;
  const name = env.TERM.toLowerCase();
  if (TERMS[name] !== undefined) return TERMS[name];
  return KNOWN.some((pattern) => pattern.test(name)) ? COLORS_16 : undefined;
}

/** How many bits of colour the terminal that `env` describes shows: 1, 4, 8 or 24. */
function getColorDepth(env = require('node/process').env) {
  const asked = forced(env);
  if (asked !== undefined) return asked;
  const refused = (name) => env[name] !== undefined && env[name] !== '';
  if (refused('NODE_DISABLE_COLORS') || refused('NO_COLOR') || env.TERM === 'dumb') return COLORS_2;
  if (isWindows) return COLORS_16M;
  if (env.TMUX) return COLORS_16M;
  if ('TF_BUILD' in env && 'AGENT_NAME' in env) return COLORS_16;
  if ('CI' in env) return ofCi(env);
  if ('TEAMCITY_VERSION' in env) return /^(9\.(0*[1-9]\d*)\.|\d{2,}\.)/.test(env.TEAMCITY_VERSION) ? COLORS_16 : COLORS_2;
  if (env.COLORTERM === 'truecolor' || env.COLORTERM === '24bit') return ofProgram(env) ?? COLORS_16M;
  return ofProgram(env) ?? ofTerm(env) ?? (env.COLORTERM ? COLORS_16 : COLORS_2);
}

function hasColors(count = 16, env = undefined) {
  if (env === undefined && count !== null && typeof count === 'object') {
    env = count;
    count = 16;
  } else if (typeof count !== 'number') {
    throw new codes.ERR_INVALID_ARG_TYPE('count', 'number', count);
  } else {
    validateInteger(count, 'count', 2);
  }
  if (env !== undefined) validateObject(env, 'env');
  return count <= 2 ** (env === undefined ? this.getColorDepth() : this.getColorDepth(env));
}

module.exports = { getColorDepth, hasColors };
