// In an app: the folder is the app's own.
import assert from 'node:assert';
import path from 'node:path';
import { app } from 'electron';
import Store from 'electron-store';

const store = new Store({ defaults: { window: { width: 800 } } });
assert.strictEqual(path.dirname(store.path), app.getPath('userData'));
assert.strictEqual(store.get('window.width'), 800);
const changes = [];
store.onDidChange('name', (now, before) => changes.push([before, now]));
store.set('name', 'Ada');
store.set({ list: [1, 2] });
store.delete('window');
assert.deepStrictEqual(changes, [[undefined, 'Ada']]);
assert.deepStrictEqual({ ...new Store().store }, { name: 'Ada', list: [1, 2] });
store.clear();
app.quit();
