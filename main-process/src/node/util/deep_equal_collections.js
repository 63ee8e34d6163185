'use strict';

const isObject = (value) => typeof value === 'object' && value !== null;

/**
 * What else a primitive may be loosely equal to: `undefined` and `null` name each other; true: a search is needed;
 * false: nothing.
 */
function looseTwin(value) {
  switch (typeof value) {
    case 'undefined': return null;
    case 'object': return undefined;
    case 'symbol': return false;
    case 'string':
    case 'number': return !Number.isNaN(+value);
    default: return true;
  }
}

function withCompare(compare, { LOOSE, PARTIAL }) {
  function takeEqual(candidates, value, mode, seen) {
    for (const candidate of candidates) {
      if (compare(candidate, value, mode, seen)) {
        candidates.delete(candidate);
        return true;
      }
    }
    return false;
  }

  function mayHave(a, b, value) {
    const twin = looseTwin(value);
    return twin != null ? twin : b.has(twin) && !a.has(twin);
  }

  /** The members of `a` that `b` does not simply have; undefined when one of them rules equality out. */
  function openMembers(a, b, mode) {
    const open = new Set();
    for (const value of a) {
      if (!isObject(value)) {
        if (b.has(value)) continue;
        if (mode !== LOOSE || !mayHave(a, b, value)) return undefined;
      }
      open.add(value);
    }
    return open;
  }

  function compareSets(a, b, mode, seen) {
    if (mode === PARTIAL) return containsMembers(a, b, seen);
    const open = openMembers(a, b, mode);
    if (open === undefined) return false;
    if (open.size === 0) return true;
    for (const value of b) {
      const search = isObject(value) || (mode === LOOSE && !a.has(value));
      if (search && !takeEqual(open, value, mode, seen)) return false;
    }
    return open.size === 0;
  }

  function containsMembers(a, b, seen) {
    const rest = new Set(a);
    for (const value of b) {
      if (!rest.delete(value) && !(isObject(value) && takeEqual(rest, value, PARTIAL, seen))) return false;
    }
    return true;
  }

  const hasSame = (map, key, value, mode, seen) => {
    const found = map.get(key);
    return (found !== undefined || map.has(key)) && compare(value, found, mode, seen);
  };

  function mayHaveEntry(a, b, key, value, seen) {
    const twin = looseTwin(key);
    if (twin != null) return twin;
    return !a.has(twin) && hasSame(b, twin, value, LOOSE, seen);
  }

  function openKeys(a, b, mode, seen) {
    const open = new Set();
    for (const [key, value] of a) {
      if (!isObject(key)) {
        if (hasSame(b, key, value, mode, seen)) continue;
        if (mode !== LOOSE || !mayHaveEntry(a, b, key, value, seen)) return undefined;
      }
      open.add(key);
    }
    return open;
  }

  function takeEntry(keys, map, key, value, mode, seen) {
    for (const candidate of keys) {
      if (compare(candidate, key, mode, seen) && compare(map.get(candidate), value, mode, seen)) {
        keys.delete(candidate);
        return true;
      }
    }
    return false;
  }

  function compareMaps(a, b, mode, seen) {
    if (mode === PARTIAL) return containsEntries(a, b, seen);
    const open = openKeys(a, b, mode, seen);
    if (open === undefined) return false;
    if (open.size === 0) return true;
    for (const [key, value] of b) {
      const search = isObject(key) ||
        (mode === LOOSE && !(a.has(key) && compare(a.get(key), value, LOOSE, seen)));
      if (search && !takeEntry(open, a, key, value, mode, seen)) return false;
    }
    return open.size === 0;
  }

  function containsEntries(a, b, seen) {
    const rest = new Set(a.keys());
    for (const [key, value] of b) {
      if (rest.has(key) && compare(a.get(key), value, PARTIAL, seen)) {
        rest.delete(key);
      } else if (!isObject(key) || !takeEntry(rest, a, key, value, PARTIAL, seen)) {
        return false;
      }
    }
    return true;
  }

  return { compareSets, compareMaps };
}

module.exports = { withCompare };
