'use strict';

exports.WELCOME = `# Welcome to Notes

Every note is a **Markdown file** in a folder of your own. Edit on the left, read on the right;
what you type is saved by itself.

## A few things to try

- [x] Open this note
- [ ] Make a new one with \`Ctrl+N\` (\`⌘N\` on a Mac)
- [ ] Find it again with \`Ctrl+F\`
- [ ] Give it a window of its own

> Notes stay plain files: any editor, any backup, any sync tool can read them.

1. *Emphasis*, **strong**, ~~gone~~ and \`code\`
2. [Links](https://commonmark.org/help/) open in your browser
3. Code keeps its shape:

\`\`\`
function hello(name) {
  return \`Hello, \${name}\`;
}
\`\`\`
`;
