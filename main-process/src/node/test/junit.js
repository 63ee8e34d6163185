'use strict';

const { inspected } = require('./marks');

const PLAIN = undefined;
const NAMES = { '&': '&amp;', '<': '&lt;', '"': '&quot;', "'": '&apos;' };

const escapeContent = (text) => `${text}`.replace(/[&<]/g, (character) => NAMES[character]);
const escapeAttribute = (text) => `${text}`.replace(/\n/g, '').replace(/[&<"]/g, (character) => NAMES[character]);
const escapeComment = (text) => `${text}`.replace(/--/g, '&#45;&#45;');

function serialize(node) {
  const indent = '\t'.repeat(node.nesting + 1);
  if (node.comment !== undefined) return `${indent}<!-- ${escapeComment(node.comment)} -->\n`;
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`).join('');
  if (node.children.length === 0) return `${indent}<${node.tag}${attributes}/>\n`;
  const children = node.children.map((child) => (typeof child === 'string' ? `${escapeContent(child)}\n` : serialize(child)));
  return `${indent}<${node.tag}${attributes}>\n${children.join('')}${indent}</${node.tag}>\n`;
}

const isSkipped = (node) => node.children.some((child) => child.tag === 'skipped');

/** The events as a tree; each root's element is complete when its test is. */
class Tree {
  #open = [];

  start({ name, nesting }) {
    const node = { tag: 'testcase', nesting, attributes: { name }, children: [] };
    const parent = this.#open.at(-1);
    if (parent !== undefined) parent.children.push(node);
    this.#open.push(node);
  }

  comment(nesting, comment) {
    const parent = this.#open.at(-1);
    const node = { nesting, comment };
    if (parent === undefined) return serialize(node);
    parent.children.push(node);
    return '';
  }

  /** Completes the innermost open test; the text of a root, else nothing. */
  end(data) {
    const node = this.#open.pop();
    if (node === undefined) return '';
    node.attributes.time = (data.details.duration_ms / 1000).toFixed(6);
    const tests = node.children.filter((child) => child.comment === undefined);
    if (tests.length > 0) {
      node.tag = 'testsuite';
      Object.assign(node.attributes, {
        disabled: 0,
        errors: 0,
        tests: tests.length,
        failures: tests.filter((child) => child.attributes.failure !== undefined || child.children.some((inner) => inner.tag === 'failure')).length,
        skipped: tests.filter(isSkipped).length,
        hostname: require('node/os').hostname(),
      });
    } else {
      node.attributes.classname = data.classname ?? 'test';
      this.#markSkipped(node, data);
      this.#markFailed(node, data);
    }
    return this.#open.length === 0 ? serialize(node) : '';
  }

  #markSkipped(node, { skip, todo, nesting }) {
    const mark = (type, message) => node.children.push({
      tag: 'skipped', nesting: nesting + 1, attributes: { type, message }, children: [],
    });
    if (skip) mark('skipped', skip);
    if (todo) mark('todo', todo);
  }

  #markFailed(node, { details: { error }, nesting }) {
    if (error === undefined) return;
    node.children.push({
      tag: 'failure',
      nesting: nesting + 1,
      attributes: { type: error.failureType ?? error.code, message: error.message?.trim() ?? '' },
      children: [inspected(error, PLAIN)],
    });
    node.attributes.failure = error.message ?? '';
  }
}

/** The format that Ant's JUnit task writes. */
async function* junit(source) {
  yield '<?xml version="1.0" encoding="utf-8"?>\n';
  yield '<testsuites>\n';
  const tree = new Tree();
  for await (const { type, data } of source) {
    if (type === 'test:start') tree.start(data);
    else if (type === 'test:pass' || type === 'test:fail') yield tree.end(data);
    else if (type === 'test:diagnostic') yield tree.comment(data.nesting, data.message);
  }
  yield '</testsuites>\n';
}

module.exports = { junit };
