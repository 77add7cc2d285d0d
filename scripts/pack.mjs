// The program and its threads, each as one script with all that it needs, and beside it the bytecode that the engine made of it (ADR 31): a run starts four threads, and
// each would else load some three hundred modules. What stands in the place of an entry afterwards only runs its script; see `src/cli/start/packed.ts`.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { build } from 'esbuild';
import { allInAscii, patternsInAscii } from './ascii.mjs';

const ENTRIES = ['cli/main', 'cli/crew/worker', 'cli/crew/solo/work'];

/** Packages that stay where they are: with native parts or files of their own, or asked for by few commands and large. */
const APART = [
  ...['better-sqlite3', 'node-sqlite3-wasm', '@napi-rs/canvas', 'piscina'],
  ...['bullmq', 'ioredis', '@opensearch-project/opensearch'],
  ...['pdf-parse', 'pdfjs-dist', 'pdfkit', 'docx', 'exceljs', 'mammoth', 'jszip'],
  ...['fastify', '@fastify/rate-limit', '@fastify/static', '@fastify/swagger', 'undici'],
];

/** Modules that are imported while the program runs: those packages, and what a scholar names. A script from kept bytecode may not import, so it is handed how. */
const APART_OR_NAMED = new RegExp(`\\bimport\\(((?:["'](?:${APART.join('|')})[/"'])|[^"'])`, 'g');

/** Code keeps its own address, by which it finds what is shipped beside it; a package that it asks for when it needs it is packed too. */
const OWN = new RegExp(`^${(resolve('dist') + sep).replace(/[\\.]/g, '\\$&')}.*\\.js$`);
/** Read once for all entries. */
const read = new Map();
function sourceOf(path) {
  if (!read.has(path)) read.set(path, patternsInAscii(readFileSync(path, 'utf8'), path));
  return read.get(path);
}

const addresses = {
  name: 'addresses',
  setup: ({ onLoad }) => {
    onLoad({ filter: OWN }, ({ path }) => ({
      contents: sourceOf(path)
        .replace(/^#!.*/, '')
        .replace(/createRequire\d*\(import\.meta\.url\)\((["'][^"']+["'])\)/g, 'require($1)')
        .replace(APART_OR_NAMED, '__import($1')
        .replaceAll('import.meta.url', `__addressOf(${JSON.stringify(relative('dist', path))})`),
    }));
    onLoad({ filter: /[\\/]node_modules[\\/].*\.[cm]?js$/ }, ({ path }) => ({ contents: sourceOf(path) }));
  },
};

/** The report's scripts for the browser are printed from their own source, which packing would change: here they are read from it. */
const printed = {
  name: 'printed',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]dist[\\/]report[\\/]html[\\/]client[\\/].*\.js$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      const names = [...source.matchAll(/^export (?:async )?function (\w+)/gm)].map(([, name]) => name);
      const plain = source.replace(/^export /gm, '');
      return {
        contents: `const { ${names.map((n) => `${n}: _${n}`).join(', ')} } = new Function(${JSON.stringify(`${plain}\nreturn { ${names.join(', ')} };`)})();
export { ${names.map((n) => `_${n} as ${n}`).join(', ')} };`,
      };
    }),
};

for (const entry of ENTRIES) {
  rmSync(`dist/${entry}.bytecode`, { force: true });
  await build({
    entryPoints: [`dist/${entry}.js`],
    outfile: `dist/${entry}.cjs`,
    bundle: true,
    format: 'cjs',
    target: 'node20',
    supported: { 'regexp-unicode-property-escapes': true }, // Else patterns that stand in a loop are made anew at each turn.
    platform: 'node',
    mainFields: ['module', 'main'],
    external: APART,
    plugins: [printed, addresses],
    legalComments: 'inline',
    logLevel: 'warning',
    banner: {
      js: `const __addressOf = (file) => require('node:url').pathToFileURL(require('node:path').join(__dirname, ${JSON.stringify(relative(dirname(entry), '.') || '.')}, file)).href;`,
    },
  });
  writeFileSync(`dist/${entry}.cjs`, allInAscii(readFileSync(`dist/${entry}.cjs`, 'utf8'), `dist/${entry}.cjs`));
  const packed = relative(dirname(resolve('dist', entry)), resolve('dist/cli/start/packed.js'));
  const script = `runPacked(new URL('./${entry.split('/').at(-1)}.cjs', import.meta.url))`;
  const isTask = entry === 'cli/crew/worker';
  writeFileSync(
    `dist/${entry}.js`,
    `${entry === 'cli/main' ? '#!/usr/bin/env node\n' : ''}import { runPacked } from '${packed.startsWith('.') ? packed : `./${packed}`}';\n\n${
      isTask ? `export default ${script}.default;` : `${script};`
    }\n`,
  );
}
