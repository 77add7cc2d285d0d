// The portable search as one classic script: a page opened from disk may load no modules.
import { relative, resolve } from 'node:path';
import { build } from 'esbuild';

/** `src/text/distance.ts` loads its package when first asked, by Node's own means; a page has the package in the script. */
const distance = {
  name: 'distance',
  setup({ onLoad }) {
    onLoad({ filter: /text[\\/]distance\.js$/ }, () => ({
      resolveDir: process.cwd(),
      contents: `import natural from 'natural/lib/natural/distance/levenshtein_distance.js';
export const editDistance = (left, right) => natural.DamerauLevenshteinDistance(left, right, { restricted: true });`,
    }));
  },
};

const ROOMS = ['align', 'annotate', 'codebook', 'ingest', 'parse', 'pipeline', 'publish', 'score', 'search', 'store'];

await build({
  entryPoints: ['dist/search/portable/browser.js'],
  outfile: 'dist/search/portable/browser.iife.js',
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  platform: 'browser',
  legalComments: 'inline',
  logLevel: 'warning',
  plugins: [distance],
});

// Rooms that every command opens, or every thread of a run, each as one file: `show` would else load forty modules, a thread some hundreds, at most of a
// millisecond each. The report is not among them: its scripts for the browser are named by their functions, which a bundle renames.
for (const room of ROOMS) await oneFile(`dist/${room}`);

/** The room's index with all of its files in it; other rooms stay where they are. */
async function oneFile(folder) {
  const others = {
    name: 'other-rooms',
    setup: (build) =>
      build.onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir }) => {
        const from = relative(folder, resolve(resolveDir, path));
        return from.startsWith('..') ? { path: from, external: true } : undefined;
      }),
  };
  await build({
    entryPoints: [`${folder}/index.js`],
    outfile: `${folder}/index.js`,
    allowOverwrite: true,
    bundle: true,
    format: 'esm',
    target: 'node20',
    supported: { 'regexp-unicode-property-escapes': true }, // Else patterns that stand in a loop are made anew at each turn.
    platform: 'node',
    packages: 'external',
    plugins: [others],
    logLevel: 'warning',
  });
}
