'use strict';

const RECORDS = require('./records');

const query = (syscall, type, finish) => ({ syscall, type, finish });

const plain = (syscall, type) => query(syscall, type, (rows) => rows.filter((row) => row[0] === type).map(RECORDS[type]));
const values = (syscall, type) => query(syscall, type, (rows) => rows.filter((row) => row[0] === type).map((row) => row[2]));

const addresses = (syscall, type) => query(syscall, type, (rows, options) => {
  const found = rows.filter((row) => row[0] === type);
  return options?.ttl ? found.map(([, ttl, address]) => ({ address, ttl })) : found.map((row) => row[2]);
});

/** Whatever a name has, the kinds in this order. */
const ORDER = ['A', 'CNAME', 'AAAA', 'MX', 'NS', 'TXT', 'SRV', 'PTR', 'NAPTR', 'SOA', 'CAA', 'TLSA'];
const NAMES = new Set(['NS', 'CNAME', 'PTR']);

function described(row) {
  const [type, ttl, value] = row;
  if (type === 'A' || type === 'AAAA') return { address: value, ttl, type };
  if (NAMES.has(type)) return { value, type };
  if (type === 'TXT') return { entries: value, type };
  return { ...RECORDS[type](row), type };
}

const everything = (rows) => rows.filter((row) => ORDER.includes(row[0]))
  .sort((a, b) => ORDER.indexOf(a[0]) - ORDER.indexOf(b[0])).map(described);

/** What each method asks for and makes of the answer's rows: `[type, ttl, ...fields]`. */
const QUERIES = {
  resolveAny: query('queryAny', 'ANY', everything),
  resolve4: addresses('queryA', 'A'),
  resolve6: addresses('queryAaaa', 'AAAA'),
  resolveCaa: plain('queryCaa', 'CAA'),
  resolveCname: values('queryCname', 'CNAME'),
  resolveMx: plain('queryMx', 'MX'),
  resolveNs: values('queryNs', 'NS'),
  resolveTxt: values('queryTxt', 'TXT'),
  resolveTlsa: plain('queryTlsa', 'TLSA'),
  resolveSrv: plain('querySrv', 'SRV'),
  resolvePtr: values('queryPtr', 'PTR'),
  resolveNaptr: plain('queryNaptr', 'NAPTR'),
  resolveSoa: query('querySoa', 'SOA', (rows) => rows.filter((row) => row[0] === 'SOA').map(RECORDS.SOA)[0]),
  reverse: query('getHostByAddr', 'PTR', (rows) => rows.filter((row) => row[0] === 'PTR').map((row) => row[2])),
};

const byType = new Map([['A', 'resolve4'], ['AAAA', 'resolve6']]);
for (const method of Object.keys(QUERIES)) {
  if (method !== 'reverse' && method !== 'resolve4' && method !== 'resolve6') byType.set(method.slice(7).toUpperCase(), method);
}

module.exports = { QUERIES, methods: { byType, names: ['resolve', ...Object.keys(QUERIES)] } };
