import type { OptionsView } from '../../facts/facts.js';
import { inventedName, inventedShape } from '../../policy/index.js';
import type { Interval } from '../../versions/range.js';
import type { Node } from '../../dataflow/syntax/nodes.js';
import type { Alternative, ObjectState } from '../../dataflow/model/object-state.js';
import type { ListReading } from '../shared/file-view.js';
import { layeredView, type Layer } from '../shared/layered-view.js';
import { CALL_OPTIONS, FIELDS, OVERWRITTEN, RESPONSES_MODELS, RESPONSES_OPTIONS, SINCE } from './tables.js';
import type { Made, Model, ApiGraph, Use } from './api-graph.js';
import { isBuiltIn, toolsOf } from './tools.js';

/** Does a model choose Responses? For `maybe` the place that decides it, which cannot be read. */
export type Choice = { readonly answer: 'yes' | 'no' } | { readonly answer: 'maybe'; readonly because: Node };

const NO: Choice = { answer: 'no' };
const YES: Choice = { answer: 'yes' };

/** What the constructor alone says, and what is bound or given to calls. */
export function choiceOf({ made, uses }: Model, things: ApiGraph): Choice {
  const { api } = made.entry;
  if (api !== 'auto') return api === '/responses' ? YES : NO;
  const known = things.isSince(SINCE.responses, made);
  if (known === 'none') return NO;
  const choices = [
    fieldChoice(made, things),
    nameChoice(made, things),
    uses.some((use) => choosesResponses(use, things)) ? YES : NO,
  ];
  const isChosen = choices.some(({ answer }) => answer === 'yes');
  if (isChosen) return known === 'all' ? YES : { answer: 'maybe', because: made.node };
  return choices.find(({ answer }) => answer === 'maybe') ?? NO;
}

/** Do the options of a call, or of a derived model, make it choose Responses? */
export function choosesResponses(use: Use, things: ApiGraph): boolean {
  const { reader } = things.view;
  const isWritten = (...path: string[]) => reader.read(use.options, ...path).some(isGiven);
  return (
    RESPONSES_OPTIONS.some((name) => isWritten(name)) ||
    isWritten('reasoning', 'summary') ||
    toolsOf([use], things).elements.some(isBuiltIn)
  );
}

/** Is a key written, with anything but nothing? */
function isGiven(found: Alternative): boolean {
  if (found.kind === 'absent') return false;
  if (found.kind === 'unknown') return found.written !== undefined;
  return !isNothing(found);
}

function isNothing(found: Alternative): boolean {
  return (
    found.kind === 'absent' ||
    (found.kind === 'set' &&
      found.value.kind === 'constant' &&
      (found.value.value === null || found.value.value === undefined))
  );
}

/** `useResponsesApi: true`, `reasoning: { summary: 'auto' }` */
function fieldChoice(made: Made, things: ApiGraph): Choice {
  const { reader } = things.view;
  const switches = reader.read(made.fields, 'useResponsesApi');
  const isOn = (found: Alternative) =>
    found.kind === 'set' && found.value.kind === 'constant' && Boolean(found.value.value);
  if (switches.some(isOn)) return YES;
  const summaries = reader.read(made.fields, 'reasoning', 'summary');
  if (summaries.some(isGiven) && things.isSince(SINCE.summary, made) === 'all') return YES;
  const isOpen = (found: Alternative) =>
    found.kind === 'unknown' || (found.kind === 'set' && found.value.kind !== 'constant');
  const lost = [...switches.filter(isOpen), ...summaries.filter(({ kind }) => kind === 'unknown')];
  return lost.length > 0 ? { answer: 'maybe', because: lost[0]!.node! } : NO;
}

/** Newer versions choose by the model's name. A name that cannot be read counts as none of those. */
function nameChoice(made: Made, things: ApiGraph): Choice {
  const names = modelView(made, things).read('model');
  let choice = NO;
  for (const name of names) {
    if (name.kind !== 'set' || name.value.kind !== 'constant') continue;
    const text = String(name.value.value);
    const answers = RESPONSES_MODELS.filter(([part]) => text.includes(part)).map(([, since]) =>
      things.isSince(since, made),
    );
    if (answers.includes('all')) return YES;
    if (answers.includes('some')) choice = { answer: 'maybe', because: name.node };
  }
  return choice;
}

function modelView(made: Made, things: ApiGraph): OptionsView {
  return layeredView(modelLayers(made), things.view.reader);
}

/** The model by default, by its older name, by its name, and beside the fields. */
function modelLayers({ entry, fields, named, node, frame }: Made): readonly Layer[] {
  const given = (value: string, at: Node): Layer => ({ bags: [givenBag('model', value, at, frame)] });
  return [
    ...(entry.model === undefined ? [] : [given(entry.model, node)]),
    { bags: fields, names: { model: 'modelName' }, isOwn },
    ...(named ? [given(named.model, named.node)] : []),
    { bags: fields, names: { model: 'model' }, isOwn },
  ];
}

function givenBag(key: string, value: string, node: Node, frame: Made['frame']): ObjectState {
  return { parts: [{ kind: 'given', keys: [key], value, node, frame }], literal: null, node };
}

/** What a model sends to an endpoint, in the API's own names. */
export function bodyOf(model: Model, path: string, things: ApiGraph): OptionsView {
  const { made, uses } = model;
  const { reader } = things.view;
  const tools = (): ListReading => toolsOf(uses, things);
  const isResponses = path === '/responses';
  const hasSwitch = things.isSince(SINCE.zdrEnabled, made);
  const isSwitched = isResponses && hasSwitch !== 'none';
  const cached = cacheNames(made, things);
  const layers: readonly Layer[] = [
    ...modelLayers(made),
    {
      bags: made.fields,
      names: { ...FIELDS, ...cached },
      isOwn,
      ...(isSwitched ? { isHome: true, switches: { store: zdrEnabled(hasSwitch === 'some') } } : {}),
    },
    {
      bags: made.fields,
      under: ['modelKwargs'],
      unsent: path === '/chat/completions' ? overwritten(made, things) : [],
      ...(isSwitched ? {} : { isHome: true }),
    },
    // What both say, `modelKwargs` decides; it hardly ever says what calls do, and must not hide it where it is not read.
    ...uses.map((use) => ({ bags: use.options, names: { ...CALL_OPTIONS, ...cached }, isOwn })),
  ];
  return layeredView(layers, reader, { tools });
}

/** Fields and options are for LangChain too: of those that are not sent, only what poses as a privacy switch counts. */
function isOwn(key: string): boolean {
  return key === 'zdrEnabled' || !(inventedName(key, 'body') !== undefined || inventedShape(key, 'body'));
}

function zdrEnabled(isUncertain: boolean) {
  return { name: 'zdrEnabled', sends: false, ...(isUncertain ? { isUncertain } : {}) } as const;
}

/** Where only some of the versions that may run send a key, nothing is said of it. */
function overwritten(made: Made, things: ApiGraph): readonly string[] {
  const isIn = ([, interval]: readonly [string, Interval]) => things.isWithin(interval, made) !== 'none';
  return Object.entries(OVERWRITTEN)
    .filter(isIn)
    .map(([key]) => key);
}

function cacheNames(made: Made, things: ApiGraph): Readonly<Record<string, string>> {
  return {
    ...(things.isSince(SINCE.promptCacheRetention, made) === 'all'
      ? { prompt_cache_key: 'promptCacheKey', prompt_cache_retention: 'promptCacheRetention' }
      : {}),
    ...(things.isSince(SINCE.promptCacheOptions, made) === 'all'
      ? { prompt_cache_options: 'promptCacheOptions' }
      : {}),
  };
}
