'use strict';

// What was marked and measured, and who wants to hear of it.
const stored = { mark: [], measure: [] };
const starts = new Map();
const observers = new Set();

const byStart = (one, other) => one.startTime - other.startTime;

const add = (entry) => {
  stored[entry.entryType].push(entry);
  if (entry.entryType === 'mark') starts.set(entry.name, entry.startTime);
  for (const observer of observers) observer(entry);
};

const select = (name, type) => {
  const all = [...stored.mark, ...stored.measure];
  const wanted = all.filter((entry) => {
    return (name === undefined || entry.name === name) && (type === undefined || entry.entryType === type);
  });
  return wanted.sort(byStart);
};

const clear = (type, name) => {
  stored[type] = name === undefined ? [] : stored[type].filter((entry) => entry.name !== name);
  if (type !== 'mark') return;
  if (name === undefined) starts.clear();
  else starts.delete(name);
};

module.exports = { add, select, clear, startOf: (name) => starts.get(name), observers };
