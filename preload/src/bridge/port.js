'use strict';

const p = require('./primitives');
const createSide = require('./side');

// The worlds meet once, before any script of the page, by events whose name only they know. What they exchange there is
// a node that is in no document and inside a shadow tree: the page can neither find it nor see its events in
// `window.event`, and `document.open()` does not take its listeners. Which world starts first is not defined.

function listenOn(node, own, hear) {
  p.listen(node, own, (event) => hear(p.detailOf(event)));
}

function sender(node, other) {
  return (detail) => p.dispatch(node, new p.CustomEvent(other, { __proto__: null, detail }));
}

/** The isolated world's half. @param {string} key @param {Record<string, Function>} services @param {(side: object) => void} linked */
function offer(key, services, linked) {
  const host = p.createElement(p.document, 'div');
  const node = p.createElement(p.document, 'div');
  p.appendChild(p.attachShadow(host, { mode: 'open' }), node);
  const side = createSide(sender(node, 'page'), services);
  let met = false;

  const hand = () => p.dispatch(p.document, new p.MouseEvent(`${key}port`, { relatedTarget: host }));
  listenOn(node, 'isolated', (detail) => {
    if (met) return side.hear(detail);
    met = true;
    p.unlisten(p.document, `${key}hello`, hand);
    linked(side);
  });
  p.listen(p.document, `${key}hello`, hand);
  hand();
}

/** The page world's half. @param {string} key @param {Record<string, Function>} services @param {(side: object) => void} linked */
function accept(key, services, linked) {
  const take = (event) => {
    const host = p.relatedTargetOf(event);
    if (host === null) return;
    p.unlisten(p.document, `${key}port`, take);
    const node = p.firstChildOf(p.shadowRootOf(host));
    const send = sender(node, 'isolated');
    const side = createSide(send, services);
    listenOn(node, 'page', side.hear);
    send(['linked', 0]);
    linked(side);
  };
  p.listen(p.document, `${key}port`, take);
  p.dispatch(p.document, new p.CustomEvent(`${key}hello`));
}

module.exports = { offer, accept };
