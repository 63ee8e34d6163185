'use strict';

const assert = require('node:assert');
const { test } = require('kaon:test');
const { answer, commands } = require('kaon:test/host');
const { shell } = require('electron');

const asked = () => commands().map((command) => command.desktop).filter(Boolean).pop();

test('an address is opened in the form that browsers give it', async () => {
  await shell.openExternal('https://example.org');
  assert.deepStrictEqual(asked(), { openExternal: { url: 'https://example.org/' } });
});

test('what is no address is refused', () => {
  assert.throws(() => shell.openExternal('no address'), { name: 'TypeError', message: /conversion failure from no address/ });
});

test('openPath promises an error text, empty for success', async () => {
  answer('');
  assert.strictEqual(await shell.openPath('/tmp'), '');
  answer('Failed to open path');
  assert.strictEqual(await shell.openPath('/no/such'), 'Failed to open path');
});

test('items are shown in their folder and put into the trash', async () => {
  shell.showItemInFolder('/tmp/a');
  assert.deepStrictEqual(asked(), { showItemInFolder: { path: '/tmp/a' } });
  assert.strictEqual(await shell.trashItem('/tmp/a'), undefined);
  assert.deepStrictEqual(asked(), { trashItem: { path: '/tmp/a' } });
  assert.throws(() => shell.trashItem(7), { name: 'TypeError' });
});

test('a beep is a beep', () => {
  shell.beep();
  assert.strictEqual(asked(), 'beep');
});
