'use strict';

const { EventEmitter } = require('node/events');
const { refuseAll } = require('internal/refusal');

const cluster = new EventEmitter();
Object.assign(cluster, {
  isWorker: false, isMaster: true, isPrimary: true, workers: {}, settings: {}, SCHED_NONE: 1, SCHED_RR: 2, schedulingPolicy: 2,
});
refuseAll(cluster, 'cluster', ['Worker', 'setupPrimary', 'setupMaster', 'fork', 'disconnect']);

module.exports = cluster;
