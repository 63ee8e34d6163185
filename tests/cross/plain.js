'use strict';

// Paths, files, processes and timers, as a script on Windows sees them.

const fs = require('node:fs');
const path = require('node:path');
const { spawn } = require('node:child_process');

console.log(process.platform, path.win32.extname(process.argv[1]), JSON.stringify(process.argv.slice(2)));

const order = [];
const file = path.join(__dirname, 'written 🚀.txt');

setTimeout(() => order.push('timer'), 1);
const end = Date.now() + 5;
while (Date.now() < end);
fs.readFile(__filename, () => {
  setTimeout(() => order.push('late timer'), 0);
  setImmediate(() => {
    order.push('immediate');
    console.log(`timer before immediate: ${order.indexOf('timer') < order.indexOf('immediate')}`);
    fs.writeFileSync(file, 'text');
    console.log(`file: ${fs.readFileSync(file, 'utf8') === 'text' ? 'written and read' : 'lost'}`);
    fs.unlinkSync(file);
    spawn('cmd.exe', ['/d', '/c', 'exit 3']).on('exit', (code) => console.log(`child: exit ${code}`));
  });
});
