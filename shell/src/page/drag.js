'use strict';
// `app-region`, which only Chromium knows: other engines drop it while they read a style sheet. So the sheets are read
// once more, as text, and what they say of it goes to the shell, which adds it as a property that every engine keeps.
{
  const tell = TELL;
  const PROPERTY = '--kaon-app-region';
  const MENTION = /(?:^|[;{\s])(?:-webkit-)?app-region\s*:\s*(drag|no-drag|none)/g;
  const linked = new Map();
  const inserted = [];
  let told = '';
  let held = false;

  /** The value that a block's own declarations come to. */
  const value = (declarations) => [...declarations.matchAll(MENTION)].pop()?.[1];

  /** Of a style sheet, the rules that mention it, in their at-rules. */
  function mentions(css) {
    let found = '';
    for (let at = 0, open; (open = css.indexOf('{', at)) >= 0;) {
      let end = open + 1;
      for (let depth = 1; end < css.length && depth > 0; end++) {
        if (css[end] === '{') depth++;
        else if (css[end] === '}') depth--;
      }
      const prelude = css.slice(at, open).replace(/^[^]*;/, '').trim();
      const body = css.slice(open + 1, end - 1);
      at = end;
      if (!body.includes('app-region')) continue;
      const region = value(body.replace(/[^;{}]*\{[^{}]*\}/g, ''));
      const own = !prelude.startsWith('@') && region ? `${PROPERTY}:${region};` : '';
      const inner = body.includes('{') ? mentions(body) : '';
      if (own || inner) found += `${prelude}{${own}${inner}}`;
    }
    return found;
  }

  /** Comments go, and strings whose braces would be taken for blocks. */
  const plain = (css) => css.replace(/\/\*[^]*?\*\//g, '').replace(/"[^"\n]*[{}][^"\n]*"|'[^'\n]*[{}][^'\n]*'/g, '""');

  function read(link) {
    if (linked.has(link.href)) return linked.get(link.href);
    linked.set(link.href, '');
    fetch(link.href).then((response) => response.text()).then((css) => {
      linked.set(link.href, mentions(plain(css)));
      gather();
    }).catch(() => {});
    return '';
  }

  function gather() {
    const sheets = [...document.querySelectorAll('style, link[rel~=stylesheet][href]')];
    const texts = sheets.map((sheet) => {
      if (sheet.localName === 'link') return read(sheet);
      return sheet.textContent.includes('app-region') ? mentions(plain(sheet.textContent)) : '';
    });
    const css = texts.concat(inserted).join('');
    if (css !== told) tell(`S${told = css}`);
  }

  /** Whether the window is held where this element is: its own word, or that of what it is in. */
  function drags(element) {
    for (; element; element = element.parentElement ?? element.getRootNode().host) {
      const inline = value(element.getAttribute('style') ?? '');
      if (inline) return inline === 'drag';
      const here = getComputedStyle(element).getPropertyValue(PROPERTY).trim();
      const around = element.parentElement ? getComputedStyle(element.parentElement).getPropertyValue(PROPERTY).trim() : '';
      if (here !== around) return here === 'drag';
    }
    return false;
  }

  document.addEventListener(KEY, (event) => {
    const rules = mentions(plain(event.detail));
    if (rules) inserted.push(rules);
    gather();
  });
  document.addEventListener('DOMContentLoaded', () => {
    gather();
    new MutationObserver(gather).observe(document.head ?? document, { childList: true, subtree: true, characterData: true });
  }, { once: true });
  addEventListener('load', gather, { once: true });
  addEventListener('mousedown', (event) => {
    const target = event.composedPath()[0];
    const element = target instanceof Element ? target : target.parentElement;
    if (event.button !== 0 || !element || !drags(element)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    held = event.detail === 1;
    if (event.detail === 2) tell('Z');
  }, true);
  // Not before it moves: a window that is taken along after the button is up would stay at the pointer.
  addEventListener('mousemove', (event) => {
    if (held && event.buttons === 1) tell('M');
    held = false;
  }, true);
}
