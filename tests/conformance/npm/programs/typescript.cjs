// tsc on a small project: one type error found, the rest emitted with its source map.
'use strict';
const assert = require('node:assert');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const ts = require('typescript');

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'typescript '));
fs.writeFileSync(path.join(folder, 'a.ts'), 'export enum Color { Red = 1, Green }\nexport const f = <T,>(x: T): T[] => [x];\n');
fs.writeFileSync(path.join(folder, 'b.ts'), "import { Color, f } from './a';\nconst n: string = f(5)[0];\nexport default Color.Green;\n");
const options = { outDir: path.join(folder, 'out'), module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2020, strict: true, sourceMap: true, types: [] };
const program = ts.createProgram([path.join(folder, 'b.ts')], options);
const { emitSkipped } = program.emit();
const problems = ts.getPreEmitDiagnostics(program).map((one) => [one.code, ts.flattenDiagnosticMessageText(one.messageText, '\n')]);
assert.deepStrictEqual(problems, [[2322, `Type 'number' is not assignable to type 'string'.`]]);
assert.strictEqual(emitSkipped, false);
assert.strictEqual(require(path.join(folder, 'out/b.js')).default, 2);
assert.strictEqual(JSON.parse(fs.readFileSync(path.join(folder, 'out/a.js.map'), 'utf8')).version, 3);
fs.rmSync(folder, { recursive: true });
