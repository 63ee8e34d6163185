'use strict';

const { codes } = require('internal/errors');
const { Channel, registry } = require('./channel');

function channel(name) {
  const known = registry.get(name);
  if (known) return known;
  if (typeof name !== 'string' && typeof name !== 'symbol') {
    throw new codes.ERR_INVALID_ARG_TYPE('channel', ['string', 'symbol'], name);
  }
  return new Channel(name);
}

module.exports = {
  channel,
  hasSubscribers(name) {
    return registry.get(name)?.hasSubscribers ?? false;
  },
  subscribe(name, subscription) {
    channel(name).subscribe(subscription);
  },
  tracingChannel(nameOrChannels) {
    const { TracingChannel } = require('./tracing');
    return new TracingChannel(nameOrChannels);
  },
  unsubscribe(name, subscription) {
    return channel(name).unsubscribe(subscription);
  },
  Channel,
};
