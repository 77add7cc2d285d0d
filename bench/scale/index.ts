import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { loadCoder } from '../../src/cli/crew/coder.js';
import { codeInstruments } from '../../src/pipeline/code.js';
import { alone } from '../../src/pipeline/crew.js';
import { readCorpus } from '../../src/pipeline/reading/read.js';
import { compileQuery, parseQuery, passages } from '../../src/search/index.js';
import { corpusGroups, openStudy, type StudyStore } from '../../src/store/index.js';
import { unitDocuments } from '../../src/store/opensearch/documents.js';
import { cpuSeconds, note } from '../clock.js';
import { corpusFolders } from '../search/study.js';
import { sizesOf } from './sizes.js';

const MEBIBYTE = 1024 * 1024;
/** Agreements read; LEXATLAS_SIZES names others. */
const SIZES = '10,50,100,450';
/** The last of them is then indexed so many times over, under other names; LEXATLAS_TIMES names others. */
const TIMES = '1,4,16';
/** Laws whose documents for OpenSearch are measured. */
const SAMPLE = 40;

const QUIET = { begin: () => undefined, step: () => undefined, end: () => undefined };

/**
 * What a study costs by its size: CPU time of reading and coding on one thread, bytes by what they hold, bytes of the documents that OpenSearch would get; then
 * size and latency of the index alone, multiplied. The figures of docs/scale.md.
 */
export async function benchScale(): Promise<string> {
  const agreements = corpusGroups(corpusFolders()).filter((g) => g.key.startsWith('tota/'));
  const sizes = numbers(process.env.LEXATLAS_SIZES ?? SIZES).filter((n) => n <= agreements.length);
  const lines = [
    note(
      'agreements  articles  provisions   read s   code s   study MiB: text  units  codes  index   documents for OpenSearch KiB an article (gz)',
    ),
  ];
  let last: { folder: string; store: StudyStore } | null = null;
  for (const n of sizes) {
    if (last !== null) close(last);
    const step = agreements.length / n;
    const chosen = Array.from({ length: n }, (_, i) => agreements[Math.floor(i * step)]).flatMap((g) => g ?? []);
    last = await studyOf(chosen, lines);
  }
  if (last === null) return 'No agreements are here: give LEXATLAS_CORPUS.';
  lines.push('', note('index times   passages   written s   MiB   query p50 ms   p95 ms'));
  const many = passagesIn(last.store);
  for (const times of numbers(process.env.LEXATLAS_TIMES ?? TIMES)) lines.push(note(multiplied(many, times)));
  close(last);
  return lines.join('\n');
}

const numbers = (list: string): number[] =>
  list
    .split(',')
    .map(Number)
    .filter((n) => n > 0);

async function studyOf(
  groups: ReturnType<typeof corpusGroups>,
  lines: string[],
): Promise<{ folder: string; store: StudyStore }> {
  const folder = mkdtempSync(join(tmpdir(), 'lexatlas-scale-'));
  const store = openStudy(folder, 'write');
  const coder = loadCoder({});
  const crew = alone(store, coder);
  const began = cpuSeconds();
  await readCorpus(groups, store, 'bench', QUIET, crew);
  const read = cpuSeconds();
  const ids = store.instruments().map((m) => m.id);
  await codeInstruments(ids, coder, store, 'bench', QUIET, crew);
  const coded = cpuSeconds();
  store.tidyIndex();
  const { articles, provisions } = store.summary();
  const bytes = sizesOf(join(folder, 'study.sqlite'));
  const { raw, packed, articles: sampled } = documentBytes(store, ids);
  const mib = (key: keyof typeof bytes): string => (bytes[key] / MEBIBYTE).toFixed(1).padStart(6);
  lines.push(
    note(
      `${String(groups.length).padStart(10)} ${String(articles).padStart(9)} ${String(provisions).padStart(11)} ${(read - began).toFixed(1).padStart(8)} ${(coded - read).toFixed(1).padStart(8)}           ${mib('text')} ${mib('units')} ${mib('codes')} ${mib('index')}   ${(raw / sampled / 1024).toFixed(1)} (${(packed / sampled / 1024).toFixed(1)})`,
    ),
  );
  return { folder, store };
}

function close({ folder, store }: { folder: string; store: StudyStore }): void {
  store.close();
  rmSync(folder, { recursive: true, force: true });
}

function documentBytes(store: StudyStore, ids: readonly string[]): { raw: number; packed: number; articles: number } {
  let [raw, packed, articles] = [0, 0, 0];
  const step = Math.max(1, Math.floor(ids.length / SAMPLE));
  for (const id of ids.filter((_, i) => i % step === 0)) {
    const coded = store.codedInstrument(id);
    if (coded === null) continue;
    const made = passages(coded.instrument, coded.annotations);
    const json = [...unitDocuments({ ...coded, passages: made })].map((d) => JSON.stringify(d.source)).join('\n');
    raw += Buffer.byteLength(json);
    packed += gzipSync(json).length;
    articles += made.length;
  }
  return { raw, packed, articles: Math.max(1, articles) };
}

type Many = readonly { readonly id: string; readonly made: ReturnType<typeof passages> }[];

function passagesIn(store: StudyStore): Many {
  return store.instruments().flatMap(({ id }) => {
    const coded = store.codedInstrument(id);
    return coded === null ? [] : [{ id, made: passages(coded.instrument, coded.annotations) }];
  });
}

function multiplied(many: Many, times: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'lexatlas-scale-'));
  const store = openStudy(folder, 'write');
  const began = cpuSeconds();
  let count = 0;
  for (let copy = 0; copy < times; copy += 1)
    for (const { id, made } of many) {
      store.putPassages(`${id}-${copy}`, made);
      count += made.length;
    }
  store.tidyIndex();
  const seconds = cpuSeconds() - began;
  const queries = readFileSync(new URL('../search/queries.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const took = queries
    .map((query) => {
      const from = cpuSeconds();
      const compiled = compileQuery(parseQuery(query));
      if (compiled.match !== null || compiled.filter !== null) store.find({ ...compiled, limit: 100 });
      return (cpuSeconds() - from) * 1000;
    })
    .sort((a, b) => a - b);
  const at = (share: number): string => (took[Math.floor(took.length * share)] ?? 0).toFixed(1);
  const { index } = sizesOf(join(folder, 'study.sqlite'));
  close({ folder, store });
  return `${String(times).padStart(11)} ${String(count).padStart(10)} ${seconds.toFixed(1).padStart(11)} ${(index / MEBIBYTE).toFixed(0).padStart(5)} ${at(0.5).padStart(14)} ${at(0.95).padStart(8)}`;
}
