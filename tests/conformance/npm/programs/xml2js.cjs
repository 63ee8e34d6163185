'use strict';
const assert = require('node:assert');
const { Builder, parseStringPromise } = require('xml2js');

(async () => {
  const value = await parseStringPromise('<r a="1"><x>1</x><x>2</x><y><![CDATA[<&>]]></y></r>', { explicitArray: false });
  assert.deepStrictEqual(JSON.parse(JSON.stringify(value)), { r: { $: { a: '1' }, x: ['1', '2'], y: '<&>' } });
  const xml = new Builder({ headless: true, renderOpts: { pretty: false } }).buildObject({ r: { $: { k: '"' }, v: ['<', 'b'] } });
  assert.strictEqual(xml, '<r k="&quot;"><v>&lt;</v><v>b</v></r>');
  await assert.rejects(parseStringPromise('<a><b></a>'), /Unexpected close tag/);
})();
