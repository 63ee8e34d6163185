'use strict';
const assert = require('node:assert');
const dayjs = require('dayjs');
dayjs.extend(require('dayjs/plugin/utc'));
dayjs.extend(require('dayjs/plugin/relativeTime'));
dayjs.extend(require('dayjs/plugin/customParseFormat'));
require('dayjs/locale/de');

const day = dayjs.utc('2024-02-29T13:05:00Z');
assert.strictEqual(day.add(1, 'year').format('YYYY-MM-DD ddd'), '2025-02-28 Fri');
assert.strictEqual(day.locale('de').format('dddd, D. MMMM YYYY'), 'Donnerstag, 29. Februar 2024');
assert.strictEqual(day.to(day.add(3, 'hour')), 'in 3 hours');
assert.strictEqual(dayjs('05/02/69 1:02 pm', 'DD/MM/YY h:mm a').hour(), 13);
assert.strictEqual(day.endOf('month').diff(day, 'minute'), 654);
