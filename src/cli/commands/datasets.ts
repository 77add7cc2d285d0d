import type { CommandSpec } from '../command.js';

const DATA = ['text', 'json', 'csv'] as const;
/** The formats of `exportAs`, named here so that help needs not load the rooms; a test holds the two together. */
const EXPORTS = [
  ...[
    'csv',
    'xlsx',
    'jsonl',
    'ndjson',
    'parquet',
    'webannotation',
    'akn',
    'xmi',
    'brat',
    'labelstudio',
    'doccano',
    'conll',
    'tei',
  ],
  ...['skos', 'csl', 'bibtex', 'pairs', 'alignments', 'divergence', 'card'],
];

const IMPORTS = ['csv', 'jsonl', 'webannotation', 'labelstudio', 'doccano', 'brat', 'xmi', 'conll', 'xlsx', 'parquet'];

const BOOTSTRAP = [
  ['--seed <n>', 'seed of the bootstrap (default 7)', 'number'],
  ['--draws <n>', 'resamples for the intervals (default 1000; 0 leaves them out)', 'number'],
] as const;

/** Annotated datasets out and in, and how good they are. */
export const datasetCommands: readonly CommandSpec[] = [
  {
    usage: 'export',
    summary: 'annotated datasets for other tools',
    formats: EXPORTS,
    options: [
      ['--out <path>', 'a file, or a folder, which gets the data card too (default: stdout)'],
      [
        '--instrument <id>',
        'only this instrument; pairs and figures with it on either side (of several named: on both)',
        'repeatable',
      ],
      [
        '--code <code>',
        'only this code or family; alignments with a provision that carries it, figures that measure it',
        'repeatable',
      ],
      ['--jurisdiction <code>', 'only this jurisdiction; pairs and figures as with --instrument', 'repeatable'],
      [
        '--annotator <name>',
        'only what this annotator coded; alignments with a provision that carries such a coding',
        'repeatable',
      ],
      [
        '--partition-by <what>',
        'parquet: a folder for each jurisdiction, code, kind, language or year, as Hive has them',
      ],
      ['--url <url>', 'data card: where the dataset is to be found, by preference a DOI'],
      ['--licence <url>', 'data card: the licence under which you give the annotations'],
      ['--creator <name>', 'data card: whom to cite (default: the people who coded)', 'repeatable'],
      ['--published <day>', 'data card: the day of publication (default: today)'],
      ['--text <policy>', 'words of the law: licensed (the default: where the licence lets them), always or never'],
      [
        '--no-text',
        'leave the words out everywhere: offsets and sha256 of the words stay, by which import joins them again',
      ],
    ],
    examples: [
      'export --format jsonl --out annotations.jsonl',
      'export --format parquet --partition-by jurisdiction --out my-dataset/',
      'export --format xmi --code transfer --out inception/',
      'export --out my-dataset/ --url https://doi.org/10.5281/zenodo.1 --licence https://creativecommons.org/licenses/by/4.0/ --creator "Ada Lovelace"',
      'export --format ndjson --no-text | head',
    ],
    load: async () => (await import('./export.js')).exportCommand,
  },
  {
    usage: 'import [file]',
    summary: "a person's coding in, anchored by quote and place; it wins over the machine's",
    formats: IMPORTS,
    options: [
      ['--annotator <name>', 'who coded it (default: human:import)'],
      ['--rejected <file>', 'write the lines that were not taken, or were moved, to this CSV'],
      ['--undo', 'take the last import back'],
      ['--list', 'the imports that can be taken back, latest last'],
    ],
    examples: [
      'import my-coding.csv --annotator human:ada --rejected left-over.csv',
      'import inception/ --format xmi --annotator human:ben',
      'import --undo',
    ],
    load: async () => (await import('./import.js')).importCommand,
  },
  {
    usage: 'sample',
    summary: 'draw articles for people to code: a task package for INCEpTION, Label Studio, doccano and spreadsheets',
    options: [
      ['--for-coding', 'write tasks for coders'],
      ['--n <n>', 'how many articles (default 200)', 'number'],
      [
        '--strategy <how>',
        'random (default), uncertain: where the machine is least sure, or stratified: by language and family',
      ],
      ['--seed <n>', 'seed of the draw (default 7)', 'number'],
      ['--out <dir>', 'a new folder (default: coding-tasks)'],
      ['--instrument <id>', 'only from this instrument', 'repeatable'],
      ['--jurisdiction <code>', 'only from this jurisdiction', 'repeatable'],
      ['--guidelines <file>', 'guidelines of your own, in Markdown'],
      ['--text <policy>', 'licensed (the default) or always: articles whose licence holds their words back too'],
    ],
    examples: ['sample --for-coding --n 200 --strategy stratified --seed 7 --out tasks'],
    load: async () => (await import('./sample.js')).sampleCommand,
  },
  {
    usage: 'evaluate',
    summary:
      "precision, recall and F1 of the study's codes against gold, with intervals, confusions and the worst errors",
    formats: DATA,
    options: [
      ['--gold <path>', 'gold CSV file or folder (default: the gold of this package)'],
      ['--compare <dir>', 'another study, whose codes stood before: what has changed, and whether that is sure'],
      ['--list <what>', 'errors or confusions, all of them'],
      ...BOOTSTRAP,
    ],
    examples: [
      'evaluate',
      'evaluate --gold my-gold.csv --format json',
      'evaluate --list errors --format csv',
      'evaluate --study new --compare old',
    ],
    load: async () => (await import('./evaluate.js')).evaluateCommand,
  },
  {
    usage: 'agreement <codings...>',
    summary: "agreement of two coders or more, by code and instrument: Krippendorff's alpha, kappas, F1 over words",
    formats: DATA,
    options: [
      ['--codings <format>', `format of the files: ${IMPORTS.join(', ')} (default: by their ending)`],
      ['--disagreements', 'list where they disagree, all of it'],
      ...BOOTSTRAP,
    ],
    examples: ['agreement coder-a.csv coder-b.csv', 'agreement a.csv b.csv c.csv --disagreements --format csv'],
    load: async () => (await import('./agreement.js')).agreementCommand,
  },
  {
    usage: 'adjudicate <codings...>',
    summary: 'walk through what coders disagree on and write gold: who decided what, resumable',
    options: [
      ['--out <file>', 'gold CSV to write, or to go on with'],
      ['--adjudicator <name>', 'who decides: human:your-name'],
      ['--codings <format>', `format of the files: ${IMPORTS.join(', ')} (default: by their ending)`],
    ],
    examples: ['adjudicate coder-a.csv coder-b.csv --out gold.csv --adjudicator human:ada'],
    load: async () => (await import('./adjudicate.js')).adjudicateCommand,
  },
];
