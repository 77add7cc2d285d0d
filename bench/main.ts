import { parseArgs } from 'node:util';

/**
 * `npm run bench [-- parse annotate attributes align score search run job scale serve export]`: quality, speed and memory, each as a table. Figures against gold
 * are against provisions coded by careful reading with machine assistance. `--only PART` (repeatable) keeps to corpus files
 * whose path holds PART, where a bench reads files one by one; of `export`, to the formats named. `export` runs only where it is asked for: it
 * takes a quarter of an hour.
 */
const BENCHES: Readonly<Record<string, (filters: readonly string[]) => Promise<string>>> = {
  parse: async (filters) => (await import('./parse/index.js')).benchParse(filters),
  align: async () => (await import('./align/index.js')).benchAlign(),
  annotate: async () => (await import('./annotate/index.js')).benchAnnotate(),
  attributes: async () => (await import('./attributes.js')).benchAttributes(),
  score: async () => (await import('./score/index.js')).benchScore(),
  search: async () => (await import('./search/index.js')).benchSearch(),
  run: async () => (await import('./run/index.js')).benchRun(),
  job: async () => (await import('./run/job.js')).benchJob(),
  scale: async () => (await import('./scale/index.js')).benchScale(),
  export: async (filters) => (await import('./publish/index.js')).benchExport(filters),
  serve: async () => (await import('./serve/index.js')).benchServe(),
};

const { values, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string', multiple: true, default: [] } },
});
/** Too long to run with all the others. */
const ON_DEMAND: ReadonlySet<string> = new Set(['export']);
const unknown = wanted.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no bench called ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}.\n`,
  );
  process.exit(2);
}
for (const [name, bench] of Object.entries(BENCHES)) {
  if (wanted.length > 0 ? !wanted.includes(name) : ON_DEMAND.has(name)) continue;
  process.stdout.write(`\n# ${name}\n\n${await bench(values.only)}\n`);
}
