import type { Ways } from '../way.js';

/** One way for each way in which promises hand values on. */
export const promises: Ways = [
  { name: 'resolved promise', code: `USE(await Promise.resolve(VALUE));` },
  { name: 'then', code: `Promise.resolve(VALUE).then((item) => USE(item));` },
  { name: 'then that makes it', code: `const item = await Promise.resolve().then(() => VALUE);\nUSE(item);` },
  {
    name: 'then twice',
    code: `Promise.resolve(VALUE)\n  .then((item) => ({ item }))\n  .then(({ item }) => USE(item));`,
  },
  {
    name: 'then of an async function',
    code: `const make = async () => VALUE;\nmake().then((item) => USE(item));`,
  },
  { name: 'catch', code: `Promise.reject(VALUE).catch((item) => USE(item));` },
  {
    name: 'catch that makes it',
    code: `const item = await Promise.reject(new Error('none')).catch(() => VALUE);\nUSE(item);`,
  },
  { name: 'second callback of then', code: `Promise.reject(VALUE).then(undefined, (item) => USE(item));` },
  {
    name: 'finally of a promise',
    code: `const item = await Promise.resolve(VALUE).finally(() => console.log('done'));\nUSE(item);`,
  },
  { name: 'all', code: `const [item] = await Promise.all([VALUE]);\nUSE(item);` },
  {
    name: 'all of promises',
    code: `const make = async () => VALUE;\nconst [item] = await Promise.all([make(), make()]);\nUSE(item);`,
  },
  {
    name: 'all that is mapped',
    code: `const items = await Promise.all(['item'].map(async () => VALUE));\nUSE(items[0]!);`,
  },
  {
    name: 'all settled',
    code: `const [settled] = await Promise.allSettled([VALUE]);\nif (settled.status === 'fulfilled') USE(settled.value);`,
  },
  { name: 'race', code: `const item = await Promise.race([VALUE]);\nUSE(item);` },
  { name: 'any', code: `const item = await Promise.any([VALUE]);\nUSE(item);` },
  { name: 'executor', code: `const item = await new Promise<any>((resolve) => resolve(VALUE));\nUSE(item);` },
  {
    name: 'executor that waits',
    code: `const item = await new Promise<any>((resolve) => {\n  setTimeout(() => resolve(VALUE), 1);\n});\nUSE(item);`,
  },
  {
    name: 'rejection by an executor',
    code: `try {\n  await new Promise((_, reject) => reject(VALUE));\n} catch (item: any) {\n  USE(item);\n}`,
  },
  {
    name: 'with resolvers',
    code: `const { promise, resolve } = Promise.withResolvers<any>();\nresolve(VALUE);\nUSE(await promise);`,
    notRun: 'Node 20 has no such function.',
  },
  {
    name: 'executor whose function is kept',
    code: `let done: (item: any) => void = () => {};\nconst held = new Promise<any>((resolve) => {\n  done = resolve;\n});\ndone(VALUE);\nUSE(await held);`,
  },
  {
    name: 'async function with a block',
    code: `async function make() {\n  await Promise.resolve();\n  return VALUE;\n}\nconst item = await make();\nUSE(item);`,
  },
  {
    name: 'promise in a variable',
    code: `let held: Promise<any> | undefined;\nconst get = () => (held ??= Promise.resolve(VALUE));\nUSE(await get());`,
  },
  {
    name: 'async function called where it stands',
    code: `(async () => {\n  const item = VALUE;\n  await USE(item);\n})();`,
  },
  {
    name: 'thenable',
    code: `const later = {\n  then(resolve: (item: any) => void) {\n    resolve(VALUE);\n  },\n};\nUSE(await later);`,
  },
  { name: 'timer', code: `const item = VALUE;\nsetImmediate(() => USE(item));` },
  { name: 'argument of a timer', code: `setImmediate((item: any) => USE(item), VALUE);` },
  { name: 'microtask', code: `const item = VALUE;\nqueueMicrotask(() => USE(item));` },
];
