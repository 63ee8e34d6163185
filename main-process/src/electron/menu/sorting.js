'use strict';

const isPlainSeparator = (item) =>
  item.type === 'separator' && !item.before && !item.after && !item.beforeGroupContaining && !item.afterGroupContaining;

/** Items between separators. */
function groupsOf(items) {
  const groups = [[]];
  for (const item of items) {
    const last = groups[groups.length - 1];
    if (!isPlainSeparator(item)) last.push(item);
    else if (last.length > 0) groups.push([]);
  }
  if (groups[groups.length - 1].length === 0) groups.pop();
  return groups;
}

const groupWith = (groups, id, except) => groups.findIndex((group) => group !== except && group.some((item) => item.id === id));

/** An item that wants to stand beside one of another group takes its whole group there. */
function mergeOne(groups) {
  for (const [index, group] of groups.entries()) {
    const wanted = group.flatMap((item) => [...(item.before ?? []), ...(item.after ?? [])]);
    for (const id of wanted) {
      const target = groupWith(groups, id, group);
      if (target === -1) continue;
      groups[target].push(...group);
      groups.splice(index, 1);
      return true;
    }
  }
  return false;
}

/** What comes before each index; a circle is broken where it closes. */
class Order {
  #before = new Map();

  add(first, second) {
    if (!this.#before.has(second)) this.#before.set(second, []);
    this.#before.get(second).push(first);
  }

  sort(count) {
    const sorted = [];
    const seen = new Set();
    const visit = (index) => {
      if (seen.has(index)) return;
      seen.add(index);
      for (const first of this.#before.get(index) ?? []) visit(first);
      sorted.push(index);
    };
    for (let index = 0; index < count; index++) visit(index);
    return sorted;
  }
}

function sortGroup(group) {
  const indexes = new Map(group.map((item, index) => [item.id, index]));
  const order = new Order();
  for (const [index, item] of group.entries()) {
    for (const id of item.before ?? []) if (indexes.has(id)) order.add(index, indexes.get(id));
    for (const id of item.after ?? []) if (indexes.has(id)) order.add(indexes.get(id), index);
  }
  return order.sort(group.length).map((index) => group[index]);
}

/** A group stands where the first of its items that says so wants it. */
function placeGroup(groups, index, order) {
  const group = groups[index];
  for (const item of group) {
    for (const id of item.beforeGroupContaining ?? []) {
      const other = groupWith(groups, id, group);
      if (other !== -1) return order.add(index, other);
    }
    for (const id of item.afterGroupContaining ?? []) {
      const other = groupWith(groups, id, group);
      if (other !== -1) return order.add(other, index);
    }
  }
  return undefined;
}

function sortGroups(groups) {
  const order = new Order();
  for (const index of groups.keys()) placeGroup(groups, index, order);
  return order.sort(groups.length).map((index) => groups[index]);
}

/** A template's items by `before`, `after`, `beforeGroupContaining` and `afterGroupContaining`. */
function sortItems(items) {
  const separators = items.filter(isPlainSeparator);
  const groups = groupsOf(items);
  while (mergeOne(groups));
  const sorted = [];
  for (const group of sortGroups(groups.map(sortGroup))) {
    if (sorted.length > 0) sorted.push(separators.shift() ?? { type: 'separator' });
    sorted.push(...group);
  }
  return sorted;
}

/** A template and all of its submenus, in order. */
function sortTemplate(template) {
  const sorted = sortItems(template);
  for (const item of sorted) {
    if (Array.isArray(item.submenu)) item.submenu = sortTemplate(item.submenu);
  }
  return sorted;
}

const isSeparator = (item) => item !== undefined && item.type === 'separator';

/** No separator beside another one or at an edge; what is hidden may be anywhere. */
function removeExtraSeparators(items) {
  const stays = (item) => item.visible === false || !isSeparator(item);
  const folded = items.filter((item, index) => stays(item) || index === 0 || !isSeparator(items[index - 1]));
  return folded.filter((item, index) => stays(item) || (index > 0 && index < folded.length - 1));
}

module.exports = { sortTemplate, removeExtraSeparators };
