// Imports run one way, down this list: cli → render → report → (compare, check) → papers → (metrics, risk) → model.
// `read` is the only input side and stands beside the core: it may use the model and nothing that computes.
const layers = {
  model: [],
  metrics: ['model'],
  risk: ['model'],
  papers: ['model', 'metrics', 'risk'],
  compare: ['model', 'metrics', 'risk', 'papers'],
  check: ['model', 'metrics', 'risk', 'papers', 'compare'],
  read: ['model'],
  report: ['model', 'metrics', 'risk', 'papers', 'compare', 'check'],
  explain: ['model', 'metrics', 'risk', 'papers', 'compare', 'check', 'report'],
  render: ['model', 'compare', 'report'],
  cli: ['model', 'read', 'metrics', 'risk', 'papers', 'compare', 'check', 'report', 'explain', 'render'],
};
const CORE = '^src/(model|metrics|risk|papers|compare|check|report|explain)/';

const layerRules = Object.entries(layers).map(([layer, allowed]) => ({
  name: `layer-${layer}`,
  comment: `src/${layer} may import only ${[layer, ...allowed].join(', ')}: data flows one way.`,
  severity: 'error',
  from: { path: `^src/${layer}/` },
  to: { path: '^src/', pathNot: `^src/(${[layer, ...allowed].join('|')})/` },
}));

export default {
  forbidden: [
    ...layerRules,
    {
      name: 'core-is-pure',
      comment: 'The core computes: files, processes, network and operating system live at the edges.',
      severity: 'error',
      from: { path: CORE },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'core-is-light',
      comment: 'Browser, template engine, terminal and parsers belong to the edges.',
      severity: 'error',
      from: { path: CORE },
      to: { path: 'node_modules/(puppeteer|handlebars|commander|chalk|csv-parse|yaml|@sparticuz)' },
    },
    {
      name: 'no-circular',
      comment: 'A cycle has no order to read it in.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'Nothing uses it.',
      severity: 'error',
      from: { orphan: true, path: '^src/' },
      to: {},
    },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-dev-dependency-in-src',
      comment: 'What ships may not need a development dependency.',
      severity: 'error',
      from: { path: '^src/' },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: 'node_modules/@types/',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
