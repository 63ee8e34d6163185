'use strict';
const assert = require('node:assert');
const Handlebars = require('handlebars');

Handlebars.registerHelper('loud', (text) => text.toUpperCase());
Handlebars.registerPartial('person', '{{name}}{{#if last}}.{{else}}, {{/if}}');
const template = Handlebars.compile('{{loud greeting}}: {{#each people}}{{> person last=@last}}{{/each}}{{#unless none}} {{{raw}}}{{/unless}}');
assert.strictEqual(template({ greeting: 'hi', people: [{ name: 'A<' }, { name: 'B' }], raw: '<i>' }), 'HI: A&lt;, B. <i>');
assert.throws(() => Handlebars.compile('{{#if}}')({}), /Parse error|must have/);
assert.match(Handlebars.precompile('{{x}}'), /"main":function/);
