'use strict';

const { TestCase } = require('./test_case');
const { Suite } = require('./suite');
const { settle, settleHook, sortArguments } = require('./options');
const { caller } = require('./location');
const { current } = require('./current');
const { globalHarness } = require('./harness');

const parentOf = () => current() ?? globalHarness().root;

async function startLater(child) {
  await child.harness.ready;
  await child.start();
}

function start(Kind, given, overrides) {
  const { name, options, fn } = sortArguments(...given);
  const parent = parentOf();
  const settled = settle(name, { ...options, ...overrides }, fn, parent);
  const child = parent.add(Kind, settled, caller());
  // A suite starts what is in it when its own turn comes.
  if (parent.type === 'suite') return Promise.resolve();
  return startLater(child);
}

function starter(Kind) {
  const call = (name, options, fn) => start(Kind, [name, options, fn]);
  for (const mark of ['skip', 'todo', 'only']) {
    call[mark] = (name, options, fn) => start(Kind, [name, options, fn], { [mark]: true });
  }
  return call;
}

const hook = (name) => ({ [name]: (fn, options) => parentOf().hooks.add(name, settleHook(fn, options)) })[name];

const test = starter(TestCase);
Object.defineProperty(test, 'name', { value: 'test', configurable: true });
const suite = starter(Suite);

function lazily(name, produce) {
  Object.defineProperty(test, name, { configurable: true, enumerable: true, get: produce });
}

Object.assign(test, {
  after: hook('after'),
  afterEach: hook('afterEach'),
  before: hook('before'),
  beforeEach: hook('beforeEach'),
  describe: suite,
  it: test,
  run: (options) => require('./run').run(options),
  suite,
  test,
});
lazily('mock', () => require('./mock').shared());
lazily('snapshot', () => require('./snapshot').settings);
lazily('assert', () => ({ __proto__: null, register: require('./assertions').register }));

module.exports = test;
