// @ts-check
/**
 * Which folders may know which: everything below a folder in this list may be imported by it, nothing above or beside it.
 * Types count like values.
 */
const LAYERS = [
  ['src/index.ts', 'src/cli'],
  ['rules'],
  ['src/plugin'],
  ['src/analysis'],
  ['src/adapters', 'src/judgement'],
  ['src/facts'],
  ['src/settings'],
  ['src/recognition', 'src/versions'],
  ['src/languages'],
  ['src/policy', 'src/dataflow'],
  ['src/catalog'],
  ['src/util'],
];

const below = (/** @type {readonly string[]} */ paths) => `^(?:${paths.join('|')})(?:/|$)`;

const upward = LAYERS.slice(1).map((layer, i) => ({
  name: `${layer.join(', ')}: imports one way`,
  severity: 'error',
  from: { path: below(layer) },
  to: { path: below(LAYERS.slice(0, i + 1).flat()) },
}));

const beside = LAYERS.slice(1).flatMap((layer) =>
  layer.length === 1
    ? []
    : layer.map((folder) => ({
        name: `${folder}: knows nothing of its neighbour`,
        severity: 'error',
        from: { path: below([folder]) },
        to: { path: below(layer.filter((other) => other !== folder)) },
      })),
);

const forbidden = [
  { name: 'no circles', severity: 'error', from: {}, to: { circular: true } },
  ...upward,
  ...beside,
  {
    name: 'adapters find facts and judge nothing',
    severity: 'error',
    from: { path: '^src/(?:adapters|recognition)/' },
    to: { path: '^src/languages/javascript/edit/' },
  },
  {
    name: 'rules judge facts; how they are found is not their business',
    severity: 'error',
    from: { path: '^rules/' },
    to: { path: '^src/(?:adapters|recognition|analysis)/' },
  },
];

export default {
  forbidden,
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    includeOnly: '^(?:src|rules)/',
  },
};
