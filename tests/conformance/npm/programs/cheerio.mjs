import assert from 'node:assert';
import * as cheerio from 'cheerio';

const $ = cheerio.load('<ul id="fruits"><li class="apple">Apple</li><li data-x="1">Pear &amp; more</li></ul>');
assert.deepStrictEqual($('li').map((_, element) => $(element).text()).get(), ['Apple', 'Pear & more']);
$('#fruits > .apple').addClass('red').after('<li>Plum</li>');
$('li:last-child').attr('title', 'a"b');
assert.strictEqual($('#fruits').html(), '<li class="apple red">Apple</li><li>Plum</li><li data-x="1" title="a&quot;b">Pear &amp; more</li>');
assert.strictEqual($('li:contains("Plum")').prev().text(), 'Apple');
assert.deepStrictEqual($.extract({ all: ['li'] }).all.length, 3);
assert.strictEqual(cheerio.load('<a><b/></a>', { xml: true }).xml(), '<a><b/></a>');
