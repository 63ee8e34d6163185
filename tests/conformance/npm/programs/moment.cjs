'use strict';
const assert = require('node:assert');
const moment = require('moment');
require('moment/locale/fr');

moment.locale('en');
const day = moment.utc('2024-02-29T13:05:00Z');
assert.strictEqual(day.format('dddd, MMMM Do YYYY, h:mm:ss a'), 'Thursday, February 29th 2024, 1:05:00 pm');
assert.strictEqual(day.clone().locale('fr').format('LL'), '29 février 2024');
assert.strictEqual(day.clone().add(1, 'M').fromNow === undefined, false);
assert.strictEqual(moment.duration(95, 'minutes').humanize(), '2 hours');
assert.strictEqual(day.isBetween('2024-02-28', '2024-03-01'), true);
assert.strictEqual(moment('nonsense', 'YYYY', true).isValid(), false);
