'use strict';

const UTC = /^(Etc\/)?(UTC|UCT|GMT|GMT[+-]?0|Universal|Zulu|Greenwich)$|^(UCT|Zulu|Universal|Greenwich|GMT[+-]?0)$/i;
// Names that CLDR keeps for zones which the IANA has renamed, as every engine shows them.
const OLD_NAMES = {
  'Asia/Kolkata': 'Asia/Calcutta', 'Asia/Kathmandu': 'Asia/Katmandu', 'Asia/Ho_Chi_Minh': 'Asia/Saigon', 'Asia/Yangon': 'Asia/Rangoon',
  'Europe/Kyiv': 'Europe/Kiev', 'America/Argentina/Buenos_Aires': 'America/Buenos_Aires', 'Atlantic/Faroe': 'Atlantic/Faeroe',
  'America/Nuuk': 'America/Godthab', 'Africa/Asmara': 'Africa/Asmera', 'Pacific/Pohnpei': 'Pacific/Ponape', 'Pacific/Chuuk': 'Pacific/Truk',
  'America/Indiana/Indianapolis': 'America/Indianapolis', 'America/Kentucky/Louisville': 'America/Louisville',
  'America/Atikokan': 'America/Coral_Harbour', 'Pacific/Kanton': 'Pacific/Enderbury', 'America/Argentina/Cordoba': 'America/Cordoba',
  'America/Argentina/Catamarca': 'America/Catamarca', 'America/Argentina/Jujuy': 'America/Jujuy', 'America/Argentina/Mendoza': 'America/Mendoza',
};
const LINKS = {
  'US/Eastern': 'America/New_York', 'US/Central': 'America/Chicago', 'US/Mountain': 'America/Denver', 'US/Pacific': 'America/Los_Angeles',
  'US/Alaska': 'America/Anchorage', 'US/Hawaii': 'Pacific/Honolulu', 'US/Arizona': 'America/Phoenix', Japan: 'Asia/Tokyo', PRC: 'Asia/Shanghai',
  GB: 'Europe/London', Singapore: 'Asia/Singapore', Turkey: 'Europe/Istanbul', Israel: 'Asia/Jerusalem', ROK: 'Asia/Seoul', Hongkong: 'Asia/Hong_Kong',
};

// The zone as resolvedOptions tells it; undefined for a name that is none.
function canonicalZone(name) {
  const offset = /^([+-])([01]\d|2[0-3])(?::?([0-5]\d))?$/.exec(name);
  if (offset) {
    const text = `${offset[2]}:${offset[3] ?? '00'}`;
    return `${text === '00:00' ? '+' : offset[1]}${text}`;
  }
  if (UTC.test(name)) return 'UTC';
  const known = native.zone(name) ?? undefined;
  return LINKS[known] ?? OLD_NAMES[known] ?? known;
}

function systemZone() {
  const wanted = globalThis.process?.env.TZ?.replace(/^:/, '');
  const zone = wanted ? canonicalZone(wanted) : undefined;
  return zone ?? canonicalZone(native.systemZone() ?? 'UTC') ?? 'UTC';
}

function zoneNames(data) {
  const names = new Set();
  for (const list of Object.values(data.zones.uses)) for (const name of list) if (native.zone(name)) names.add(canonicalZone(name));
  names.delete('UTC');
  return [...names].sort();
}

const metazones = new WeakMap();

function metazoneOf(zone, data) {
  let byZone = metazones.get(data);
  if (!byZone) {
    byZone = new Map();
    for (const [metazone, list] of Object.entries(data.zones.uses)) for (const name of list) byZone.set(name, metazone);
    metazones.set(data, byZone);
  }
  return byZone.get(zone) ?? byZone.get(Object.keys(OLD_NAMES).find((name) => OLD_NAMES[name] === zone));
}

function offsetName(seconds, long) {
  if (seconds === 0 && !long) return 'GMT';
  const total = Math.abs(seconds);
  const [hours, minutes, rest] = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60];
  const two = (value) => String(value).padStart(2, '0');
  let text = `GMT${seconds < 0 ? '-' : '+'}${long ? two(hours) : hours}`;
  if (long || minutes || rest) text += `:${two(minutes)}`;
  return rest ? `${text}:${two(rest)}` : text;
}

// Names: standard, daylight and generic, each long and then short.
function named(fields, index, data) {
  const own = data.zones.own[fields.zone]?.[index];
  if (own) return own;
  const names = data.zones.metazones[metazoneOf(fields.zone, data)];
  return names?.[index] || undefined;
}

function generic(fields, base, data) {
  return named(fields, base + 2, data) ?? (named(fields, base + 1, data) ? undefined : named(fields, base, data)) ?? byCity(fields.zone, data);
}

function byCity(zone, data) {
  if (!zone.includes('/')) return undefined;
  return `${data.zones.cities[zone] ?? zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')} Time`;
}

function nameOf(fields, letter, width, data) {
  const long = width === 4;
  if ((letter === 'O' || letter === 'v' && fields.zone === 'UTC') && fields.offset === 0) return long ? 'GMT+00:00' : 'GMT+0';
  const plain = offsetName(fields.offset, long);
  if (letter === 'O' || /^[+-]/.test(fields.zone)) return plain;
  const base = long ? 0 : 3;
  if (fields.zone === 'UTC') return data.zones.own.UTC[base];
  if (letter === 'v') return generic(fields, base, data) ?? plain;
  return named(fields, base + (native.zoneIsSummer(fields.zone, fields.time) ? 1 : 0), data) ?? plain;
}

module.exports = { canonicalZone, systemZone, zoneNames, nameOf };
