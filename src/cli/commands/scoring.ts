import type { CommandSpec } from '../command.js';

const DATA = ['text', 'json', 'csv'] as const;

type OptionRow = NonNullable<CommandSpec['options']>[number];
const SCOPES: OptionRow = ['--scope <scope>', 'all, a family, a principle or a code', 'repeatable'];
const SCOPE: OptionRow = ['--scope <scope>', 'all (default), a family, a principle or a code'];
const WEIGHT = 'weight of a part, family or code: transfer=5';
const OUT: OptionRow = [
  '--out <file>',
  'write .json, or .csv with metadata: figures, parameters, corpus lock, version',
];
/** What every figure can be made anew with. */
const SCORING: readonly OptionRow[] = [
  ['--as-of <date>', 'the law in force on this day (ISO 8601)'],
  ['--weight <name=number>', WEIGHT, 'repeatable'],
  ['--seed <n>', 'seed of the bootstrap (default 7)', 'number'],
  ['--draws <n>', 'bootstrap draws (default 100)', 'number'],
  OUT,
];

/** The commands that show figures: each can be made anew for a date and with other weights, and written out with its parts. */
export const scoringCommands: readonly CommandSpec[] = [
  {
    usage: 'score',
    summary: 'divergence with its parts, interval and coverage',
    formats: DATA,
    options: [
      ['--by <by>', 'pair (default), code or jurisdiction'],
      SCOPES,
      ['--side <side>', 'only pairs with this side; two or more: pairs among them', 'repeatable'],
      ['--between <sides>', 'instruments or jurisdictions (default)'],
      ...SCORING,
    ],
    examples: [
      'score --by pair',
      'score --by code --scope transfer --format csv',
      'score --as-of 2020-01-01 --weight transfer=5 --weight textual=0.2 --out divergence.json',
    ],
    load: async () => (await import('./score.js')).scoreCommand,
  },
  {
    usage: 'positions',
    summary: 'where each side stands on each code, with the provisions behind it',
    formats: DATA,
    options: [
      ['--side <side>', 'only this jurisdiction or instrument', 'repeatable'],
      ['--code <code>', 'only this code or family', 'repeatable'],
      ['--between <sides>', 'instruments or jurisdictions (default)'],
      ...SCORING,
    ],
    examples: ['positions --side archetype/adequacy', 'positions --code localization --as-of 2022-06-01 --format csv'],
    load: async () => (await import('./positions.js')).positionsCommand,
  },
  {
    usage: 'sensitivity',
    summary: 'pairs by divergence with the stability of their ranks; what cannot be told apart is a tie',
    formats: DATA,
    options: [
      SCOPE,
      ['--vary <what>', 'weights (default: words, coding and weights) or words (words and coding only)'],
      ['--between <sides>', 'instruments or jurisdictions (default)'],
      ...SCORING,
    ],
    examples: ['sensitivity', 'sensitivity --vary words --scope remedies --format csv'],
    load: async () => (await import('./sensitivity.js')).sensitivityCommand,
  },
  {
    usage: 'regimes',
    summary: 'which archetype each side follows and how purely; clusters; a map in two dimensions',
    formats: DATA,
    options: [
      ['--by <by>', 'archetype (default), cluster or map'],
      SCOPE,
      ['--side <side>', 'only this side', 'repeatable'],
      ['--between <sides>', 'instruments or jurisdictions (default)'],
      ...SCORING,
    ],
    examples: ['regimes', 'regimes --by map --scope transfer --format csv'],
    load: async () => (await import('./regimes.js')).regimesCommand,
  },
  {
    usage: 'gaps <side>',
    summary: 'what a benchmark has that a law lacks, has softer or stricter, and what would close most',
    formats: DATA,
    options: [['--against <benchmark>', 'an instrument, an archetype or a jurisdiction'], SCOPE, ...SCORING],
    examples: [
      'gaps archetype/consent --against archetype/adequacy',
      'gaps SG --against eu/gdpr-2016-679 --scope remedies --format csv',
    ],
    load: async () => (await import('./gaps.js')).gapsCommand,
  },
  {
    usage: 'timeline [sides...]',
    summary: 'mean divergence of a group by year, with intervals and the trend',
    formats: DATA,
    options: [
      ['--treaties', 'all agreements with coded provisions, instead of named sides'],
      ['--from <year>', 'first year (default 1990)', 'number'],
      ['--to <year>', 'last year (default 2016)', 'number'],
      SCOPE,
      ['--weight <name=number>', WEIGHT, 'repeatable'],
      ['--seed <n>', 'seed of the bootstrap (default 7)', 'number'],
      ['--draws <n>', 'bootstrap draws (default 100)', 'number'],
      OUT,
    ],
    examples: ['timeline --treaties --from 2000', 'timeline EU SG KR JP --from 2000 --to 2025 --scope transfer'],
    load: async () => (await import('./timeline.js')).timelineCommand,
  },
  {
    usage: 'tensions',
    summary: 'commitments and laws that pull apart',
    formats: DATA,
    options: [
      ['--party <code>', 'only tensions that touch this jurisdiction'],
      ['--type <type>', 'only this type', 'repeatable'],
      ['--matrix', 'who pulls against whom, how often and how hard'],
      ['--limit <n>', 'at most so many (default 50)', 'number'],
      ['--as-of <date>', 'the law in force on this day (ISO 8601)'],
      OUT,
    ],
    examples: ['tensions', 'tensions --party XD --format json', 'tensions --matrix --format csv'],
    load: async () => (await import('./tensions.js')).tensionsCommand,
  },
];
