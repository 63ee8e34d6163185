import assert from 'node:assert';
import { z } from 'zod';

const User = z.object({
  name: z.string().min(1),
  email: z.email(),
  age: z.coerce.number().int().optional(),
  tags: z.array(z.union([z.string(), z.literal(0)])).default([]),
});
assert.deepStrictEqual(User.parse({ name: 'a', email: 'a@b.co', age: '7' }), { name: 'a', email: 'a@b.co', age: 7, tags: [] });
const wrong = User.safeParse({ name: '', email: 'x', tags: [1] });
assert.strictEqual(wrong.success, false);
assert.deepStrictEqual(wrong.error.issues.map((issue) => issue.path.join('.')), ['name', 'email', 'tags.0']);
const Shape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('circle'), r: z.number() }),
  z.object({ kind: z.literal('square'), side: z.number() }).transform(({ side }) => side * side),
]);
assert.strictEqual(Shape.parse({ kind: 'square', side: 3 }), 9);
assert.strictEqual(await z.string().refine(async (text) => text === 'ok').parseAsync('ok'), 'ok');
