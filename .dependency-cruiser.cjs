/**
 * Who may import whom (DESIGN, 'Who may import whom'). Each rule says why it is there; test/layers plants a
 * violation of each and proves that the rule fires.
 * @type {import('dependency-cruiser').IConfiguration}
 */
const STAGES = 'ingest|parse|annotate|align|score|search|report|publish';
const OUTSIDE = 'cli|serve|store|corpus';
const IMPURE_MODULES =
  'fs|child_process|cluster|dgram|dns|http|http2|https|inspector|net|os|process|readline|repl|timers|tls|worker_threads';

/** Each third-party package and the one room that may know it; a package missing here may be imported by no room. */
const ROOM_OF_PACKAGE = {
  '@fastify/rate-limit': 'serve',
  '@fastify/static': 'serve',
  '@fastify/swagger': 'serve',
  bullmq: 'cli', // The queue of `run --queue` and `worker`, beside piscina: a crew is the command's affair.
  chardet: 'ingest',
  cheerio: 'ingest',
  htmlparser2: 'ingest',
  'cli-progress': 'cli',
  commander: 'cli',
  compromise: 'annotate',
  'csv-parse': 'publish',
  'csv-stringify': 'publish',
  '@napi-rs/canvas': 'report',
  '@opensearch-project/opensearch': 'store',
  'd3-geo': 'report',
  'd3-scale': 'report',
  docx: 'report',
  exceljs: 'text', // One reader and writer of workbooks: report's tables, publish's datasets and what coders hand in.
  'topojson-client': 'report',
  'topojson-specification': 'report',
  fastify: 'serve',
  hyparquet: 'publish',
  'hyparquet-writer': 'publish',
  franc: 'ingest',
  'i18n-iso-countries': 'ingest|report', // One table of country codes for reading them and for naming them on the map.
  'iconv-lite': 'ingest',
  ioredis: 'cli',
  jszip: 'ingest',
  'jsonc-parser': 'codebook',
  lunr: 'search',
  mammoth: 'ingest',
  'ml-hclust': 'score',
  'ml-matrix': 'score',
  munkres: 'align',
  natural: 'text|annotate', // DESIGN: natural in text and the classifier.
  'pdf-parse': 'ingest',
  pdfkit: 'report',
  'pdfjs-dist': 'ingest',
  piscina: 'cli',
  'pure-rand': 'text',
  'rtf-stream-parser': 'ingest',
  saxes: 'publish',
  'simple-statistics': 'score',
  'better-sqlite3': 'store',
  'node-sqlite3-wasm': 'store',
  undici: 'corpus',
  yauzl: 'ingest',
  zod: 'codebook',
};

const inModules = (names) => `(^|/)node_modules/(@types/)?(${names.map((n) => n.replace('/', '\\/')).join('|')})(/|$)`;

const onePackageOneRoom = Object.entries(ROOM_OF_PACKAGE).map(([name, room]) => ({
  name: `5-one-package-one-room-${name}`,
  severity: 'error',
  comment: `${name} is known in src/${room} alone: whoever replaces it must read one room, not the house.`,
  from: { path: '^src/', pathNot: `^src/(${room})/` },
  to: { path: inModules([name]) },
}));

module.exports = {
  forbidden: [
    {
      name: '1-model-imports-nothing',
      severity: 'error',
      comment: 'The nouns are the contract of every room: if they leaned on a room, every room would lean on it.',
      from: { path: '^src/model/' },
      to: { pathNot: '^src/model/' },
    },
    {
      name: '1-text-and-codebook-import-model',
      severity: 'error',
      comment:
        'Every stage uses these two, so they may know the nouns only; a stage behind them would be a hidden cycle.',
      from: { path: '^src/(text|codebook)/' },
      to: { path: '^src/', pathNot: ['^src/model/', '^src/$1/'] },
    },
    {
      name: '2-a-stage-never-imports-another-stage',
      severity: 'error',
      comment: 'Stages meet in values only, so that each can be replaced, tested and cached without the others.',
      from: { path: `^src/(${STAGES})/` },
      to: { path: '^src/', pathNot: ['^src/(model|text|codebook)/', '^src/$1/'] },
    },
    {
      name: '3-pipeline-composes-stages',
      severity: 'error',
      comment: 'The pipeline is the table of contents of the pure chain; disk and terminal reach it as arguments.',
      from: { path: '^src/pipeline/' },
      to: { path: '^src/', pathNot: [`^src/(pipeline|model|text|codebook)/`, `^src/(${STAGES})/index\\.ts$`] },
    },
    {
      name: '3-store-and-corpus-import-model',
      severity: 'error',
      comment: 'Those who touch disk and network know what they keep, not how it came to be.',
      from: { path: '^src/(store|corpus)/' },
      to: { path: '^src/', pathNot: ['^src/(model|text)/', '^src/$1/'] },
    },
    {
      name: '3-cli-and-serve-stand-on-four-rooms',
      severity: 'error',
      comment: 'Both show what the pipeline made: a command that calls a stage itself would be a second pipeline.',
      from: { path: '^src/(cli|serve)/' },
      to: {
        path: '^src/',
        pathNot: ['^src/(model|text)/', '^src/(pipeline|store|corpus|search|serve)/index\\.ts$', '^src/$1/'],
      },
    },
    {
      name: '3-explorer-imports-types-only',
      severity: 'error',
      comment: 'The browser app reads JSON: of the house it may know the shape of that JSON and nothing that runs.',
      from: { path: '^src/explorer/' },
      to: { path: '^src/', pathNot: ['^src/(model|explorer)/'] },
    },
    {
      name: '3-a-room-is-entered-by-its-index',
      severity: 'error',
      comment: 'A room shows one verb in index.ts; what stands behind it can change without asking the neighbours.',
      from: { path: '^src/([^/]+)/' },
      to: { path: '^src/[^/]+/', pathNot: ['^src/$1/', '^src/text/', '^src/[^/]+/index\\.ts$'] },
    },
    {
      name: '4-pure-rooms-touch-nothing-outside',
      severity: 'error',
      comment: 'Same corpus, codebook and seed give the same bytes only if no stage reads a disk, a socket or a clock.',
      from: { path: '^src/', pathNot: `^src/(${OUTSIDE})/` },
      to: { path: `^(node:)?(${IMPURE_MODULES})(/|$)`, dependencyTypes: ['core'] },
    },
    ...onePackageOneRoom,
    {
      name: '5-a-package-needs-a-room',
      severity: 'error',
      comment: 'A package that no room was given (see ROOM_OF_PACKAGE) is a decision nobody took.',
      from: { path: '^src/' },
      to: { path: '(^|/)node_modules/', pathNot: inModules([...Object.keys(ROOM_OF_PACKAGE), 'node']) },
    },
    {
      name: 'no-cycle',
      severity: 'error',
      comment: 'Two files that need each other to load are one file cut badly.',
      from: { path: '^src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-dead-import',
      severity: 'error',
      comment: 'An import that resolves to nothing escapes every rule above.',
      from: { path: '^src/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
    exoticRequireStrings: ['require'],
  },
};
