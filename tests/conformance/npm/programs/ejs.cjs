'use strict';
const assert = require('node:assert');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const ejs = require('ejs');

(async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'ejs '));
  fs.writeFileSync(path.join(folder, 'part.ejs'), '<b><%= name %></b>');
  fs.writeFileSync(path.join(folder, 'main.ejs'), '<% for (const name of names) { -%>\n<%- include("part", { name }) %>\n<% } -%>');
  const html = await ejs.renderFile(path.join(folder, 'main.ejs'), { names: ['a&b', 'c'] });
  assert.strictEqual(html, '<b>a&amp;b</b>\n<b>c</b>\n');
  assert.strictEqual(await ejs.render('<%= await later() %>', { later: async () => 5 }, { async: true }), '5');
  assert.throws(() => ejs.render('one\n<%= missing.x %>'), /ejs:2/);
  fs.rmSync(folder, { recursive: true });
})();
