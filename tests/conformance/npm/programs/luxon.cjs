'use strict';
const assert = require('node:assert');
const { DateTime, Duration, Interval } = require('luxon');

const day = DateTime.fromISO('2024-02-29T13:05:00Z', { zone: 'utc' });
assert.strictEqual(day.plus({ years: 1 }).toISODate(), '2025-02-28');
assert.strictEqual(day.toFormat('yyyy LLL dd HH:mm'), '2024 Feb 29 13:05');
assert.strictEqual(day.toLocaleString(DateTime.DATE_FULL, { locale: 'en-US' }), 'February 29, 2024');
assert.strictEqual(day.setZone('America/New_York').toFormat('HH:mm ZZ'), '08:05 -05:00');
assert.strictEqual(Duration.fromObject({ hours: 49 }).shiftTo('days', 'hours').toISO(), 'P2DT1H');
assert.strictEqual(Interval.fromDateTimes(day, day.plus({ days: 3 })).splitBy({ days: 1 }).length, 3);
