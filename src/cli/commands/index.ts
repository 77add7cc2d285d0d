import type { CommandSpec } from '../command.js';

const DATA = ['text', 'json', 'csv'] as const;

export const commands: readonly CommandSpec[] = [
  {
    usage: 'run',
    summary: 'ingest, parse, annotate, align, score, index and report; redoes only what changed',
    options: [
      [
        '--corpus <dir>',
        'folder of laws (repeatable; default: LEXATLAS_CORPUS, else corpus/texts, else archetypes)',
        'repeatable',
      ],
      ['--codebook <file>', 'a codebook of your own'],
      ['--seed <n>', 'seed of the bootstrap (default 7)', 'number'],
      ['--draws <n>', 'bootstrap draws (default 100)', 'number'],
      ['--as-of <date>', 'the law in force on this day (ISO 8601)'],
      ['--no-report', 'skip the HTML report'],
    ],
    examples: ['run', 'run --corpus statutes/eu --corpus agreements --study my-study'],
    load: async () => (await import('./run.js')).runCommand,
  },
  {
    usage: 'ingest <files...>',
    summary: 'add files to the study: read, parse and code them',
    options: [
      ['--jurisdiction <code>', 'ISO 3166 code, where the file does not say'],
      ['--title <title>', 'title, where the file does not say'],
      ['--language <tag>', 'BCP 47 language tag'],
      ['--kind <kind>', 'statute, regulation, agreement, convention'],
    ],
    examples: ['ingest my-law.html --jurisdiction KE --title "Data Protection Act"'],
    load: async () => (await import('./ingest.js')).ingestCommand,
  },
  {
    usage: 'outline <instrument>',
    summary: "an instrument's or a file's provision tree: numbers, headings, spans, diagnostics",
    formats: DATA,
    examples: ['outline archetype/adequacy', 'outline my-law.pdf --format csv'],
    load: async () => (await import('./outline.js')).outlineCommand,
  },
  {
    usage: 'extract [instruments...]',
    summary: 'the coded provisions, a row for each provision and code',
    formats: ['text', 'csv', 'json', 'jsonl'],
    options: [['--code <code>', 'only this code or family', 'repeatable']],
    examples: ['extract archetype/adequacy --format csv', 'extract --code transfer --format jsonl'],
    load: async () => (await import('./extract.js')).extractCommand,
  },
  {
    usage: 'align [left] [right]',
    summary: 'comparable provisions of two instruments, or a concordance over all for one code',
    formats: DATA,
    options: [
      ['--code <code>', 'concordance over all instruments for this code'],
      ['--level <level>', 'basic (articles, the default) or smallest'],
    ],
    examples: ['align archetype/adequacy archetype/consent --format csv', 'align --code transfer.adequacy'],
    load: async () => (await import('./align.js')).alignCommand,
  },
  {
    usage: 'score',
    summary: 'divergence with its parts, interval and coverage',
    formats: DATA,
    options: [
      ['--by <by>', 'pair (default), code or jurisdiction'],
      ['--scope <scope>', 'all, a family, a principle or a code', 'repeatable'],
    ],
    examples: ['score --by pair', 'score --by code --scope transfer --format csv'],
    load: async () => (await import('./score.js')).scoreCommand,
  },
  {
    usage: 'tensions',
    summary: 'commitments and laws that pull apart',
    formats: DATA,
    options: [
      ['--party <code>', 'only tensions that touch this jurisdiction'],
      ['--limit <n>', 'at most so many (default 50)', 'number'],
    ],
    examples: ['tensions', 'tensions --party XD --format json'],
    load: async () => (await import('./tensions.js')).tensionsCommand,
  },
  {
    usage: 'search <query...>',
    summary: 'search provisions: words, "phrases", fields, citations',
    formats: DATA,
    options: [
      ['--jurisdiction <code>', 'only this jurisdiction', 'repeatable'],
      ['--code <code>', 'only provisions with this code or family', 'repeatable'],
      ['--kind <kind>', 'statute, regulation, agreement, convention, archetype', 'repeatable'],
      ['--year <years>', '2016, or 2010..2020'],
      ['--limit <n>', 'at most so many (default 10)', 'number'],
    ],
    examples: ['search "cross-border transfer" --limit 5', "search 'heading:consent withdraw*' --kind archetype"],
    load: async () => (await import('./search.js')).searchCommand,
  },
  {
    usage: 'show <citation...>',
    summary: 'a provision in its own words, its codes, its counterparts elsewhere',
    formats: ['text', 'json'],
    options: [['--why', 'the words and cues that decided each code']],
    examples: ["show 'archetype/adequacy 20(1)'", "show 'GDPR 46(2)(c)' --why"],
    load: async () => (await import('./show.js')).showCommand,
  },
  {
    usage: 'report',
    summary: 'write a report of the study',
    formats: ['html', 'md', 'csv', 'xlsx'],
    options: [
      ['--out <dir>', 'where to write it (default: reports/latest)'],
      ['--code <code>', 'only this code or family', 'repeatable'],
      ['--jurisdiction <code>', 'only this jurisdiction', 'repeatable'],
    ],
    examples: ['report', 'report --format md --code transfer --out my-report'],
    load: async () => (await import('./report.js')).reportCommand,
  },
  {
    usage: 'export',
    summary: 'annotated datasets for other tools',
    formats: ['csv', 'jsonl', 'webannotation', 'alignments', 'divergence'],
    options: [['--out <file>', 'write here instead of stdout']],
    examples: ['export --format jsonl --out annotations.jsonl'],
    load: async () => (await import('./export.js')).exportCommand,
  },
  {
    usage: 'completion <shell>',
    summary: 'a completion script for bash, zsh or fish',
    examples: ['completion bash >> ~/.bashrc'],
    load: async () => (await import('./completion.js')).completionCommand,
  },
  {
    usage: 'docs',
    summary: 'print the reference of all commands as Markdown (docs/cli.md is made with it)',
    examples: ['docs > docs/cli.md'],
    load: async () => (await import('./docs.js')).docsCommand,
  },
];
