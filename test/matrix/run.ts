import vm from 'node:vm';
import ts from 'typescript';
import { fakesOf, render, type Sent } from './fakes.js';
import { mainOf, programOf, type Side } from './programs.js';
import type { Kind, Way } from './way.js';

type Exports = Record<string, unknown>;

interface Module {
  exports: unknown;
  /** What an asynchronous module waits for. */
  done: unknown;
}

/** What a program finds in the global scope besides the language's own. */
const GLOBALS = [
  'CustomEvent',
  'EventTarget',
  'Request',
  'URL',
  'URLSearchParams',
  'process',
  'queueMicrotask',
  'setImmediate',
  'setTimeout',
  'structuredClone',
];

const silent = { log() {} };
/** The global scope of all programs, which are run one after the other. */
const scope: Exports = { console: silent };
for (const name of GLOBALS) scope[name] = (globalThis as Exports)[name];
vm.createContext(scope);
Object.assign(scope, { global: vm.runInContext('globalThis', scope) });

/** Runs a program of a way with packages that only write down what they are handed. Returns what was sent. */
export async function sentBy(way: Way, kind: Kind, side: Side): Promise<readonly Sent[]> {
  const sent: Sent[] = [];
  const fakes = fakesOf(sent);
  vm.runInContext('delete globalThis.heldItem', scope);
  const { files } = programOf(way, kind, side);
  const { load, require } = loaderOf(files, fakes.packages);
  Object.assign(scope, fakes.globals, { require });
  const main = load(mainOf(way));
  await main.done;
  const exports = main.exports as Exports;
  if (way.run) await vm.runInContext(way.run, Object.assign(scope, { main: exports }));
  else if (typeof exports.run === 'function') await exports.run();
  if (typeof exports.App === 'function') render(exports.App);
  await fakes.start();
  // What a program starts without waiting for it.
  await new Promise((resolve) => setImmediate(resolve));
  return sent;
}

function loaderOf(files: Readonly<Record<string, string>>, packages: (specifier: string) => unknown) {
  const loaded = new Map<string, Module>();

  function load(name: string): Module {
    let module = loaded.get(name);
    if (module) return module;
    loaded.set(name, (module = { exports: {}, done: undefined }));
    if (name.endsWith('.json')) module.exports = JSON.parse(files[name]!);
    else {
      const run = vm.runInContext(wrapped(files[name]!, name), scope, { filename: name });
      module.done = run.call(module.exports, module.exports, require, module);
    }
    return module;
  }

  function require(specifier: string): unknown {
    if (!specifier.startsWith('.')) return packages(specifier);
    const path = specifier.slice(2);
    const stem = (file: string) => file.replace(/\.\w+$/, '');
    const name =
      Object.keys(files).find((file) => file === path) ??
      Object.keys(files).find((file) => stem(file) === stem(path));
    if (!name) throw new Error(`no module ${specifier}`);
    return load(name).exports;
  }

  return { load, require };
}

/** A module as a function of what CommonJS hands it; asynchronous, so that it may wait at its top. */
function wrapped(text: string, name: string): string {
  const isScript = name.endsWith('.cjs');
  const code = isScript ? text : compiled(text, name);
  return `(${isScript ? '' : 'async '}function (exports, require, module) {${code}\n})`;
}

function compiled(text: string, name: string): string {
  return ts.transpileModule(text, {
    fileName: name,
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.CommonJS,
      esModuleInterop: true,
      jsx: ts.JsxEmit.React,
      jsxFactory: 'h',
      jsxFragmentFactory: 'Fragment',
      experimentalDecorators: /@In(?:ject|jectable)\(/.test(text),
    },
  }).outputText;
}
