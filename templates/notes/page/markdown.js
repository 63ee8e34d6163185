'use strict';

/**
 * Markdown to HTML, small and safe: every character of the text is escaped before any tag is made, raw HTML is shown
 * as text, and links are kept for http, https and mailto alone.
 */
const renderMarkdown = (() => {
  const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  const escape = (text) => text.replace(/[&<>"']/g, (character) => ESCAPES[character]);

  const FENCE = /^ {0,3}(```+|~~~+)\s*([\w+-]*)\s*$/;
  const HEADING = /^ {0,3}(#{1,6})\s+(.*?)\s*#*$/;
  const RULE = /^ {0,3}([-*_])( *\1){2,} *$/;
  const QUOTE = /^ {0,3}> ?/;
  const ITEM = /^( *)([-*+]|\d{1,9}[.)])\s+(.*)$/;
  const TASK = /^\[([ xX])\]\s+/;
  const MAX_DEPTH = 8;

  /**
   * Code spans and links are set aside first, so that a * or _ inside them stays what it is. An address never spans
   * something set aside: what comes back in its place may hold quotes.
   */
  function inline(source) {
    const kept = [];
    const keep = (html) => `\u0000${kept.push(html) - 1}\u0000`;
    const text = source
      .replaceAll('\u0000', '\ufffd')
      .replace(/\\([\\`*_{}[\]()#+.!~>|-])/g, (_all, character) => keep(escape(character)))
      .replace(/(`+)(.+?)\1(?!`)/g, (_all, _ticks, code) => keep(`<code>${escape(code.trim())}</code>`))
      .replace(/!?\[([^\]]*)\]\(\s*([^\s)\u0000]+)[^)\u0000]*\)/g, (all, label, address) => link(label, address, keep) ?? all)
      .replace(/<?\b(https?:\/\/[^\s<>"\u0000]*[^\s<>"\u0000.,;:!?)])>?/g, (_all, address) => keep(anchor(address, escape(address))));
    return restore(emphasis(escape(text)), kept);
  }

  function link(label, address, keep) {
    if (!/^(https?:|mailto:)/i.test(address)) return null;
    return keep(`<a href="${escape(address)}">`) + label + keep('</a>');
  }

  function anchor(address, html) {
    return `<a href="${escape(address)}">${html}</a>`;
  }

  function emphasis(html) {
    return html
      .replace(/\*\*\*(?=\S)(.+?)(?<=\S)\*\*\*/g, '<strong><em>$1</em></strong>')
      .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '<strong>$2</strong>')
      .replace(/\*(?=\S)(.+?)(?<=\S)\*/g, '<em>$1</em>')
      .replace(/(?<!\w)_(?=\S)(.+?)(?<=\S)_(?!\w)/g, '<em>$1</em>')
      .replace(/~~(?=\S)(.+?)(?<=\S)~~/g, '<del>$1</del>');
  }

  /** What was set aside may hold earlier things set aside (an escaped character in a link), never later ones. */
  function restore(html, kept) {
    let text = html;
    for (let round = 0; round < 3 && text.includes('\u0000'); round += 1) {
      text = text.replace(/\u0000(\d+)\u0000/g, (_all, index) => kept[index]);
    }
    return text;
  }

  function fence(lines, start, [, marker, language]) {
    let end = start + 1;
    while (end < lines.length && !lines[end].trimStart().startsWith(marker)) end += 1;
    const label = language ? ` data-language="${escape(language)}"` : '';
    const code = escape(lines.slice(start + 1, end).join('\n'));
    return { html: `<pre${label}><code>${code}</code></pre>`, next: end + 1 };
  }

  function quote(lines, start, depth) {
    let end = start;
    while (end < lines.length && QUOTE.test(lines[end])) end += 1;
    const inner = lines.slice(start, end).map((line) => line.replace(QUOTE, ''));
    return { html: `<blockquote>${blocks(inner, depth + 1)}</blockquote>`, next: end };
  }

  /** One list: items of the same indent and kind; deeper lines belong to the item above them. */
  function list(lines, start, depth) {
    const [, indent, marker] = ITEM.exec(lines[start]);
    const ordered = /\d/.test(marker);
    const items = [];
    let at = start;
    for (; at < lines.length; at += 1) {
      const match = ITEM.exec(lines[at]);
      if (match && match[1].length === indent.length && /\d/.test(match[2]) === ordered) items.push([match[3]]);
      else if (/^\s+\S/.test(lines[at]) && lines[at].search(/\S/) > indent.length) items.at(-1).push(lines[at]);
      else break;
    }
    const first = Number.parseInt(marker, 10);
    const open = ordered ? `<ol${first === 1 ? '' : ` start="${first}"`}>` : '<ul>';
    return { html: open + items.map((item) => listItem(item, depth)).join('') + (ordered ? '</ol>' : '</ul>'), next: at };
  }

  function listItem([head, ...rest], depth) {
    const task = TASK.exec(head);
    const box = task ? `<input type="checkbox" disabled${task[1] === ' ' ? '' : ' checked'}> ` : '';
    const text = inline(task ? head.slice(task[0].length) : head);
    const inner = rest.length > 0 ? blocks(dedent(rest), depth + 1) : '';
    return `<li${task ? ' class="task"' : ''}>${box}${text}${inner}</li>`;
  }

  function dedent(lines) {
    const least = Math.min(...lines.map((line) => line.search(/\S/)).filter((indent) => indent >= 0));
    return lines.map((line) => line.slice(least));
  }

  function paragraph(lines, start) {
    const starts = (line) => [FENCE, HEADING, RULE, QUOTE, ITEM].some((pattern) => pattern.test(line));
    let end = start + 1;
    while (end < lines.length && lines[end].trim() !== '' && !starts(lines[end])) end += 1;
    const text = lines.slice(start, end).map((line) => inline(line.trim()) + (/ {2}$/.test(line) ? '<br>' : ''));
    return { html: `<p>${text.join('\n')}</p>`, next: end };
  }

  function block(lines, at, depth) {
    const line = lines[at];
    const match = FENCE.exec(line);
    if (match) return fence(lines, at, match);
    const heading = HEADING.exec(line);
    if (heading) return { html: `<h${heading[1].length}>${inline(heading[2])}</h${heading[1].length}>`, next: at + 1 };
    if (RULE.test(line)) return { html: '<hr>', next: at + 1 };
    // Nesting is bounded, so that no text can exhaust the stack.
    if (depth < MAX_DEPTH && QUOTE.test(line)) return quote(lines, at, depth);
    if (depth < MAX_DEPTH && ITEM.test(line)) return list(lines, at, depth);
    return paragraph(lines, at);
  }

  function blocks(lines, depth) {
    const html = [];
    let at = 0;
    while (at < lines.length) {
      if (lines[at].trim() === '') {
        at += 1;
        continue;
      }
      const made = block(lines, at, depth);
      html.push(made.html);
      at = made.next;
    }
    return html.join('\n');
  }

  return (text) => blocks(text.replace(/\r\n?/g, '\n').replaceAll('\t', '    ').split('\n'), 0);
})();
