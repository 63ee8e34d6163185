import assert from 'node:assert';
import { addMonths, differenceInCalendarDays, eachDayOfInterval, format, formatDistance, parse, parseISO } from 'date-fns';
import { de } from 'date-fns/locale';

const day = new Date(2024, 1, 29, 13, 5);
assert.strictEqual(format(day, "yyyy-MM-dd'T'HH:mm EEEE do"), '2024-02-29T13:05 Thursday 29th');
assert.strictEqual(format(day, 'PPPP', { locale: de }), 'Donnerstag, 29. Februar 2024');
assert.strictEqual(format(addMonths(day, 12), 'yyyy-MM-dd'), '2025-02-28');
assert.strictEqual(formatDistance(day, addMonths(day, 3)), '3 months');
assert.strictEqual(differenceInCalendarDays(parseISO('2024-03-01'), parseISO('2024-02-28')), 2);
assert.strictEqual(eachDayOfInterval({ start: new Date(2024, 1, 27), end: new Date(2024, 2, 2) }).length, 5);
assert.strictEqual(parse('29.02.2024 07:08', 'dd.MM.yyyy HH:mm', new Date(0)).getMinutes(), 8);
