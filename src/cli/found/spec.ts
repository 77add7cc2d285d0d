import type { CommandSpec } from '../command.js';

/** The row of `search` in the command table: the longest of all, so it stands by itself. */
export const searchSpec: CommandSpec = {
  usage: 'search [query...]',
  summary: 'search provisions: words, "phrases", fields, citations (docs/search.md has the language)',
  formats: ['text', 'json', 'csv', 'md', 'bibtex', 'csl'],
  options: [
    ['--jurisdiction <code>', 'only this jurisdiction, by code or English name', 'repeatable'],
    ['--code <code>', 'only provisions with this code or family', 'repeatable'],
    ['--kind <kind>', 'statute, regulation, agreement, convention, archetype', 'repeatable'],
    ['--force <force>', 'hard or soft', 'repeatable'],
    ['--lang <tag>', 'only texts in this language', 'repeatable'],
    ['--instrument <id>', 'only this instrument, by id or name', 'repeatable'],
    ['--year <years>', '2016, or 2010..2020'],
    ['--synonyms', 'widen defined terms to what other laws call the same thing'],
    ['--like <citation>', 'provisions similar to this one'],
    ['--sort <order>', 'relevance (default), date or jurisdiction'],
    ['--limit <n>', 'at most so many (default 10)', 'number'],
    ['--offset <n>', 'leave out the first so many', 'number'],
    ['--count', 'print how many match'],
    ['--facets', 'print counts by jurisdiction, kind, language, year, code and force'],
    ['--group-by <what>', 'count by instrument or jurisdiction'],
    ['--concordance', 'print each occurrence in its context'],
    ['--index <address>', 'ask an index in OpenSearch and no study: opensearch://HOST:PORT/NAME (lexatlas load)'],
    ['--save <name>', 'keep this search in the study; prints its id'],
    ['--saved <id>', 'ask a kept search again, by id or name'],
    ['--searches', 'list the kept searches'],
    ['--forget <id>', 'remove a kept search'],
  ],
  examples: [
    'search "cross-border transfer" --limit 5',
    "search 'heading:consent withdraw*' --kind archetype",
    'search \'(adequa* OR "standard contract") NOT kind:agreement year:2015..\' --facets',
    "search --like 'archetype/adequacy 20' --format json",
    'search --index opensearch://127.0.0.1:9200/laws consent --facets',
  ],
  load: async () => (await import('../commands/search.js')).searchCommand,
};
