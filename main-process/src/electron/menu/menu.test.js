'use strict';

const assert = require('node:assert');
const { test } = require('kaon:test');
const { commands, emit, settled } = require('kaon:test/host');
const { app, BrowserWindow, Menu, MenuItem } = require('electron');

app.on('window-all-closed', () => {});
const labels = (menu) => menu.items.map(({ type, label }) => (type === 'separator' ? '-' : label));
const build = (...template) => Menu.buildFromTemplate(template);
const told = (name) => commands().map((command) => command.menu?.[name]).filter(Boolean);
const click = (item, window = null) => emit({ menu: { clicked: { item: item.commandId, window, checked: false, byAccelerator: false } } });

test('a template is a list of items with a label, a role or a type', () => {
  assert.throws(() => Menu.buildFromTemplate('hello'),
    { name: 'TypeError', message: 'Invalid template for Menu: Menu template must be an array' });
  const message = 'Invalid template for MenuItem: must have at least one of label, role or type';
  assert.throws(() => build({ visible: true }), { name: 'TypeError', message });
  assert.throws(() => build({ type: 'normal' }), { name: 'TypeError', message });
  assert.throws(() => build(null), { name: 'TypeError', message });
});

test('items keep what the application gives them', () => {
  const [item] = build({ label: 'text', extra: 'field', id: 'a' }).items;
  assert.strictEqual(item.extra, 'field');
  assert.strictEqual(item.id, 'a');
  assert.strictEqual(item.type, 'normal');
  assert.strictEqual(item.enabled, true);
  assert.strictEqual(item.visible, true);
  assert.strictEqual(item.checked, false);
});

test('separators neither lead nor follow one another nor end a menu', () => {
  const separator = { type: 'separator' };
  assert.deepStrictEqual(labels(build(separator, { label: 'a' }, separator, separator, { label: 'b' }, separator)), ['a', '-', 'b']);
  assert.deepStrictEqual(labels(build(separator, separator)), []);
});

test('before and after put items beside others', () => {
  assert.deepStrictEqual(labels(build({ label: '1', id: '1' }, { label: '3', id: '3' }, { label: '2', id: '2', before: ['3'] })), ['1', '2', '3']);
  assert.deepStrictEqual(labels(build({ label: '2', id: '2', after: ['1'] }, { label: '1', id: '1' })), ['1', '2']);
  assert.deepStrictEqual(labels(build({ label: 'a', after: ['nobody'] }, { label: 'b' })), ['a', 'b']);
});

test('an item takes its group along to the one it names', () => {
  const menu = build({ label: 'a', id: 'a' }, { type: 'separator' }, { label: 'b', id: 'b' }, { label: 'c', id: 'c', after: ['a'] });
  assert.deepStrictEqual(labels(menu), ['a', 'b', 'c']);
});

test('groups are put before and after others', () => {
  const separator = { type: 'separator' };
  assert.deepStrictEqual(
    labels(build({ label: 'one', id: '1' }, separator, { label: 'two', id: '2', beforeGroupContaining: ['1'] })), ['two', '-', 'one']);
  assert.deepStrictEqual(
    labels(build({ label: 'two', id: '2', afterGroupContaining: ['1'] }, separator, { label: 'one', id: '1' })), ['one', '-', 'two']);
});

test('submenus are sorted too', () => {
  const { submenu } = build({ label: 'File', submenu: [{ label: 'b', after: ['a'] }, { label: 'a', id: 'a' }] }).items[0];
  assert.deepStrictEqual(labels(submenu), ['a', 'b']);
});

test('items are found by their id at any depth', () => {
  const menu = build({ label: 'File', submenu: [{ label: 'Enter', id: 'enter' }] });
  assert.strictEqual(menu.getMenuItemById('enter').label, 'Enter');
  assert.strictEqual(menu.getMenuItemById('nothing'), null);
});

test('insert puts an item where it is told and refuses what is none', () => {
  const menu = build({ label: '1' }, { label: '2' });
  menu.insert(1, new MenuItem({ label: 'between' }));
  menu.append(new MenuItem({ label: 'last' }));
  assert.deepStrictEqual(labels(menu), ['1', 'between', '2', 'last']);
  assert.throws(() => menu.insert(0, { label: 'x' }), { name: 'TypeError', message: 'Invalid item' });
  assert.throws(() => menu.insert(-1, new MenuItem({ label: 'x' })), { name: 'RangeError', message: 'Position -1 cannot be less than 0' });
  assert.throws(() => menu.insert(9, new MenuItem({ label: 'x' })),
    { name: 'RangeError', message: 'Position 9 cannot be greater than the total MenuItem count' });
});

test('an item has one of the known types, and a submenu if it is one', () => {
  assert.throws(() => new MenuItem({ type: 'not-a-type' }), { message: 'Unknown menu item type: not-a-type' });
  assert.throws(() => new MenuItem({ type: 'submenu' }), { message: 'Invalid submenu' });
});

test('roles bring a label, an accelerator and menus', () => {
  const linux = process.platform === 'linux';
  const [copy, reload, help] = build({ role: 'copy' }, { role: 'forceReload' }, { role: 'help' }).items;
  assert.deepStrictEqual([copy.label, copy.accelerator, copy.registerAccelerator], ['Copy', 'CommandOrControl+C', false]);
  assert.deepStrictEqual([reload.label, reload.accelerator, reload.role], ['Force Reload', 'Shift+CmdOrCtrl+R', 'forcereload']);
  assert.deepStrictEqual([help.label, help.accelerator], ['Help', null]);
  if (!linux) return;
  assert.deepStrictEqual(labels(build({ role: 'editMenu' }).items[0].submenu),
    ['Undo', 'Redo', '-', 'Cut', 'Copy', 'Paste', 'Delete', '-', 'Select All']);
  assert.deepStrictEqual(labels(build({ role: 'viewMenu' }).items[0].submenu),
    ['Reload', 'Force Reload', 'Toggle Developer Tools', '-', 'Actual Size', 'Zoom In', 'Zoom Out', '-', 'Toggle Full Screen']);
  assert.deepStrictEqual(labels(build({ role: 'windowMenu' }).items[0].submenu), ['Minimize', 'Zoom', 'Close']);
  assert.deepStrictEqual(labels(build({ role: 'fileMenu' }).items[0].submenu), ['Quit']);
});

test('a label of the application wins over that of the role', () => {
  assert.strictEqual(build({ role: 'close', label: 'hello' }).items[0].label, 'hello');
  assert.strictEqual(build({ role: 'close', accelerator: 'F1' }).items[0].accelerator, 'F1');
});

test('an app that sets no menu gets the default one', async () => {
  await app.whenReady();
  const expected = ['File', 'Edit', 'View', 'Window'];
  assert.deepStrictEqual(labels(Menu.getApplicationMenu()).slice(-4), expected);
  const [{ menu }] = told('setApplicationMenu');
  assert.deepStrictEqual(menu.slice(-4).map(({ label }) => label), expected);
});

test('the application menu reaches the shell with all that it needs', async () => {
  await app.whenReady();
  commands();
  const menu = build({ label: '&File', submenu: [{ label: 'Open', accelerator: 'CmdOrCtrl+O' }, { type: 'checkbox', label: 'On', checked: true }] });
  Menu.setApplicationMenu(menu);
  assert.strictEqual(Menu.getApplicationMenu(), menu);
  assert.strictEqual(app.applicationMenu, menu);
  const [{ menu: [file] }] = told('setApplicationMenu');
  const [open, on] = menu.items[0].submenu.items;
  assert.deepStrictEqual(file.submenu, [
    { id: open.commandId, type: 'normal', label: 'Open', accelerator: 'CmdOrCtrl+O', registerAccelerator: true, enabled: true, visible: true, checked: false, role: null, icon: null, submenu: null },
    { id: on.commandId, type: 'checkbox', label: 'On', accelerator: null, registerAccelerator: true, enabled: true, visible: true, checked: true, role: null, icon: null, submenu: null },
  ]);
  assert.throws(() => Menu.setApplicationMenu({}), { name: 'TypeError', message: 'Invalid menu' });
});

test('no application menu is a menu that is taken away', async () => {
  await app.whenReady();
  commands();
  Menu.setApplicationMenu(null);
  assert.strictEqual(Menu.getApplicationMenu(), null);
  assert.deepStrictEqual(told('setApplicationMenu'), [{ menu: null }]);
});

test('changes of an item reach a menu that is shown, and no other', async () => {
  await app.whenReady();
  const menu = build({ label: 'File', submenu: [{ label: 'Save', id: 'save' }] });
  const item = menu.getMenuItemById('save');
  commands();
  item.enabled = false;
  assert.deepStrictEqual(commands(), []);
  Menu.setApplicationMenu(menu);
  commands();
  item.enabled = true;
  item.label = 'Store';
  item.visible = false;
  assert.deepStrictEqual(commands(), [
    { menu: { setEnabled: { item: item.commandId, flag: true } } }, { menu: { setLabel: { item: item.commandId, label: 'Store' } } },
    { menu: { setVisible: { item: item.commandId, flag: false } } },
  ]);
});

test('an item that is added later appears once the turn is over', async () => {
  await app.whenReady();
  const menu = build({ label: 'File', submenu: [{ label: 'a' }] });
  Menu.setApplicationMenu(menu);
  commands();
  menu.items[0].submenu.append(new MenuItem({ label: 'b' }));
  menu.append(new MenuItem({ label: 'Help' }));
  await settled();
  const shown = told('setApplicationMenu');
  assert.strictEqual(shown.length, 1);
  assert.deepStrictEqual(shown[0].menu.map(({ label }) => label), ['File', 'Help']);
});

test('a click reaches the item with the window it happened in', async () => {
  await app.whenReady();
  const window = new BrowserWindow({ show: false });
  const heard = [];
  const menu = build({ label: 'Do', click: (...args) => heard.push(args) });
  Menu.setApplicationMenu(menu);
  click(menu.items[0], window.id);
  await settled();
  const [item, owner, event] = heard[0];
  assert.strictEqual(item, menu.items[0]);
  assert.strictEqual(owner, window);
  assert.strictEqual(event.triggeredByAccelerator, false);
  window.destroy();
});

test('a click on a role does what it says, to the window and its page', async () => {
  if (process.platform === 'darwin') return;
  await app.whenReady();
  const window = new BrowserWindow({ show: false });
  const menu = build({ role: 'copy' }, { role: 'minimize' }, { role: 'zoomIn' });
  Menu.setApplicationMenu(menu);
  commands();
  for (const item of menu.items) click(item, window.id);
  await settled();
  const done = commands();
  assert.deepStrictEqual(done[0], { page: { edit: { id: window.webContents.id, command: 'copy' } } });
  assert.deepStrictEqual(done[1], { window: { minimize: { id: window.id } } });
  assert.strictEqual(window.webContents.zoomLevel, 0.5);
  window.destroy();
});

test('clicking flips a checkbox and moves a radio mark', async () => {
  await app.whenReady();
  const menu = build({ type: 'checkbox', label: 'c' }, { type: 'separator' }, { type: 'radio', label: '1' }, { type: 'radio', label: '2' });
  Menu.setApplicationMenu(menu);
  const [box, , one, two] = menu.items;
  assert.deepStrictEqual([box.checked, one.checked, two.checked], [false, true, false]);
  click(box);
  click(two);
  await settled();
  assert.deepStrictEqual([box.checked, one.checked, two.checked], [true, false, true]);
  click(box);
  click(two);
  await settled();
  assert.deepStrictEqual([box.checked, one.checked, two.checked], [false, false, true]);
});

test('a separator divides radio items into groups', () => {
  const radio = { type: 'radio', label: 'r' };
  const { items } = build(radio, radio, { type: 'separator' }, radio, radio);
  assert.strictEqual(items[0].groupId, items[1].groupId);
  assert.strictEqual(items[3].groupId, items[4].groupId);
  assert.notStrictEqual(items[0].groupId, items[3].groupId);
});

test('a context menu opens in a window and says when it is gone', async () => {
  await app.whenReady();
  const menu = build({ label: 'x' });
  assert.throws(() => menu.popup('window'), { name: 'TypeError', message: 'Options must be an object' });
  assert.throws(() => menu.popup(), { message: 'Cannot open Menu without a BaseWindow present' });
  const window = new BrowserWindow({ show: false });
  const events = [];
  menu.on('menu-will-show', () => events.push('show'));
  menu.on('menu-will-close', () => events.push('close'));
  commands();
  await new Promise((resolve) => {
    const shown = menu.popup({ window, x: 10, y: 20, callback: resolve });
    assert.deepStrictEqual([shown.browserWindow, shown.x, shown.y, shown.position], [window, 10, 20, -1]);
  });
  const [{ popup }] = commands().map((command) => command.menu);
  assert.deepStrictEqual([popup.window, popup.x, popup.y, popup.menu.length], [window.id, 10, 20, 1]);
  assert.deepStrictEqual(events, ['show', 'close']);
  window.destroy();
});

test('a window can have a menu of its own, until the application gets another', async () => {
  if (process.platform === 'darwin') return;
  await app.whenReady();
  const window = new BrowserWindow({ show: false });
  commands();
  window.setMenu(build({ label: 'Own' }));
  window.removeMenu();
  Menu.setApplicationMenu(build({ label: 'App' }));
  const menus = commands().map((command) => command.window?.setMenu).filter(Boolean);
  assert.deepStrictEqual(menus.map(({ menu }) => menu?.[0].label ?? null), ['Own', null, 'App']);
  window.destroy();
});
