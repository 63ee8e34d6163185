'use strict';
const assert = require('node:assert');
const MarkdownIt = require('markdown-it');

const markdown = new MarkdownIt({ linkify: true, typographer: true, html: false });
assert.strictEqual(markdown.render('**bold** "quoted" (c)'), '<p><strong>bold</strong> “quoted” ©</p>\n');
assert.match(markdown.render('see https://example.org/ü now'), /<a href="https:\/\/example\.org\/%C3%BC">/);
assert.strictEqual(markdown.render('<script>x</script>'), '<p>&lt;script&gt;x&lt;/script&gt;</p>\n');
assert.match(markdown.render('```js\na < b\n```'), /<pre><code class="language-js">a &lt; b\n<\/code><\/pre>/);
