'use strict';

/** The open note: its text, whether it is saved, and its preview. */
const createEditor = ({ onSaved, onFailure }) => {
  const area = document.getElementById('text');
  const title = document.getElementById('name');
  const preview = document.getElementById('preview');
  const status = document.getElementById('status');
  const count = document.getElementById('count');
  const SAVE_DELAY = 700;
  const PREVIEW_DELAY = 60;
  let note = null;
  let dirty = false;
  let saving = null;
  let saveTimer = 0;
  let previewTimer = 0;

  function say(text, failed = false) {
    status.textContent = text;
    status.classList.toggle('failed', failed);
  }

  function setDirty(value) {
    if (value !== dirty) say(value ? 'Not saved yet' : 'Saved');
    dirty = value;
    announce();
  }

  function announce() {
    document.title = `${dirty ? '• ' : ''}${note ? `${note.name} — ` : ''}Notes`;
    window.notes.setTitle(note?.name ?? null, dirty).catch(onFailure);
  }

  function renderPreview() {
    preview.innerHTML = renderMarkdown(area.value);
    const words = area.value.match(/\S+/g)?.length ?? 0;
    count.textContent = note ? `${words} ${words === 1 ? 'word' : 'words'}` : '';
  }

  function show(next) {
    clearTimeout(saveTimer);
    note = next && { name: next.name, version: next.version };
    area.value = next?.text ?? '';
    title.value = next?.name ?? '';
    area.disabled = title.disabled = !next;
    dirty = false;
    say('');
    announce();
    renderPreview();
  }

  async function open(name) {
    if (!(await save())) return false;
    show(await window.notes.read(name));
    area.setSelectionRange(0, 0);
    area.scrollTop = preview.scrollTop = 0;
    return true;
  }

  /** Writes until what is on disk is what is on screen; true when nothing is left unsaved. */
  async function save() {
    clearTimeout(saveTimer);
    while (saving || dirty) {
      saving ??= writeOnce().finally(() => { saving = null; });
      if (!(await saving)) return false;
    }
    return true;
  }

  async function writeOnce() {
    const text = area.value;
    try {
      const written = await window.notes.write(note.name, text, note.version);
      const copied = written.name !== note.name;
      note = written;
      if (title !== document.activeElement || copied) title.value = note.name;
      setDirty(area.value !== text);
      if (copied) say(`Another program changed this note: your text is kept as “${note.name}”.`, true);
      onSaved();
      return true;
    } catch (error) {
      say(`Not saved: ${error.message}`, true);
      return false;
    }
  }

  async function rename() {
    const wanted = title.value.trim();
    if (!note || wanted === note.name) return;
    try {
      if (!(await save())) return;
      note.name = await window.notes.rename(note.name, wanted);
      say('Renamed');
    } catch (error) {
      say(error.message, true);
    }
    title.value = note.name;
    announce();
    onSaved();
  }

  /** Another window or program wrote this note. Text not saved yet stays: saving it will keep both. */
  async function reload() {
    if (!note || dirty || saving) return;
    const { name } = note;
    const fresh = await window.notes.read(name);
    if (note?.name !== name || dirty || fresh.version === note.version) return;
    const { selectionStart, selectionEnd, scrollTop } = area;
    show(fresh);
    area.setSelectionRange(selectionStart, selectionEnd);
    area.scrollTop = scrollTop;
  }

  function renamed(to) {
    note.name = to;
    title.value = to;
    announce();
  }

  area.addEventListener('input', () => {
    setDirty(true);
    clearTimeout(saveTimer);
    saveTimer = setTimeout(save, SAVE_DELAY);
    clearTimeout(previewTimer);
    previewTimer = setTimeout(renderPreview, PREVIEW_DELAY);
  });
  title.addEventListener('change', rename);
  title.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') title.value = note.name;
    if (event.key === 'Enter' || event.key === 'Escape') area.focus();
  });
  preview.addEventListener('click', (event) => {
    const link = event.target.closest('a');
    if (!link) return;
    event.preventDefault();
    window.notes.openLink(link.href).catch(onFailure);
  });

  return {
    open, save, reload, renamed, say,
    clear: () => show(null),
    name: () => note?.name ?? null,
    focus: () => area.focus(),
    focusName: () => { title.focus(); title.select(); },
  };
};
