import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { annotate, readModel } from '../../src/annotate/index.js';
import { ingest } from '../../src/ingest/index.js';
import type { Codebook, Instrument, Provision } from '../../src/model/index.js';
import { parse } from '../../src/parse/index.js';
import { ancestry, basicUnitOf, byEId } from '../../src/text/provisions.js';

const FOLDER = join(process.env.LEXATLAS_CORPUS ?? '../shared/corpus', 'agreements', 'tota');
const MODEL = 'src/annotate/coder.model.json';
/** Every so many agreements are coded, so that the bench stays short; LEXATLAS_BENCH_ALL=1 codes all. */
const EVERY = process.env.LEXATLAS_BENCH_ALL === '1' ? 1 : 9;
/** Agreements with gold taught the model and are left out. */
const TAUGHT = new Set(['54', '145', '159', '327', '387', '417', '449']);
/** Chapters in which rules on data have their place. */
const HOME =
  /digital|electronic|e-?commerce|telecom|financial|exception|electrónico|telecomunicac|financier|excepcion|électronique|général|general provisions|data|datos/iu;
const GUARDED = /^(?:transfer|localization)\./u;

/** How many articles far from data get a transfer or localization code, with the shipped model, and how long coding took. */
export async function abroad(book: Codebook): Promise<string[]> {
  if (!existsSync(FOLDER) || !existsSync(MODEL)) return ['no agreements or no model here'];
  const model = readModel(readFileSync(MODEL, 'utf8'));
  const files = readdirSync(FOLDER)
    .filter((f) => f.endsWith('.xml') && !TAUGHT.has(f.replace(/\D/gu, '')))
    .sort()
    .filter((_, i) => i % EVERY === 0);
  let articles = 0;
  let milliseconds = 0;
  let characters = 0;
  const alarms: string[] = [];
  for (const file of files) {
    const path = join(FOLDER, file);
    const instrument = parse(await ingest({ path, bytes: readFileSync(path), provenance: null }));
    const far = new Set(
      instrument.provisions.filter((p) => p.tier === 'basic' && isFar(instrument, p)).map((p) => p.eId),
    );
    const started = performance.now();
    const annotations = annotate(instrument, book, model);
    milliseconds += performance.now() - started;
    characters += instrument.text.length;
    articles += far.size;
    const hits = new Map<string, string>();
    for (const a of annotations) {
      const p = byEId(instrument).get(a.provision.eId);
      const basic = p === undefined ? null : basicUnitOf(instrument, p);
      if (GUARDED.test(a.code) && basic !== null && far.has(basic.eId))
        hits.set(
          basic.eId,
          `${a.code} ${file} ${p?.citation} ${basic.heading ?? ''} | ${chapterOf(instrument, basic)} (${a.confidence.toFixed(2)})`,
        );
    }
    alarms.push(...hits.values());
  }
  const shown = process.env.LEXATLAS_BENCH_ALL === '1' ? alarms : alarms.slice(0, 10);
  return [
    `${files.length} agreements, ${articles} such articles: ${alarms.length} (${((100 * alarms.length) / Math.max(articles, 1)).toFixed(2)} %) got a transfer or localization code (goal: at most 2 %)`,
    `coding took ${(milliseconds / 1000).toFixed(1)} s for ${(characters / 1e6).toFixed(1)} million characters`,
    ...shown.map((a) => `  ${a}`),
  ];
}

const chapterOf = (instrument: Instrument, p: Provision): string =>
  ancestry(instrument, p)
    .slice(1)
    .map((d) => d.heading ?? '')
    .filter((h) => h !== '')
    .join(' < ');

function isFar(instrument: Instrument, p: Provision): boolean {
  return !HOME.test(`${p.heading ?? ''} ${chapterOf(instrument, p)}`);
}
