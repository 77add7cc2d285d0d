import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { ingest } from '../src/ingest/index.js';
import type { Instrument } from '../src/model/index.js';
import { parse } from '../src/parse/index.js';

/**
 * Prints, for each corpus file, its format, basic units, provisions and the share of gold citations that resolve.
 * Usage: `node --import tsx bench/parse.ts [part of a path]...`; ends with totals and diagnostics by kind.
 */
const corpus = process.env.LEXATLAS_CORPUS ?? '../shared/corpus';
const gold = join(dirname(corpus), 'gold', 'dev');
const wanted = process.argv.slice(2);

const totals = new Map<string, number>();
let articles = 0;
let crashed = 0;
const startedMs = performance.now();
for (const path of filesBelow(corpus).filter((p) => wanted.length === 0 || wanted.some((w) => p.includes(w)))) {
  try {
    const source = await ingest({
      path: relative(corpus, path),
      bytes: readFileSync(path),
      provenance: null,
    });
    const instrument = parse(source);
    for (const d of instrument.diagnostics) totals.set(d.ruleId, (totals.get(d.ruleId) ?? 0) + 1);
    const basic = instrument.provisions.filter((p) => p.tier === 'basic').length;
    articles += basic;
    const share = goldShare(instrument);
    if (!path.includes('tota') || wanted.length > 0 || share !== '')
      console.log(
        [
          relative(corpus, path).padEnd(58),
          instrument.format.padEnd(18),
          basic,
          instrument.provisions.length,
          share,
        ].join('\t'),
      );
  } catch (error) {
    crashed += 1;
    console.log(path, error);
  }
}
console.log(
  `articles and sections ${articles}, crashed ${crashed}, ${Math.round(performance.now() - startedMs)} ms`,
  Object.fromEntries(totals),
);

function filesBelow(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .map((n) => join(folder, n))
    .flatMap((p) => (statSync(p).isDirectory() ? filesBelow(p) : /\.(?:jsonl|csv)$/u.test(p) ? [] : [p]));
}

function goldShare(instrument: Instrument): string {
  const file = join(gold, `${instrument.metadata.id.replace('/', '__')}.csv`);
  if (!existsSync(file)) return '';
  const cited = new Set(instrument.provisions.map((p) => p.citation));
  const rows = [
    ...new Set(
      readFileSync(file, 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((l) => l.split(',')[1] ?? ''),
    ),
  ];
  const missing = rows.filter((r) => !cited.has(r));
  return `${basename(file)} ${rows.length - missing.length}/${rows.length} ${missing.slice(0, 25).join(' ')}`;
}
