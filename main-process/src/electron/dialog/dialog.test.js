'use strict';

const assert = require('node:assert');
const { test } = require('kaon:test');
const { answer, commands } = require('kaon:test/host');
const { app, BrowserWindow, dialog } = require('electron');

app.on('window-all-closed', () => {});

const asked = (name) => commands().map((command) => command.dialog?.[name]).filter(Boolean).pop();

test('dialogs are there once the app is ready', async () => {
  assert.throws(() => dialog.showOpenDialog({}), { message: 'dialog module can only be used after app is ready' });
  await app.whenReady();
});

test('a file dialog that is cancelled chose nothing', async () => {
  await app.whenReady();
  assert.deepStrictEqual(await dialog.showOpenDialog({}), { canceled: true, filePaths: [] });
  assert.deepStrictEqual(await dialog.showSaveDialog({}), { canceled: true, filePath: '' });
  assert.strictEqual(dialog.showOpenDialogSync({}), undefined);
  assert.strictEqual(dialog.showSaveDialogSync({}), '');
});

test('chosen files are given back', async () => {
  await app.whenReady();
  answer({ canceled: false, filePaths: ['/a', '/b'] });
  assert.deepStrictEqual(await dialog.showOpenDialog({ properties: ['openFile', 'multiSelections'] }), { canceled: false, filePaths: ['/a', '/b'] });
  answer({ canceled: false, filePaths: ['/c'] });
  assert.deepStrictEqual(await dialog.showSaveDialog(), { canceled: false, filePath: '/c' });
  answer({ canceled: false, filePaths: ['/d'] });
  assert.deepStrictEqual(dialog.showOpenDialogSync({ properties: ['openDirectory'] }), ['/d']);
});

test('options reach the shell, with the window they belong to', async () => {
  await app.whenReady();
  const window = new BrowserWindow({ show: false });
  commands();
  await dialog.showOpenDialog(window, {
    title: 'Pick', defaultPath: '/home', buttonLabel: 'Take', filters: [{ name: 'Images', extensions: ['.png', 'jpg'] }],
    properties: ['openFile', 'nonsense'],
  });
  assert.deepStrictEqual(asked('showOpen'), {
    window: window.id, title: 'Pick', defaultPath: '/home', buttonLabel: 'Take', message: null,
    filters: [{ name: 'Images', extensions: ['png', 'jpg'] }], properties: ['openFile'],
  });
  window.destroy();
});

test('what is no option is refused with its name', async () => {
  await app.whenReady();
  assert.throws(() => dialog.showOpenDialog({ properties: 'openFile' }), { name: 'TypeError', message: 'Properties must be an array' });
  assert.throws(() => dialog.showOpenDialog({ title: 3 }), { name: 'TypeError', message: 'Title must be a string' });
  assert.throws(() => dialog.showOpenDialog({ buttonLabel: [] }), { message: 'Button label must be a string' });
  assert.throws(() => dialog.showSaveDialog({ defaultPath: {} }), { message: 'Default path must be a string' });
  assert.throws(() => dialog.showSaveDialog({ nameFieldLabel: {} }), { message: 'Name field label must be a string' });
  assert.throws(() => dialog.showMessageBox({ type: 'odd' }), { name: 'TypeError', message: 'Invalid message box type' });
  assert.throws(() => dialog.showMessageBox({ buttons: 'OK' }), { message: 'Buttons must be an array' });
  assert.throws(() => dialog.showMessageBox({ detail: 1 }), { message: 'Detail must be a string' });
  assert.throws(() => dialog.showMessageBox({ checkboxChecked: true }),
    { message: 'checkboxChecked requires that checkboxLabel also be passed' });
});

test('closing a message box means the button that says cancel or no', async () => {
  await app.whenReady();
  const cancelOf = async (options) => (await dialog.showMessageBox(options)).response;
  assert.strictEqual(await cancelOf({ message: '?', buttons: ['Yes', 'No'] }), 1);
  assert.strictEqual(await cancelOf({ message: '?', buttons: ['A', 'Cancel', 'B'] }), 1);
  assert.strictEqual(await cancelOf({ message: '?', buttons: ['A', 'B'], defaultId: 0 }), 1);
  assert.strictEqual(await cancelOf({ message: '?', buttons: ['A', 'B'] }), 0);
  assert.strictEqual(await cancelOf({ message: '?', buttons: ['A', 'B', 'C'], cancelId: 2 }), 2);
});

test('the pressed button and the checkbox are given back', async () => {
  await app.whenReady();
  answer({ response: 2, checkboxChecked: true });
  assert.deepStrictEqual(await dialog.showMessageBox({ message: 'm', buttons: ['a', 'b', 'c'], checkboxLabel: 'again' }),
    { response: 2, checkboxChecked: true });
  answer({ response: 1, checkboxChecked: false });
  assert.strictEqual(dialog.showMessageBoxSync({ message: 'm', buttons: ['a', 'b'] }), 1);
});

test('a signal takes a message box away', async () => {
  await app.whenReady();
  const aborted = new AbortController();
  aborted.abort();
  commands();
  assert.deepStrictEqual(await dialog.showMessageBox({ message: 'm', buttons: ['a', 'cancel'], signal: aborted.signal }),
    { response: 1, checkboxChecked: false });
  assert.strictEqual(asked('showMessage'), undefined);
});

test('an error box is text and nothing else', async () => {
  await app.whenReady();
  commands();
  dialog.showErrorBox('Title', 'Content');
  assert.deepStrictEqual(asked('showError'), { title: 'Title', content: 'Content' });
  assert.throws(() => dialog.showErrorBox(3, 'x'), { name: 'TypeError', message: /conversion failure from 3/ });
});
