import type { CommandSpec } from '../command.js';

const DATA = ['text', 'json', 'csv'] as const;

/** Commands that compare texts word by word: lineage, diff, carrying over. */
export const textCommands: readonly CommandSpec[] = [
  {
    usage: 'lineage [citation...]',
    summary:
      'which earlier text an article copies, its near copies, and how far the clause spread by year; or all families of clauses',
    formats: DATA,
    options: [
      ['--threshold <t>', 'least character 5-gram Jaccard of one family (default 0.4)'],
      ['--families', 'in the place of a citation: the families of all clauses, the most spread first'],
      ['--code <code>', 'with --families: clauses that carry this code'],
      ['--language <tag>', 'with --families: the language of the texts (default en)'],
      ['--limit <n>', 'with --families: how many families (default 20; csv and json list all)', 'number'],
    ],
    examples: [
      'lineage archetype/free-flow 2',
      "lineage 'tota/449 14.11' --format csv",
      'lineage --families --code transfer.free-flow',
    ],
    load: async () => (await import('./lineage.js')).lineageCommand,
  },
  {
    usage: 'diff <left> <right>',
    summary: 'two provisions word by word; a clause that only changed its place is shown as moved',
    formats: DATA,
    examples: ["diff 'archetype/adequacy 20' 'archetype/consent 20'", "diff 'KORUS 15.8' 'TPP 14.11'"],
    load: async () => (await import('./diff.js')).diffCommand,
  },
  {
    usage: 'carry <old> <new>',
    summary: 'carry codes and alignments over to a new version: what moved, is orphaned or ambiguous',
    formats: ['text', 'csv', 'json', 'jsonl'],
    examples: ['carry my-law-2016 my-law-2025', 'carry my-law-2016 my-law-2025 --format jsonl'],
    load: async () => (await import('./carry.js')).carryCommand,
  },
];
