/** Runs a program and reads it, and says where what came out is not among what was read. */
import { Script } from 'node:vm';
import { optionsView } from '../../src/adapters/shared/file-view.js';
import { parseFile } from '../../src/languages/javascript/parse/parse.js';
import type { Alternative, Reading } from '../../src/dataflow/model/object-state.js';
import { callingContexts } from '../../src/dataflow/control/call-graph.js';
import { ObjectReader } from '../../src/dataflow/objects/object-reader.js';
import { DataflowEvaluator } from '../../src/dataflow/evaluate/evaluator.js';
import { SourceModule } from '../../src/dataflow/syntax/source-module.js';
import { paths } from './programs.js';

/** For one call of `inspect` and one path of keys. */
export interface Comparison {
  readonly send: number;
  readonly path: string;
  readonly reading: Reading;
  /** The values that came out, over all runs. */
  readonly seen: readonly unknown[];
  /** Values that no alternative allows. */
  readonly missed: readonly unknown[];
}

/** Every combination of the free inputs. */
const runs = [0, 1, 2].flatMap((s) =>
  [true, false].flatMap((p) =>
    [true, false].flatMap((q) => [true, false].map((isRisky) => ({ flags: { p, q, s }, isRisky }))),
  ),
);

type Run = (flags: object, send: (id: number, value: unknown) => void, risky: () => void) => void;

/** What reached each `inspect`, by its number and path. */
export function happened(
  plain: string,
  deepPaths: readonly string[] = [],
): ReadonlyMap<string, ReadonlySet<unknown>> {
  const program = new Script(
    `(function (flags, inspect, risky) { 'use strict';\n${plain}\n})`,
  ).runInThisContext() as Run;
  const found = new Map<string, Set<unknown>>();
  const inspect = (id: number, value: unknown) => {
    for (const path of paths) {
      const key = `${id} ${path.join('.')}`;
      const values = found.get(key) ?? new Set();
      values.add(at(value, path));
      found.set(key, values);
    }
    for (const path of deepPaths) {
      const key = `${id} ${path}`;
      found.set(key, new Set([...(found.get(key) ?? []), ...elementsAt(value, path)]));
    }
  };
  for (const { flags, isRisky } of runs) {
    try {
      program(flags, inspect, () => {
        if (isRisky) throw new Error('risky');
      });
    } catch {
      // A program that writes to a frozen object or to a member of nothing ends; what it sent before counts.
    }
  }
  return found;
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, name) => (inner as Record<string, unknown> | null | undefined)?.[name],
    value,
  );
}

/** What the elements of a list have at a path; those that have nothing there say nothing. */
function elementsAt(value: unknown, path: string): unknown[] {
  const [list = '', key = ''] = path.split('[*].');
  const elements = at(value, list.split('.'));
  if (!Array.isArray(elements)) return [];
  return elements.map((element) => at(element, [key])).filter((found) => found !== undefined);
}

/** What is read at each `inspect`, by its number and path. */
export function read(typed: string, deepPaths: readonly string[] = []): ReadonlyMap<string, Reading> {
  const parsed = parseFile(typed, 'program.ts');
  if (!parsed.ok) throw new Error(`${parsed.message} at ${parsed.line}\n${typed}`);
  const { ast, scopeManager, visitorKeys } = parsed;
  const unit = new SourceModule({ filename: 'program.ts', text: typed, ast, scopeManager, visitorKeys });
  const tracker = new DataflowEvaluator();
  const reader = new ObjectReader(tracker);
  const found = new Map<string, Reading>();
  for (const call of unit.calls) {
    if (call.callee.type !== 'Identifier' || call.callee.name !== 'inspect') continue;
    const [id, value] = call.arguments;
    if (id?.type !== 'Literal' || !value) continue;
    const frames = callingContexts(unit, tracker, (frame) => {
      for (const path of paths) reader.read(reader.bags(value, frame), ...path);
    });
    for (const path of paths) {
      const key = `${id.value} ${path.join('.')}`;
      found.set(
        key,
        frames.flatMap((frame) => reader.read(reader.bags(value, frame), ...path)),
      );
    }
    const views = frames.map((frame) => optionsView(reader.bags(value, frame), reader));
    for (const path of deepPaths) {
      found.set(
        `${id.value} ${path}`,
        views.flatMap((view) => view.readDeep(path)),
      );
    }
  }
  return found;
}

/** @param deepPaths paths through lists, such as `l[*].a` */
export function compare(
  program: { readonly typed: string; readonly plain: string },
  deepPaths: readonly string[] = [],
): Comparison[] {
  const readings = read(program.typed, deepPaths);
  return [...happened(program.plain, deepPaths)].map(([key, seen]) => {
    const [send, path] = key.split(' ') as [string, string];
    const reading = readings.get(key) ?? [];
    const missed = [...seen].filter((value) => !reading.some((alternative) => allows(alternative, value)));
    return { send: Number(send), path, reading, seen: [...seen], missed };
  });
}

/** Can the value be what an alternative speaks of? */
export function allows(alternative: Alternative, value: unknown): boolean {
  if (alternative.kind === 'unknown') return true;
  if (alternative.kind === 'absent') return value === undefined;
  const { value: read } = alternative;
  switch (read.kind) {
    case 'constant':
      return Object.is(read.value, value);
    case 'object':
    case 'instance':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'array':
      return Array.isArray(value);
    case 'function':
    case 'class':
      return typeof value === 'function';
    case 'text':
      return typeof value === 'string';
    default:
      return true;
  }
}

export function described(alternative: Alternative): string {
  if (alternative.kind === 'unknown') return `unknown: ${alternative.reason}`;
  if (alternative.kind === 'absent') return 'absent';
  const { value } = alternative;
  return value.kind === 'constant' ? `set ${String(value.value)}` : `set (${value.kind})`;
}

export function explained({ send, path, reading, missed }: Comparison): string {
  return `send(${send}) ${path}: came out as ${missed.map(String).join(', ')}, read as ${reading.map(described).join(' or ')}`;
}
