'use strict';

// A server knows how many connections it has, also of those that it gave to other processes: it asks them.

// By target: what was sent by key, and what was received.
const sentBy = new WeakMap();
const receivedBy = new WeakMap();

const tableOf = (tables, target) => {
  if (!tables.has(target)) tables.set(target, new Map());
  return tables.get(target);
};

/** The connections that went to one child, as `net.Server` asks for them. */
class SentSockets {
  #child;
  #key;
  #server;
  pending = [];

  constructor(child, server, key) {
    this.#child = child;
    this.#server = server;
    this.#key = key;
    child.on('internalMessage', (message) => this.#heard(message));
    child.once('exit', () => this.#gone());
    child.once('disconnect', () => this.#gone());
  }

  #heard(message) {
    if (message.key !== this.#key) return;
    const index = this.pending.findIndex(({ answer }) => answer === message.cmd);
    if (index < 0) return;
    const [{ callback }] = this.pending.splice(index, 1);
    callback(message.count);
  }

  #gone() {
    this.#server._workers = this.#server._workers.filter((list) => list !== this);
    for (const { callback } of this.pending.splice(0)) callback(0);
  }

  #ask(cmd, answer, callback) {
    if (!this.#child.connected) {
      callback(0);
      return;
    }
    this.pending.push({ answer, callback });
    this.#child._send({ cmd, key: this.#key });
  }

  getConnections(callback) {
    this.#ask('NODE_SOCKET_GET_COUNT', 'NODE_SOCKET_COUNT', (count) => callback(null, count));
  }

  close(callback) {
    this.#ask('NODE_SOCKET_NOTIFY_CLOSE', 'NODE_SOCKET_ALL_CLOSED', () => callback(null));
  }
}

function sent(target, server, key) {
  const table = tableOf(sentBy, target);
  if (table.has(key)) return;
  const list = new SentSockets(target, server, key);
  table.set(key, list);
  server._setupWorker(list);
}

function answer(target, open, { cmd, key }) {
  if (!target.connected) return;
  if (cmd === 'NODE_SOCKET_GET_COUNT') target._send({ cmd: 'NODE_SOCKET_COUNT', key, count: open.size });
  else target._send({ cmd: 'NODE_SOCKET_ALL_CLOSED', key });
}

function watch(target, key) {
  const open = new Set();
  const waiting = [];
  target.on('internalMessage', (message) => {
    if (message.key !== key) return;
    if (message.cmd === 'NODE_SOCKET_GET_COUNT' || (message.cmd === 'NODE_SOCKET_NOTIFY_CLOSE' && open.size === 0)) {
      answer(target, open, message);
    } else if (message.cmd === 'NODE_SOCKET_NOTIFY_CLOSE') {
      waiting.push(message);
    }
  });
  return {
    add(socket) {
      open.add(socket);
      socket.once('close', () => {
        open.delete(socket);
        if (open.size === 0) for (const message of waiting.splice(0)) answer(target, open, message);
      });
    },
  };
}

function received(target, key, socket) {
  const table = tableOf(receivedBy, target);
  if (!table.has(key)) table.set(key, watch(target, key));
  table.get(key).add(socket);
}

/** `net.Server.getConnections` with those that are in other processes. */
function count(server, callback) {
  let left = server._workers.length;
  let total = server._connections;
  for (const list of server._workers) {
    list.getConnections((error, found) => {
      total += found;
      if (--left === 0) callback(null, total);
    });
  }
}

/** A server that is closed waits for the connections it gave away. */
function closeAll(server) {
  let left = server._workers.length;
  server._connections++;
  for (const list of server._workers) {
    list.close(() => {
      if (--left !== 0) return;
      server._connections--;
      server._emitCloseIfDrained();
    });
  }
}

module.exports = { sent, received, count, closeAll };
