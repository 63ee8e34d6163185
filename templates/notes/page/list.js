'use strict';

/** The sidebar: which notes there are, which one is open, and what is searched for. */
const createList = ({ onOpen, onFailure }) => {
  const list = document.getElementById('list');
  const search = document.getElementById('search');
  const none = document.getElementById('none');
  const DELAY = 150;
  let current = null;
  let asked = 0;
  let timer = 0;

  function day(time) {
    const date = new Date(time);
    const today = new Date().toDateString() === date.toDateString();
    return today
      ? date.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })
      : date.toLocaleDateString([], { year: 'numeric', month: 'short', day: 'numeric' });
  }

  function element(tag, className, text) {
    const made = document.createElement(tag);
    made.className = className;
    made.textContent = text;
    return made;
  }

  function entry(note) {
    const item = document.createElement('li');
    const button = document.createElement('button');
    button.dataset.name = note.name;
    button.append(element('strong', '', note.name), element('time', '', day(note.modified)));
    button.append(element('span', 'excerpt', note.excerpt || 'No text yet'));
    button.addEventListener('click', () => onOpen(note.name));
    item.append(button);
    return item;
  }

  function mark() {
    for (const button of list.querySelectorAll('button')) {
      if (button.dataset.name === current) button.setAttribute('aria-current', 'true');
      else button.removeAttribute('aria-current');
    }
  }

  /** Reads the list anew. Answers can overtake one another; only the last question's is shown. */
  async function refresh() {
    asked += 1;
    const mine = asked;
    const query = search.value;
    const notes = await window.notes.list(query);
    if (mine !== asked) return null;
    const focused = list.contains(document.activeElement) ? document.activeElement.dataset.name : null;
    list.replaceChildren(...notes.map(entry));
    none.hidden = notes.length > 0;
    none.textContent = query.trim() ? `No note contains “${query.trim()}”.` : 'No notes here yet.';
    mark();
    if (focused) [...list.querySelectorAll('button')].find((button) => button.dataset.name === focused)?.focus();
    return notes;
  }

  function select(name) {
    current = name;
    mark();
    list.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }

  function move(step) {
    const buttons = [...list.querySelectorAll('button')];
    const next = buttons[buttons.indexOf(document.activeElement) + step];
    if (next) next.focus();
    else if (step < 0) search.focus();
  }

  document.getElementById('sidebar').addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    move(event.key === 'ArrowDown' ? 1 : -1);
  });
  search.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => refresh().catch(onFailure), DELAY);
  });
  search.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') list.querySelector('button')?.click();
    if (event.key === 'Escape' && search.value !== '') {
      search.value = '';
      refresh().catch(onFailure);
    }
  });

  return { refresh, select, find: () => search.select() };
};
