'use strict';

const { kindOf } = require('internal/types');

const COMMENTS = /(\/\/.*?\n)|(\/\*(.|\n)*?\*\/)/g;
const CLASS_HEAD = /^(\s+[^(]*?)\s*{/;

const NAMES = {
  AsyncFunction: 'AsyncFunction',
  GeneratorFunction: 'GeneratorFunction',
  AsyncGeneratorFunction: 'AsyncGeneratorFunction',
};

function isClass(source) {
  if (!source.startsWith('class') || !source.endsWith('}')) return false;
  const inner = source.slice(5, -1);
  const brace = inner.indexOf('{');
  if (brace === -1) return false;
  return !inner.slice(0, brace).includes('(') || CLASS_HEAD.test(inner.replace(COMMENTS, ''));
}

function classBase(value, constructor, tag) {
  const name = (Object.hasOwn(value, 'name') && value.name) || '(anonymous)';
  let base = `class ${name}`;
  if (constructor !== 'Function' && constructor !== null) base += ` [${constructor}]`;
  if (tag !== '' && constructor !== tag) base += ` [${tag}]`;
  if (constructor === null) return `[${base} extends [null prototype]]`;
  const parent = Object.getPrototypeOf(value).name;
  return parent ? `[${base} extends ${parent}]` : `[${base}]`;
}

/** `[Function: name]`, `[class A extends B]` */
function functionBase(value, constructor, tag) {
  if (isClass(Function.prototype.toString.call(value))) return classBase(value, constructor, tag);
  const type = NAMES[kindOf(value)] ?? 'Function';
  let base = `[${type}`;
  if (constructor === null) base += ' (null prototype)';
  base += value.name === '' ? ' (anonymous)' : `: ${String(value.name)}`;
  base += ']';
  if (constructor !== type && constructor !== null) base += ` ${constructor}`;
  if (tag !== '' && constructor !== tag) base += ` [${tag}]`;
  return base;
}

module.exports = { functionBase };
