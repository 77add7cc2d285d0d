/**
 * `npm run bench [-- parse annotate align search run]`: quality, speed and memory, each as a table. Figures against gold
 * are against provisions coded by careful reading with machine assistance.
 */
const BENCHES: Readonly<Record<string, () => Promise<string>>> = {
  align: async () => (await import('./align.js')).benchAlign(),
  search: async () => (await import('./search.js')).benchSearch(),
  run: async () => (await import('./run.js')).benchRun(),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no bench called ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}.\n`,
  );
  process.exit(2);
}
for (const [name, bench] of Object.entries(BENCHES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.stdout.write(`\n# ${name}\n\n${await bench()}\n`);
}
