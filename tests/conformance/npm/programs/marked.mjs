import assert from 'node:assert';
import { marked, Marked } from 'marked';

assert.strictEqual(marked('# Hi *there*\n\n- a\n- b\n'), '<h1>Hi <em>there</em></h1>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n');
assert.match(marked('| a | b |\n|---|:-:|\n| 1 | `x<y` |'), /<td align="center"><code>x&lt;y<\/code><\/td>/);
const own = new Marked({ renderer: { link: ({ href, text }) => `[${text}](${href})` }, gfm: true });
assert.strictEqual(own.parse('[x](http://y.z)'), '<p>[x](http://y.z)</p>\n');
assert.strictEqual(marked.lexer('> quote')[0].type, 'blockquote');
