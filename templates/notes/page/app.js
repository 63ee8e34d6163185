'use strict';

const api = window.notes;
const fail = (error) => editor.say(error.message, true);
const editor = createEditor({ onSaved: () => list.refresh().then(() => list.select(editor.name())).catch(fail), onFailure: fail });
const list = createList({ onOpen: (name) => openNote(name).catch(fail), onFailure: fail });
const toggle = document.getElementById('preview-toggle');

async function openNote(name) {
  if (name === editor.name()) return editor.focus();
  if (!(await editor.open(name))) return undefined;
  list.select(name);
  return editor.focus();
}

async function openFirst() {
  const notes = await list.refresh();
  if (notes?.length > 0) await openNote(notes[0].name);
  else editor.clear();
}

async function create() {
  if (!(await editor.save())) return;
  const name = await api.create();
  await list.refresh();
  await openNote(name);
  editor.focusName();
}

async function remove() {
  const name = editor.name();
  if (!name || !(await editor.save()) || !(await api.remove(editor.name()))) return;
  editor.clear();
  await openFirst();
}

async function openWindow() {
  if (editor.name() && (await editor.save())) await api.openWindow(editor.name());
}

async function openFolder() {
  if (await editor.save()) await showFolder(await api.openFolder());
}

async function showFolder(folder) {
  if (!folder) return;
  document.getElementById('folder').textContent = folder;
  editor.clear();
  await openFirst();
}

function preview() {
  const shown = document.body.classList.toggle('no-preview') === false;
  toggle.setAttribute('aria-pressed', String(shown));
}

async function refresh() {
  await list.refresh();
  await editor.reload();
}

async function flush() {
  await api.flushed(await editor.save());
}

const commands = {
  create, remove, preview, refresh, flush,
  'open-window': openWindow,
  'open-folder': openFolder,
  save: editor.save,
  rename: editor.focusName,
  find: list.find,
};

async function run(name) {
  try {
    await commands[name]?.();
  } catch (error) {
    fail(error);
  }
}

async function changed(change) {
  if (change.kind === 'folder') return showFolder(change.folder);
  if (change.name === editor.name()) {
    if (change.kind === 'renamed') editor.renamed(change.to);
    if (change.kind === 'removed') editor.clear();
    if (change.kind === 'written') await editor.reload();
  }
  await list.refresh();
  return list.select(editor.name());
}

async function start() {
  const { main, note, folder } = await api.start();
  document.body.classList.toggle('single', !main);
  document.getElementById('folder').textContent = folder;
  const notes = await list.refresh();
  if (note && notes?.some((found) => found.name === note)) await openNote(note);
  else await openFirst();
}

for (const id of ['create', 'remove', 'open-window']) {
  document.getElementById(id).addEventListener('click', () => run(id));
}
document.getElementById('folder').addEventListener('click', () => run('open-folder'));
toggle.addEventListener('click', () => run('preview'));
api.onCommand(run);
api.onChanged((change) => changed(change).catch(fail));
start().catch(fail);
